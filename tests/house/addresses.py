"""What is the address of a route when nothing it names is there?"""

from flask import Flask
from werkzeug.routing import AnyConverter, BaseConverter, Rule

NOT_THERE = {"RowNumber": "987654321", "UnicodeConverter": "nothing-there"}


def address(app: Flask, rule: Rule) -> str:
    """The route's address, with ids of things that are not there."""
    values = {name: _value(converter) for name, converter in rule._converters.items()}
    with app.test_request_context():
        return app.url_map.bind("localhost").build(rule.endpoint, values, method=method_of(rule))


def _value(converter: BaseConverter) -> str:
    if isinstance(converter, AnyConverter):
        return min(converter.items)  # one of a few words, all of them there
    return NOT_THERE[type(converter).__name__]


def always_there(rule: Rule) -> bool:
    """Whether the address names nothing that could be missing."""
    return all(isinstance(converter, AnyConverter) for converter in rule._converters.values())


def method_of(rule: Rule) -> str:
    return "GET" if "GET" in rule.methods else "POST"
