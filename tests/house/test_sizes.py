"""Can every file be read at one sitting?"""

from statistics import median, quantiles

from tests.house.conftest import ROOT, sources
from tests.house.test_templates import TEMPLATES


def lines(path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def python_files():
    return [*sources("app", "tests", "tools"), *sorted(ROOT.glob("*.py"))]


def test_no_file_is_over_400_lines():
    assert [f"{p.relative_to(ROOT)}: {lines(p)}" for p in python_files() if lines(p) > 400] == []


def test_nine_files_in_ten_are_under_200_lines():
    ninth = quantiles([lines(path) for path in python_files()], n=10)[-1]
    assert ninth < 200


def test_half_of_the_files_are_under_100_lines():
    assert median(lines(path) for path in python_files()) < 100


def test_no_template_is_over_150_lines():
    long = {name: lines(path) for name, path in TEMPLATES.items() if lines(path) > 150}
    assert long == {}
