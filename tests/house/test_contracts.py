"""Do imports run down only? import-linter's contracts, and the two files above all floors."""

import ast
import subprocess
import sys

from tests.house.conftest import ROOT

LINTER = "from importlinter.cli import lint_imports_command as run; run()"


def imports(name: str) -> set[str]:
    """The top packages a file imports."""
    found = set()
    for node in ast.walk(ast.parse((ROOT / name).read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


def test_contracts_are_kept():
    done = subprocess.run(
        [sys.executable, "-c", LINTER, "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert "kept, 0 broken" in done.stdout


def test_wsgi_only_makes_the_application():
    assert imports("wsgi.py") == {"app"}


def test_config_needs_nothing_but_the_standard_library():
    assert imports("config.py") <= sys.stdlib_module_names
