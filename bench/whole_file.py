"""How long does it take to bind a whole file? `python -m bench.whole_file [pages …]`.

A case with its papers, scanned PDFs and photographs of the size a telephone sends, on SQLite.
Every size runs in a process of its own, so that its peak memory is its own.
"""

import random
import resource
import subprocess
import sys
import time
from io import BytesIO

from PIL import Image
from pypdf import PdfReader

from app.db import db
from app.documents.images import MAX_SIDE
from app.documents.pdf_parts import Part, bind
from app.documents.pdf_pictures import picture_page
from app.kernel.clock import utc_now
from app.mediation.kinds import AttachmentKind
from app.mediation.models import Case
from app.mediation.papers.whole_file import bound_file
from app.mediation.services import attachments
from bench.databases import fresh
from tests import factories
from tests.mediation.settling import drafted

SIZES = (60, 200)
SCAN = 10  # pages of one scanned PDF
TODAY = factories.NOW.date()


def photo(seed: int, side: int = MAX_SIDE) -> bytes:
    """A noisy picture, as a photograph of paper is: about a megabyte."""
    chance, out = random.Random(seed), BytesIO()
    grain = Image.frombytes("L", (side // 8, side // 6), chance.randbytes(side // 8 * (side // 6)))
    grain.resize((side * 3 // 4, side)).convert("RGB").save(out, "JPEG", quality=85)
    return out.getvalue()


def scan(pages: int) -> bytes:
    """A PDF of photographed pages, as a scanner makes it."""
    parts = [Part("scan", picture_page(photo(seed, 1600))) for seed in range(pages)]
    return bind(parts, title="scan", document_date=TODAY)


def fill(case_id: int, pages: int) -> None:
    """Put in scans and photographs until the file has about so many pages."""
    clerk, scanned = factories.actor("clerk.youyi"), scan(SCAN)
    left = pages - 13  # the papers of the case themselves
    while left > 0:
        is_scan = left >= SCAN
        data = scanned if is_scan else photo(left)
        attachments.add_attachment(
            clerk, case_id=case_id, kind=AttachmentKind.EVIDENCE, title=f"材料{left}",
            data=data, now=utc_now(),
        )  # fmt: skip
        left -= SCAN if is_scan else 1


def tell(done: int, total: int) -> None:
    """As the background does: what was read of the database so far is let go."""
    db.session.rollback()


def measure(pages: int) -> None:
    with fresh("sqlite") as app, app.app_context():
        db.create_all()
        factories.fill()
        debt = drafted(factories.actor("clerk.youyi"), factories.world())
        fill(debt.case_id, pages)
        case = db.session.get_one(Case, debt.case_id)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        begun, spent = time.perf_counter(), time.process_time()
        bound = bound_file(case, full=True, today=TODAY, tell=tell)
        took, own = time.perf_counter() - begun, time.process_time() - spent
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
        assert len(PdfReader(BytesIO(bound.data)).pages) == bound.pages
        print(
            f"  {bound.pages:>3} pages, {len(bound.data) / 2**20:.0f} MB: {took:.2f} s, "
            f"{took / bound.pages * 1000:.0f} ms a page, processor {own:.2f} s, "
            f"{memory:.0f} MB more memory than before"
        )


def main(sizes: tuple[int, ...] = SIZES) -> None:
    print("whole file (aim: 60 pages within 3 s)")
    for size in sizes:
        call = f"from bench.whole_file import measure; measure({size})"
        subprocess.run([sys.executable, "-c", call], check=True)


if __name__ == "__main__":
    main(tuple(int(each) for each in sys.argv[1:]) or SIZES)
