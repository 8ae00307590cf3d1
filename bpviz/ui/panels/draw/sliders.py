"""InputSliders: a slider and an editor for each input that is no pixel of a picture."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QSlider,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from bpviz.datasets.input_ranges import InputRanges
from bpviz.network.types import Floats
from bpviz.ui.core.formatting import count, number
from bpviz.ui.kit.controls.buttons import flat_push
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import ElidedLabel, Note
from bpviz.ui.kit.controls.layouts import flow, named
from bpviz.ui.kit.controls.number_edit import FloatEdit, free_edit
from bpviz.ui.kit.controls.scroll_area import scroll_area
from bpviz.ui.kit.controls.short_slider import ShortSlider
from bpviz.ui.kit.controls.wheel_guard import WheelGuard

MOST = 200
"""With more inputs than this there are no sliders."""

READABLE = 9
"""Lines of text that a long name has beside its slider; with less room it stands above it."""

_POSITIONS = 1000


class InputSliders(FittedWidget):
    """Values for all inputs, as the network sees them; the constant one stays 1.

    Signals
    -------
    changed()
        There are other values.
    refused(str)
        Something that was typed is no number, with a sentence.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Floats = np.zeros(0)
        self._mean: Floats = np.zeros(0)
        self._ranges: list[tuple[float, float]] = []
        self._names: tuple[str, ...] = ()
        self._labels: list[ElidedLabel] = []
        self._fixed: QLabel | None = None
        self._stacked = False
        self.editors: dict[int, FloatEdit] = {}
        self.sliders: dict[int, QSlider] = {}
        self._guard = WheelGuard(self)
        self.take = flat_push(
            "draw_take_sample",
            self.tr("Use current sample"),
            self.tr("Copy the inputs of the sample shown, to change them."),
        )
        self.reset = flat_push(
            "draw_take_mean",
            self.tr("Mean"),
            self.tr("Set every input to its mean over the training set."),
        )
        self.reset.clicked.connect(self._take_mean)
        self.area = scroll_area()
        self.note = Note("draw_many_inputs")
        self.note.setMinimumSize(1, 1)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(flow(self.take, self.reset, spacing=4))
        column.addLayout(self._pages, 1)
        for page in (self.area, self.note):  # the first is shown: by then it has a parent
            self._pages.addWidget(page)

    @property
    def input_values(self) -> Floats:
        """The values, (n,) float64; a copy."""
        return self._values.copy()

    def set_inputs(
        self, names: tuple[str, ...], ranges: InputRanges, constant: int | None, about: str = ""
    ) -> None:
        """Offer inputs of these names, n of them, and begin with the mean of each.

        Parameters
        ----------
        ranges : InputRanges
        constant : int or None
            Which of them is the constant 1.
        about : str
            What the data set says of itself, for the tooltips.
        """
        self._mean = ranges.mean.copy()
        if constant is not None:
            self._mean[constant] = 1.0
        self._values = self._mean.copy()
        self._ranges = list(zip(ranges.low.tolist(), ranges.high.tolist(), strict=True))
        self._names = names
        self.editors, self.sliders = {}, {}
        many = len(names) > MOST
        self.note.setText(
            self.tr(
                "{n} inputs are too many for sliders. Use the current sample to see its "
                "prediction or to train on it."
            ).format(n=count(len(names)))
        )
        self._pages.setCurrentIndex(1 if many else 0)
        self.area.setWidget(QWidget() if many else self._rows(names, constant, about))
        self._show_all()
        self._fit()

    def _fit(self) -> None:
        """Give the names what the new width has left for them."""
        rows = self.area.widget()
        grid = None if rows is None else rows.layout()
        if not isinstance(grid, QGridLayout) or not self.editors:
            return
        metrics = self.fontMetrics()
        editor = next(iter(self.editors.values())).sizeHint().width()
        left = self.width() - editor - 2 * metrics.height() - 36  # beside a slider, and to scroll
        longest = max(metrics.horizontalAdvance(name) for name in self._names) + 4
        stacked = left < min(longest, READABLE * metrics.height())
        if stacked is not self._stacked:
            self._stacked = stacked
            self._place(grid)
        grid.setColumnMinimumWidth(0, 0 if stacked else max(min(longest, left), 0))

    def _place(self, grid: QGridLayout) -> None:
        """Put every name beside its slider, or above it."""
        for i, label in enumerate(self._labels):
            line = 2 * i
            below = line + self._stacked
            grid.addWidget(label, line, 0, 1, 3 if self._stacked else 1)
            if i in self.editors:
                first, span = (0, 2) if self._stacked else (1, 1)
                grid.addWidget(self.sliders[i], below, first, 1, span)
                grid.addWidget(self.editors[i], below, 2)
            elif self._fixed is not None:
                grid.addWidget(self._fixed, below, 0 if self._stacked else 1, 1, 2)

    def set_values(self, x: Floats) -> None:
        """Show other values, (n,), and tell of it."""
        self._values = np.array(x, dtype=np.float64)
        self._show_all()
        self.changed.emit()

    @Slot()
    def _take_mean(self) -> None:
        self.set_values(self._mean)

    def _rows(self, names: tuple[str, ...], constant: int | None, about: str) -> QWidget:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        for column, share in enumerate((1, 3, 0)):
            grid.setColumnStretch(column, share)
        self._labels, self._fixed = [], None
        for i, name in enumerate(names):
            label = ElidedLabel(name)
            label.setToolTip(name)
            self._labels.append(label)
            if i == constant:
                self._fixed = QLabel(self.tr("always 1"))
                self._fixed.setToolTip(
                    self.tr("The constant input, which takes the place of a bias: it is always 1.")
                )
                continue
            low, high = self._ranges[i]
            explained = self.tr(
                "{name} as the network sees it; its values in the data range from {low} to "
                "{high}. {about}"
            ).format(name=name, low=number(low), high=number(high), about=about)
            self.sliders[i] = self._slider(i, name, explained)
            self.editors[i] = self._editor(i, name, explained)
        self._place(grid)
        grid.setRowStretch(2 * len(names), 1)
        return rows

    def _slider(self, i: int, name: str, explained: str) -> QSlider:
        slider = named(ShortSlider(), f"draw_input_slider_{i}", name, explained)
        slider.setRange(0, _POSITIONS)
        slider.setSingleStep(_POSITIONS // 100)
        slider.setPageStep(_POSITIONS // 10)
        slider.setProperty("input", i)
        slider.valueChanged.connect(self._slid)
        self._guard.guard(slider)
        return slider

    def _editor(self, i: int, name: str, explained: str) -> FloatEdit:
        editor = named(free_edit(*self._ranges[i]), f"draw_input_{i}", name, explained)
        editor.setProperty("input", i)
        editor.valueChanged.connect(self._typed)
        editor.refused.connect(self.refused)
        return editor

    @Slot(int)
    def _slid(self, position: int) -> None:
        i = self.sender().property("input")
        low, high = self._ranges[i]
        editor = self.editors[i]
        value = editor.rounded(low + (high - low) * position / _POSITIONS)
        self._set(i, min(max(value, low), high), editor)

    @Slot(object)
    def _typed(self, value: float) -> None:
        i = self.sender().property("input")
        self._set(i, value, self.sliders[i])

    def _set(self, i: int, value: float, other: QWidget) -> None:
        self._values[i] = value
        with QSignalBlocker(other):
            self._show(i)
        self.changed.emit()

    def _show_all(self) -> None:
        for i, editor in self.editors.items():
            with QSignalBlocker(editor), QSignalBlocker(self.sliders[i]):
                self._show(i)

    def _show(self, i: int) -> None:
        """Put the value of input i into its editor and its slider, of which one has it already."""
        value = float(self._values[i])
        low, high = self._ranges[i]
        editor, slider = self.editors[i], self.sliders[i]
        if editor.signalsBlocked() and editor.value() != value:
            editor.setValue(value)
        if slider.signalsBlocked():
            share = min(max((value - low) / (high - low), 0.0), 1.0)
            slider.setValue(round(_POSITIONS * share))
            slider.update()
