"""How does an address become a QR code that prints sharp at any size?"""

from io import BytesIO

import segno


def qr_svg(address: str) -> str:
    """A whole SVG document; a quarter of the code may be soiled and it still reads."""
    out = BytesIO()
    segno.make(address, error="q", micro=False).save(out, kind="svg", border=2, nl=False)
    return out.getvalue().decode()
