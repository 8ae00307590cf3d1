"""About, the list of keys, and help on what has the focus."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWhatsThis,
    QWidget,
)

from bpviz import __version__
from bpviz.ui.core.formatting import translator
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.kit.controls.scroll_area import scroll_area
from bpviz.ui.window.actions.action_group import keys_of

_tr = translator("Help")


def _dialog(parent: QWidget, name: str, title: str, rich: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setObjectName(name)
    dialog.setWindowTitle(title)
    label = QLabel(rich, dialog)
    label.setObjectName(f"{name}_text")
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    label.setAccessibleName(title)
    label.setWordWrap(True)
    pane = scroll_area(label)  # large text on a small screen needs more room than there is
    pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    named(pane, f"{name}_pane", title, _tr("Scroll with the arrow keys."))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 18, 20, 14)
    column.setSpacing(14)
    column.addWidget(pane)
    column.addWidget(buttons)
    pane.setFocus()  # else the button has it, which has no use for keys that scroll
    screen = parent.screen().availableSize()
    bar = pane.verticalScrollBar().sizeHint().width()
    width = min(max(30 * label.fontMetrics().averageCharWidth() + 230, 440), screen.width() - 80)
    height = label.heightForWidth(width - bar) + buttons.sizeHint().height() + 50
    dialog.resize(width + 40, min(height, screen.height() * 9 // 10))
    return dialog


def about(parent: QWidget) -> QDialog:
    """Return the About dialog, with the citation of the note."""
    what = _tr(
        "See and debug backpropagation: a network with one hidden layer, trained by stochastic "
        "gradient descent on one pair a step, with every number of every step open to inspection."
    )
    cite = _tr("It implements the method of this lecture note:")
    licence = _tr("Free software under the MIT licence.")
    rich = (
        f"<h2>bpviz {__version__}</h2><p>{escape(what)}</p><p>{escape(cite)}</p>"
        "<p>Felix Reinbott: <i>Backpropagation, das Lernen eines Neuronalen Netzes aus Daten</i>. "
        f"{escape(_tr('Lecture note, 20 March 2020.'))}</p><p>{escape(licence)}</p>"
    )
    return _dialog(parent, "about_dialog", _tr("About bpviz"), rich)


def _access_keys(window: QWidget) -> list[tuple[str, str]]:
    """Return the keys that bring the focus to a control, with its caption."""
    labels = [label for label in window.findChildren(QLabel) if label.buddy() is not None]
    captions = [label.text() for label in labels]
    captions += [box.text() for box in window.findChildren(QCheckBox)]
    native = QKeySequence.SequenceFormat.NativeText
    keys = [(QKeySequence.mnemonic(caption).toString(native), caption) for caption in captions]
    return [(key, caption) for key, caption in keys if key]


def key_list(parent: QWidget, actions: list[QAction]) -> QDialog:
    """Return the list of keys, made of the actions and the captions of the window themselves."""
    keys = [(keys_of(action), action.text()) for action in actions]
    rows = "".join(
        f"<tr><td style='padding:3px 24px 3px 0'><b>{escape(key)}</b></td>"
        f"<td style='padding:3px 0'>{escape(words.replace('&', ''))}</td></tr>"
        for key, words in (*keys, *_access_keys(parent))
        if key
    )
    note = _tr(
        "Space, arrows, + and − act on the run, after a click too. A control that you came to by "
        "Tab or by a key, or type into, uses them itself; Esc, Return or a choice leaves it."
    )
    return _dialog(parent, "key_list", _tr("Keys"), f"<table>{rows}</table><p>{escape(note)}</p>")


def explain(widget: QWidget) -> str:
    """Return what is known of `widget`: its own explanation, or that of what it lies in."""
    place: QWidget | None = widget
    while place is not None:
        words = place.whatsThis() or place.toolTip()
        if words:
            return words
        place = place.parentWidget()
    return ""


def help_on(widget: QWidget) -> str:
    """Show the explanation of `widget` beside it, and return it."""
    words = explain(widget) or _tr(
        "Space runs and pauses, → does one step, ← goes one back. Tab moves between the controls, "
        "and F1 explains the focused one."
    )
    QWhatsThis.showText(widget.mapToGlobal(QPoint(12, min(widget.height(), 40))), words, widget)
    return words
