"""What is under every model? The base, the column types and the one way to commit."""

from app.db.base import Base, Model, db
from app.db.sealed import Sealed, blind_index, sealed_column
from app.db.transaction import transaction
from app.db.types import UtcDateTime, enum_column, instant_column

__all__ = [
    "Base",
    "Model",
    "Sealed",
    "UtcDateTime",
    "blind_index",
    "db",
    "enum_column",
    "instant_column",
    "sealed_column",
    "transaction",
]
