"""Taking values and pictures out of the window: the same three actions on every picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from bpviz.ui.core.formatting import translator

_tr = translator("export")


def tab_separated(rows: Iterable[Iterable[Any]]) -> str:
    """Write a table as lines of values with tabs between, floats with all their digits."""
    return "\n".join("\t".join(map(str, row)) for row in rows)


def add_export_actions(
    menu: QMenu, parent: QWidget, values: Callable[[], str], picture: Callable[[], QPixmap]
) -> None:
    """Add "copy values", "copy picture" and "save picture" to a context menu.

    Parameters
    ----------
    values, picture : callable
        Asked for only when the action is chosen.
    """
    menu.addAction(_tr("Copy values")).triggered.connect(
        lambda: QGuiApplication.clipboard().setText(values())
    )
    menu.addAction(_tr("Copy picture")).triggered.connect(
        lambda: QGuiApplication.clipboard().setPixmap(picture())
    )
    menu.addAction(_tr("Save picture…")).triggered.connect(lambda: save_picture(parent, picture()))


def save_picture(parent: QWidget, picture: QPixmap) -> None:
    """Ask for a file and write `picture` there; if that fails, say so in one sentence."""
    path, _ = QFileDialog.getSaveFileName(
        parent,
        _tr("Save picture"),
        "bpviz.png",
        _tr("PNG picture (*.png);;JPEG picture (*.jpg)"),
    )
    if path and not picture.save(path):
        QMessageBox.warning(
            parent,
            _tr("Save picture"),
            _tr(
                "The picture could not be written to {path}. "
                "Choose a folder you may write to and a name that ends in .png or .jpg.",
            ).format(path=path),
        )
