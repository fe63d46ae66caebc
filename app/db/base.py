"""What does every table share? Naming of constraints, the declarative base and the session."""

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


# `add` and `delete` need no session of their own: models are plain rows.
db = SQLAlchemy(model_class=Base, session_options={"autoflush": True})


class Model(db.Model):  # type: ignore[name-defined, misc]
    """A table with a surrogate key."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
