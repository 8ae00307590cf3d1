"""Forms: an editor a row, each with its caption and what it is."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QSizePolicy, QWidget

from bpviz.ui.kit.controls.layouts import named

FormRow = tuple[str, QWidget, str, str, str]
"""Caption (empty: the editor says it itself), editor, object name, label, explanation."""


def fields_form(parent: QWidget) -> QFormLayout:
    """Return a form for `parent` whose editors take the width that the captions leave."""
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(10)
    form.setVerticalSpacing(6)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def add_rows(form: QFormLayout, *rows: FormRow) -> None:
    """Add rows at the end of `form`; captions are explained as their editors are."""
    policies = QSizePolicy.Policy
    for caption, editor, name, label, what in rows:
        named(editor, name, label, what)
        if not caption:
            editor.setSizePolicy(policies.Preferred, policies.Fixed)
            editor.setMinimumWidth(1)  # large text must not push the other editors out of sight
            form.addRow(editor)
            continue
        editor.setSizePolicy(policies.Ignored, policies.Fixed)
        editor.setMinimumWidth(90)
        form.addRow(caption, editor)
        form.labelForField(editor).setToolTip(what)
