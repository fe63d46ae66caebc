"""How is an uploaded ledger kept until it is imported? Sealed: it is full of particulars."""

import base64

from app.db.sealed import seal, unseal
from app.mediation.models import ImportBatch


def put_file(batch: ImportBatch, data: bytes) -> None:
    """Seal the workbook into the batch; its digest must be set."""
    batch.content = seal(base64.b64encode(data).decode(), _context(batch)).encode()


def file_of(batch: ImportBatch) -> bytes | None:
    """The workbook, or None once it was let go."""
    if batch.content is None:
        return None
    return base64.b64decode(unseal(bytes(batch.content).decode(), _context(batch)))


def _context(batch: ImportBatch) -> str:
    return f"import_batch.content:{batch.sha256}"
