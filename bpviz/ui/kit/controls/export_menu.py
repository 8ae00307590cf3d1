"""Taking values and pictures out of the window: the same actions on every picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from bpviz.ui.core.formatting import translator

_tr = translator("export")


def tab_separated(rows: Iterable[Iterable[Any]]) -> str:
    """Write a table as lines of values with tabs between, floats with all their digits."""
    return "\n".join("\t".join(map(str, row)) for row in rows)


def export_menu(
    parent: QWidget, values: Callable[[], str], picture: Callable[[], QPixmap]
) -> QMenu:
    """Return a new context menu: "copy values", "copy picture" and what the window can write of the
    panel, its figure first; it ends by itself.

    Parameters
    ----------
    values, picture : callable
        Asked for only when the action is chosen.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(_tr("Copy values")).triggered.connect(
        lambda: QGuiApplication.clipboard().setText(values())
    )
    menu.addAction(_tr("Copy picture")).triggered.connect(
        lambda: QGuiApplication.clipboard().setPixmap(picture())
    )
    add_exports(menu, parent)
    return menu


def add_exports(menu: QMenu, part: QWidget) -> None:
    """Put into a menu what can be written to files of the panel that has `part`."""
    place: QWidget | None = part
    while place is not None:
        actions: Sequence[QAction] | None = getattr(place, "export_actions", None)  # a `Panel`'s
        if actions is not None:
            if actions:
                menu.addSeparator()
            menu.addActions(actions)
            return
        place = place.parentWidget()


def actions_menu(part: QAbstractScrollArea) -> None:
    """Have a context menu of a list's own actions, and of what can be written of its panel."""

    def show(place: QPoint) -> None:
        menu = QMenu(part)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(part.actions())
        add_exports(menu, part)
        menu.popup(part.viewport().mapToGlobal(place))

    part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    part.customContextMenuRequested.connect(show)


def put_first(menu: QMenu, action: QAction) -> None:
    """Put an action before all that the menu has, and a line between."""
    before = menu.actions()[0]
    menu.insertAction(before, action)
    menu.insertSeparator(before)
