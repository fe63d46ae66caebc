"""A picture becomes an A4 page: whole, the long way round, its pixels as they were."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from app.documents.pdf_parts import UnusablePdf
from app.documents.pdf_pictures import picture_page


def picture(kind: str, size: tuple[int, int], mode: str = "RGB") -> bytes:
    out = BytesIO()
    Image.new(mode, size, "teal" if mode != "L" else 90).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(("size", "sheet"), [((30, 40), (595, 842)), ((40, 30), (842, 595))])
def test_a_picture_stands_on_a4_the_long_way_round(
    size: tuple[int, int], sheet: tuple[int, int]
) -> None:
    page = PdfReader(BytesIO(picture_page(picture("JPEG", size)))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == sheet


def test_a_jpeg_is_taken_over_as_it_is() -> None:
    data = picture("JPEG", (30, 40))
    assert data in picture_page(data)


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "L"), ("PNG", "P"), ("WEBP", "RGB"),
                       ("JPEG", "CMYK"), ("PNG", "1")],
)  # fmt: skip
def test_every_picture_we_keep_can_be_seen_again(kind: str, mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (30, 40), 1).save(out, kind)
    page = PdfReader(BytesIO(picture_page(out.getvalue()))).pages[0]
    assert page.images[0].image is not None
    assert page.images[0].image.size == (30, 40)


def test_no_picture_is_refused() -> None:
    for data in (b"", b"\xff\xd8\xff nothing", picture("PNG", (30, 40))[:40]):
        with pytest.raises(UnusablePdf):
            picture_page(data)
