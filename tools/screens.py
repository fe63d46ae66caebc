"""What does the product look like? Photographs the main pages of the demonstration.

Both languages, three widths, into docs/screens/ with an index; prints what axe finds meanwhile
at every width, and fails when there is anything.
"""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.demonstration import Tour, raised  # noqa: E402
from tests.browser.looks import faults  # noqa: E402
from tests.browser.tour import STOPS, Stop  # noqa: E402
from tests.browser.visit import Visitors, chromium_running, program, serving  # noqa: E402

SCREENS = ROOT / "docs" / "screens"
TALLEST = {360: 2400, 768: 1700, 1280: 1500}  # pixels by width; a longer page is cut
WIDTHS = tuple(TALLEST)
MOST = 5 * 1024 * 1024


def main() -> int:
    if program() is None:
        raise SystemExit("和 Hòa: apt-get install chromium fonts-noto-cjk fonts-noto-core")
    SCREENS.mkdir(parents=True, exist_ok=True)
    for old in SCREENS.glob("*.webp"):
        old.unlink()
    pictured = [stop for stop in STOPS if stop.pictured]
    with tempfile.TemporaryDirectory() as directory, chromium_running() as chromium:
        app = raised(f"sqlite:///{directory}/demo.sqlite")
        with serving(app) as address:
            found = _photograph(Tour(app, Visitors(chromium, address)), pictured)
    _write_index(pictured)
    size = sum(each.stat().st_size for each in SCREENS.glob("*.webp"))
    print(f"{len(list(SCREENS.glob('*.webp')))} pictures, {size / 1024 / 1024:.1f} MB")
    if size > MOST:
        found.append("the pictures are more than 5 MB")
    print("\n".join(found) or "no faults")
    return 1 if found else 0


def _photograph(tour: Tour, stops: list[Stop]) -> list[str]:
    found = []
    for stop in stops:
        for language in ("zh", "vi"):
            page = tour.open(stop, language, WIDTHS[0])
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                name = f"{stop.name}.{language}.{width}"
                found += [f"{name}: {each}" for each in faults(page, language)]
                _keep(page.screenshot(full_page=True), name, TALLEST[width])
            found += [f"{stop.name}: console: {each}" for each in tour.visit.leave()]
    return found


def _keep(png: bytes, name: str, tallest: int) -> None:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture = picture.crop((0, 0, picture.width, min(picture.height, tallest)))
    picture.save(SCREENS / f"{name}.webp", quality=30, method=6)


def _write_index(stops: list[Stop]) -> None:
    lines = [
        "# Screens",
        "",
        "The main pages of the demonstration in both languages, on a phone, a tablet and a desk.",
        "All people and cases are invented. `make screens` takes the pictures again.",
        "",
        "| page | 中文 | Tiếng Việt |",
        "|---|---|---|",
    ]
    for stop in stops:
        cells = [
            " · ".join(f"[{width}]({stop.name}.{language}.{width}.webp)" for width in WIDTHS)
            for language in ("zh", "vi")
        ]
        lines.append(f"| {stop.name} | {cells[0]} | {cells[1]} |")
    (SCREENS / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
