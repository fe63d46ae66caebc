"""Which words does a PDF from anywhere say of itself? Little is read, so that nothing hurts.

Its properties and the text of its first page; a page whose drawing is longer than any paper of
ours is left unread. Whatever cannot be read says nothing.
"""

from io import BytesIO

from pypdf import PageObject, PdfReader

from app.documents.pdf_parts import PARSER_FAULTS

LONGEST = 400_000  # bytes of drawing on one page; a full page of ours has a tenth


def words_of(data: bytes) -> str:
    """Title, keywords and the first page's text; empty for what is no readable PDF."""
    if not data.startswith(b"%PDF-"):
        return ""
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            return ""
        about = reader.metadata or {}
        said = [str(about.get(key, "")) for key in ("/Title", "/Subject", "/Keywords")]
        return "\n".join([*said, _text(reader.pages[0])])
    except PARSER_FAULTS:
        return ""


def _text(page: PageObject) -> str:
    contents = page.get_contents()
    if contents is None or len(contents.get_data()) > LONGEST:
        return ""
    return page.extract_text()
