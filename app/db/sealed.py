"""How are document numbers, phones and addresses kept? AES-256-GCM bound to column and row.

A stored value reads `v1.<key id>.<nonce+ciphertext>`; the table, column and the row's own
`uid` are associated data, so that a value moved to another row or column does not open.
Keys come from the app's configuration (`FIELD_KEYS`: id → 32 bytes, `FIELD_KEY_ID`: the one
that writes, `INDEX_KEY`).
"""

import base64
import hashlib
import hmac
import secrets
from typing import Any, overload

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app
from sqlalchemy import Text
from sqlalchemy.orm import MappedColumn, mapped_column

_NONCE = 12


def sealed_column() -> MappedColumn[Any]:
    return mapped_column(Text, nullable=True)


def seal(value: str, context: str) -> str:
    config = current_app.config
    key_id = config["FIELD_KEY_ID"]
    nonce = secrets.token_bytes(_NONCE)
    box = AESGCM(config["FIELD_KEYS"][key_id]).encrypt(nonce, value.encode(), context.encode())
    return f"v1.{key_id}.{base64.urlsafe_b64encode(nonce + box).decode()}"


def unseal(stored: str, context: str) -> str:
    """The value in clear. Raises cryptography's InvalidTag when row, column or key differ."""
    _version, key_id, body = stored.split(".", 2)
    raw = base64.urlsafe_b64decode(body)
    key = current_app.config["FIELD_KEYS"][key_id]
    return AESGCM(key).decrypt(raw[:_NONCE], raw[_NONCE:], context.encode()).decode()


def seal_bytes(value: bytes, context: str) -> bytes:
    """A whole file, sealed like a value: `v1.<key id>.` and then nonce and ciphertext."""
    config = current_app.config
    key_id = config["FIELD_KEY_ID"]
    nonce = secrets.token_bytes(_NONCE)
    box = AESGCM(config["FIELD_KEYS"][key_id]).encrypt(nonce, value, context.encode())
    return b"v1." + key_id.encode() + b"." + nonce + box


def unseal_bytes(stored: bytes, context: str) -> bytes:
    """The file in clear. Raises cryptography's InvalidTag when row, column or key differ."""
    _version, key_id, raw = bytes(stored).split(b".", 2)
    key = current_app.config["FIELD_KEYS"][key_id.decode()]
    return AESGCM(key).decrypt(raw[:_NONCE], raw[_NONCE:], context.encode())


def blind_index(value: str) -> str:
    """A keyed digest for exact match only; the same value gives the same digest."""
    key = current_app.config["INDEX_KEY"]
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()[:32]


class Sealed:
    """A row's attribute in clear over a `<name>_sealed` column; the row must have a `uid`."""

    def __init__(self, *, indexed: bool = False) -> None:
        self.indexed = indexed

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.column = f"{name}_sealed"

    @overload
    def __get__(self, row: None, owner: type) -> "Sealed": ...
    @overload
    def __get__(self, row: object, owner: type) -> str | None: ...
    def __get__(self, row: Any, owner: type) -> "Sealed | str | None":
        if row is None:
            return self
        stored = getattr(row, self.column)
        return unseal(stored, self._context(row)) if stored else None

    def __set__(self, row: Any, value: str | None) -> None:
        setattr(row, self.column, seal(value, self._context(row)) if value else None)
        if self.indexed:
            setattr(row, f"{self.name}_index", blind_index(value) if value else None)

    def _context(self, row: Any) -> str:
        if not row.uid:
            row.uid = secrets.token_hex(16)
        return f"{row.__tablename__}.{self.name}:{row.uid}"
