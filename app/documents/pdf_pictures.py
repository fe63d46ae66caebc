"""How does a picture become a page of a file? On A4, the long way round, its pixels untouched."""

import zlib
from io import BytesIO

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from app.documents.pdf_parts import PdfFault, UnusablePdf

A4 = (595.28, 841.89)
MARGIN, HEAD = 34.0, 48.0  # points; room for the page number above
_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


def picture_page(data: bytes) -> bytes:
    """One A4 page with the picture as large as it fits. Raises UnusablePdf for no picture."""
    try:
        with Image.open(BytesIO(data), formats=["JPEG", "PNG", "WEBP"]) as picture:
            drawn = _embedded(picture, data)
            size = picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise UnusablePdf(PdfFault.BROKEN) from fault
    writer, out = PdfWriter(), BytesIO()
    wide, high = A4 if size[0] <= size[1] else A4[::-1]
    page = writer.add_blank_page(wide, high)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject(
            {NameObject("/Picture"): writer._add_object(drawn)}
        )}
    )  # fmt: skip
    contents = DecodedStreamObject()
    contents.set_data(f"q {_matrix(size, wide, high)} cm /Picture Do Q".encode())
    page[NameObject("/Contents")] = ArrayObject([writer._add_object(contents)])
    writer.write(out)
    return out.getvalue()


def _matrix(size: tuple[int, int], wide: float, high: float) -> str:
    room = (wide - 2 * MARGIN, high - MARGIN - HEAD)
    scale = min(room[0] / size[0], room[1] / size[1])
    across, up = size[0] * scale, size[1] * scale
    x, y = (wide - across) / 2, MARGIN + (room[1] - up) / 2
    return f"{across:.2f} 0 0 {up:.2f} {x:.2f} {y:.2f}"


def _embedded(picture: Image.Image, data: bytes) -> StreamObject:
    """A JPEG as it is; anything else as its pixels, packed without loss."""
    if picture.format == "JPEG" and picture.mode in _SPACES:
        return _image(picture, picture.mode, "/DCTDecode", data)
    flat = picture.convert("L" if picture.mode in ("1", "L") else "RGB")
    return _image(flat, flat.mode, "/FlateDecode", zlib.compress(flat.tobytes()))


def _image(picture: Image.Image, mode: str, packed: str, data: bytes) -> StreamObject:
    image = StreamObject()
    image._data = data
    image.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(picture.width),
            NameObject("/Height"): NumberObject(picture.height),
            NameObject("/ColorSpace"): NameObject(_SPACES[mode]),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): NameObject(packed),
        }
    )
    return image
