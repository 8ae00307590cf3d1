"""EvaluationHeader: what the evaluation shows, of which samples, and its figures."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.results import Scan
from bpviz.ui.core.formatting import MINUS, NOTHING, count, localized, number, per_cent, tabular
from bpviz.ui.core.theme import MUTED
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import flow
from bpviz.ui.kit.controls.segmented import Segmented

NEAR = 0.1
"""Looks whose steps differ by more than this share of the later one are not compared."""


class EvaluationFigures(FittedWidget):
    """Accuracy and mean loss on both parts, and by how much they differ.

    A figure is that of the newest look at its part, which may be older than the position: then
    the step stands beside the part's name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluation_figures")
        self._ages: list[tuple[str, str]] = [("", "")] * 3
        self._points: float | None = None
        self._losses: tuple[float | None, ...] = (None, None, None)
        self._classes, self._brief = True, False
        self._alike = True
        self._names = [self.tr("training"), self.tr("test"), self.tr("difference")]
        self._tips = [
            self.tr("On the samples that the network is trained on"),
            self.tr("On the samples held out, which the network is never trained on"),
            self.tr(
                "Test minus training: how much worse the network is on samples that it was not "
                "trained on. Accuracies in percentage points."
            ),
        ]
        self._heads = [ElidedLabel(muted=True) for _ in self._names]
        captions = self.tr("accuracy"), self.tr("mean loss")
        self._captions = [ElidedLabel(words, muted=True) for words in captions]
        self._captions[0].setToolTip(
            self.tr("Share of the samples that are classified correctly, in per cent")
        )
        self._captions[1].setToolTip(self.tr("Mean of the loss ‖f − y‖² over the samples"))
        columns = ("train", "test", "difference")
        self.accuracies = [self._value(f"evaluation_{name}_accuracy") for name in columns]
        self.losses = [self._value(f"evaluation_{name}_loss") for name in columns]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        for row, caption in enumerate(self._captions):
            self._grid.addWidget(caption, row + 1, 0)
        for column, labels in enumerate(
            zip(self._heads, self.accuracies, self.losses, strict=True)
        ):
            for row, label in enumerate(labels):
                self._grid.addWidget(label, row, column + 1)
                label.setToolTip(self._tips[column])
            self._grid.setColumnStretch(column + 1, 1)
        self._fit()

    @staticmethod
    def _value(name: str) -> ElidedLabel:
        label = ElidedLabel(NOTHING, name=name)
        font = tabular(label.font())
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
        return label

    @property
    def heads(self) -> list[str]:
        """What stands above the three columns."""
        return [head.text() for head in self._heads]

    def show_scans(self, train: Scan | None, test: Scan | None, step: int, classes: bool) -> None:
        """Show the newest looks at both parts, with the run standing at `step`.

        `classes` says whether there are accuracies.
        """
        if classes is not self._classes:
            self._classes = classes
            self._choose_rows()
        for label, scan in zip(self.accuracies, (train, test), strict=False):
            label.setText(per_cent(None if scan is None else scan.accuracy, 2))
        losses = [None if scan is None else scan.mean_loss for scan in (train, test)]
        points = more = None
        together = train is not None and test is not None and comparable(train.step, test.step)
        if train is not None and test is not None and together:
            more = test.mean_loss - train.mean_loss
            if train.accuracy is not None and test.accuracy is not None:
                points = round(100 * (test.accuracy - train.accuracy), 2)
        self._points, self._losses = points, (*losses, more)
        self._write_numbers()
        alike = train is None or test is None or train.step == test.step
        ages = [self._age(scan, step) for scan in (train, test)]
        ages.append(("", "" if alike else self._apart(together)))
        if ages != self._ages or alike != self._alike:
            self._ages, self._alike = ages, alike
            self._write_heads()
            self._colour()

    def set_brief(self, on: bool) -> None:
        """Leave out the losses where there are accuracies."""
        if on is not self._brief:
            self._brief = on
            self._choose_rows()

    def _choose_rows(self) -> None:
        for label in (self._captions[0], *self.accuracies):
            label.setVisible(self._classes)
        for label in (self._captions[1], *self.losses):
            label.setVisible(not (self._classes and self._brief))

    def _write_numbers(self) -> None:
        """Write losses and differences with as many digits and words as there is room for."""
        for label, loss in zip(self.losses, self._losses, strict=True):
            texts = [number(loss, digits) for digits in (4, 3, 2)]
            if label is self.losses[2] and loss is not None:
                texts = [signed(number(abs(loss), digits), loss) for digits in (3, 2)]
            label.setText(label.fitting(texts))
        texts = [NOTHING]
        if self._points is not None:
            points = signed(localized(f"{abs(self._points):.2f}"), self._points)
            texts = [self.tr("{points} points").format(points=points), points]
        self.accuracies[2].setText(self.accuracies[2].fitting(texts))

    def _age(self, scan: Scan | None, step: int) -> tuple[str, str]:
        """Return the step of a look and words on it, empty where it is `step`."""
        if scan is None or scan.step == step:
            return "", ""
        words = self.tr("Evaluated after step {step}; the run is at step {now}.")
        return count(scan.step), words.format(step=count(scan.step), now=count(step))

    def _apart(self, together: bool) -> str:
        if together:
            return self.tr("Training and test figures are from different steps.")
        return self.tr("Training and test figures are from steps too far apart to compare.")

    def _write_heads(self) -> None:
        """Name the columns; the steps stand with the names, in the longest words that fit."""
        for words in (
            self.tr("{name}, at step {step}"),
            self.tr("{name}, step {step}"),
            "{name} …",
        ):
            heads = [
                words.format(name=name, step=step) if step else name
                for name, (step, _) in zip(self._names, self._ages, strict=True)
            ]
            fits = [
                head.fontMetrics().horizontalAdvance(text) <= head.width()
                for head, text in zip(self._heads, heads, strict=True)
            ]
            if all(fits):
                break
        for head, text, tip, (_, long) in zip(
            self._heads, heads, self._tips, self._ages, strict=True
        ):
            head.setText(text)
            head.setToolTip("\n".join(filter(None, (tip, long))))

    def _fit(self) -> None:
        """Say as much as there is room for."""
        wide = self.fontMetrics().horizontalAdvance
        widest = max(wide(label.text()) for label in self._captions)
        self._grid.setColumnMinimumWidth(0, min(widest + 4, self.width() // 4))
        self._grid.activate()  # the columns' widths decide what is written
        self._write_heads()
        self._write_numbers()

    def _colour(self) -> None:
        for labels in (self.accuracies, self.losses):
            labels[2].setForegroundRole(QPalette.ColorRole.WindowText if self._alike else MUTED)


def comparable(first: int, second: int) -> bool:
    """Whether two steps are so near that their networks are about the same."""
    return abs(first - second) <= NEAR * max(first, second)


def signed(size: str, value: float) -> str:
    """Put the sign of `value` before `size`, also a plus."""
    return (MINUS if value < 0 else "+" if value > 0 else "") + size


LINES, FEWER_LINES = 12, 9
"""Lines of text that the panel is high where all figures have room above a view, or some."""

WIDE = 34
"""Lines of text that the figures are wide where they can stand beside the choices."""


class View(StrEnum):
    """What the panel shows below the figures."""

    TIME = "time"
    ANSWERS = "answers"
    """Of classes the confusion matrix, of a regression predicted against true values."""
    WORST = "worst"


class EvaluationHeader(QWidget):
    """Two choices, and the figures below them, or beside them where that has room.

    Attributes
    ----------
    views : Segmented
        Of a `View`.
    parts : Segmented
        Of a `Part`.
    figures : EvaluationFigures
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        along = self.tr("Accuracy and mean loss on training and test set, along the steps")
        worst = self.tr("The samples with the largest losses")
        self.views = Segmented(
            "evaluation_view",
            (
                (View.ANSWERS, self.tr("confusion"), ""),
                (View.TIME, self.tr("over time"), along),
                (View.WORST, self.tr("worst"), worst),
            ),
        )
        train = self.tr("Show the samples that the network is trained on")
        test = self.tr("Show the samples held out, which the network is never trained on")
        parts = (Part.TRAIN, self.tr("training"), train), (Part.TEST, self.tr("test"), test)
        self.parts = Segmented("evaluation_part", parts)
        self.figures = EvaluationFigures()
        choices = flow(self.views, self.parts, spacing=6)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(6, 4, 0, 0)
        self._box.setSpacing(3)
        self._box.addWidget(choices)
        self._box.addWidget(self.figures, 1)
        self._box.setAlignment(choices, Qt.AlignmentFlag.AlignTop)
        self.name_answers(classes=True)

    def name_answers(self, *, classes: bool) -> None:
        """Name the view of answers as it is for classes, or for a regression."""
        button = self.views.button(View.ANSWERS)
        words = self.tr("Predicted against true values, one point per sample")
        if classes:
            words = self.tr("How many samples of each class are predicted as which class")
        button.setText(self.tr("confusion") if classes else self.tr("predictions"))
        button.setToolTip(words)
        button.setAccessibleName(words)

    def set_room(self, height: int) -> None:
        """Leave out some figures where the whole panel is not high, or all of them."""
        line = self.fontMetrics().height()
        self.figures.set_brief(height < LINES * line)
        self.figures.setVisible(height >= FEWER_LINES * line)

    def minimumSizeHint(self) -> QSize:
        """Need no room for the figures, which go where there is none."""
        least = max(self.views.minimumSizeHint().width(), self.parts.minimumSizeHint().width())
        margins = self._box.contentsMargins()
        height = self.views.sizeHint().height() + margins.top() + margins.bottom()
        return QSize(least + margins.left() + margins.right(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures beside the choices where that has room."""
        super().resizeEvent(event)
        self._turn()

    def show_parts(self, on: bool) -> None:
        """Offer the choice of the samples, or leave its room to the figures."""
        self.parts.setVisible(on)
        self._turn()

    def _turn(self) -> None:
        both = self.views.sizeHint().width()
        if not self.parts.isHidden():
            both += self.parts.sizeHint().width()
        wide = self.width() >= both + WIDE * self.fontMetrics().height()
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
