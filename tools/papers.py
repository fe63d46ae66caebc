"""What do the papers look like? Photographs every paper of the demonstration's cases.

One picture per paper, its pages side by side, into docs/screens/papers/ with an index. The copy is
the issuing side's; of an agreement the other side's copy stands beside it.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.db import db  # noqa: E402
from app.kernel.clock import today  # noqa: E402
from app.kernel.country import Country  # noqa: E402
from app.mediation.models import Case  # noqa: E402
from app.mediation.papers.both_languages import in_both  # noqa: E402
from app.mediation.papers.catalogue import AGREEMENTS, PaperRef, papers_of  # noqa: E402
from app.mediation.papers.rendering import paper_data, render_paper  # noqa: E402
from app.mediation.papers.titles import title_of  # noqa: E402
from app.mediation.states import CaseState  # noqa: E402
from tests.browser.demonstration import raised  # noqa: E402

SHEETS = ROOT / "docs" / "screens" / "papers"
DPI, COLOURS, GAP = 72, 24, 10
MOST = int(2.5 * 1024) * 1024


@dataclass(frozen=True)
class Copy:
    """One paper of one case, for one side."""

    case: Case
    ref: PaperRef
    side: Country

    @property
    def name(self) -> str:
        ours = self.side is self.case.country
        return f"{self.case.country.value}-{self.ref.kind.value}" + ("" if ours else "-other-side")


def main() -> int:
    if shutil.which("pdftoppm") is None:
        raise SystemExit("和 Hòa: apt-get install poppler-utils")
    SHEETS.mkdir(parents=True, exist_ok=True)
    for old in SHEETS.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as directory:
        app = raised(f"sqlite:///{directory}/demo.sqlite")
        with app.app_context(), app.test_request_context():
            copies = list(_copies())
            for copy in copies:
                _photograph(copy)
            _write_index(copies)
            db.session.remove()
            db.engine.dispose()
    size = sum(each.stat().st_size for each in SHEETS.glob("*.png"))
    print(f"{len(copies)} papers, {size / 1024 / 1024:.1f} MB")
    return 1 if size > MOST else 0


def _copies() -> Iterator[Copy]:
    """Of each side and kind the first case that has it, one with an agreement where there is."""
    seen = set()
    cases = db.session.query(Case).filter(Case.state != CaseState.DRAFT).order_by(Case.id)
    for case in sorted(cases, key=lambda each: not each.agreements):
        for ref in papers_of(case):
            if (case.country, ref.kind) in seen:
                continue
            seen.add((case.country, ref.kind))
            yield Copy(case, ref, case.country)
            if ref.kind in AGREEMENTS:
                yield Copy(case, ref, case.country.other)


def _photograph(copy: Copy) -> None:
    day = today(copy.case.country.zone)
    data = paper_data(copy.case, copy.ref, side=copy.side, words=in_both, printed_on=day)
    pages = _pictures(render_paper(copy.ref.kind, data, printed_on=day))
    width = sum(page.width + GAP for page in pages) - GAP
    sheet = Image.new("RGB", (width, max(page.height for page in pages)), "#9a9a9a")
    left = 0
    for page in pages:
        sheet.paste(page, (left, 0))
        left += page.width + GAP
    sheet.quantize(COLOURS).save(SHEETS / f"{copy.name}.png", optimize=True)


def _pictures(pdf: bytes) -> list[Image.Image]:
    with tempfile.TemporaryDirectory() as directory:
        command = ["pdftoppm", "-r", str(DPI), "-png", "-", f"{directory}/page"]
        subprocess.run(command, input=pdf, check=True)
        found = sorted(Path(directory).glob("*.png"))
        return [Image.open(io.BytesIO(each.read_bytes())).convert("RGB") for each in found]


def _write_index(copies: list[Copy]) -> None:
    lines = [
        "# Papers",
        "",
        "Every paper of the demonstration as a preview. All people and cases are invented.",
        "`make screens` takes the pictures again.",
        "",
        "| picture | 中文 | Tiếng Việt |",
        "|---|---|---|",
    ]
    for copy in sorted(copies, key=lambda each: each.name):
        title = title_of(copy.ref, copy.case)
        lines.append(f"| [{copy.name}]({copy.name}.png) | {title.zh} | {title.vi} |")
    (SHEETS / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
