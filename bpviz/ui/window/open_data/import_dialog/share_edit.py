"""ShareEdit: how many of a hundred samples are held back for testing."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

from bpviz.datasets.classes import TEST_SHARE

_USUAL = -1
_MOST = 95
_NOTCH = 5


class ShareEdit(QSpinBox):
    """A share in per cent, 0 … 95, or the usual one where nothing is chosen.

    Signals
    -------
    share_changed(object)
        The share, 0 … 0.95, or None for the usual one.
    """

    share_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(_USUAL, _MOST)
        self.setSuffix(self.tr(" %"))
        usual = self.tr("usual ({share} %)").format(share=round(100 * TEST_SHARE))
        self.setSpecialValueText(usual)
        self.setKeyboardTracking(False)
        self.setValue(_USUAL)
        self.valueChanged.connect(self._tell)

    def share(self) -> float | None:
        """Return the share, None for the usual one."""
        return None if self.value() == _USUAL else self.value() / 100

    def set_share(self, share: float | None) -> None:
        """Show a share, without a signal."""
        self.blockSignals(True)
        self.setValue(_USUAL if share is None else min(max(round(100 * share), 0), _MOST))
        self.blockSignals(False)

    def stepBy(self, steps: int) -> None:
        """Move by 5 %; from the usual share to those beside it."""
        value = round(100 * TEST_SHARE) if self.value() == _USUAL else self.value()
        self.setValue(min(max(value + _NOTCH * steps, 0), _MOST))
        self.selectAll()

    def stepEnabled(self) -> QSpinBox.StepEnabledFlag:
        """Say which arrow leads anywhere."""
        flags = QSpinBox.StepEnabledFlag.StepNone
        if self.value() < _MOST:
            flags |= QSpinBox.StepEnabledFlag.StepUpEnabled
        if self.value() != 0:
            flags |= QSpinBox.StepEnabledFlag.StepDownEnabled
        return flags

    def validate(self, typed: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; what is no share is passed over at the end."""
        return QValidator.State.Acceptable, typed, position

    def valueFromText(self, typed: str) -> int:
        """Read a whole number of per cent; nothing is the usual share."""
        digits = typed.replace("%", "").strip()
        if not digits or typed == self.specialValueText():
            return _USUAL
        if digits.isascii() and digits.isdecimal() and int(digits) <= _MOST:
            return int(digits)
        return self.value()

    @Slot(int)
    def _tell(self, _value: int) -> None:
        self.share_changed.emit(self.share())
