"""Who commits? Only this: one transaction per use case, no nesting."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session, scoped_session
from sqlalchemy.orm.exc import StaleDataError

from app.db.base import db
from app.db.engine import write_lock, writing
from app.kernel.errors import Taken


class NestedTransaction(RuntimeError):
    """A use case was called inside another one's transaction."""


class StrayChange(RuntimeError):
    """Something was changed before the transaction was opened, where nobody would commit it."""


@contextmanager
def transaction() -> Iterator[scoped_session[Session]]:
    """Open the one transaction of a use case: commits at the end, rolls back on any exception.

    Whatever snapshot the session was reading is given up first, so that what the use case
    loads is what it changes. Raises NestedTransaction, StrayChange, and Taken when a row was
    changed by somebody else in between.
    """
    if writing.get():
        raise NestedTransaction
    session = db.session
    if session.new or session.dirty or session.deleted:
        raise StrayChange
    session.rollback()
    with write_lock(db.engine):
        token = writing.set(True)
        try:
            session.connection()
            yield session
            session.commit()
        except StaleDataError as error:
            session.rollback()
            raise Taken from error
        except BaseException:
            session.rollback()
            raise
        finally:
            writing.reset(token)
