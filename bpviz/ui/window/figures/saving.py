"""Figures written to files, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMainWindow

from bpviz.figure_files import safe_name
from bpviz.training.events import Frame
from bpviz.training.whole_file import written_whole
from bpviz.ui.core.formatting import translated
from bpviz.ui.core.panel import Panel
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import Theme, apply_theme, current_theme
from bpviz.ui.kit.figure.encoding import UNIT, Format, encoded, encoded_widget, picture
from bpviz.ui.kit.figure.page import Words
from bpviz.ui.window.figures.panel_figure import circumstances, page_of

_KEEP = Qt.AspectRatioMode.KeepAspectRatio


@contextmanager
def _shown_in(theme: Theme) -> Iterator[None]:
    app, before = QApplication.instance(), current_theme()
    if theme is before or not isinstance(app, QApplication):
        yield
        return
    apply_theme(app, theme)
    try:
        yield
    finally:
        apply_theme(app, before)


def name_of(subject: str, frame: Frame | None) -> str:
    """Return what the file of a figure is called, without its ending: "loss mnist l32 λ0.1"."""
    if frame is None:
        return safe_name(subject.lower())
    data = translated(frame.dataset.title) if frame.dataset is not None else ""
    source = Path(frame.data_request.source).stem or data
    size, rate = frame.network.n_hidden, frame.learning_rate
    return safe_name(subject.lower(), source, f"l{size}", f"λ{rate:.6g}")


def figure_of(
    panel: Panel,
    frame: Frame,
    size: QSize,
    theme: Theme,
    kind: Format,
    *,
    dpi: float = UNIT,
    selection: Selection | None = None,
) -> bytes:
    """Return the figure of a panel as a file has it.

    Parameters
    ----------
    size : QSize
        In units of 1/96 inch.
    dpi : float
        Pixels in an inch of a PNG or JPEG.

    Raises
    ------
    ValueError
        If it would have more pixels than a picture can have.
    """
    with page_of(panel, frame, size, theme, selection=selection) as page:
        return encoded(page, kind, dpi)


def window_as(
    window: QMainWindow,
    theme: Theme,
    kind: Format,
    *,
    size: QSize | None = None,
    dpi: float = UNIT,
    frame: Frame | None = None,
) -> bytes:
    """Return what a window shows, all of it, as large as it is or as wide as `size`.

    It is shown in another theme for that moment, which nobody sees: nothing is painted meanwhile.
    """
    own = window.size()
    size = own if size is None else own.scaled(size, _KEEP)
    words = Words(window.windowTitle(), "" if frame is None else circumstances(frame))
    with _shown_in(theme):
        return encoded_widget(window, size, kind, words, dpi)


def window_picture(window: QMainWindow, size: QSize) -> QImage:
    """Return what a window shows as pixels."""
    return picture(window, window.size().scaled(size, _KEEP))


def write_figure(path: Path, data: bytes) -> None:
    """Write a figure's file; an error or an interrupt leaves what was there.

    Raises
    ------
    OSError
        If it cannot be written; `whole_file.not_written` says so in words.
    """
    with written_whole(path) as (stream, _):
        stream.write(data)
