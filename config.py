"""What does the environment decide? The only reader of it; refuses to guess a secret.

`HOA_ENV` is `production`, `demo` or `test`. Without it, the values that `make run` wrote to
`instance/demo.env` are used, so that a command typed in the checkout meets the same database.
"""

import base64
import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
SECRETS = ("SECRET_KEY", "FIELD_KEYS", "INDEX_KEY")


class BadSetting(SystemExit):
    """A setting is missing or wrong: one sentence, and a non-zero exit."""

    def __init__(self, sentence: str) -> None:
        super().__init__(f"和 Hòa: {sentence}")


def from_environment(environ: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The Flask configuration. Raises BadSetting (a SystemExit with a sentence)."""
    env = dict(os.environ if environ is None else environ)
    if "HOA_ENV" not in env:
        env = _demo_file(ROOT / "instance" / "demo.env") | env
    mode = env.get("HOA_ENV", "production")
    if mode not in ("production", "demo", "test"):
        raise BadSetting(f"HOA_ENV={mode} is none of production, demo, test.")
    for name in SECRETS:
        if not env.get(name):
            raise BadSetting(
                f"{name} is not set. Production needs its secrets in the environment "
                "(docs/runbooks/install.md); `make run` starts a demonstration without them."
            )
    return _settings(env, mode)


def _settings(env: Mapping[str, str], mode: str) -> dict[str, Any]:
    keys = _field_keys(env["FIELD_KEYS"])
    secure = env.get("COOKIE_SECURE", "1" if mode == "production" else "0") == "1"
    return {
        "ENV_MODE": mode,
        "DEMO_MODE": mode == "demo",
        "TESTING": mode == "test",
        "SECRET_KEY": env["SECRET_KEY"],
        "FIELD_KEYS": keys,
        "FIELD_KEY_ID": next(reversed(keys)),
        "INDEX_KEY": _key("INDEX_KEY", env["INDEX_KEY"]),
        "SQLALCHEMY_DATABASE_URI": database_url(env),
        "WEB_THREADS": _number(env, "WEB_THREADS", 8),
        "COUNTRY": _country(env.get("COUNTRY", "")),
        "TRUSTED_PROXIES": _number(env, "TRUSTED_PROXIES", 0),
        "TRUSTED_HOSTS": env["TRUSTED_HOSTS"].split(",") if env.get("TRUSTED_HOSTS") else None,
        "MAX_CONTENT_LENGTH": 20 * 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
        "SESSION_COOKIE_NAME": "__Host-hoa" if secure else "hoa",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        # A slow answer must not bring an older cookie back over a newer language or sign-in.
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": timedelta(days=365),  # of the language chosen
        "SIGN_IN_IDLE": timedelta(minutes=_number(env, "SIGN_IN_IDLE_MINUTES", 30)),
        "SIGN_IN_ABSOLUTE": timedelta(hours=8),
        "WTF_CSRF_TIME_LIMIT": 8 * 3600,
        "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "translations"),
        "BABEL_DEFAULT_LOCALE": "zh_Hans_CN",
        "JOINT_VIEW_DAYS": _number(env, "JOINT_VIEW_DAYS", 60),
        "SPOT_BACKDATE_DAYS": _number(env, "SPOT_BACKDATE_DAYS", 60),
        "UNTOUCHED_DAYS": _number(env, "UNTOUCHED_DAYS", 30),
        "WHOLE_FILE_DAYS": _number(env, "WHOLE_FILE_DAYS", 7),
        "PUBLIC_URL": _public_url(env.get("PUBLIC_URL", "")),
    }


def database_url(env: Mapping[str, str]) -> str:
    """The SQLAlchemy address; SQLite under `instance/` when none is named."""
    url = env.get("DATABASE_URL") or f"sqlite:///{ROOT / 'instance' / 'hoa.sqlite'}"
    if url.startswith("postgres://"):
        url = "postgresql://" + url.removeprefix("postgres://")
    if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise BadSetting(
            "DATABASE_URL must start with postgresql:// or sqlite:/// ; "
            f"it starts with “{url.split(':', 1)[0]}:”."
        )
    return url


def _public_url(value: str) -> str:
    """Where QR codes on papers lead; empty for the address the request came by."""
    if value and not value.startswith(("https://", "http://")):
        raise BadSetting(f"PUBLIC_URL={value} must begin with https:// (or http:// in a trial).")
    return value.rstrip("/")


def _country(value: str) -> str | None:
    if value not in ("", "CN", "VN"):
        raise BadSetting(f"COUNTRY={value} is neither CN nor VN; leave it empty for both.")
    return value or None


def _number(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name) or str(default)
    if not text.isdecimal():
        raise BadSetting(f"{name}={text} is not a whole number.")
    return int(text)


def _field_keys(text: str) -> dict[str, bytes]:
    keys = {}
    for part in text.split(","):
        name, _, body = part.strip().partition(":")
        keys[name] = _key("FIELD_KEYS", body)
    return keys


def _key(name: str, text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != 32:
        raise BadSetting(f"{name} needs 32 bytes in base64 for each key.")
    return key


def _demo_file(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
