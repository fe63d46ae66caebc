"""How does a template learn whether its paper is issued, and under which mark?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.mediation.papers.line_breaks import with_breaks

DIGITS_SHOWN = 16


@dataclass(frozen=True, slots=True)
class Stamp:
    """What makes a printed sheet an issued paper: its serial, the digest of its data, both as QR.

    `qr_svg` is a whole SVG document.
    """

    serial: str
    digest: str
    qr_svg: str


def stamped(
    data: Mapping[str, Any], stamp: Stamp | None, *, in_file: bool = False
) -> dict[str, Any]:
    """The data as the template gets it; without a stamp the paper says that it is a preview,
    unless it is a sheet of a bound file."""
    return with_breaks(data) | {
        "stamp": None if stamp is None else _shown(stamp),
        "in_file": in_file,
    }


def _shown(stamp: Stamp) -> dict[str, str]:
    return {
        "serial": stamp.serial,
        "digest": stamp.digest[:DIGITS_SHOWN],
        "qr": stamp.qr_svg,
    }
