"""Reads one PDF on the way in and writes its words out, in a process of its own.

Started by `pdf_words.py`, with little time and memory: whatever is made to hurt a reader of PDFs
ends this process and nothing else.
"""

import resource
import sys
from io import BytesIO

from pypdf import PageObject, PdfReader

SECONDS, MEMORY = 3, 1 << 29  # of the processor; of address space, in bytes
LONGEST = 400_000  # bytes of drawing on one page; a full page of ours has a tenth


def _words(data: bytes) -> str:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        return ""
    about = reader.metadata
    said = [str(about.get(key, "")) if about else "" for key in ("/Title", "/Subject", "/Keywords")]
    return "\n".join([*said, _text(reader.pages[0])])


def _text(page: PageObject) -> str:
    contents = page.get_contents()
    if contents is None or len(contents.get_data()) > LONGEST:
        return ""
    return page.extract_text()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stdout.buffer.write(_words(sys.stdin.buffer.read()).encode("utf-8", "replace"))
