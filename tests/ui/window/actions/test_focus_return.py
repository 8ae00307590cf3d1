"""After every kind of edit, in every arrangement, the documented keys do what the list says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QStyle,
    QStyleOptionSpinBox,
    QToolButton,
    QWidget,
)

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    AddWatch,
    Advance,
    AdvancePhase,
    Back,
    BackPhase,
    Command,
    FinishStep,
    Pause,
    Restart,
    Run,
    SetLearningRate,
    Undo,
)
from bpviz.training.infos import BreakpointInfo
from bpviz.training.watches import Watch
from bpviz.ui.window.actions.bare_keys import typed_into
from bpviz.ui.window.actions.panel_actions import controls
from bpviz.ui.window.layouts import LAYOUTS
from tests.ui.conftest import Stage

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)

Key, Held = Qt.Key, Qt.KeyboardModifier

DOCUMENTED: list[tuple[Key, Held, type[Command]]] = [
    (Key.Key_Space, Held.NoModifier, Run),
    (Key.Key_Space, Held.NoModifier, Pause),
    (Key.Key_Right, Held.NoModifier, Advance),
    (Key.Key_Left, Held.NoModifier, Back),
    (Key.Key_Down, Held.NoModifier, AdvancePhase),
    (Key.Key_Up, Held.NoModifier, FinishStep),
    (Key.Key_F5, Held.NoModifier, Run),
    (Key.Key_F5, Held.NoModifier, Pause),
    (Key.Key_F10, Held.NoModifier, Advance),
    (Key.Key_F10, Held.ShiftModifier, Back),
    (Key.Key_F11, Held.NoModifier, AdvancePhase),
    (Key.Key_F11, Held.ShiftModifier, FinishStep),
    (Key.Key_F11, Held.ControlModifier, BackPhase),
    (Key.Key_Right, Held.ControlModifier, Advance),
    (Key.Key_Left, Held.ControlModifier, Back),
    (Key.Key_R, Held.ControlModifier, Restart),
    (Key.Key_Plus, Held.NoModifier, SetLearningRate),
    (Key.Key_Minus, Held.NoModifier, SetLearningRate),
]
SHORT = DOCUMENTED[:5]


def heard(stage: Stage, keys: list[tuple[Key, Held, type[Command]]]) -> list[str]:
    """Press keys as the window system does, at whatever has the focus; return what went wrong."""
    wrong = []
    for key, held, command in keys:
        stage.window.toolbar.finish_gesture()
        stage.clear()
        focus = QApplication.focusWidget()
        stage.press(key, modifier=held)
        stage.window.toolbar.finish_gesture()
        asked = [type(c) for c in stage.mailbox.asked()]
        if asked != [command]:
            words = f"{key.name} with the focus at {focus and focus.objectName()}: {asked}"
            wrong.append(words)
    return wrong


def chosen(stage: Stage, layout: str) -> None:
    stage.press(Key(Key.Key_1 + LAYOUTS.index(layout)), modifier=Held.ControlModifier)
    stage.offer(step=7, tip=9, breakpoints=())
    QGuiApplication.processEvents()


def released(stage: Stage, widget: QWidget, at: QPoint) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Held.NoModifier, at)


def seen(stage: Stage) -> Iterator[QWidget]:
    """Everything in sight that takes the focus."""
    for place in controls(stage.window):
        if place.visibleRegion().boundingRect().contains(place.rect().center()):
            yield place


def in_the_window(stage: Stage) -> None:
    """Wait for a list, menu or dialog to close, and do what a window manager does then."""
    stage.qtbot.waitUntil(
        lambda: not (QApplication.activePopupWidget() or QApplication.activeModalWidget())
    )
    QGuiApplication.processEvents()
    stage.window.activateWindow()
    stage.qtbot.waitUntil(stage.window.isActiveWindow)


def closed(stage: Stage) -> None:
    """Close whatever list or menu has opened."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        QTest.keyClick(popup if isinstance(popup, QMenu) else popup.focusWidget(), Key.Key_Escape)
        in_the_window(stage)


# ---- kinds of edits


def _drag(stage: Stage) -> None:
    for slider in (stage.window.toolbar.learning_rate_slider, stage.window.toolbar.speed_edit):
        y = slider.height() // 2
        QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, y))
        QTest.mouseMove(slider, QPoint(slider.width() - 5, y))
        QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 5, y))


def _typed(stage: Stage) -> None:
    for name, text in (("learning_rate_edit", "0.25"), ("hidden_size_edit", "9")):
        edit = stage.child(name)
        released(stage, edit.lineEdit(), edit.lineEdit().rect().center())
        assert QApplication.focusWidget() is edit  # one types into it
        edit.selectAll()
        QTest.keyClicks(edit, text)
        stage.press(Key.Key_Return)
        assert edit.text() in (text, text.replace(".", ","))


def _spun(stage: Stage) -> None:
    for name in ("learning_rate_edit", "step_size_edit", "step_size_edit"):
        edit = stage.child(name)
        before = edit.value()
        option = QStyleOptionSpinBox()
        edit.initStyleOption(option)
        part = QStyle.SubControl.SC_SpinBoxUp
        if name == "step_size_edit" and before > 1:  # and back to 1, which Advance is asked for
            part = QStyle.SubControl.SC_SpinBoxDown
        control = QStyle.ComplexControl.CC_SpinBox
        arrow: QRect = edit.style().subControlRect(control, option, part, edit)
        released(stage, edit, arrow.center())
        assert edit.value() != before


def _picked(stage: Stage, box: QComboBox) -> None:
    """Open a list by mouse, go down, and choose by Return."""
    before = box.currentIndex()
    released(stage, box, box.rect().center())
    view = box.view()
    stage.qtbot.waitUntil(view.isVisible)
    QTest.keyClick(view, Key.Key_Down if before < box.count() - 1 else Key.Key_Up)
    QTest.keyClick(view, Key.Key_Return)
    in_the_window(stage)
    assert box.currentIndex() != before


def _choices(stage: Stage) -> None:
    boxes = [box for box in seen(stage) if isinstance(box, QComboBox) and box.count() > 1]
    for box in boxes:
        if box.isVisible() and box.isEnabled():
            _picked(stage, box)
            stage.offer(step=7, tip=9)


def _chosen_by_keys(stage: Stage) -> None:
    boxes = [box for box in seen(stage) if isinstance(box, QComboBox) and box.count() > 1]
    for box in boxes[:1]:
        box.setFocus(Qt.FocusReason.TabFocusReason)
        before = box.currentIndex()
        stage.press(Key.Key_Down)
        assert box.currentIndex() == before  # nothing is chosen unseen
        stage.qtbot.waitUntil(box.view().isVisible)
        QTest.keyClick(box.view(), Key.Key_Return)
        in_the_window(stage)


def _lists(stage: Stage) -> None:
    for view in [each for each in seen(stage) if isinstance(each, QAbstractItemView)]:
        view.setFocus(Qt.FocusReason.TabFocusReason)
        index = view.model().index(0, 0)
        place = view.visualRect(index).center() if index.isValid() else QPoint(9, 9)
        released(stage, view.viewport(), place)


def _palette(stage: Stage) -> None:
    stage.child("learning_rate_edit").setFocus()
    stage.press(Key.Key_P, modifier=Held.ControlModifier | Held.ShiftModifier)
    palette = stage.window.findChild(QDialog, "command_palette")
    assert palette is not None
    QTest.keyClicks(palette.focusWidget(), "count from 1")
    QTest.keyClick(palette.focusWidget(), Key.Key_Return)
    in_the_window(stage)
    stage.child("action_count_from_one").trigger()


def _dialog(stage: Stage) -> None:
    stage.child("hidden_size_edit").setFocus()
    stage.press(Key.Key_F1, modifier=Held.ShiftModifier)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    stage.qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Key.Key_Escape)
    in_the_window(stage)


def _escaped(stage: Stage) -> None:
    for widget in list(seen(stage)):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(widget, Key.Key_Escape)
        assert QApplication.focusWidget() is stage.window, widget.objectName()


EDITS: dict[str, Callable[[Stage], None]] = {
    "a drag": _drag,
    "Return": _typed,
    "an arrow of a spin box": _spun,
    "a choice": _choices,
    "a choice by keys": _chosen_by_keys,
    "a click into a list": _lists,
    "the palette": _palette,
    "a dialog": _dialog,
    "Esc": _escaped,
}


def test_that_the_documented_keys_act_after_every_kind_of_edit_in_every_arrangement(
    stage: Stage,
) -> None:
    for layout in LAYOUTS:
        chosen(stage, layout)
        for kind, edit in EDITS.items():
            edit(stage)
            stage.offer(step=7, tip=9)
            assert heard(stage, DOCUMENTED) == [], (layout, kind)


def test_that_a_click_on_a_button_that_has_the_focus_is_one(stage: Stage) -> None:
    chosen(stage, "overview")
    buttons = [each for each in seen(stage) if isinstance(each, QAbstractButton)]
    buttons = [each for each in buttons if each.objectName() and not each.isCheckable()]
    buttons = [each for each in buttons if getattr(each, "menu", lambda: None)() is None]
    assert len(buttons) > 3
    for button in buttons:
        with stage.qtbot.waitSignal(button.clicked, timeout=1000):
            button.setFocus(Qt.FocusReason.TabFocusReason)
            assert button.hasFocus()
            released(stage, button, button.rect().center())
        closed(stage)
        assert QApplication.focusWidget() is stage.window, button.objectName()
        stage.offer(step=7, tip=9)


def test_that_a_click_on_anything_in_sight_leaves_the_keys_to_the_run(stage: Stage) -> None:
    for layout in LAYOUTS:
        chosen(stage, layout)
        for widget in list(seen(stage)):
            if not shiboken6.isValid(widget):  # a tab bar, which Qt makes anew
                continue
            if isinstance(widget, QToolButton) and widget.menu() is not None:
                continue  # it opens a loop of its own
            if not widget.isVisible() or not widget.isEnabled():
                continue
            inside = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
            if isinstance(widget, QAbstractSpinBox):
                inside = widget.findChild(QLineEdit)
            released(stage, inside, inside.rect().center())
            closed(stage)
            if typed_into(QApplication.focusWidget()):
                stage.press(Key.Key_Escape)
            stage.offer(step=7, tip=9)
            assert heard(stage, SHORT) == [], (layout, widget.objectName())


def test_that_a_list_reached_by_tab_keeps_its_arrows_until_return(stage: Stage) -> None:
    chosen(stage, "debug")
    stops = Breakpoint.loss_above(0.5), Breakpoint.every(7)
    notes = tuple(BreakpointInfo(i, each) for i, each in enumerate(stops, 1))
    stage.offer(step=7, tip=9, breakpoints=notes)
    table = stage.child("breakpoints_list")
    stage.qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    table.setCurrentIndex(table.model().index(0, 0))
    table.setFocus(Qt.FocusReason.TabFocusReason)
    stage.clear()
    stage.press(Key.Key_Down)
    assert stage.mailbox.asked() == []
    assert table.currentIndex().row() == 1
    stage.press(Key.Key_Escape)
    assert heard(stage, SHORT) == []


def test_that_keys_act_in_a_panel_that_floats_and_when_it_is_docked_again(stage: Stage) -> None:
    stage.child("learning_rate_edit").setFocus()
    dock = stage.child("loss_dock")
    stage.click(stage.child("loss_float"))
    stage.qtbot.waitUntil(dock.isVisible)
    dock.activateWindow()
    stage.qtbot.waitUntil(dock.isActiveWindow)
    assert heard(stage, SHORT) == []
    stage.child("loss_plot").setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(Key.Key_Escape)
    assert QApplication.focusWidget() is dock
    dock.setFloating(False)
    stage.window.activateWindow()
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    assert heard(stage, SHORT) == []


def test_that_keys_act_after_another_arrangement_while_an_entry_is_edited(stage: Stage) -> None:
    chosen(stage, "debug")
    note = BreakpointInfo(1, Breakpoint.loss_above(0.5))
    stage.offer(step=7, tip=9, breakpoints=(note,))
    table = stage.child("breakpoints_list")
    stage.qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    column = next(
        c
        for c in range(table.model().columnCount())
        if table.model().flags(table.model().index(0, c)) & Qt.ItemFlag.ItemIsEditable
    )
    table.setFocus()
    table.edit(table.model().index(0, column))
    assert typed_into(QApplication.focusWidget())
    stage.press(Key.Key_4, modifier=Held.ControlModifier)
    assert heard(stage, DOCUMENTED) == []


def test_that_what_is_refused_stays_to_be_corrected(stage: Stage) -> None:
    line = stage.child("timeline_go_edit")
    released(stage, line, line.rect().center())
    QTest.keyClicks(line, "none")
    stage.press(Key.Key_Return)
    assert QApplication.focusWidget() is line
    QTest.keyClicks(line, "3")
    stage.press(Key.Key_Return)
    assert QApplication.focusWidget() is stage.window


def test_that_one_types_into_an_editable_list_after_a_click_or_a_choice(stage: Stage) -> None:
    chosen(stage, "overview")
    stage.press(Key.Key_1, modifier=Held.AltModifier | Held.ShiftModifier)  # Watches
    box, line = stage.child("watches_offers"), stage.child("watches_edit")
    stage.offer(step=7, tip=9)
    stage.press(Key.Key_Escape)
    stage.clear()
    released(stage, line, line.rect().center())
    for key in "norm W3":  # the space, at whatever has the focus, would start the run
        QTest.keyClick(QApplication.focusWidget(), key)
    assert line.text() == "norm W3"
    assert stage.mailbox.asked() == []
    stage.press(Key.Key_Return)
    assert typed_into(QApplication.focusWidget())  # to be corrected
    stage.press(Key.Key_Home)
    assert line.cursorPosition() == 0
    line.selectAll()
    QTest.keyClicks(QApplication.focusWidget(), "norm W1")
    stage.press(Key.Key_Return)
    assert stage.mailbox.asked() == [AddWatch(Watch.norm("W1"))]
    assert QApplication.focusWidget() is stage.window
    assert heard(stage, SHORT) == []
    box.addItem("norm W2")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    box.showPopup()
    view = box.view()
    stage.qtbot.waitUntil(view.isVisible)
    view.setCurrentIndex(box.model().index(box.count() - 1, 0))
    QTest.keyClick(view, Key.Key_Return)
    in_the_window(stage)
    assert line.text() == "norm W2"
    assert QApplication.focusWidget() is box
    stage.clear()
    stage.press(Key.Key_Return)
    assert stage.mailbox.asked() == [AddWatch(Watch.norm("W2"))]


def test_that_the_focus_of_what_is_disabled_or_hidden_goes_to_the_window(stage: Stage) -> None:
    button = stage.child("timeline_go")
    for leave in (lambda: button.setEnabled(False), lambda: stage.child("timeline_dock").close()):
        button.setEnabled(True)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert button.hasFocus()
        leave()
        assert QApplication.focusWidget() is stage.window


def test_that_a_stroke_leaves_ctrl_z_to_the_canvas_until_esc_and_space_to_the_run(
    stage: Stage,
) -> None:
    chosen(stage, "explore")
    canvas = stage.child("draw_canvas")
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    QTest.mouseMove(canvas, canvas.rect().center() + QPoint(20, 20))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    assert canvas.drawing.can_undo
    assert heard(stage, SHORT) == []
    stage.press(Key.Key_Z, modifier=Held.ControlModifier)
    assert not canvas.drawing.can_undo
    stage.press(Key.Key_Z, modifier=Held.ControlModifier | Held.ShiftModifier)
    assert canvas.drawing.can_undo
    stage.press(Key.Key_Escape)
    assert not canvas.hasFocus()
    stage.offer(step=7, tip=9, undo="λ 0.3 → 0.32")
    assert heard(stage, [(Key.Key_Z, Held.ControlModifier, Undo)]) == []
    assert canvas.drawing.can_undo
