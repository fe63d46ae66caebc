"""What a PDF says of itself is read apart: one that hurts its reader hurts nobody else."""

import zlib
from time import monotonic

import pytest

from app.documents.pdf_words import LONGEST_WAIT, words_of
from tests.documents.test_pdf_parts import words


def with_stream(data: bytes, packed: bytes) -> bytes:
    """One page whose drawing is `data`, packed as the words say."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>",
        b"<<" + packed + b"/Length %d>>stream\n" % len(data) + data + b"\nendstream",
    )
    body, starts = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        starts.append(len(body))
        body += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 5\n0000000000 65535 f \n" + table + b"trailer<</Size 5/Root 1 0 R>>\n"
    return body + head + b"startxref\n%d\n%%%%EOF" % len(body)


SLOW = b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 1>>"
BOMBS = {
    "slow": with_stream(zlib.compress(b"\1" * (60 << 20), 9), SLOW),
    "hungry": with_stream(b"z" * (19 << 20), b"/Filter/ASCII85Decode"),
}


def test_words_of_a_page_are_read() -> None:
    assert "7K3QX0M2AB" in words_of(words("7K3QX0M2AB"))


@pytest.mark.parametrize("name", BOMBS)
def test_bomb_says_nothing_and_is_soon_over(name: str) -> None:
    begun = monotonic()
    assert words_of(BOMBS[name]) == ""
    assert monotonic() - begun < LONGEST_WAIT + 5
