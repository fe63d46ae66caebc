"""What clauses are shipped? One TOML file each, read into the values of the rules."""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.mediation.rules.clauses import Choice, Effect, Parameter, ParameterKind, Version

FOLDER = Path(__file__).resolve().parent.parent / "data" / "clauses"
CHOICES = FOLDER / "choices" / "choices.toml"


@dataclass(frozen=True, slots=True)
class Shipped:
    """One file: its key, its place in the list, and the digest of what it says."""

    key: str
    position: int
    version: Version
    digest: str


@cache
def shipped() -> tuple[Shipped, ...]:
    """Every shipped clause in its order. Raises KeyError for a file that lacks a part."""
    files = (_read(path) for path in FOLDER.glob("*.toml"))
    return tuple(sorted(files, key=lambda each: (each.position, each.key)))


def _read(path: Path) -> Shipped:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    version = _version(content)
    digest = hashlib.sha256(repr(version).encode()).hexdigest()
    return Shipped(path.stem, content["position"], version, digest)


def _version(content: dict[str, Any]) -> Version:
    title, use, pattern = content["title"], content["use"], content["pattern"]
    return Version(
        title_zh=title["zh"],
        title_vi=title["vi"],
        use_zh=use["zh"],
        use_vi=use["vi"],
        pattern_zh=_one_line(pattern["zh"], ""),
        pattern_vi=_one_line(pattern["vi"], " "),
        parameters=tuple(_parameter(each) for each in content.get("parameter", [])),
        effect=Effect(content["effect"]),
    )


def _parameter(content: dict[str, Any]) -> Parameter:
    """`choices` are written out, or named from the shared lists."""
    choices = content.get("choices", [])
    if isinstance(choices, str):
        choices = _shared()[choices]
    return Parameter(
        name=content["name"],
        kind=ParameterKind(content["kind"]),
        label_zh=content["zh"],
        label_vi=content["vi"],
        optional=content.get("optional", False),
        choices=tuple(Choice(**each) for each in choices),
    )


def _one_line(text: str, gap: str) -> str:
    """Lines of the file are for its reader; the pattern is one paragraph."""
    return gap.join(line.strip() for line in text.strip().splitlines())


@cache
def _shared() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(CHOICES.read_text(encoding="utf-8"))
