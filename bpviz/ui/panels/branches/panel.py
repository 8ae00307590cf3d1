"""BranchesPanel: the branches of the run, to switch to, rename, delete and compare."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from bpviz.training.commands import (
    CompareBranches,
    DeleteBranches,
    RenameBranch,
    RestoreBranches,
    SwitchBranch,
)
from bpviz.training.events import Frame
from bpviz.training.quantities import Need
from bpviz.ui.core import plurals
from bpviz.ui.core.formatting import count
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.kit.controls.buttons import flat_push
from bpviz.ui.kit.controls.export_menu import add_exports
from bpviz.ui.kit.controls.labels import AdaptiveLabel, Complaint, announce
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.panels.branches.adaptive_splitter import AdaptiveSplitter
from bpviz.ui.panels.branches.comparison import BranchComparison
from bpviz.ui.panels.branches.list import BranchList
from bpviz.ui.panels.branches.model import BranchModel


class FilterLine(QLineEdit):
    """Esc empties it, and leaves it only where it is empty already."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the line at Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
        else:
            super().keyPressEvent(event)


class BranchesPanel(Panel):
    """A table of all branches, and below it or beside it two of them compared."""

    interval_ms = 100

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("branches_panel", send, parent)
        self._branch: int | None = None
        self._comparing = False
        self._presenting = False
        self._alone = True
        self.comparison: BranchComparison | None = None
        self.model = BranchModel(self)
        self.list = self._make_list()
        self.filter = named(
            FilterLine(),
            "branches_filter",
            self.tr("Filter the branches"),
            self.tr(
                "Show only the branches with these words in their name, in what was changed or in "
                "their run, and with such numbers: λ < 0.5, l = 32, steps > 1000, accuracy > 90, "
                "loss, time (in seconds), seed. Esc empties it."
            ),
        )
        self.filter.setPlaceholderText(self.tr("Filter: words, λ < 0.5, l = 32, accuracy > 90 …"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.switch_button = flat_push(
            "branches_switch",
            self.tr("Switch"),
            self.tr(
                "Switch the run to the selected branch, at the same step or at its end (Return, "
                "or a double click)."
            ),
        )  # fmt: skip
        self.compare_button = flat_push(
            "branches_compare",
            self.tr("Compare"),
            self.tr(
                "Compare two selected branches, or the selected one with the current one: their "
                "settings, their curves and their weights."
            ),
        )  # fmt: skip
        self.delete_button = flat_push(
            "branches_delete",
            self.tr("Delete"),
            self.tr(
                "Delete the selected branches and everything that only they have recorded "
                "(Delete). This can be undone until the next run begins."
            ),
        )
        self.undo_button = flat_push(
            "branches_undo",
            self.tr("Undo"),
            self.tr("Bring back the branches that were deleted, with all their steps."),
        )
        self.undo_button.clicked.connect(self._restore)
        self.deleted = AdaptiveLabel(name="branches_deleted", muted=True)
        self._deletion: tuple[int, tuple[str, ...]] | None = None
        self.message = Complaint("branches_message")
        self.message.setContentsMargins(8, 0, 8, 2)

        self.model.renamed.connect(self._rename)
        self.model.refused.connect(self.message.show_sentence)
        self.list.switch_wanted.connect(self._switch_to)
        self.list.delete_wanted.connect(self._delete)
        self.list.menu_wanted.connect(self._open_menu)
        self.list.selectionModel().selectionChanged.connect(self._selection_changed)
        self.switch_button.clicked.connect(self._switch)
        self.compare_button.clicked.connect(self._compare)
        self.delete_button.clicked.connect(self._delete)

        buttons = QHBoxLayout()
        buttons.setContentsMargins(4, 2, 4, 0)
        buttons.setSpacing(4)
        self.filter.setMinimumWidth(1)
        buttons.addWidget(self.filter, 1)
        for button in (self.switch_button, self.compare_button, self.delete_button):
            button.setMinimumWidth(1)
            buttons.addWidget(button)
        self.upper = QWidget()
        column = QVBoxLayout(self.upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(buttons)
        column.addWidget(self.list, 1)
        undo = QHBoxLayout()
        undo.setContentsMargins(8, 0, 4, 2)
        undo.addWidget(self.deleted, 1)
        undo.addWidget(self.undo_button)
        self._undo_line = QWidget()
        self._undo_line.setLayout(undo)
        self._undo_line.hide()
        self.splitter = AdaptiveSplitter("branches_splitter", self.upper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self._undo_line)
        layout.addWidget(self.message)
        self._update_buttons()

    def _make_list(self) -> BranchList:
        made = BranchList(self.model)
        made.setObjectName("branches_list")
        made.setAccessibleName(self.tr("Branches of the run"))
        made.setToolTip(
            self.tr(
                "Each branch stands below the one it forked from; a click on a title sorts. "
                "Return: switch to it. F2: rename. Delete: delete. Select two to compare them."
            )
        )  # fmt: skip
        made.setWhatsThis(
            self.tr(
                "Going back deletes nothing. Changing something at an earlier step forks a new "
                "branch, which shares all steps up to the fork with its parent; the parent stays "
                "as it is. The triangle and the bold name mark the current branch."
            )
        )  # fmt: skip
        made.setFrameShape(made.Shape.NoFrame)
        return made

    def figure_leaves_out(self) -> Sequence[QWidget]:
        """Return the filter, what stands below the table, and the field of the step compared."""
        left = [self.filter, self.message, self._undo_line]
        return left if self.comparison is None else [*left, self.comparison.at_step]

    def figure_subject(self) -> str:
        """Return at which step two branches are compared."""
        if not self._comparing or self.comparison is None:
            return ""
        return self.tr("compared at step {step}").format(step=self.comparison.step_edit.text())

    # Frames ------------------------------------------------------------------------------------

    def needs(self) -> Set[Need]:
        """Return that two branches that are compared draw from the record."""
        return {Need.HISTORY, Need.BRANCHES} if self._comparing else set()

    def show_frame(self, frame: Frame) -> None:
        """Follow the branches in `frame`."""
        self.model.show_frame(frame)
        self._branch = frame.branch
        self.list.fit_columns()
        self._offer_undo(frame)
        if not self.list.currentIndex().isValid():
            row = self.model.row_of(frame.branch)
            if row is not None:
                self.list.setCurrentIndex(self.model.index(row, 0))
                self.list.scrollTo(self.model.index(row, 0))
        self._alone = len(frame.branches) <= 1
        self._explain()
        self._comparing = frame.comparison is not None
        if frame.comparison is not None:
            self._comparison_view().show_frame(frame)
        self.splitter.show_both(self._comparing)
        self._update_buttons()

    def _explain(self) -> None:
        """Say in the empty room how branches come about, or that the filter leaves none."""
        words = ""
        if self.model.hidden:
            words = self.tr(
                "1 branch is hidden by the filter."
                if self.model.hidden == 1
                else "{n} branches are hidden by the filter."
            ).format(n=count(self.model.hidden))
        elif self._alone:
            words = self.tr(
                "To fork a branch, go back to an earlier step, change λ or a weight, and train "
                "on. What was there before is kept."
            )
        self.list.set_placeholder(words)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.model.set_filter(text)
        self._explain()
        self._update_buttons()

    def _comparison_view(self) -> BranchComparison:
        """Return the view, made when it is first needed: two heatmaps take long to make."""
        if self.comparison is None:
            self.comparison = BranchComparison()
            self.comparison.set_presenting(self._presenting)
            self.comparison.step_wanted.connect(self._compare_at)
            self.comparison.end_button.clicked.connect(self._end_comparison)
            self.comparison.step_edit.complained.connect(self.message.show_sentence)
            self.splitter.add_second(self.comparison)
        return self.comparison

    def set_presenting(self, on: bool) -> None:
        """Leave the room to list and heatmaps; keys and the menu do what the buttons do."""
        self._presenting = on
        for button in (self.switch_button, self.compare_button, self.delete_button):
            button.setVisible(not on)
        self.filter.setVisible(not on or bool(self.filter.text()))
        self.list.set_presenting(on)
        if self.comparison is not None:
            self.comparison.set_presenting(on)

    # What a person does ------------------------------------------------------------------------

    def _pair(self) -> tuple[int, int] | None:
        """Return the branches that "Compare" would compare, the older one first."""
        selected = self.list.selected_numbers()
        if len(selected) == 1:
            selected.append(self.model.current)
        if len(selected) != 2 or selected[0] == selected[1]:
            return None
        first, second = sorted(selected)
        return first, second

    def _update_buttons(self) -> None:
        selected = self.list.selected_numbers()
        one = len(selected) == 1
        self.switch_button.setEnabled(one and selected[0] != self.model.current)
        self.compare_button.setEnabled(self._pair() is not None)
        self.delete_button.setEnabled(bool(selected) and not self._alone)

    @Slot()
    def _selection_changed(self) -> None:
        self.message.show_sentence("")
        self._update_buttons()

    @Slot()
    def _switch(self) -> None:
        selected = self.list.selected_numbers()
        if len(selected) == 1:
            self._switch_to(selected[0])

    @Slot(object)
    def _switch_to(self, number: int) -> None:
        self.message.show_sentence("")
        if number != self.model.current:
            self.send(SwitchBranch(number))

    @Slot(object, str)
    def _rename(self, number: int, name: str) -> None:
        self.message.show_sentence("")
        self.model.expect_name(number, name, self.send(RenameBranch(number, name)))

    @Slot()
    def _delete(self) -> None:
        selected = self.list.selected_numbers()
        if self.model.current in selected:
            sentence = self.tr(
                "“{name}” is the current branch and cannot be deleted. Switch to another branch "
                "first."
            )
            if self._alone:
                sentence = self.tr("“{name}” is the only branch and cannot be deleted.")
            self.message.show_sentence(sentence.format(name=self.model.name_of(self.model.current)))
            return
        self.message.show_sentence("")
        if selected:
            words = self._words_of_deletion(selected)
            self._forget_deletion()
            self._deletion = self.send(DeleteBranches(tuple(selected))), words

    def _words_of_deletion(self, numbers: list[int]) -> tuple[str, ...]:
        """Return what is said once branches are gone, the longest sentence first."""
        if len(numbers) > 1:
            return (self.tr("{n} branches were deleted.").format(n=count(len(numbers))),)
        note = self.model.note_of(numbers[0])
        steps = 0 if note is None else note.tip - note.fork
        short = self.tr("“{name}” was deleted.").format(name=self.model.name_of(numbers[0]))
        if not steps:
            return (short,)
        long = self.tr("“{name}” was deleted with {steps} of its own.").format(
            name=self.model.name_of(numbers[0]), steps=plurals.steps(steps)
        )
        return long, short

    def _offer_undo(self, frame: Frame) -> None:
        """Say that branches were deleted, once they are, and offer to bring them back."""
        if self._deletion is None or frame.acknowledged < self._deletion[0]:
            return
        if not frame.deleted:  # it was refused, or undone by another way
            self._forget_deletion()
        elif self._undo_line.isHidden():
            words = self._deletion[1]
            self.deleted.set_sentences(words)
            self._undo_line.show()
            announce(self.deleted, words[0])

    def _forget_deletion(self) -> None:
        self._deletion = None
        self._undo_line.hide()

    @Slot()
    def _restore(self) -> None:
        self._forget_deletion()
        self.send(RestoreBranches())
        self.list.setFocus()

    @Slot()
    def _compare(self) -> None:
        pair = self._pair()
        if pair is not None:
            self.message.show_sentence("")
            self.send(CompareBranches(*pair))

    @Slot(object)
    def _compare_at(self, step: int) -> None:
        view = self.comparison
        pair = None if view is None else view.pair()
        if view is not None and pair is not None:
            view.sent(self.send(CompareBranches(*pair, step)))

    @Slot()
    def _end_comparison(self) -> None:
        self.message.show_sentence("")
        self.send(CompareBranches(None))

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        menu = self.build_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def build_menu(self) -> QMenu:
        """Return a new context menu for the selected branches."""
        menu = QMenu(self)
        one = len(self.list.selected_numbers()) == 1
        switch_on, compare_on = self.switch_button.isEnabled(), self.compare_button.isEnabled()
        for name, text, enabled, act in (
            ("switch", self.tr("Switch to this branch"), switch_on, self._switch),
            ("rename", self.tr("Rename…"), one, self.list.edit_name),
            ("compare", self.tr("Compare"), compare_on, self._compare),
            ("delete", self.tr("Delete"), self.delete_button.isEnabled(), self._delete),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"branches_menu_{name}")
            action.setEnabled(enabled)
            action.triggered.connect(act)
        menu.addSeparator()
        sorting = menu.addMenu(self.tr("Sort by"))
        sorting.setObjectName("branches_menu_sort")
        header, ascending = self.list.header(), Qt.SortOrder.AscendingOrder
        titles = (self.tr("family: each below its parent"), *self.model.titles())
        for column, title in enumerate(titles, start=-1):
            action = sorting.addAction(title)
            action.setCheckable(True)
            action.setChecked(header.sortIndicatorSection() == column)
            action.triggered.connect(partial(self.list.sortByColumn, column, ascending))
        if self.list.selected_numbers() == [self._branch]:  # what is written is the current one's
            add_exports(menu, self)
        return menu
