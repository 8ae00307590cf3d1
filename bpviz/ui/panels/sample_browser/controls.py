"""BrowserControls: which samples the browser lists, in which order, and how it shows them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from bpviz.datasets.dataset import Dataset, Part
from bpviz.ui.core.formatting import count
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.kit.controls.combo_box import BoundedComboBox
from bpviz.ui.kit.controls.flow_layout import FlowLayout
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.kit.sample_list.sorting import SortBy, SortKey

MOST_ERRORS = 12
"""Of a regression with more outputs than this, the error of each cannot be chosen."""


class BrowserControls(QWidget):
    """Part, class, predicted class, wrong ones; order and its direction; live, numbers.

    Signals
    -------
    filter_changed()
        A person wants other samples; see `wanted`.
    sort_changed()
        A person wants another order; see `key`.
    """

    filter_changed = Signal()
    sort_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = WheelGuard(self)
        self._pictures, self._presenting = True, False
        self.part = Segmented(
            "browser_part",
            (
                (Part.TRAIN, self.tr("training"), self.tr("The samples that steps train on")),
                (
                    Part.TEST,
                    self.tr("test"),
                    self.tr("The samples held out, which are never trained on"),
                ),
            ),
        )
        self.label = self._combo(
            "browser_class",
            self.tr("Class"),
            self.tr("Only samples of this class, or of all classes"),
        )
        self.predicted = self._combo(
            "browser_predicted", self.tr("Predicted class"),
            self.tr("Only samples predicted as this class, or as any class"),
        )  # fmt: skip
        self.wrong = flat_button(
            "browser_wrong", self.tr("wrong"),
            self.tr("Only misclassified samples"),
        )  # fmt: skip
        self.order = self._combo(
            "browser_order", self.tr("Order of the samples"),
            self.tr(
                "What the samples are sorted by: index, loss ‖f − y‖², or Frobenius norm of the "
                "gradient, with the weights of one step"
            ),
        )  # fmt: skip
        self.direction = flat_button(
            "browser_direction", "↑", self.tr("↑ smallest first, ↓ largest first")
        )
        self.direction.setAccessibleName(self.tr("Largest first"))
        self.numbers = flat_button(
            "browser_numbers", self.tr("loss"),
            self.tr(
                "Show a number below each picture: the loss, or the gradient magnitude that the "
                "samples are sorted by"
            ),
        )  # fmt: skip
        self.table = flat_button(
            "browser_as_table", self.tr("table"),
            self.tr(
                "List the pictures as rows of numbers: class, predicted class, loss, gradient "
                "magnitudes and every pixel"
            ),
        )  # fmt: skip
        self.live = flat_button(
            "browser_live", self.tr("live"),
            self.tr(
                "Sort and filter again, up to twice a second, whenever all samples have been "
                "evaluated with newer weights. While the mouse is over the samples, they keep "
                "their places; marks and numbers are always the latest."
            ),
        )  # fmt: skip
        self.live.setChecked(True)
        sorting = QWidget()
        row = QHBoxLayout(sorting)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.order)
        row.addWidget(self.direction)
        flow = FlowLayout()
        self.setLayout(flow)
        choosing = (self.part, self.label, self.predicted, self.wrong)
        for widget in (*choosing, sorting, self.live, self.table, self.numbers):
            flow.addWidget(widget)
        self._fill(self.order, [(self.tr("by index"), (SortBy.INDEX, 0))])
        for chosen in (
            self.part.changed, self.label.activated, self.predicted.activated, self.wrong.clicked
        ):  # fmt: skip
            chosen.connect(self.filter_changed)
        self.order.activated.connect(self._order_chosen)
        self.direction.clicked.connect(self._order_chosen)
        self.direction.toggled.connect(self._show_direction)

    def _combo(self, name: str, said: str, explanation: str) -> QComboBox:
        combo = named(BoundedComboBox(), name, said, explanation)
        self._guard.guard(combo)
        return combo

    # What is wanted ----------------------------------------------------------------------------

    @property
    def wanted(self) -> SampleFilter:
        """Which samples are wanted."""
        return SampleFilter(
            Part(self.part.value()),
            self.label.currentData(),
            self.predicted.currentData(),
            self.wrong.isChecked(),
        )

    def set_wanted(self, wanted: SampleFilter) -> None:
        """Show another filter; classes that there are not count as any.  Emits nothing."""
        self.part.set_value(wanted.part)
        for combo, label in ((self.label, wanted.label), (self.predicted, wanted.predicted)):
            combo.setCurrentIndex(max(combo.findData(label), 0))
        self.wrong.setChecked(wanted.wrong and self.label.count() > 1)

    @property
    def key(self) -> SortKey:
        """How the samples are to be sorted."""
        by, output = self.order.currentData() or (SortBy.INDEX, 0)
        return SortKey(SortBy(by), self.direction.isChecked(), output)

    def set_key(self, key: SortKey) -> None:
        """Show another order; one that there is not counts as that by index.  Emits nothing."""
        index = self._find(key.by, key.output)
        self.order.setCurrentIndex(max(index, 0))
        self.direction.setChecked(key.descending and index >= 0)
        self._name_numbers()

    def _find(self, by: SortBy, output: int) -> int:
        orders = [tuple(self.order.itemData(i)) for i in range(self.order.count())]
        return orders.index((by, output)) if (by, output) in orders else -1

    # What there is to choose from --------------------------------------------------------------

    def set_data(self, whole: Dataset, data: Dataset | None) -> None:
        """Offer the classes of `whole`, with how many samples `data`, the part listed, has of each.

        What was chosen stays where it is still possible.
        """
        wanted, key = self.wanted, self.key
        classes = 0 if whole.labels is None else max(len(whole.class_names), 1)
        counts = np.zeros(classes, dtype=np.int64)
        if data is not None and data.labels is not None:
            known = data.labels[(data.labels >= 0) & (data.labels < classes)]
            counts = np.bincount(known, minlength=classes)
        names = [class_name(whole.class_names, c) for c in range(classes)]
        total = count(0 if data is None else data.n_samples)
        with_counts = [
            (self.tr("{name} ({n})").format(name=name, n=count(n)), c)
            for c, (name, n) in enumerate(zip(names, counts.tolist(), strict=True))
        ]
        any_class = (self.tr("all classes ({n})").format(n=total), None)
        self._fill(self.label, [any_class, *with_counts])
        taken = self.tr("predicted as {name}")
        self._fill(
            self.predicted,
            [(self.tr("any prediction"), None)]
            + [(taken.format(name=name), c) for c, name in enumerate(names)],
        )
        for widget in (self.label, self.predicted, self.wrong):
            widget.setVisible(classes > 0)
        self._fill(self.order, self._orders(whole))
        self.set_wanted(wanted)
        self.set_key(key)

    def _orders(self, whole: Dataset) -> list[tuple[str, object]]:
        found: list[tuple[str, object]] = [
            (self.tr("by index"), (SortBy.INDEX, 0)),
            (self.tr("by loss"), (SortBy.LOSS, 0)),
        ]
        if whole.labels is None and whole.n_outputs <= MOST_ERRORS:
            one, each = self.tr("by error"), self.tr("by error of {name}")
            for j in range(whole.n_outputs):
                names = whole.target_names
                name = names[j] if j < len(names) else f"y[{j}]"
                words = one if whole.n_outputs == 1 else each.format(name=name)
                found.append((words, (SortBy.ERROR, j)))
        return [
            *found,
            (self.tr("by ‖∂W₁‖"), (SortBy.GRADIENT_W1, 0)),
            (self.tr("by ‖∂W₂‖"), (SortBy.GRADIENT_W2, 0)),
        ]

    def set_pictures(self, there: bool) -> None:
        """Offer what only data with pictures has."""
        self._pictures = there
        self._fit()

    def set_presenting(self, on: bool) -> None:
        """Leave out what large text has no room for."""
        self._presenting = on
        self._fit()

    def _fit(self) -> None:
        self.live.setVisible(not self._presenting)
        self.table.setVisible(self._pictures and not self._presenting)
        drawn = self._pictures and not self.table.isChecked()
        self.numbers.setVisible(drawn and not self._presenting)

    @staticmethod
    def _fill(combo: QComboBox, items: Iterable[tuple[str, object]]) -> None:
        with QSignalBlocker(combo):
            combo.clear()
            for text, value in items:
                combo.addItem(text, value)

    # What a person does ------------------------------------------------------------------------

    @Slot()
    def _order_chosen(self) -> None:
        self._name_numbers()
        self.sort_changed.emit()

    @Slot(bool)
    def _show_direction(self, descending: bool) -> None:
        self.direction.setText("↓" if descending else "↑")

    def _name_numbers(self) -> None:
        by = self.key.by
        texts = {SortBy.GRADIENT_W1: "‖∂W₁‖", SortBy.GRADIENT_W2: "‖∂W₂‖"}
        self.numbers.setText(texts.get(by, self.tr("loss")))
        self.numbers.setAccessibleName(self.numbers.text())
