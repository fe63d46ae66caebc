"""How does a fresh checkout come to life? With the standard library only.

python3 dev.py setup        virtual environment with the pinned packages
python3 dev.py run          set up, migrate, load, start the web server and the jobs
python3 dev.py test [ARG]   set up and run the whole suite
"""

from __future__ import annotations  # an old Python must get as far as its sentence

import base64
import hashlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
INSTANCE = ROOT / "instance"
UV = "uv==0.13.9"


def stop(sentence: str) -> None:
    raise SystemExit(f"和 Hòa: {sentence}")


# --- the environment -------------------------------------------------------------------------


def check_python() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - an old Python must get a sentence
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop("Python's venv module is missing; on Debian: apt-get install python3-venv")


def setup(requirements: str) -> None:
    """The virtual environment, once per content of the requirements files."""
    check_python()
    stamp = VENV / f".{Path(requirements).stem}.stamp"
    wanted = "".join((ROOT / name).read_text() for name in ("requirements.txt", requirements))
    digest = hashlib.sha256((wanted + sys.version).encode()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    print(f"和 Hòa: installing {requirements} …", flush=True)
    if not (BIN / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip = [str(BIN / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if subprocess.run([*pip, UV]).returncode == 0:
        install = [str(BIN / "uv"), "pip", "install", "-q", "--python", str(BIN / "python")]
    else:
        install = pip
    if subprocess.run([*install, "-r", requirements], cwd=ROOT).returncode != 0:
        stop(f"the packages of {requirements} could not be installed; see the lines above.")
    stamp.write_text(digest)


def compile_catalogues() -> None:
    sources = sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po"))
    stale = [
        po
        for po in sources
        if not po.with_suffix(".mo").exists()
        or po.with_suffix(".mo").stat().st_mtime < po.stat().st_mtime
    ]
    if stale:
        subprocess.run([str(BIN / "python"), "tools/strings.py", "compile"], cwd=ROOT, check=True)


def demo_environment() -> dict[str, str]:
    """Secrets of this checkout's demonstration, made once and kept in instance/demo.env."""
    INSTANCE.mkdir(exist_ok=True)
    path = INSTANCE / "demo.env"
    if not path.exists():

        def key() -> str:
            return base64.b64encode(secrets.token_bytes(32)).decode()

        path.touch(mode=0o600)
        path.write_text(
            f"HOA_ENV=demo\nSECRET_KEY={secrets.token_hex(32)}\n"
            f"FIELD_KEYS=k1:{key()}\nINDEX_KEY={key()}\n"
        )
    lines = path.read_text().splitlines()
    kept = dict(line.split("=", 1) for line in lines if "=" in line)
    if address := os.environ.get("DATABASE_URL"):
        kept["DATABASE_URL"] = address
    return kept


# --- running ---------------------------------------------------------------------------------


def run() -> int:
    setup("requirements.txt")
    compile_catalogues()
    port = _port()
    env = os.environ | demo_environment()
    if not prepare(env):
        return 1
    web = subprocess.Popen(
        [
            str(BIN / "gunicorn"),
            "wsgi:app",
            "--bind",
            f"0.0.0.0:{port}",
            "--workers",
            "1",
            "--threads",
            "8",
            "--timeout",
            "60",
            "--graceful-timeout",
            "5",
            "--log-level",
            "warning",
        ],
        cwd=ROOT,
        env=env,
        start_new_session=True,
    )
    jobs = subprocess.Popen(
        [str(BIN / "flask"), "--app", "wsgi", "jobs", "run"],
        cwd=ROOT,
        env=env,
        start_new_session=True,
    )
    return _attend(port, web, jobs)


def prepare(env: dict[str, str]) -> bool:
    """Migrate and load, unless this very database has seen this very code and data before."""
    stamp, seen = INSTANCE / "prepared.stamp", _state_of_database(env)
    if seen and stamp.is_file() and stamp.read_text() == seen:
        return True
    command = [str(BIN / "flask"), "--app", "wsgi", "demo", "prepare"]
    if subprocess.run(command, cwd=ROOT, env=env).returncode != 0:
        return False
    stamp.write_text(_state_of_database(env))
    return True


def _state_of_database(env: dict[str, str]) -> str:
    """What the demonstration's file was made from; empty where it cannot be told from here."""
    database = INSTANCE / "hoa.sqlite"
    if env.get("DATABASE_URL") or not database.is_file():
        return ""
    sources = [
        *ROOT.glob("migrations/versions/*.py"),
        *ROOT.glob("app/*/data/*.csv"),
        *ROOT.glob("app/demo/**/*.py"),
    ]
    digest = hashlib.sha256(str(database.stat().st_ino).encode())
    for source in sorted(sources):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def _attend(port: int, *children: subprocess.Popen) -> int:
    """Wait until somebody presses Ctrl-C or a child dies; then stop everything."""
    wanted: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _frame: wanted.append(number))
    announced = False
    while not wanted and all(child.poll() is None for child in children):
        if not announced and _answers(port):
            _announce(port)
            announced = True
        time.sleep(0.1)
    codes = [child.poll() for child in children]
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
    if wanted:
        print("\n和 Hòa: 已停止 · đã dừng · stopped", flush=True)
        return 0
    failed = "web server" if codes[0] is not None else "jobs process"
    stop(f"the {failed} ended by itself (exit code {next(c for c in codes if c is not None)}).")
    return 1


def _port() -> int:
    text = os.environ.get("PORT", "8000")
    if not text.isdigit() or not 0 < int(text) < 65536:
        stop(f"PORT={text} is not a port number.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", int(text)))
        except OSError as error:
            stop(f"port {text} is not free ({error.strerror}); choose another: PORT=8001 make run")
    return int(text)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


def _announce(port: int) -> None:
    address = f"http://localhost:{port}/"
    print(
        f"\n和 Hòa\n  中文        打开 {address}\n  Tiếng Việt  Mở {address}\n"
        f"  English     Open {address}\n",
        flush=True,
    )
    accounts = INSTANCE / "demo-accounts.txt"
    if accounts.exists():
        print(accounts.read_text(encoding="utf-8"), flush=True)
    print("  Ctrl-C: 停止 · dừng · stop\n", flush=True)


# --- testing ---------------------------------------------------------------------------------


def test(arguments: list[str]) -> int:
    setup("requirements-dev.txt")
    compile_catalogues()
    for command in (
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "-q", "."],
        ["mypy"],
        ["lint-imports", "--no-cache"],
    ):
        if subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT).returncode != 0:
            stop(f"`{' '.join(command)}` found something; see the lines above.")
    workers = ["-n", os.environ.get("TEST_WORKERS", "2"), "--dist", "loadfile"]
    chosen = arguments or workers
    return subprocess.run([str(BIN / "pytest"), "-q", *chosen], cwd=ROOT).returncode


def main(arguments: list[str]) -> int:
    os.environ["PATH"] = f"{BIN}:{os.environ['PATH']}"
    if arguments == ["setup"]:
        setup("requirements-dev.txt")
        compile_catalogues()
        return 0
    if arguments == ["run"]:
        return run()
    if arguments[:1] == ["test"]:
        return test(arguments[1:])
    print(__doc__)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
