"""Is this upload really a picture or a PDF we can keep? Judged by its content, never its name."""

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

from PIL import Image, ImageOps
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from app.kernel.errors import HouseError

MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 60_000_000  # the largest phone cameras in common use give 50
MAX_PAGES = 200
MAX_SIDE = 2400  # pixels; an A4 sheet at about 200 dpi
JPEG_QUALITY = 85

_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
# What Pillow and pypdf raise on hostile bytes, beside their own errors.
_PARSER_FAULTS = (
    OSError, ValueError, SyntaxError, KeyError, IndexError, TypeError, AttributeError,
    AssertionError, NotImplementedError, OverflowError, RecursionError, EOFError,
)  # fmt: skip


class FileKind(StrEnum):
    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"


class FileFault(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MANY_PAGES = "too_many_pages"
    HEIC = "heic"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNKNOWN_KIND = "unknown_kind"


class UnacceptableFile(HouseError):
    """An upload that cannot be kept, and why."""

    def __init__(self, code: FileFault) -> None:
        super().__init__(code=code)
        self.code = code


@dataclass(frozen=True)
class Identified:
    """What an upload is: its kind, its pages (a picture is one) and a picture's size in pixels."""

    kind: FileKind
    pages: int = 1
    width: int | None = None
    height: int | None = None


def identify(data: bytes) -> Identified:
    """What these bytes are; raises `UnacceptableFile`. Opens no more of a picture than its header
    and check sums: a picture cut short may only be found out by `normalise_image`."""
    if not data:
        raise UnacceptableFile(FileFault.EMPTY)
    if len(data) > MAX_BYTES:
        raise UnacceptableFile(FileFault.TOO_LARGE)
    if data.startswith(b"%PDF-"):
        return Identified(FileKind.PDF, pages=_count_pages(data))
    kind = _picture_kind(data)
    with _open_picture(data, kind) as picture:
        try:
            picture.verify()
        except _PARSER_FAULTS as fault:
            raise UnacceptableFile(FileFault.DAMAGED) from fault
        return Identified(kind, width=picture.width, height=picture.height)


def normalise_image(data: bytes) -> tuple[bytes, str]:
    """The picture upright, at most `MAX_SIDE` a side, without any metadata (no place, no device),
    and its content type. A PNG stays one; the others become JPEG on white."""
    kind = identify(data).kind
    if kind is FileKind.PDF:
        raise UnacceptableFile(FileFault.UNKNOWN_KIND)
    target = FileKind.PNG if kind is FileKind.PNG else FileKind.JPEG
    out = BytesIO()
    with _open_picture(data, kind) as picture:
        try:
            picture.draft("RGB", (MAX_SIDE, MAX_SIDE))
            flat = _on_white(ImageOps.exif_transpose(picture))
        except _PARSER_FAULTS as fault:
            raise UnacceptableFile(FileFault.DAMAGED) from fault
    flat.thumbnail((MAX_SIDE, MAX_SIDE))
    if target is FileKind.PNG:
        flat.save(out, "PNG", optimize=True)
    else:
        flat.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return out.getvalue(), target.value


def _picture_kind(data: bytes) -> FileKind:
    if data.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return FileKind.WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        raise UnacceptableFile(FileFault.HEIC)
    raise UnacceptableFile(FileFault.UNKNOWN_KIND)


def _open_picture(data: bytes, kind: FileKind) -> Image.Image:
    """The picture with only its header read, refused when its pixels would not fit in memory."""
    try:
        picture = Image.open(BytesIO(data), formats=[kind.name])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise UnacceptableFile(FileFault.TOO_MANY_PIXELS) from fault
    except _PARSER_FAULTS as fault:
        raise UnacceptableFile(FileFault.DAMAGED) from fault
    if picture.width * picture.height > MAX_PIXELS:
        picture.close()
        raise UnacceptableFile(FileFault.TOO_MANY_PIXELS)
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    """Pixels only, in a new picture: transparent parts white, nothing of the old metadata."""
    if picture.has_transparency_data:
        layer = picture.convert("RGBA")
        flat = Image.new("RGB", layer.size, "white")
        flat.paste(layer, mask=layer.getchannel("A"))
        return flat
    converted = picture.convert("L" if picture.mode in ("1", "L") else "RGB")
    flat = Image.new(converted.mode, converted.size)
    flat.paste(converted)
    return flat


def _count_pages(data: bytes) -> int:
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise UnacceptableFile(FileFault.ENCRYPTED)
        pages = len(reader.pages)
    except (PyPdfError, *_PARSER_FAULTS) as fault:
        raise UnacceptableFile(FileFault.DAMAGED) from fault
    if pages == 0:
        raise UnacceptableFile(FileFault.DAMAGED)
    if pages > MAX_PAGES:
        raise UnacceptableFile(FileFault.TOO_MANY_PAGES)
    return pages
