"""FindForm: what to find, how many, and in which steps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.events import Frame
from bpviz.training.run.searches import MOST_FOUND
from bpviz.training.watches import Watch
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import count
from bpviz.ui.core.selection import Selection
from bpviz.ui.kit.controls.buttons import flat_push
from bpviz.ui.kit.controls.combo_box import BoundedComboBox
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.layouts import NONE, hbox, named, vbox
from bpviz.ui.kit.controls.number_line import NumberLine
from bpviz.ui.kit.controls.number_text import InputError, read_whole
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.panels.find.query import (
    Kind,
    Query,
    condition_examples,
    read_condition,
    read_watch,
    typed_form,
    watch_examples,
)

_COUNTS = {True: "1000", False: "10"}
"""How many steps of a condition, and of the largest, at first."""


class FindForm(FittedWidget):
    """Makes a `Query`.

    Signals
    -------
    entered()
        Return was pressed in one of the lines, and all of them are right.
    edited()
        Something else is to be found.
    complained(str)
        Why there is no such search; empty once it is corrected.
    """

    entered = Signal()
    edited = Signal()
    complained = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._selected: Selection | None = None
        self._typed: dict[bool, str] = {True: "", False: ""}
        self._counts = dict(_COUNTS)
        self._given: tuple[str, Breakpoint] | None = None  # a condition that was not typed
        self._by_condition = True
        self.kind_edit = named(
            BoundedComboBox(),
            "find_kind",
            self.tr("Which steps to find"),
            tip=self.tr(
                "The first or the newest steps that meet a condition, or those at which a number "
                "of the run is largest."
            ),
        )
        self._guard = WheelGuard(self)
        self._guard.guard(self.kind_edit)
        for kind, words in (
            (Kind.FIRST, self.tr("first steps where")),
            (Kind.NEWEST, self.tr("newest steps where")),
            (Kind.VALUE, self.tr("largest values of")),
            (Kind.SIZE, self.tr("largest sizes of")),
            (Kind.MOVE, self.tr("largest moves of")),
        ):
            self.kind_edit.addItem(words, kind)
        self.count_edit = NumberLine(partial(read_whole, low=1, high=MOST_FOUND))
        named(
            self.count_edit,
            "find_count",
            self.tr("How many steps at most"),
            tip=self.tr("So many steps are listed, at most {most}.").format(most=count(MOST_FOUND)),
        )
        self.count_edit.setText(_COUNTS[True])
        self.line = NumberLine(self._judged)
        named(self.line, "find_line", self.tr("What to find"))
        self.examples = flat_push(
            "find_examples", "▾", self.tr("Choose one of some examples for this run.")
        )
        self.examples.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.examples.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self.examples)
        menu.setObjectName("find_examples_menu")
        menu.aboutToShow.connect(self._offer)
        self.examples.setMenu(menu)
        self.from_edit = NumberLine(partial(self._read_step, 0))
        named(
            self.from_edit,
            "find_from",
            self.tr("First step to search"),
            tip=self.tr("The first step to search, such as 60 000 or 6e4; step 0 if empty."),
        )
        self.to_edit = NumberLine(partial(self._read_step, None))
        named(
            self.to_edit,
            "find_to",
            self.tr("Last step to search"),
            tip=self.tr("The last step to search; that at the end of this branch if empty."),
        )
        self.from_edit.setPlaceholderText("0")
        self.to_edit.setPlaceholderText(self.tr("end"))
        for edit in (self.from_edit, self.to_edit):
            edit.setMinimumWidth(40)
        self.above = hbox(self.count_edit, self.kind_edit, spacing=4)
        self.above.setStretch(1, 1)
        between = []
        for edit, words in ((self.from_edit, self.tr("from step")), (self.to_edit, self.tr("to"))):
            label = named(QLabel(words), f"{edit.objectName()}_label", tip=edit.toolTip())
            label.setBuddy(edit)
            label.setMinimumWidth(1)
            between.append(label)
        typed = hbox(self.line, self.examples, spacing=2, stretch=self.line)
        self.range = QHBoxLayout()
        self.range.setSpacing(4)
        self.range.addWidget(between[0])
        self.range.addWidget(self.from_edit, 1)
        self.range.addWidget(between[1])
        self.range.addWidget(self.to_edit, 1)
        vbox(self.above, typed, self.range, into=self, margins=NONE, spacing=4)
        self.kind_edit.currentIndexChanged.connect(self._kind_changed)
        for edit in self._edits():
            edit.entered.connect(self.entered)
            edit.complained.connect(self.complained)
            edit.textChanged.connect(self.edited)
        counting_changed.connect(self._explain)
        self._explain()
        self.setEnabled(False)

    def _edits(self) -> tuple[NumberLine, ...]:
        return self.line, self.count_edit, self.from_edit, self.to_edit

    @property
    def kind(self) -> Kind:
        """Which steps are wanted."""
        return Kind(self.kind_edit.currentData())

    def select(self, selection: Selection | None) -> None:
        """Offer the weight that is selected among the examples."""
        self._selected = selection
        self._explain()

    def show_frame(self, frame: Frame) -> None:
        """Follow the run in `frame`."""
        before, self._frame = self._frame, frame
        self.setEnabled(frame.dataset is not None)
        if before is None or before.run != frame.run or before.dataset is not frame.dataset:
            self._given = None
            self._explain()

    def fill(self, condition: Breakpoint) -> None:
        """Put a condition into the line."""
        frame = self._frame
        if frame is None or frame.dataset is None:
            return
        if not self.kind.by_condition:
            self.kind_edit.setCurrentIndex(self.kind_edit.findData(Kind.FIRST))
        words = typed_form(condition, frame.dataset)
        self._given = words, condition
        self.line.setText(words)
        self.line.settle()

    def query(self) -> Query | None:
        """Return the search as it stands there; None if it is none."""
        frame = self._frame
        if frame is None or frame.dataset is None:
            return None
        try:
            start, stop = self._range(frame)
            limit = int(self.count_edit.read(self.count_edit.text()))
            return Query(self.kind, self._about(self.line.text()), limit, start, stop)
        except InputError:
            return None

    def taken(self) -> Query | None:
        """Return the search; if it is none, complain, and bring the focus to what is wrong."""
        for edit in self._edits():
            if edit.taken() is None:
                edit.setFocus()
                return None
        query, frame = self.query(), self._frame
        if query is None and frame is not None:
            try:
                self._range(frame)
            except InputError as wrong:
                self.complained.emit(str(wrong))
            self.to_edit.setFocus()
            self.to_edit.selectAll()
        return query

    def _range(self, frame: Frame) -> tuple[int, int]:
        start = int(self.from_edit.read(self.from_edit.text()))
        last = int(self.to_edit.read(self.to_edit.text()))
        if start > last:
            raise InputError(
                self.tr(
                    "The steps to search begin at {first}, after their end at {last}. Type a "
                    "first step that is not after the last."
                ).format(first=count(start), last=count(last))
            )
        return start, last + 1

    def _read_step(self, usual: int | None, typed: str) -> int:
        """Read a step of the branch; an empty text is `usual`, None for its end."""
        tip = 0 if self._frame is None else max(self._frame.tip, self._frame.step)
        if not typed.strip():
            return tip if usual is None else usual
        return read_whole(typed, 0, tip)

    def _judged(self, typed: str) -> float:
        self._about(typed)
        return 0.0  # what it means is no number

    def _about(self, typed: str) -> Breakpoint | Watch:
        frame = self._frame
        if frame is None or frame.dataset is None:
            raise InputError("")
        if not self.kind.by_condition:
            return read_watch(typed, frame)
        if self._given is not None and self._given[0] == typed:
            return self._given[1]
        return read_condition(typed, frame)

    @Slot()
    def _kind_changed(self) -> None:
        by_condition = self.kind.by_condition
        before = self._by_condition
        if by_condition != before:
            self._typed[before], self._counts[before] = self.line.text(), self.count_edit.text()
            self._by_condition = by_condition
            self.line.setText(self._typed[by_condition])
            self.count_edit.setText(self._counts[by_condition])
        self.line.settle()
        self._explain()
        self.edited.emit()

    @Slot()
    def _explain(self) -> None:
        examples = self._examples()
        such = self.tr("such as {examples}").format(examples=", ".join(examples[:2]))
        self.line.setPlaceholderText(such if examples else "")
        if self.kind.by_condition:
            tip = self.tr(
                "A condition, as breakpoints have it: {examples}. Return finds the steps that meet "
                "it."
            )
        else:
            tip = self.tr(
                "A number of the run: {examples}. Return finds the steps at which it is largest."
            )
        self.line.setToolTip(tip.format(examples=", ".join(examples[:5])))
        self.edited.emit()

    def _examples(self) -> list[str]:
        if self._frame is None:
            return []
        make = condition_examples if self.kind.by_condition else watch_examples
        return make(self._frame, self._selected)

    @Slot()
    def _offer(self) -> None:
        menu = self.examples.menu()
        menu.clear()
        for example in self._examples():
            menu.addAction(example).triggered.connect(partial(self._choose, example))

    def _choose(self, example: str, _checked: bool = False) -> None:
        self.line.setText(example)
        self.line.settle()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _fit(self) -> None:
        """Give what stands beside the lines the size of the text."""
        self.count_edit.setFixedWidth(9 * self.fontMetrics().horizontalAdvance("0"))
        self.examples.setFixedWidth(max(20, self.line.sizeHint().height()))
