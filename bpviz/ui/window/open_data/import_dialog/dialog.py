"""ImportDialog: how a person's own file is read, with what comes of it in sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QVBoxLayout,
    QWidget,
)

from bpviz.datasets import DataRequest, DatasetError
from bpviz.datasets.preview import ColumnPreview, Preview, Role
from bpviz.datasets.request import Missing, TargetKind
from bpviz.datasets.user_files import path_of
from bpviz.training.message import sentence_of
from bpviz.ui.core import formatting
from bpviz.ui.kit.controls.fitted_widget import Fitted
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.scroll_area import scroll_area
from bpviz.ui.window.open_data.import_dialog import format_form
from bpviz.ui.window.open_data.import_dialog.buttons import ImportButtons
from bpviz.ui.window.open_data.import_dialog.choices import ImportChoices
from bpviz.ui.window.open_data.import_dialog.columns_view import ColumnsView
from bpviz.ui.window.open_data.import_dialog.dataset_form import LIMIT, DatasetForm
from bpviz.ui.window.open_data.import_dialog.detected_properties import DetectedProperties
from bpviz.ui.window.open_data.import_dialog.format_form import FormatForm
from bpviz.ui.window.open_data.import_dialog.preview_worker import ImportPreview, PreviewWorker
from bpviz.ui.window.open_data.import_dialog.problem_box import ProblemBox
from bpviz.ui.window.open_data.import_dialog.role_bar import RoleBar

PAUSE_MS = 120
"""After a change, so that several in a row are looked at once."""


class ImportDialog(Fitted, QDialog):
    """Shows what was found in a file; every change is looked at again at once.

    Parameters
    ----------
    look : Look
        What was seen of it first.
    parent : QWidget
    n_hidden : int
        l of the run that would begin.

    Signals
    -------
    opened(object)
        The `DataRequest` that the person wants to be loaded.
    """

    opened = Signal(object)

    def __init__(self, look: ImportPreview, parent: QWidget, n_hidden: int) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        path = path_of(look.request)
        self.setWindowTitle(self.tr("Open data: {name}").format(name=path.name))
        self._draft = ImportChoices(look.request)
        self._preview: Preview | None = None
        self._look = look
        self._n_hidden = n_hidden
        self._open_when_seen = False
        self._looker = PreviewWorker(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._path = ElidedLabel(str(path), self)
        self._path.setToolTip(str(path))
        self.columns = ColumnsView(self)
        self.roles = RoleBar(self)
        self.format = FormatForm(self)
        self.made = DatasetForm(self)
        self.findings = DetectedProperties(self)
        self.obstacle = ProblemBox(self)
        self.buttons = ImportButtons(self)
        self._lay_out()
        self._connect()
        self._take(look)
        self._fit_size()
        first = self.columns if self.columns.isVisibleTo(self) else self.buttons.open
        first.setFocus()

    @property
    def busy(self) -> bool:
        """Whether the newest change is still to be looked at."""
        return self._pause.isActive() or self._looker.busy

    def _fit(self) -> None:
        """Put the forms beside each other where there is room, else below each other."""
        em = self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        for least, set_direction in (
            (150 if self.format.isVisibleTo(self) else 84, self._forms.setDirection),
            (84, self.made.set_direction),
        ):
            set_direction(ways.LeftToRight if self.width() > least * em else ways.TopToBottom)

    def accept(self) -> None:
        """Open the data; where a change is still being looked at, as soon as that is known."""
        if self.busy:
            self._open_when_seen = True
            self._look_again()
        elif self.buttons.open.isEnabled():
            self.opened.emit(self._draft.wanted())
            super().accept()

    # ---- what a person does

    @Slot(object)
    def _fields_changed(self, fields: dict[str, object]) -> None:
        self._change(self._draft.changed(**fields))

    @Slot(object)
    def _role_wanted(self, role: Role) -> None:
        chosen = self.columns.selected()
        if chosen and self._preview is not None:
            self._change(self._draft.with_role(self._preview.columns, chosen, role))

    @Slot()
    def _leave_columns(self) -> None:
        if self._preview is not None:
            columns = self._preview.columns
            stray = self._draft.stray(self._preview)
            unusable = [
                j
                for j, c in enumerate(columns)
                if c.role is Role.INPUT and (not c.can_be_input or c is stray)
            ]
            self._change(self._draft.with_role(columns, unusable, Role.UNUSED))

    @Slot()
    def _leave_rows(self) -> None:
        self._change(self._draft.changed(missing=Missing.DROP))

    @Slot()
    def _as_missing(self) -> None:
        column, request = self._draft.stray(self._preview), self._draft.request
        if column is not None:
            texts = tuple(dict.fromkeys((*request.also_missing, *column.strays)))
            self._change(self._draft.changed(also_missing=texts, missing=Missing.DROP))

    @Slot()
    def _as_categories(self) -> None:
        column, request = self._draft.stray(self._preview), self._draft.request
        if column is not None:
            self._change(self._draft.changed(categories=(*request.categories, column.name)))

    @Slot()
    def _reset(self) -> None:
        self._change(ImportChoices(DataRequest(self._draft.request.source)))

    def _change(self, draft: ImportChoices) -> None:
        self._draft = draft
        self._open_when_seen = False
        self._looker.forget()
        if draft.problem() is None:
            self._pause.start()
        else:  # nothing to look at
            self._pause.stop()
        self._show()

    # ---- what is seen

    @Slot()
    def _look_again(self) -> None:
        self._pause.stop()
        if not self._looker.busy:
            self._looker.look(self._draft.wanted())

    @Slot(object)
    def _take(self, look: ImportPreview) -> None:
        """Show what was seen; look once more where choices do not fit what is there now."""
        self._look = look
        if look.preview is not None:
            self._preview = look.preview
            fitted = self._draft.fitted(look.preview.columns)
            if fitted != self._draft:
                again = fitted.wanted() != look.request
                self._draft = fitted
                if again:
                    self._show()
                    self._look_again()
                    return
        self._show()
        if self._open_when_seen:
            self._open_when_seen = False
            self.accept()

    def _show(self) -> None:
        preview, request = self._preview, self._draft.request
        if preview is not None:
            preview = self._preview = self._draft.shown_in(preview)
        self._show_table(preview)
        found = request if preview is None else preview.request
        self.format.show_request(request, found)
        self.made.show_request(request, found)
        self._show_rows(preview)
        current = self._look.preview
        self.findings.show_words(
            () if current is None else current.found, () if current is None else current.plan
        )
        self._show_network(current)
        self._show_problem(self._look.problem)

    def _show_network(self, preview: Preview | None) -> None:
        if preview is None or self._draft.problem() is not None:
            self.findings.show_network(None, self._n_hidden)
            return
        counted = preview.request.kind is TargetKind.CLASSES or any(
            column.is_text and column.role is Role.INPUT for column in preview.columns
        )
        self.findings.show_network(
            preview.shape,
            self._n_hidden,
            constant=bool(preview.request.constant),
            sure=preview.whole or not counted,
        )

    def _show_table(self, preview: Preview | None) -> None:
        there = preview is not None and bool(preview.columns)
        self.columns.setVisible(there)
        self.roles.setVisible(there)
        if preview is not None and there:
            self.columns.setEnabled(self._look.preview is not None)
            self.columns.show_preview(preview)
            self._show_selection()

    def _show_rows(self, preview: Preview | None) -> None:
        problem = self._look.problem
        limited = problem is not None and LIMIT in problem.template
        if preview is None:
            self.format.show_rows(() if limited else format_form.ROWS)
            self.made.show_rows((LIMIT,) if limited else ())
            return
        table = bool(preview.columns)
        self.format.show_rows(format_form.ROWS if table else ())
        rows = self.made.rows_for(preview.kind, self._draft.request, limited=limited)
        self.made.show_arrays(preview.arrays, self._draft.request)
        self.made.show_rows(rows)

    def _show_problem(self, problem: DatasetError | None) -> None:
        own = self._draft.problem()
        sentence = own or ("" if problem is None else sentence_of(problem))
        template = "" if problem is None or own is not None else problem.template
        columns = () if self._preview is None else self._preview.columns
        unusable = any(c.role is Role.INPUT and not c.can_be_input for c in columns)
        column = self._draft.stray(self._preview) if own is None else None
        stray = column is not None and (not sentence or "also_missing" in template)
        self.obstacle.show_problem(
            formatting.without_options(formatting.translated(sentence)) or self._hint(column),
            columns=bool(sentence) and own is None and (unusable or stray),
            rows='missing="drop"' in template,
            strays=column.strays if column is not None and stray else (),
            categories=bool(sentence)
            and column is not None
            and stray
            and column.can_be_input
            and column.role is Role.INPUT,
            hint=not sentence,
        )
        self.buttons.open.setEnabled(not sentence)

    def _hint(self, column: ColumnPreview | None) -> str:
        """Say of a target with classes that a text among its numbers becomes one of them."""
        if column is None or column.stray is None:
            return ""
        row, line, text = column.stray
        words = self.tr(
            "Column “{name}” contains numbers but, in row {row} (line {line}), the text “{text}”, "
            "which becomes a class."
        )
        return words.format(
            name=formatting.shortened(column.name, 40),
            row=formatting.count(row),
            line=formatting.count(line),
            text=formatting.shortened(text, 40),
        )

    @Slot()
    def _show_selection(self) -> None:
        columns = () if self._preview is None else self._preview.columns
        chosen = [j for j in self.columns.selected() if j < len(columns)]
        self.roles.show_columns([columns[j] for j in chosen])

    @Slot(str)
    def _refused(self, sentence: str) -> None:
        self.obstacle.show_problem(sentence)

    # ---- how it is put together

    def _lay_out(self) -> None:
        forms = QWidget(self)
        self._forms = QBoxLayout(QBoxLayout.Direction.LeftToRight, forms)
        self._forms.setContentsMargins(0, 0, 0, 0)
        self._forms.setSpacing(24)
        top = Qt.AlignmentFlag.AlignTop
        self._forms.addWidget(self.format, 1, top)
        self._forms.addWidget(self.made, 2, top)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 10, 14, 6)
        column.setSpacing(10)
        column.addWidget(self._path)
        column.addWidget(self.columns, 1)
        column.addWidget(self.roles)
        column.addWidget(forms)
        column.addWidget(self.findings)
        column.addStretch(0)  # takes the room where there is no table
        self._inside = inside
        area = scroll_area(inside)
        area.setObjectName("import_area")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 12)
        outer.addWidget(area, 1)
        outer.addWidget(self.obstacle)
        outer.addWidget(self.buttons)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._look_again)
        self._looker.seen.connect(self._take)
        self.format.changed.connect(self._fields_changed)
        self.made.changed.connect(self._fields_changed)
        self.made.refused.connect(self._refused)
        self.columns.role_wanted.connect(self._role_wanted)
        self.columns.selectionModel().selectionChanged.connect(self._show_selection)
        self.roles.role_wanted.connect(self._role_wanted)
        self.obstacle.leave_columns.clicked.connect(self._leave_columns)
        self.obstacle.as_missing.clicked.connect(self._as_missing)
        self.obstacle.as_categories.clicked.connect(self._as_categories)
        self.obstacle.leave_rows.clicked.connect(self._leave_rows)
        self.buttons.open.clicked.connect(self.accept)
        self.buttons.reset.clicked.connect(self._reset)
        self.buttons.rejected.connect(self.reject)

    def _fit_size(self) -> None:
        em, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        table = self.columns.isVisibleTo(self)
        room = self.screen().availableSize() - QSize(32, 64)  # its frame, and a bar of the desktop
        width = min((190 if table else 128) * em, room.width())
        self.resize(width, 1)
        self._fit()
        around = _height(self.obstacle, width) + self.buttons.sizeHint().height()
        height = _height(self._inside, width) + around + 3 * line
        self.resize(QSize(width, height + (8 * line if table else 0)).boundedTo(room))


def _height(widget: QWidget, width: int) -> int:
    """Return how high a widget wants to be that is so wide."""
    layout = widget.layout()
    if layout is None:
        return 0
    if not layout.hasHeightForWidth():
        return layout.totalSizeHint().height()
    return layout.totalHeightForWidth(width)
