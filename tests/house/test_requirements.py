"""Is every library named once, with the version this run is made with?"""

import re
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"(?P<name>[\w.-]+)(?:\[\w+\])?==(?P<version>[\w.]+)")


def pins(file: str) -> list[tuple[str, str]]:
    lines = (ROOT / file).read_text("utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith(("#", "-r"))]
    found = [PIN.fullmatch(line) for line in wanted]
    assert None not in found, "every line is a name with one exact version"
    return [(each["name"], each["version"]) for each in found if each]


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_library_is_named_once_with_the_version_in_use(file: str) -> None:
    named = pins(file)
    assert len({name.lower() for name, _ in named}) == len(named)
    assert [(name, version(name)) for name, _ in named] == named
