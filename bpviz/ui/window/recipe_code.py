"""RecipeCode: the recipe of a run as a QR code, for the phones in front of a projector."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from bpviz.ui.core import formatting
from bpviz.ui.core.formatting import translator
from bpviz.ui.kit.controls.labels import Note
from bpviz.ui.kit.controls.layouts import EDGE, vbox

MOST = 2953
"""Bytes that a QR code holds."""

_QUIET = 4
"""Light modules that must surround one."""

_tr = translator("RecipeCode")


class CodePicture(QWidget):
    """A QR code, dark on light in either theme, each module a whole number of pixels.

    Parameters
    ----------
    text : str
        At most `MOST` bytes.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recipe_code")
        self.setAccessibleName(_tr("QR code of the recipe"))
        import segno  # late: it takes time, and hardly anybody wants one

        # The least correction of errors: a screen has no dirt on it, and large modules are read
        # from farther away.
        self._modules = segno.make(text, error="l", boost_error=False, micro=False).matrix
        self.setMinimumSize(self._size(2))

    def _size(self, pixels: int) -> QSize:
        side = pixels * (len(self._modules) + 2 * _QUIET)
        return QSize(side, side)

    def sizeHint(self) -> QSize:
        """As large as most of the screen has room for."""
        room = self.screen().availableSize()
        side = min(room.width(), room.height()) * 3 // 4
        return self._size(max(side // self._size(1).width(), 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the modules as large as there is room, in the middle."""
        pixels = max(min(self.width(), self.height()) // self._size(1).width(), 1)
        ground = QRect(0, 0, self._size(pixels).width(), self._size(pixels).height())
        ground.moveCenter(self.rect().center())
        painter = QPainter(self)
        painter.fillRect(ground, Qt.GlobalColor.white)
        for y, row in enumerate(self._modules, start=_QUIET):
            for x, dark in enumerate(row, start=_QUIET):
                if dark:
                    left, top = ground.left() + x * pixels, ground.top() + y * pixels
                    painter.fillRect(left, top, pixels, pixels, Qt.GlobalColor.black)


class RecipeCode(QDialog):
    """Shows a recipe until it is closed; the run goes on behind it.

    Parameters
    ----------
    text : str
        At most `MOST` bytes.
    """

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("recipe_code_dialog")
        self.setWindowTitle(_tr("Recipe of the run"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = _tr("{n} characters: paste them into bpviz to have this very run.")
        note = Note("recipe_code_note")
        note.setText(words.format(n=formatting.count(len(text))))
        picture = CodePicture(text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        vbox(picture, note, buttons, into=self, margins=EDGE, stretch=picture)
