"""LaTeX to SVG, each formula once; any thread may ask."""

from __future__ import annotations

import logging
from functools import cache

SIZE = 20.0
"""Size of the letters in the units of the SVG."""


@cache
def typeset(latex: str) -> bytes:
    """Return a formula as SVG in black, its letters `SIZE` high; empty if it cannot be made.

    The first call imports the typesetter (0.2 s), every new formula takes 5–30 ms.
    """
    try:
        # The typesetter's fonts log to the root, which then, without a handler, gets one that
        # writes everything to stderr: also what this program shows in its window.
        root = logging.getLogger()
        if not root.handlers:
            root.addHandler(logging.NullHandler())
        # Imported late: the window does not wait for it.
        from ziamath.config import config
        from ziamath.zmath import Latex

        # What it makes otherwise is valid, and drawn by QSvgRenderer as an almost empty picture.
        config.svg2 = False
        svg: str = Latex(latex, size=SIZE).svg()
    except Exception:  # the text of the formula takes its place, whatever it was
        logging.getLogger(__name__).exception("The formula %s cannot be typeset", latex)
        return b""
    return svg.encode()
