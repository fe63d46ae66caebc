"""Is this uploaded workbook safe to open, and what does its raw XML admit that values hide?

An XLSX is a zip of XML. Its parts are unpacked here under limits and packed again, so that the
reader that follows only meets bytes that were counted. Formulas, error cells and the true extent of
a sheet are taken from the XML, which is read by expat with document types refused.
"""

import re
import zlib
from collections.abc import Callable
from enum import StrEnum
from io import BytesIO
from posixpath import normpath
from xml.parsers import expat
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from app.kernel.errors import HouseError

MAX_BYTES = 10 * 1024 * 1024
MAX_UNPACKED = 80 * 1024 * 1024
MAX_RATIO = 200  # sheets of repeated rows reach about 60
RATIO_FREE = 256 * 1024  # small parts may be as repetitive as they like
MAX_PARTS = 2_000
MAX_ROWS = 20_000
MAX_COLUMNS = 256

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CELL = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_CHUNK = 256 * 1024


class WorkbookFault(StrEnum):
    EMPTY_FILE = "empty_file"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    ENCRYPTED = "encrypted"
    OLD_FORMAT = "old_format"
    NOT_EXCEL = "not_excel"
    DAMAGED = "damaged"
    NO_SUCH_SHEET = "no_such_sheet"
    NO_ROWS = "no_rows"


class CellDoubt(StrEnum):
    """Why the value of a cell may not be what was meant."""

    FORMULA = "formula"
    ERROR = "error"
    LOST_DIGITS = "lost_digits"


class UnreadableWorkbook(HouseError):
    """A file that is not a workbook we may read, and why."""

    def __init__(self, code: WorkbookFault) -> None:
        super().__init__(code=code)
        self.code = code


def unpack(data: bytes) -> dict[str, bytes]:
    """The XML parts of the workbook by name; raises `UnreadableWorkbook`."""
    _refuse_by_first_bytes(data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_by_directory(entries)
            wanted = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
            parts = {entry.filename: archive.read(entry) for entry in wanted}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as fault:
        raise UnreadableWorkbook(WorkbookFault.DAMAGED) from fault
    except RuntimeError as fault:  # zipfile's word for a part with a password
        raise UnreadableWorkbook(WorkbookFault.ENCRYPTED) from fault
    if "xl/workbook.xml" not in parts:
        binary = any(entry.filename == "xl/workbook.bin" for entry in entries)
        raise UnreadableWorkbook(WorkbookFault.OLD_FORMAT if binary else WorkbookFault.NOT_EXCEL)
    return parts


def pack(parts: dict[str, bytes]) -> bytes:
    """A zip of exactly these parts, uncompressed."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def visible_sheets(parts: dict[str, bytes]) -> dict[str, str]:
    """Name of every visible sheet, in order, with the name of its part."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else f"xl/{target}"
            targets[attributes.get("Id", "")] = normpath(path)

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet" and attributes.get("state", "visible") == "visible":
            sheets[attributes.get("name", "")] = attributes.get("id", "")

    _read_xml(parts.get("xl/_rels/workbook.xml.rels", b""), relation)
    _read_xml(parts["xl/workbook.xml"], sheet)
    found = {name: targets.get(identity, "") for name, identity in sheets.items()}
    return {name: path for name, path in found.items() if path in parts}


def survey(xml: bytes) -> dict[tuple[int, int], CellDoubt]:
    """Formula and error cells of a sheet by (row, column) from 0; refuses a sheet that is too big.

    One stray cell at the far corner would make a reader set aside a thousand million empty ones, so
    the extent is measured before any reader sees the sheet.
    """
    doubts: dict[tuple[int, int], CellDoubt] = {}
    row, column = -1, -1

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        if tag == "row":
            row, column = _row_number(attributes.get("r"), row + 1), -1
        elif tag == "c":
            row, column = _position(attributes.get("r"), (row, column + 1))
            _refuse_beyond(row, column)
            if attributes.get("t") == "e":
                doubts[row, column] = CellDoubt.ERROR
        elif tag == "f":
            doubts[row, column] = CellDoubt.FORMULA

    _read_xml(xml, start)
    return doubts


def _refuse_by_first_bytes(data: bytes) -> None:
    if not data:
        raise UnreadableWorkbook(WorkbookFault.EMPTY_FILE)
    if len(data) > MAX_BYTES:
        raise UnreadableWorkbook(WorkbookFault.TOO_LARGE)
    if data.startswith(_OLE):
        locked = _ENCRYPTED in data
        raise UnreadableWorkbook(WorkbookFault.ENCRYPTED if locked else WorkbookFault.OLD_FORMAT)
    if not data.startswith(b"PK"):
        raise UnreadableWorkbook(WorkbookFault.NOT_EXCEL)


def _refuse_by_directory(entries: list[ZipInfo]) -> None:
    """What the zip says of itself; zipfile never hands out more than the size stated here."""
    squeezed = (
        entry.file_size > RATIO_FREE and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_PARTS or unpacked > MAX_UNPACKED or any(squeezed):
        raise UnreadableWorkbook(WorkbookFault.TOO_LARGE)


def _refuse_beyond(row: int, column: int) -> None:
    if row >= MAX_ROWS:
        raise UnreadableWorkbook(WorkbookFault.TOO_MANY_ROWS)
    if column >= MAX_COLUMNS:
        raise UnreadableWorkbook(WorkbookFault.TOO_MANY_COLUMNS)


def _row_number(text: str | None, following: int) -> int:
    if text is None:
        return following
    if not text.isascii() or not text.isdigit() or len(text) > 7 or text == "0":
        raise UnreadableWorkbook(WorkbookFault.DAMAGED)
    return int(text) - 1


def _position(address: str | None, following: tuple[int, int]) -> tuple[int, int]:
    """(row, column) from 0 of a cell; one without an address follows the one before it."""
    if address is None:
        return following
    match = _CELL.fullmatch(address)
    if match is None:
        raise UnreadableWorkbook(WorkbookFault.DAMAGED)
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return _row_number(match[2], 0), column - 1


def _read_xml(xml: bytes, start: Callable[[str, dict[str, str]], None]) -> None:
    """Calls `start` with the local name and attributes of every element."""

    def refuse_doctype(*_: object) -> None:
        raise UnreadableWorkbook(WorkbookFault.DAMAGED)

    def element(tag: str, attributes: dict[str, str]) -> None:
        local = {name.rpartition(":")[2]: value for name, value in attributes.items()}
        start(tag.rpartition(":")[2], local)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = element
    try:
        for at in range(0, len(xml), _CHUNK):
            parser.Parse(xml[at : at + _CHUNK], False)
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        raise UnreadableWorkbook(WorkbookFault.DAMAGED) from fault
