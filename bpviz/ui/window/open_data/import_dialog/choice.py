"""Choice: a box that offers what was found by looking, and everything that could be meant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget


class Choice(QComboBox):
    """A combo box of Python values.

    Parameters
    ----------
    items : sequence of (value, words)
        In the order in which to offer them.
    """

    def __init__(self, items: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.set_items(items)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def set_items(self, items: Sequence[tuple[object, str]]) -> None:
        """Offer other values; the chosen one stays where it is among them."""
        chosen = self.value()
        with QSignalBlocker(self):
            self.clear()
            self._values = [value for value, _ in items]
            self.addItems([words for _, words in items])
        if chosen in self._values:
            self.set_value(chosen)

    def value(self) -> object:
        """Return the chosen value, None if there is none."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose `value`, without a signal; one that is not offered yet is added."""
        with QSignalBlocker(self):
            if value not in self._values:
                self._values.append(value)
                self.addItem(str(value))
            self.setCurrentIndex(self._values.index(value))

    def choose(self, value: object) -> None:
        """Choose `value` as a person does."""
        self.setCurrentIndex(self._values.index(value))

    def set_words(self, value: object, words: str) -> None:
        """Call `value` by other words."""
        index = self._values.index(value)
        if self.itemText(index) != words:
            self.setItemText(index, words)
