"""Which words does a PDF from anywhere say of itself? Read apart, so that nothing hurts.

Its properties and the text of its first page; a page whose drawing is longer than any paper of
ours is left unread. Whatever cannot be read, or not soon, says nothing.
"""

import subprocess
import sys
from pathlib import Path

READER = Path(__file__).with_name("pdf_words_apart.py")
LONGEST_WAIT = 10.0  # seconds by the clock on the wall, on a busy machine


def words_of(data: bytes) -> str:
    """Title, keywords and the first page's text; empty for what is no readable PDF."""
    if not data.startswith(b"%PDF-"):
        return ""
    command = [sys.executable, "-I", str(READER)]
    try:
        read = subprocess.run(
            command, input=data, capture_output=True, timeout=LONGEST_WAIT, check=False
        )
    except subprocess.TimeoutExpired:
        return ""
    return read.stdout.decode() if read.returncode == 0 else ""
