"""How is a password kept and checked? argon2id, at most a few at a time in one process."""

import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# OWASP's minimum for argon2id (19 MiB, two passes): old servers and two cores.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_at_once = threading.BoundedSemaphore(4)
_UNKNOWN = _hasher.hash("no such account")

MINIMUM_LENGTH = 10


def hash_password(password: str) -> str:
    with _at_once:
        return _hasher.hash(password)


def matches(password: str, stored: str | None) -> bool:
    """Whether it is the password; an unknown account costs the same time as a known one."""
    with _at_once:
        try:
            return _hasher.verify(stored or _UNKNOWN, password) and stored is not None
        except (VerificationError, InvalidHashError):
            return False
