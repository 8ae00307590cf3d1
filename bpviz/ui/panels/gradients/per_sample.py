"""GradientSamples: ‖∂W₁‖ or ‖∂W₂‖ of every training sample, with the weights of one step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.results import Scan
from bpviz.training.events import Frame, State
from bpviz.ui.core import plurals
from bpviz.ui.core.counting import counting_changed, heading, shown
from bpviz.ui.core.formatting import count, number, ordinal
from bpviz.ui.core.selection import MATRIX_SYMBOLS
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.kit.controls.export_menu import put_first
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.kit.controls.whole_text import show_whole
from bpviz.ui.panels.gradients.scatter import SampleOrder, ScatterImage

MATRICES = tuple(MATRIX_SYMBOLS.values())
MOST_CLASSES = 12
"""More classes than this are not listed one by one."""


class GradientSamples(QWidget):
    """The scatter plot with its legend and choices.

    Signals
    -------
    age_changed()
        `age` says something else because of a choice made here.
    train_wanted(object)
        The index of a sample that the run should train on next.
    """

    age_changed = Signal()
    train_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame: Frame | None = None
        self.scan: Scan | None = None
        self.plot = ScatterImage()
        self.plot.setObjectName("gradients_samples_plot")
        self.plot.setAccessibleName(self.tr("Gradient magnitude of every sample"))
        self.plot.setWhatsThis(
            self.tr(
                "The Frobenius norm of the gradient of every training sample, with the weights of "
                "the step named above. A sample near the bottom hardly changes the network any "
                "more. Click: show that sample. Ringed: the sample shown and, while the run is "
                "paused, the one that the next step draws. Right click: train on the sample next, "
                "or copy."
            )
        )
        self.plot.describe = self._readout
        self.plot.table = self.table
        self.plot.add_actions = self.add_actions
        self.legend = LegendBar()
        self.legend.setToolTip(self.plot.whatsThis())
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 4, 0)
        top.setSpacing(2)
        top.addWidget(self.legend, 1)
        self.matrix = Segmented(
            "gradients_matrix",
            (
                ("W1", "∂W₁", self.tr("Show ‖∂W₁‖, the Frobenius norm of the gradient of W₁.")),
                ("W2", "∂W₂", self.tr("Show ‖∂W₂‖, the Frobenius norm of the gradient of W₂.")),
            ),
        )
        top.addWidget(self.matrix, 0, Qt.AlignmentFlag.AlignVCenter)
        self.order = QComboBox()
        show_whole(self.order)
        self.order.setObjectName("gradients_order")
        self.order.setAccessibleName(self.tr("Order of the samples"))
        self.order.setToolTip(
            self.tr(
                "Order of the samples from left to right: by class, by magnitude, or as in the "
                "data set."
            )
        )
        self.order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for text, order in (
            (self.tr("by class and magnitude"), SampleOrder.CLASS_AND_SIZE),
            (self.tr("by class"), SampleOrder.CLASS),
            (self.tr("by magnitude"), SampleOrder.SIZE),
            (self.tr("by index"), SampleOrder.INDEX),
        ):
            self.order.addItem(text, order)
        top.addWidget(self.order, 0, Qt.AlignmentFlag.AlignVCenter)
        self.log = flat_button(
            "gradients_log",
            self.tr("log"),
            self.tr("Logarithmic magnitude axis; a gradient of 0 is drawn at the bottom edge."),
        )
        self.log.setChecked(True)
        top.addWidget(self.log, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.plot, 1)
        self.matrix.changed.connect(self._choose_matrix)
        self.order.currentIndexChanged.connect(self._set_options)
        self.log.toggled.connect(self._set_options)
        theme_changed.connect(self._update_legend)
        counting_changed.connect(self._set_options)
        self._set_titles()

    def show_frame(self, frame: Frame) -> None:
        """Draw the scan in `frame`; costs next to nothing while it is the same one."""
        before, self.frame = self.frame, frame
        scan = frame.scan
        new_data = before is None or before.dataset is not frame.dataset
        if scan is not self.scan or new_data:
            self.scan = scan
            self._show_scan()
            if new_data:
                self._update_legend()
        # While it runs, every frame has another current sample: a ring would only flicker.
        standing = frame.state is not State.RUNNING and frame.own is None
        selected = frame.selected if frame.selected_part is Part.TRAIN else None
        self.plot.set_marks(selected, frame.sample if standing else None)

    def _show_scan(self) -> None:
        frame, scan = self.frame, self.scan
        if frame is None or scan is None or frame.dataset is None:
            self.plot.message = self.tr("Computing…")
            self.plot.set_values(self.plot.values[:0], None, ())
        else:
            self.plot.message = ""
            dataset = frame.dataset
            values = scan.magnitudes[:, self._column()]
            self.plot.set_values(values, dataset.labels, dataset.class_names)
        self._set_titles()

    def age(self) -> tuple[str, ...]:
        """Say at which step the magnitudes were computed, and what is drawn at an edge.

        The same in fewer words follows, for where there is little room.
        """
        frame, scan = self.frame, self.scan
        if frame is None or scan is None:
            return (self.tr("computing…"),)
        step = count(scan.step)
        parts = [] if frame.step == scan.step else [plurals.away(frame.step - scan.step)]
        if self.plot.not_finite:
            parts.append(
                self.tr("not finite (at the top edge): {n}").format(n=count(self.plot.not_finite))
            )
        if self.plot.zeros:
            parts.append(self.tr("0 (at the bottom edge): {n}").format(n=count(self.plot.zeros)))
        said = self.tr("computed at step {step}"), self.tr("step {step}")
        long, short = (" · ".join((words.format(step=step), *parts)) for words in said)
        return long, short, *((" · ".join(parts),) if parts else ())

    def describe(self, index: int) -> list[str]:
        """Return the readout's lines for a sample."""
        frame, scan = self.frame, self.scan
        if frame is None or scan is None or frame.dataset is None:
            return []
        dataset = frame.dataset
        lines = [self.tr("sample {index}").format(index=ordinal(index))]
        if dataset.labels is not None:
            name = class_name(dataset.class_names, int(dataset.labels[index]))
            lines[0] += self.tr(" · class {name}").format(name=name)
        for name, value in zip(MATRICES, scan.magnitudes[index].tolist(), strict=True):
            lines.append(f"‖∂{name}‖ {number(value)}")
        loss = self.tr("loss {loss}").format(loss=number(float(scan.losses[index])))
        if scan.correct is not None:
            loss += " · " + (
                self.tr("correct") if scan.correct[index] else self.tr("misclassified")
            )
        return [*lines, loss]

    def _readout(self, index: int) -> list[str]:
        """Return what the plot says about the sample under the mouse, and what can be done."""
        lines = self.describe(index)
        return [*lines, self.tr("right click: train on it next")] if lines else []

    def add_actions(self, menu: QMenu, index: int) -> None:
        """Put what can be done with a sample in front of what the menu has already."""
        train = QAction(self.tr("Train on this sample next"), menu)
        train.setObjectName("gradients_train_next")
        train.setData(index)
        train.triggered.connect(self._train)
        put_first(menu, train)

    @Slot()
    def _train(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.train_wanted.emit(action.data())

    def table(self) -> str:
        """Return the scan as a table, one line a sample."""
        frame, scan = self.frame, self.scan
        rows = [f"{heading('index')}\tclass\tgrad_W1\tgrad_W2\tloss\tcorrect"]
        if frame is not None and scan is not None and frame.dataset is not None:
            labels = frame.dataset.labels
            magnitudes, losses = scan.magnitudes.tolist(), scan.losses.tolist()
            for i, ((first, second), loss) in enumerate(zip(magnitudes, losses, strict=True)):
                label = "" if labels is None else int(labels[i])
                right = "" if scan.correct is None else int(scan.correct[i])
                rows.append(f"{shown(i)}\t{label}\t{first!r}\t{second!r}\t{loss!r}\t{right}")
        return "\n".join(rows) + "\n"

    def _update_legend(self) -> None:
        dataset = None if self.frame is None else self.frame.dataset
        names = () if dataset is None or dataset.labels is None else dataset.class_names
        classes = current_theme().classes
        entries = [LegendEntry(Mark.HEADING, "", self.tr("class:"))] if names else []
        entries += [
            LegendEntry(Mark.DOT, classes[i % len(classes)], name)
            for i, name in enumerate(names[:MOST_CLASSES])
        ]
        if len(names) > MOST_CLASSES:
            more = self.tr("and {n} more").format(n=count(len(names) - MOST_CLASSES))
            entries.append(LegendEntry(Mark.HEADING, "", more))
        self.legend.set_entries(tuple(entries))

    def _choose_matrix(self) -> None:
        self._show_scan()
        self.age_changed.emit()

    def _column(self) -> int:
        return 1 if self.matrix.value() == "W2" else 0

    def _set_options(self) -> None:
        order = SampleOrder(self.order.currentData())
        self.plot.set_options(order=order, log=self.log.isChecked())
        self._set_titles()
        self.age_changed.emit()

    def _set_titles(self) -> None:
        matrix = MATRICES[self._column()]
        self.plot.y_title = f"‖∂{matrix}‖<sub>F</sub>"
        grouped = self.plot.labels is not None and self.plot.order.grouped
        self.legend.set_most(1 if grouped else None)  # the axis names the classes as well
        by_size = self.plot.order.sorted
        if grouped and by_size:
            self.plot.x_title = self.tr("samples of each class, by rising magnitude")
        elif grouped:
            self.plot.x_title = self.tr("samples of each class, by index")
        elif by_size:
            self.plot.x_title = self.tr("samples, by rising magnitude")
        else:
            self.plot.x_title = self.tr("sample index")
        self.plot.redraw()
