"""Make pictures of every layout as it is presented, and measure what the last row has to see.

    python scripts/presentation.py --out pictures
    python scripts/presentation.py --sizes 1280x800 --languages de --datasets mnist --layouts debug

For each data set, language, size of the screen and layout, the panels in front are measured, and
then those behind them, one after the other: the size of a tile of W₁, of the canvas, of a cell of
the confusion matrix and of the sample; whether every unit of the graph has its number; the fewest
numbers on an axis of a plot; the height of a capital as a share of the width; and which buttons,
tabs and lines of text are cut.  A measure that does not hold is named, and the script exits with 1.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from bpviz.training.events import Frame
    from bpviz.ui.window.main_window import MainWindow

W = TypeVar("W", bound="QWidget")

SIZES = ((1280, 800), (1920, 1080), (3840, 2160))
LANGUAGES = ("en", "de")
DATASETS = ("mnist", "iris", "moons")

LEAST = {
    "tile": 24.0,
    "canvas": 240.0,
    "cell": 16.0,
    "sample": 120.0,
    "graph": 1.0,
    "ticks": 3.0,
    "capital": 1 / 200,
}
"""Pixels; lines of text in the smallest unit of the graph; numbers on an axis; share of the width.
"""

_STEPS = 3000
_PATIENCE = 120.0  # seconds
_TOUCHING = 2  # pixels by which a widget may be short of what it asks for


@dataclass(frozen=True)
class Found:
    """What was measured in one state of the window.

    Attributes
    ----------
    measures : dict of str to float
        The least of each kind; those of which nothing is in sight are not there.
    cut : tuple of str
        Controls, tabs and lines of text that are not seen whole, as "name: text".
    """

    measures: dict[str, float]
    cut: tuple[str, ...]

    def failures(self) -> list[str]:
        """Return what does not hold, in words."""
        short = [
            f"{name} {value:.4g} < {LEAST[name]:.4g}"
            for name, value in self.measures.items()
            if value < LEAST[name] - 1e-9
        ]
        return short + [f"cut: {each}" for each in self.cut]


@dataclass(frozen=True)
class Case:
    """A presentation, and what of it was measured."""

    dataset: str
    language: str
    size: tuple[int, int]
    layout: str
    panel: str
    points: int
    found: Found


def measure(window: MainWindow) -> Found:
    """Measure what is in sight of `window`."""
    found: dict[str, float] = {}

    def note(name: str, value: float) -> None:
        found[name] = min(value, found.get(name, value))

    note("capital", window.fontMetrics().capHeight() / window.width())
    for panel in in_sight(window):
        for name, value in _measures(panel):
            note(name, value / window.width() if name == "capital" else value)
    return Found(found, tuple(dict.fromkeys(_cut(window))))


def in_sight(window: MainWindow) -> list[QWidget]:
    """Return the panels that are not behind another one."""
    panels = window.panel_set.panels.values()
    return [panel for panel in panels if panel.isVisible() and not panel.visibleRegion().isEmpty()]


def _measures(panel: QWidget) -> Iterator[tuple[str, float]]:
    """Yield each measure in a panel by its name; that of a capital in pixels."""
    from PySide6.QtGui import QFontMetrics

    from bpviz.ui.kit.charts.axes import placed_below, upright_ticks
    from bpviz.ui.kit.charts.chart import Chart
    from bpviz.ui.kit.charts.scale import n_labels
    from bpviz.ui.kit.heatmap.view import Heatmap
    from bpviz.ui.kit.pair.pixel_picture import PixelPicture
    from bpviz.ui.panels.draw.canvas import DrawCanvas
    from bpviz.ui.panels.evaluation.confusion.matrix import ConfusionMatrix
    from bpviz.ui.panels.network_graph.view import GraphView

    for chart in _visible(panel, Chart):
        metrics = QFontMetrics(chart.font())
        yield "capital", metrics.capHeight()
        if n_labels(chart.x_ticks(1000)) >= LEAST["ticks"]:  # not two classes side by side
            yield "ticks", sum(bool(tick.label) for _, tick, _ in placed_below(chart, metrics))
        scales = (chart.y_scale, chart.right_scale)
        lines = max(chart.area().height(), 0) // metrics.height()
        for scale in filter(None, scales):
            yield "ticks", n_labels(upright_ticks(scale, lines))
    for heatmap in _visible(panel, Heatmap):
        across, down = heatmap.box.viewPixelSize()
        grid = heatmap.grid
        if grid is not None and heatmap.objectName().startswith("weights1"):
            yield "tile", min(grid.width / across, grid.tile_height / down)
    for canvas in _visible(panel, DrawCanvas):
        yield "canvas", min(canvas.canvas_rect().width(), canvas.canvas_rect().height())
    for matrix in _visible(panel, ConfusionMatrix):
        if matrix.confusion is not None:
            layout = matrix.layout_now()
            yield "cell", min(layout.cell_width, layout.cell_height)
            for factor in filter(None, (layout.factor, layout.rows)):
                yield "capital", factor * matrix.fontMetrics().capHeight()
    for picture in _visible(panel, PixelPicture):
        if panel.objectName() == "sample_panel":
            yield "sample", min(picture.picture_rect().width(), picture.picture_rect().height())
    for graph in _visible(panel, GraphView):
        place = graph.graph_layout()
        if place is not None:
            yield "graph", min(column.lines for column in place.columns.values())


def _visible(panel: QWidget, kind: type[W]) -> list[W]:
    found = panel.findChildren(kind)
    return [each for each in found if each.isVisible() and not each.visibleRegion().isEmpty()]


def _cut(window: MainWindow) -> Iterator[str]:
    """Yield what is not seen whole of labels, buttons, editors and tabs."""
    from PySide6.QtWidgets import (
        QAbstractButton,
        QAbstractScrollArea,
        QAbstractSpinBox,
        QComboBox,
        QLabel,
        QTabBar,
        QWidget,
    )

    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QTabBar):
            tabs = [i for i in range(widget.count()) if not _holds(widget, i)]
            yield from (f"tab: {widget.tabText(i)}" for i in tabs)
        elif isinstance(widget, QLabel):
            if widget.text() and not _fits(widget):
                yield f"{widget.objectName() or 'label'}: {widget.text()}"
        elif isinstance(widget.parent(), QTabBar):
            continue  # the arrows beside tabs that have no room
        elif isinstance(widget, QAbstractButton | QAbstractSpinBox | QComboBox):
            needs = widget.minimumSizeHint()
            whole = widget.visibleRegion().boundingRect().size()
            around, scrolled = widget.parentWidget(), False
            while around is not None and not scrolled:
                scrolled, around = isinstance(around, QAbstractScrollArea), around.parentWidget()
            room = widget.size() if scrolled else whole
            words = getattr(widget, "text", str)()
            low = bool(words) and room.height() < widget.fontMetrics().ascent()
            if low or room.width() < needs.width() - _TOUCHING:
                yield f"{widget.objectName()}: {words} ({room.width()} of {needs.width()} pixels)"


def _holds(bar: object, index: int) -> bool:
    return bool(bar.rect().contains(bar.tabRect(index)))  # type: ignore[attr-defined]


def _fits(label: object) -> bool:
    """Whether all of the text of a label is seen."""
    from PySide6.QtGui import Qt
    from PySide6.QtWidgets import QLabel

    assert isinstance(label, QLabel)
    room = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height() + _TOUCHING
    if Qt.mightBeRichText(label.text()):
        return label.sizeHint().width() <= label.width() + _TOUCHING
    lines = label.text().splitlines()
    wide = max(map(label.fontMetrics().horizontalAdvance, lines))
    return wide <= room.width() + _TOUCHING and label.fontMetrics().ascent() <= label.height()


def present(
    app: QApplication,
    window: MainWindow,
    size: tuple[int, int],
    layout: str,
    *,
    behind: bool = True,
) -> Iterator[tuple[str, Found]]:
    """Present a layout on a screen of that size; yield what is measured of it, panel by panel.

    The first are those in front, under the layout's name; then those behind them, if wanted.
    """
    view = window.actions_of_view
    if not view.present.isChecked():
        view.present.trigger()
        settle(app, window)  # the screen's own size comes first
    if (window.width(), window.height()) != size:
        window.resize(*size)
        settle(app, window)
    view.arrangement_wanted.emit(layout)
    settle(app, window)
    seen = in_sight(window)
    yield layout, measure(window)
    for name, panel in window.panel_set.panels.items():
        dock = window.docks.docks[name]
        if behind and not dock.isHidden() and panel not in seen:
            dock.raise_()
            settle(app, window)
            yield name, measure(window)


def settle(app: QApplication, window: MainWindow) -> None:
    """Let everything that is queued happen, and what waits for a moment, until nothing moves."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QWidget

    before: list[object] = []
    for _ in range(50):
        loop = QEventLoop(app)
        QTimer.singleShot(80, loop.quit)  # longer than a presentation waits for its window
        loop.exec()
        app.processEvents()
        seen = [each.geometry() for each in window.findChildren(QWidget) if each.isVisible()]
        if seen == before:
            return
        before = list(seen)


def wait(app: QApplication, window: MainWindow, ready: Callable[[Frame], bool]) -> None:
    """Wait until the window shows what is wanted."""
    end = time.monotonic() + _PATIENCE
    while window.frame is None or not ready(window.frame):
        if time.monotonic() > end:
            raise TimeoutError("The run did not get there.")
        app.processEvents()
        time.sleep(0.002)


def opened(dataset: str, language: str, steps: int) -> tuple[QApplication, MainWindow]:
    """Return a window inside a row of ∂W₁ of the step after `steps`, with all that it can show."""
    from bpviz.app import open_window
    from bpviz.datasets import DataRequest
    from bpviz.datasets.suited import suited
    from bpviz.training.commands import Advance, AdvancePhase, AdvanceRow, CheckGradient
    from bpviz.training.events import State
    from bpviz.training.settings import Settings
    from bpviz.training.step.phases import Phase

    data = DataRequest(dataset)
    fitting = suited(data)
    settings = Settings() if fitting is None else Settings(**fitting._asdict())
    app, window = open_window(data, settings, "light", language)
    window.resize(1600, 1000)
    window.show()
    wait(app, window, lambda frame: frame.state is State.PAUSED)
    window.send(Advance(steps))
    wait(app, window, lambda f: f.step == steps and f.scan is not None and f.scan.step == steps)
    window.send(CheckGradient())
    wait(app, window, lambda frame: frame.check is not None and frame.checking is None)
    for command in [AdvancePhase()] * Phase.GRAD_W1.order + [AdvanceRow()]:
        number = window.send(command)
        wait(app, window, lambda frame, number=number: frame.acknowledged >= number)  # type: ignore[misc]
    return app, window


def cases(
    datasets: Sequence[str],
    languages: Sequence[str],
    sizes: Sequence[tuple[int, int]],
    layouts: Sequence[str],
    out: Path | None = None,
    *,
    behind: bool = True,
    steps: int = _STEPS,
) -> Iterator[Case]:
    """Present everything, and yield what is measured; the pictures go to the folder `out`."""
    from bpviz.ui.window.lifetime import take_apart

    for dataset in datasets:
        for language in languages:
            app, window = opened(dataset, language, steps)
            try:
                for size in sizes:
                    for layout in layouts:
                        for panel, found in present(app, window, size, layout, behind=behind):
                            if out is not None:
                                name = f"{dataset}-{language}-{size[0]}-{layout}"
                                more = "" if panel == layout else f"-{panel}"
                                window.grab().save(str(out / f"{name}{more}.png"))
                            yield Case(
                                dataset, language, size, layout, panel,
                                app.font().pointSize(), found,
                            )  # fmt: skip
            finally:
                take_apart(window)


def line(case: Case) -> str:
    """Return a line of the table."""
    values = (case.found.measures.get(name) for name in LEAST)
    written = [
        "–" if value is None else f"1/{1 / value:.0f}" if name == "capital" else f"{value:.0f}"
        for name, value in zip(LEAST, values, strict=True)
    ]
    size = "×".join(map(str, case.size))
    where = case.layout if case.panel == case.layout else f"  {case.panel}"
    cells = " ".join(f"{each:>8}" for each in written)
    verdict = "; ".join(case.found.failures())
    return (
        f"{case.dataset:6} {case.language} {size:>9} {where:24} {case.points:3} {cells} {verdict}"
    )


def _size(words: str) -> tuple[int, int]:
    width, height = map(int, words.split("x"))
    return width, height


def main() -> int:
    """Measure, print the table, and return how it ends."""
    from bpviz.ui.window.layouts import LAYOUTS

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    for name, every in (("datasets", DATASETS), ("languages", LANGUAGES), ("layouts", LAYOUTS)):
        parser.add_argument(f"--{name}", nargs="+", default=every)
    parser.add_argument("--sizes", nargs="+", type=_size, default=SIZES, help="such as 1280x800")
    parser.add_argument("--front", action="store_true", help="leave out the panels behind others")
    parser.add_argument("--out", type=Path, help="folder for the pictures")
    options = parser.parse_args()
    if options.out is not None:
        options.out.mkdir(parents=True, exist_ok=True)
    names = " ".join(f"{name:>8}" for name in LEAST)
    print(f"{'data':6} {'':2} {'screen':>9} {'layout, panel behind':24} {'pt':>3} {names}")
    failed = 0
    for case in cases(
        options.datasets, options.languages, options.sizes, options.layouts, options.out,
        behind=not options.front,
    ):  # fmt: skip
        failed += bool(case.found.failures())
        print(line(case), flush=True)
    print(f"{failed} of them do not hold." if failed else "All hold.")
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
