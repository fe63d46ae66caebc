"""Are both catalogues complete? Extract, merge, fill from a table, check, compile.

python tools/strings.py update          extract and merge into both catalogues
python tools/strings.py add FILE.tsv    the same, then fill from `msgid<TAB>zh<TAB>vi` rows
python tools/strings.py check           fail on a missing, fuzzy or stale message
python tools/strings.py compile         write the .mo files
"""

import fcntl
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = {"zh": "zh_Hans_CN", "vi": "vi"}
KEYWORDS = ["_l", "_", "gettext", "lazy_gettext", "ngettext:1,2"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def po_path(language: str, domain: str = "messages") -> Path:
    return ROOT / "translations" / CATALOGUES[language] / "LC_MESSAGES" / f"{domain}.po"


def read(language: str, domain: str = "messages") -> Catalog:
    path = po_path(language, domain)
    if not path.exists():
        return Catalog(locale=CATALOGUES[language], project="hoa")
    with path.open("rb") as handle:
        return read_po(handle, locale=CATALOGUES[language])


def write(catalogue: Catalog, language: str) -> None:
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as handle:
        write_po(
            handle,
            catalogue,
            no_location=True,
            sort_output=True,
            omit_header=False,
            ignore_obsolete=True,
            width=100,
        )


def extracted() -> Catalog:
    template = ROOT / "instance" / "messages.pot"
    template.parent.mkdir(exist_ok=True)
    options = [option for word in KEYWORDS for option in ("-k", word)]
    command = [
        sys.executable,
        "-m",
        "babel.messages.frontend",
        "-q",
        "extract",
        "-F",
        "babel.cfg",
        "--no-location",
        "--sort-output",
        *options,
        "-o",
        str(template),
        ".",
    ]
    subprocess.run(command, cwd=ROOT, check=True)
    with template.open("rb") as handle:
        return read_po(handle)


def keys(message_id: str | tuple[str, ...]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def update(table: dict[str, tuple[str, str]] | None = None) -> None:
    template = extracted()
    for position, language in enumerate(CATALOGUES):
        old = {keys(m.id): m.string for m in read(language) if m.id}
        catalogue = Catalog(
            locale=CATALOGUES[language],
            project="hoa",
            fuzzy=False,
            creation_date=None,
            revision_date=None,
        )
        for message in template:
            if not message.id:
                continue
            key = keys(message.id)
            text = (table or {}).get(key, ("", ""))[position] or _single(old.get(key, ""))
            text = unicodedata.normalize("NFC", text)
            string = text if isinstance(message.id, str) else (text,)
            flags = {"python-format"} if "python-format" in message.flags else set()
            catalogue.add(message.id, string, flags=flags)
        catalogue.fuzzy = False
        write(catalogue, language)


def _single(string: str | tuple[str, ...]) -> str:
    return string if isinstance(string, str) else (string[0] if string else "")


def load_table(path: Path) -> dict[str, tuple[str, str]]:
    table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            parts = [part.replace("\\n", "\n") for part in line.split("\t")]
            if len(parts) != 3:
                raise SystemExit(f"{path}: three columns wanted: {line!r}")
            table[parts[0]] = (parts[1], parts[2])
    return table


def check() -> list[str]:
    """Every fault of the catalogues, a line each."""
    wanted = {keys(m.id): m.id for m in extracted() if m.id}
    faults = []
    for language in CATALOGUES:
        have = {keys(m.id): m for m in read(language) if m.id}
        faults += [f"{language}: missing: {key}" for key in wanted if key not in have]
        faults += [f"{language}: stale: {key}" for key in have if key not in wanted]
        for key, message in have.items():
            text = _single(message.string)
            if not text:
                faults.append(f"{language}: not translated: {key}")
            elif message.fuzzy:
                faults.append(f"{language}: fuzzy: {key}")
            elif sorted(set(PLACEHOLDER.findall(key))) != sorted(set(PLACEHOLDER.findall(text))):
                faults.append(f"{language}: other placeholders: {key}")
            elif text != unicodedata.normalize("NFC", text):
                faults.append(f"{language}: not NFC: {key}")
    return faults


def compile_all() -> None:
    for language in CATALOGUES:
        for domain in ("messages", "wtforms"):
            path = po_path(language, domain)
            if path.exists():
                with path.with_suffix(".mo").open("wb") as handle:
                    write_mo(handle, read(language, domain))


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in ("update", "add", "check", "compile"):
        print(__doc__)
        return 2
    (ROOT / "instance").mkdir(exist_ok=True)
    with (ROOT / "instance" / "strings.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if arguments[0] == "check":
            faults = check()
            print("\n".join(faults) or "catalogues complete")
            return 1 if faults else 0
        if arguments[0] == "add":
            update(load_table(Path(arguments[1])))
        elif arguments[0] == "update":
            update()
        compile_all()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
