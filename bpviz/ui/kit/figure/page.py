"""FigurePage: a panel between its title and a line with the circumstances, as it goes on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QSplitterHandle,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bpviz.ui.core.formatting import count
from bpviz.ui.core.theme import MUTED, current_theme
from bpviz.ui.kit.charts.legend import LegendBar
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.kit.figure.painting import WHOLE_CELLS, whole_cells
from bpviz.ui.kit.heatmap.readout_line import ReadoutLine

MARGIN = 14
"""Pixels around everything."""

ENLARGED = 1.3
"""The title's letters, by those of the text."""

SCALES = (1.0, 1.25, 1.5, 1.8, 2.2)
"""How much larger a page may be laid out than it is drawn, so that all of a list is on it."""

HANDLED = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QSlider, Segmented)
"""What hands are needed for: nobody clicks on paper."""


FIELDS = (QLineEdit, QAbstractSpinBox)
"""What is left on paper as its text where a label says what it is."""

STYLED = (QComboBox, QLineEdit, QAbstractSpinBox, QPushButton, QHeaderView)

PLAIN = """
QComboBox, QLineEdit, QAbstractSpinBox, QPushButton {{
    background: {ground}; color: {ink}; border: 1px solid {line}; padding: 1px 5px;
}}
QComboBox::drop-down, QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    width: 0; border: none;
}}
*[named="true"] {{ border: none; padding: 0; }}
QHeaderView {{ background: {ground}; border: none; }}
QHeaderView::section {{
    background: {ground}; color: {ink}; border: none; border-bottom: 1px solid {line};
    padding: 2px 4px;
}}
"""


@dataclass(frozen=True, slots=True)
class Words:
    """What is written around a picture; an empty title or caption takes no room."""

    title: str = ""
    caption: str = ""


class FigurePage(QWidget):
    """A window that nobody sees, laid out at the size of the figure.

    Parameters
    ----------
    content : QWidget
        What is drawn; it is the page's from then on.
    size : QSize
        Of the figure, in pixels of 1/96 inch.
    words : Words
    leaves_out : sequence of QWidget
        Parts of it that are not drawn, beside what hands are needed for.
    forms : bool
        Whether buttons and fields belong to what is shown, as in a panel of settings.

    Attributes
    ----------
    content : QWidget
    asked : QSize
        The size of the figure.
    scale : float
        So many times larger than the figure it is laid out.
    left_out : set of QWidget
        What is not painted.
    whole : bool
        Whether there is no more to see than has room.
    """

    def __init__(
        self,
        content: QWidget,
        size: QSize,
        words: Words,
        *,
        leaves_out: Sequence[QWidget] = (),
        forms: bool = False,
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setPalette(current_theme().palette())
        self.words = words
        self.left_out: set[QWidget] = set()
        self.scale, self.whole = 1.0, True
        self.asked = size
        title = QLabel(words.title)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * ENLARGED)
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        self._caption = QLabel(words.caption)
        self._caption.setForegroundRole(MUTED)
        self._lines = column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN - 4)
        column.setSpacing(6)
        column.setSizeConstraint(
            QVBoxLayout.SizeConstraint.SetNoConstraint
        )  # it is as large as asked
        for line in (title, self._caption):
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setWordWrap(True)
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            line.setVisible(bool(line.text()))
        column.addWidget(title)
        column.addWidget(content, 1)
        column.addWidget(self._caption)
        self.content = content
        for legend in content.findChildren(LegendBar):
            legend.set_most(None)  # it says all, whatever room that takes
        self._areas = content.findChildren(QAbstractScrollArea)
        for area in self._areas:
            area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setProperty(WHOLE_CELLS, True)
        self._leave_out(content, leaves_out, () if forms else HANDLED)
        self._make_plain(content)
        content.show()
        self._find_scale()

    def _leave_out(
        self, content: QWidget, some: Sequence[QWidget], kinds: tuple[type[QWidget], ...]
    ) -> None:
        labelled = {label.buddy() for label in content.findChildren(QLabel)} - {None}
        for widget in content.findChildren(QWidget):
            if widget.parentWidget() in labelled:
                continue
            if isinstance(widget, FIELDS) and widget in labelled and widget not in some:
                widget.setProperty("named", "true")  # it says a number, and the label which
                continue
            read = widget.objectName().endswith("_readout") or isinstance(widget, ReadoutLine)
            if widget in some or read or isinstance(widget, kinds):
                widget.setMinimumSize(0, 0)
                widget.setMaximumSize(0, 0)  # whoever shows it again takes no room
                self.left_out.add(widget)
        self.left_out.update(content.findChildren(QSplitterHandle))

    def _make_plain(self, content: QWidget) -> None:
        """Draw fields and headings of tables as boxes: shades of a style's own are no use on paper.

        Nor can Qt write those as PDF.
        """
        theme = current_theme()
        sheet = PLAIN.format(ground=theme.base, line=theme.border, ink=theme.text)
        for kind in STYLED:
            for widget in content.findChildren(kind):
                if widget not in self.left_out:
                    widget.setStyleSheet(sheet)

    def _find_scale(self) -> None:
        """Lay it out so large that all lists are whole, or, where none is enough, at its size."""
        for scale in (*SCALES, 1.0):
            self.scale = scale
            self.resize(self.asked * scale)
            self.show()
            self.settle()
            self.whole = all(map(_is_whole, filter(QWidget.isVisible, self._areas)))
            if self.whole:
                return

    def set_caption(self, caption: str) -> None:
        """Write other circumstances, as of another step, and what of lists has no room."""
        for _ in range(4):  # where it takes another line, a list has fewer
            self.settle()
            cut = (self._cut(area) for area in self._areas if area.isVisible())
            said = " · ".join(dict.fromkeys(filter(None, (caption, *cut))))
            if said == self._caption.text():
                break
            self._caption.setText(said)
            self._caption.setVisible(bool(said))
        self.words = Words(self.words.title, said)

    def _cut(self, area: QAbstractScrollArea) -> str:
        """Return which part of a list is on the page; empty where all of it is."""
        parts = []
        if isinstance(area, QTableView):
            rows, columns = whole_cells(area)
            if rows and not _is_whole(area):
                words = self.tr("rows {first}–{last} of {all}")
                parts.append((words, rows.start, rows.stop, area.model().rowCount()))
            if columns and area.horizontalScrollBar().maximum() > 0:
                words = self.tr("columns {first}–{last} of {all}")
                parts.append((words, columns.start, columns.stop, area.model().columnCount()))
        elif not _is_whole(area):
            bar = area.verticalScrollBar()
            all_, end = bar.maximum() + bar.pageStep(), bar.value() + bar.pageStep()
            first, last = round(100 * bar.value() / all_), round(100 * end / all_)
            words = self.tr("{first}–{last} % of its height")
            parts.append((words, first, max(last, first + 1), 100))
        return ", ".join(
            words.format(first=count(first + 1), last=count(last), all=count(all_))
            for words, first, last, all_ in parts
        )

    def settle(self) -> None:
        """Let all layouts happen that are still to come."""
        for _ in range(4):
            self._lines.invalidate()  # lines that wrap find their height at the second time
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self._lines.activate()


def _is_whole(area: QAbstractScrollArea) -> bool:
    return area.verticalScrollBar().maximum() == area.verticalScrollBar().minimum()
