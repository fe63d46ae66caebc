"""An upload is what its bytes say it is, and a kept picture tells nothing but what it shows."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfWriter

from app.documents.images import (
    MAX_BYTES,
    MAX_PAGES,
    MAX_SIDE,
    FileFault,
    FileKind,
    UnacceptableFile,
    identify,
    normalise_image,
)

ORIENTATION, MAKER = 0x0112, 0x010F


def picture(form: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **options) -> bytes:
    out = BytesIO()
    Image.new(mode, size, options.pop("colour", 0)).save(out, form, **options)
    return out.getvalue()


def pdf(pages: int, password: str | None = None) -> bytes:
    writer, out = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    if password:
        writer.encrypt(password, algorithm="AES-256")
    writer.write(out)
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + b"\0" * 4


def fault_of(judge, data: bytes) -> FileFault:
    with pytest.raises(UnacceptableFile) as caught:
        judge(data)
    return caught.value.code


@pytest.mark.parametrize("kind", [FileKind.JPEG, FileKind.PNG, FileKind.WEBP])
def test_picture_is_known_by_its_content(kind):
    found = identify(picture(kind.name))
    assert (found.kind, found.pages, found.width, found.height) == (kind, 1, 60, 40)


def test_pdf_pages_are_counted():
    found = identify(pdf(3))
    assert (found.kind, found.pages, found.width) == (FileKind.PDF, 3, None)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", FileFault.EMPTY),
        (b"MZ\x90\0 setup.exe", FileFault.UNKNOWN_KIND),
        (b"<svg onload='alert(1)'/>", FileFault.UNKNOWN_KIND),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", FileFault.HEIC),
        (b"%PDF-1.7\nnothing more", FileFault.DAMAGED),
        (b"\xff\xd8\xff\xe0 no picture", FileFault.DAMAGED),
        (png_header(20_000, 5_000), FileFault.TOO_MANY_PIXELS),
        (png_header(65_000, 65_000), FileFault.TOO_MANY_PIXELS),
        (b"\xff\xd8\xff" + b"\0" * MAX_BYTES, FileFault.TOO_LARGE),
    ],
)
def test_file_that_cannot_be_kept_is_refused(data, code):
    assert fault_of(identify, data) is code


def test_locked_and_endless_pdf_are_refused():
    assert fault_of(identify, pdf(1, password="x")) is FileFault.ENCRYPTED
    assert fault_of(identify, pdf(MAX_PAGES + 1)) is FileFault.TOO_MANY_PAGES


def test_picture_is_turned_upright_and_stripped():
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "a telephone"
    data, content_type = normalise_image(picture("JPEG", exif=exif))
    kept = Image.open(BytesIO(data))
    assert content_type == "image/jpeg"
    assert kept.size == (40, 60)
    assert not kept.getexif()
    assert b"telephone" not in data


def test_large_picture_is_made_smaller_in_proportion():
    data, _ = normalise_image(picture("JPEG", size=(6000, 3000)))
    assert Image.open(BytesIO(data)).size == (MAX_SIDE, MAX_SIDE // 2)


def test_transparent_parts_become_white_paper():
    data, content_type = normalise_image(picture("WEBP", mode="RGBA", colour=(0, 0, 0, 0)))
    assert content_type == "image/jpeg"
    assert Image.open(BytesIO(data)).getpixel((5, 5)) == (255, 255, 255)


def test_picture_cut_short_is_refused_before_it_is_kept():
    whole = picture("JPEG", size=(800, 800))
    assert fault_of(normalise_image, whole[: len(whole) // 2]) is FileFault.DAMAGED


def test_pdf_is_not_a_picture():
    assert fault_of(normalise_image, pdf(1)) is FileFault.UNKNOWN_KIND
