"""The lines of the timeline's lists: what was changed and where it stopped, and the branches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from bpviz.training.events import Frame
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import count, translated
from bpviz.ui.core.theme import Theme
from bpviz.ui.panels.timeline.axis import unit_of
from bpviz.ui.panels.timeline.list_popup import Place
from bpviz.ui.panels.timeline.mark_painting import shape_icon
from bpviz.ui.panels.timeline.marks import Mark, MarkKind


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimelinePlaces", text)


def journal_places(marks: Sequence[Mark], step: int, theme: Theme, widget: QWidget) -> list[Place]:
    """Return a line for each mark, the same icon for each kind; strong where the run stands."""
    size = round(16 * unit_of(widget))
    icons: dict[MarkKind, QIcon] = {}
    places = []
    for mark in marks:
        if mark.kind not in icons:
            icons[mark.kind] = shape_icon(mark, theme, size)
        places.append(
            Place(mark.step, mark.words(), icons[mark.kind], mark.step, mark.step == step)
        )
    return places


def last_before(places: Sequence[Place], step: int) -> int:
    """Return the index of the last place at `step` or before it, −1 if there is none."""
    return sum(place.step <= step for place in places) - 1


def branch_places(frame: Frame, theme: Theme, widget: QWidget) -> list[Place]:
    """Return a line for each branch: its last step, name, and what was changed where it forked."""
    size = round(16 * unit_of(widget))
    names = {branch.number: translated(branch.name) for branch in frame.branches}
    places = []
    for branch in frame.branches:
        words = names[branch.number]
        if branch.parent is not None:
            text = _tr("{name}: leaves {parent} at step {step}")
            if branch.change:
                text = _tr("{name}: leaves {parent} at step {step}, {change}")
            words = text.format(
                name=words,
                parent=names.get(branch.parent, ""),
                step=count(branch.fork),
                change=translated(branch.change),
            )
        strong = branch.number == frame.branch
        icon = _swatch(branch.number, theme, size)
        places.append(Place(branch.tip, words, icon, branch.number, strong))
    return places


def _swatch(number: int, theme: Theme, size: int) -> QIcon:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    height = max(size // 4, 3)
    painter.fillRect(1, (size - height) // 2, size - 2, height, branch_colour(number, theme))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
