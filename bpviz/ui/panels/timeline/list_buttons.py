"""TimelineLists: small buttons for the whole run, the list of changes and the list of branches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from bpviz.training.events import Frame
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import count, text_scale, translated, translator
from bpviz.ui.core.icons import set_icon
from bpviz.ui.core.theme import Theme, current_theme
from bpviz.ui.kit.controls.buttons import flat_push
from bpviz.ui.panels.timeline.list_popup import ListEntry, ListPopup
from bpviz.ui.panels.timeline.mark_painting import clear_pixmap, shape_icon, untinted
from bpviz.ui.panels.timeline.marks import Mark, MarkCache, MarkKind

_tr = translator("TimelinePlaces")


def journal_places(
    marks: Sequence[Mark], step: int, theme: Theme, widget: QWidget
) -> list[ListEntry]:
    """Return a line for each mark, the same icon for each kind; strong where the run stands."""
    size = round(16 * text_scale(widget.fontMetrics()))
    icons: dict[MarkKind, QIcon] = {}
    places = []
    for mark in marks:
        if mark.kind not in icons:
            icons[mark.kind] = shape_icon(mark, theme, size)
        places.append(
            ListEntry(mark.step, mark.words(), icons[mark.kind], mark.step, mark.step == step)
        )
    return places


def last_before(places: Sequence[ListEntry], step: int) -> int:
    """Return the index of the last place at `step` or before it, −1 if there is none."""
    return sum(place.step <= step for place in places) - 1


def branch_places(frame: Frame, theme: Theme, widget: QWidget) -> list[ListEntry]:
    """Return a line for each branch: its last step, name, and what was changed where it forked."""
    size = round(16 * text_scale(widget.fontMetrics()))
    names = {branch.number: translated(branch.name) for branch in frame.branches}
    places = []
    for branch in frame.branches:
        words = names[branch.number]
        if branch.parent is not None:
            text = _tr("{name}: forks from {parent} at step {step}")
            if branch.change:
                text = _tr("{name}: forks from {parent} at step {step}, {change}")
            words = text.format(
                name=words,
                parent=names.get(branch.parent, ""),
                step=count(branch.fork),
                change=translated(branch.change),
            )
        strong = branch.number == frame.branch
        icon = _swatch(branch.number, theme, size)
        places.append(ListEntry(branch.tip, words, icon, branch.number, strong))
    return places


def _swatch(number: int, theme: Theme, size: int) -> QIcon:
    pixmap, height = clear_pixmap(size), max(size // 4, 3)
    with QPainter(pixmap) as painter:
        painter.fillRect(1, (size - height) // 2, size - 2, height, branch_colour(number, theme))
    return untinted(pixmap)


class TimelineLists(QWidget):
    """Three buttons; two of them open a list.  That of the branches is there for two and more.

    Attributes
    ----------
    whole, journal, branches : QToolButton
    journal_list, branch_list : ListPopup
        What is chosen is a step to go to; the number of a branch to switch to.
    """

    def __init__(self, record: MarkCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._frame: Frame | None = None
        self.whole = self._button(
            "timeline_whole", self.tr("Whole run"), self.tr("Show the whole run again.")
        )
        self.journal = self._button(
            "timeline_journal",
            self.tr("Journal…"),
            self.tr("List the changes made on this branch and the stops at breakpoints."),
        )
        self.branches = self._button(
            "timeline_branches", self.tr("Branches…"), self.tr("List the branches of the run.")
        )
        self.journal_list = ListPopup(
            "timeline_journal_list",
            self.tr("Changes and breakpoints of this branch"),
            self.tr("No changes and no stops at breakpoints yet."),
            self,
        )
        self.branch_list = ListPopup(
            "timeline_branch_list", self.tr("Branches and their last steps"), "", self
        )
        self.journal.clicked.connect(self.open_journal)
        self.branches.clicked.connect(self.open_branches)
        row = QHBoxLayout(self)
        row.setSpacing(2)
        row.setContentsMargins(0, 0, 0, 0)
        for button, icon in zip(self._buttons(), ("whole_run", "journal", "branches"), strict=True):
            set_icon(button, icon)
            row.addWidget(button)
        self.enable(None, zoomed=False)

    def _button(self, name: str, text: str, tooltip: str) -> QToolButton:
        button = flat_push(name, text, tooltip)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _buttons(self) -> tuple[QToolButton, ...]:
        return (self.whole, self.journal, self.branches)

    def enable(self, frame: Frame | None, *, zoomed: bool) -> None:
        """Show what leads anywhere."""
        self._frame = frame
        known = frame is not None and frame.dataset is not None
        self.whole.setEnabled(known and zoomed)
        self.journal.setEnabled(known)
        self.branches.setEnabled(known)
        several = frame is not None and len(frame.branches) > 1
        if self.branches.isHidden() == several:
            self.branches.setVisible(several)

    def fit(self) -> None:
        """Give the icons the size that belongs to the text."""
        size = round(18 * text_scale(self.fontMetrics()))
        for button in self._buttons():
            button.setIconSize(QSize(size, size))

    @Slot()
    def open_journal(self) -> None:
        """List entries and hits; the last one before where the run stands is chosen."""
        if self._frame is not None:
            step = self._frame.step
            places = journal_places(self._record.marks(), step, current_theme(), self)
            self.journal_list.open_at(self.journal, places, last_before(places, step))

    @Slot()
    def open_branches(self) -> None:
        """List the branches; the one that the run stands on is chosen."""
        frame = self._frame
        if frame is not None:
            places = branch_places(frame, current_theme(), self)
            at = next((i for i, place in enumerate(places) if place.key == frame.branch), -1)
            anchor = self.branches if self.branches.isVisible() else self.journal
            self.branch_list.open_at(anchor, places, at)
