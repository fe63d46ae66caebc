"""How does a template with its data become a PDF, the same bytes every time?

Data reaches a template as one JSON text in `sys.inputs.data` and is never read as markup. A
template opens with `#let data = json(bytes(sys.inputs.data))`. Only files beside it, or below the
`root` it names, can be read.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

# The first has every weight (real bold) and the rarest name characters, the second a song face.
FONT_PACKAGES = ("manimgx_fonts_cjk", "pylopdf_fonts_zh_cn")
_NO_GLYPH = "could not be displayed with font"  # how Typst says that PDF/A cannot be


class PaperNotRendered(Exception):
    """A template refused its data; `detail` is for the log, never for a page."""

    def __init__(self, template: str, detail: str) -> None:
        super().__init__(f"{template}: {detail}")
        self.template = template
        self.detail = detail


def render_pdf(
    template: Path,
    data: Mapping[str, Any],
    *,
    document_date: date | datetime,
    pdf_a: bool = True,
    root: Path | None = None,
) -> bytes:
    """PDF (PDF/A-2b unless `pdf_a` is false) of `template`; raises `PaperNotRendered`.

    Where no font has a character, PDF/A cannot be: the paper is then a plain PDF with an empty box
    in that place, to be filled in by hand, since a rare name must not stop an agreement.
    `document_date` is written into the file as its creation date, so that the same paper gives the
    same bytes on any day. A datetime must be aware.
    """
    root = root or template.parent
    try:
        return _compile(template, root, data, document_date, ["a-2b"] if pdf_a else [])
    except PaperNotRendered as fault:
        if not pdf_a or _NO_GLYPH not in fault.detail:
            raise
        return _compile(template, root, data, document_date, [])


def _compile(
    template: Path,
    root: Path,
    data: Mapping[str, Any],
    document_date: date | datetime,
    standards: list[str],
) -> bytes:
    try:
        pdf = typst.compile(
            template,
            root=root,
            font_paths=_fonts(),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
            format="pdf",
            pdf_standards=standards,
            timestamp=_instant(document_date),
        )
    except typst.TypstError as fault:
        raise PaperNotRendered(template.name, fault.diagnostic or fault.message) from fault
    if not isinstance(pdf, bytes):
        raise PaperNotRendered(template.name, f"gave {type(pdf).__name__} instead of bytes")
    return pdf


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The fonts of the two packages and no other, so that every machine sets the same paper."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[_folder_of(package) for package in FONT_PACKAGES],
    )


def _folder_of(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise PaperNotRendered(package, "the font package is not installed")
    return Path(spec.origin).parent


def _instant(day: date | datetime) -> int:
    """Seconds since 1970, UTC; a plain date counts from its midnight."""
    if not isinstance(day, datetime):
        day = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if day.tzinfo is None:
        raise ValueError("document_date must be aware")
    return int(day.timestamp())
