"""Layouts of one's own: saved under a name, chosen, renamed and deleted from the View menu."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from bpviz.ui.core.formatting import translator
from bpviz.ui.kit.controls.buttons import push_button
from bpviz.ui.kit.controls.labels import Complaint, Note
from bpviz.ui.kit.controls.layouts import hbox, named
from bpviz.ui.window.actions.action_group import ActionGroup
from bpviz.ui.window.docks import Docks
from bpviz.ui.window.layouts import LAYOUTS, layout_title

LONGEST = 40
"""Characters of a name."""

_KEYED = 9 - len(LAYOUTS)
"""How many have a key, behind those that come with the program."""

_tr = translator("OwnLayouts")


def tidy(name: str) -> str:
    """Return a name as it is kept: without spaces around it and doubled ones."""
    return " ".join(name.split())[:LONGEST].strip()


def obstacle(name: str) -> str:
    """Say why a layout cannot have this name, in a sentence; empty if it can."""
    if not tidy(name):
        return _tr("The name is missing. Type one.")
    if tidy(name).casefold() in (layout_title(each).casefold() for each in LAYOUTS):
        return _tr("“{name}” is a layout of bpviz. Choose another name.").format(name=tidy(name))
    return ""


class OwnLayouts(ActionGroup):
    """Keeps them, and has an action for each, a child of the window.

    Parameters
    ----------
    window : QWidget
    docks : Docks
        What is saved and put back.

    Attributes
    ----------
    actions : dict of str to QAction
        By name, in the order of the menu: the alphabet's.

    Signals
    -------
    changed()
        One was saved, renamed or deleted.
    chosen()
        The panels are where one of them has them.
    unreadable(str)
        The layout that was chosen is damaged or of another version; its name.
    """

    changed = Signal()
    chosen = Signal()
    unreadable = Signal(str)

    def __init__(self, window: QWidget, docks: Docks) -> None:
        super().__init__(window)
        self._docks = docks
        self._kept: dict[str, QByteArray] = {}
        self.actions: dict[str, QAction] = {}
        self._menu: QMenu | None = None
        self.save_as, self.edit = self._add(
            ("save_layout", self._ask_for_name, "", "", "", self.tr("Save layout as…"),
             self.tr("Keep where the panels are now as a layout of your own, under a name.")),
            ("edit_layouts", self._ask_for_changes, "", "", "",
             self.tr("Rename or delete layouts…"),
             self.tr("Change the names of your own layouts, or delete some.")),
        )  # fmt: skip
        self.edit.setEnabled(False)

    def fill(self, menu: QMenu) -> None:
        """Put everything into a menu, and keep it up to date there."""
        menu.addActions([self.save_as, self.edit])
        self._menu = menu
        self._offer()

    def kept(self) -> Mapping[str, QByteArray]:
        """Return all of them by name."""
        return dict(self._kept)

    def set_kept(self, layouts: Mapping[str, QByteArray]) -> None:
        """Have these and no others."""
        self._kept = {name: layouts[name] for name in sorted(layouts, key=str.casefold)}
        self._offer()

    def save(self, name: str) -> None:
        """Keep where the panels are now; one of that name, however it is spelt, is replaced."""
        name = tidy(name)
        others = {k: v for k, v in self._kept.items() if k.casefold() != name.casefold()}
        self._docks.own = True
        self._change({**others, name: self._docks.save()})

    def choose(self, name: str) -> None:
        """Put the panels where a layout has them; `unreadable` if that cannot be read."""
        if self._docks.choose_own(self._kept[name]):
            self.chosen.emit()
        else:
            self.unreadable.emit(name)

    def _change(self, layouts: Mapping[str, QByteArray]) -> None:
        if layouts != self._kept:
            self.set_kept(layouts)
            self.changed.emit()

    def _offer(self) -> None:
        for action in self.actions.values():
            self._window.removeAction(action)
            if self._menu is not None:
                self._menu.removeAction(action)
            action.setObjectName("")  # it is found by its name until an event loop deletes it
            action.deleteLater()
        self.actions = {}
        for number, name in enumerate(self._kept):
            action = QAction(name.replace("&", "&&"), self._window)
            action.setObjectName(f"action_own_layout_{number}")
            action.setToolTip(self.tr("A layout of your own."))
            action.setAutoRepeat(False)
            if number < _KEYED:
                action.setShortcut(QKeySequence(f"Ctrl+{len(LAYOUTS) + 1 + number}"))
            action.triggered.connect(partial(self.choose, name))
            self._window.addAction(action)
            if self._menu is not None:
                self._menu.insertAction(self.save_as, action)
            self.actions[name] = action
        self.edit.setEnabled(bool(self._kept))

    def _ask_for_name(self) -> None:
        dialog = _NameDialog(list(self._kept), self._window)
        dialog.named.connect(self.save)
        dialog.open()

    def _ask_for_changes(self) -> None:
        dialog = _EditDialog(list(self._kept), self._window)
        dialog.renamed.connect(self._rename)
        dialog.open()

    @Slot(object)
    def _rename(self, names: Mapping[str, str]) -> None:
        """Give each layout its new name; what is not among them goes."""
        self._change({new: self._kept[old] for old, new in names.items() if old in self._kept})


class _NameDialog(QDialog):
    """Asks for the name of a layout."""

    named = Signal(str)

    def __init__(self, taken: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("save_layout_dialog")
        self.setWindowTitle(self.tr("Save layout"))
        self._taken = {name.casefold(): name for name in taken}
        what = self.tr("What the View menu calls this layout; at most 40 characters.")
        self._name = named(QLineEdit(), "layout_name", self.tr("Name of the layout"), what)
        self._name.setMaxLength(LONGEST)
        self._name.setPlaceholderText(self.tr("Name of the layout"))
        self._note = Note("layout_name_note")
        kinds = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self._name, self._note, self._buttons):
            column.addWidget(part)
        self.resize(420, self.sizeHint().height())
        self._name.textChanged.connect(self._judge)
        self._judge("")

    @Slot(str)
    def _judge(self, typed: str) -> None:
        wrong = obstacle(typed)
        there = self._taken.get(tidy(typed).casefold())
        if wrong and tidy(typed):
            words = wrong
        elif there is not None:
            words = self.tr("“{name}” is there already; it is replaced.").format(name=there)
        else:
            words = self.tr("It keeps where the panels are now, for the View menu.")
        self._note.setText(words)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not wrong)

    @Slot()
    def _save(self) -> None:
        self.named.emit(self._name.text())
        self.accept()


class _EditDialog(QDialog):
    """Renames and deletes layouts, all at once when it is confirmed.

    Signals
    -------
    renamed(dict of str to str)
        Of every layout that stays, its name and the new one.
    """

    renamed = Signal(object)

    def __init__(self, names: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("edit_layouts_dialog")
        self.setWindowTitle(self.tr("Layouts"))
        what = self.tr("Your own layouts. F2 or a double click changes a name.")
        self._list = named(QListWidget(), "layout_list", self.tr("Layouts"), what)
        for name in names:
            item = QListWidgetItem(name, self._list)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self._list.setCurrentRow(0)
        rename = self.tr("Change the name of the selected layout.")
        delete = self.tr("Delete the selected layout.")
        self._rename = push_button("layout_rename", self.tr("Rename"), rename)
        self._delete = push_button("layout_delete", self.tr("Delete"), delete)
        self._complaint = Complaint("layout_complaint")
        kinds = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._list)
        column.addLayout(hbox(self._rename, self._delete))
        column.addWidget(self._complaint)
        column.addWidget(self._buttons)
        self.resize(420, 340)
        self._rename.clicked.connect(self._edit)
        self._delete.clicked.connect(self._remove)
        self._list.itemChanged.connect(self._judge)

    def _names(self) -> dict[str, str]:
        items = [self._list.item(row) for row in range(self._list.count())]
        return {item.data(Qt.ItemDataRole.UserRole): tidy(item.text()) for item in items}

    @Slot()
    def _edit(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._list.setFocus()
            self._list.editItem(item)

    @Slot()
    def _remove(self) -> None:
        self._list.takeItem(self._list.currentRow())
        self._judge()

    @Slot()
    def _judge(self) -> None:
        """Say what is wrong with the names, and let nothing be saved before it is not."""
        names = list(self._names().values())
        wrong = next(filter(None, map(obstacle, names)), "")
        plain = [name.casefold() for name in names]
        twice = next((name for name in names if plain.count(name.casefold()) > 1), "")
        if twice and not wrong:
            wrong = self.tr("Two layouts are called “{name}”. Change one of the names.").format(
                name=twice
            )
        self._complaint.show_sentence(wrong)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not wrong)
        for button in (self._rename, self._delete):
            button.setEnabled(bool(names))

    @Slot()
    def _save(self) -> None:
        self.renamed.emit(self._names())
        self.accept()
