"""Which words of a PDF stand where no printer prints, or beyond the sheet altogether?

Poppler tells where the words on a page end, but nothing of those off the page; pypdf tells where
every word begins.
"""

import re
import subprocess
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import RectangleObject

EDGE = 12.0  # points that no printer reaches
_PAGE = re.compile(r'<page width="([\d.]+)" height="[\d.]+">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="[-\d.]+" yMin="[-\d.]+" xMax="([-\d.]+)" .*?>(.*?)</word>')


def words_beyond_the_edge(pdf: bytes) -> list[str]:
    """What is not wholly on the part of the sheet that is printed."""
    begun_off = [each for page in PdfReader(BytesIO(pdf)).pages for each in _off(page)]
    return begun_off + _ending_off(pdf)


def _off(page: PageObject) -> list[str]:
    lost, box = [], page.mediabox

    def visit(text: str, cm: list[float], tm: list[float], *_font: Any) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if text.strip() and not _is_on(box, x, y):
            lost.append(text.strip())

    page.extract_text(visitor_text=visit)
    return lost


def _is_on(box: RectangleObject, x: float, y: float) -> bool:
    across = float(box.left) + EDGE <= x <= float(box.right) - EDGE
    return across and float(box.bottom) + EDGE <= y <= float(box.top) - EDGE


def _ending_off(pdf: bytes) -> list[str]:
    command = ["pdftotext", "-bbox", "-", "-"]
    told = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return [
        word
        for width, words in _PAGE.findall(told)
        for end, word in _WORD.findall(words)
        if float(end) > float(width) - EDGE
    ]
