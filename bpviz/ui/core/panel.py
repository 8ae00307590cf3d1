"""What every panel is: a widget that is shown frames while it is visible."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.training.commands import Command
from bpviz.training.events import Frame
from bpviz.training.quantities import Need
from bpviz.ui.core.selection import Highlight, Selection

Send: TypeAlias = Callable[[Command], int]
"""Puts a command into the trainer's mailbox; returns at once, with its number: see
`Frame.acknowledged`."""


def unheard(_command: Command) -> int:
    """Take a command that is to change nothing."""
    return 0


class Panel(QWidget):
    """Base of the docked panels.

    A panel never asks the trainer for anything: it is given the newest `Frame`, and sends
    commands.  Panels don't know one another; what one selects reaches the others through the
    next frame or through the window, which connects their signals.  What a panel does not do it
    leaves as it is here.

    Attributes
    ----------
    interval_ms : int
        While a run is RUNNING in whole steps the panel is shown a frame at most this often.  Frames
        in any other state, and each place inside a step, are always shown.
    export_actions : sequence of QAction
        What the window can write of it to files: offered by context menus beside "copy values".

    Signals
    -------
    weight_selected(Selection or None), highlighted(Highlight or None)
        A weight was selected, or a quantity pointed at; every panel is told.
    range_wanted(object), view_range_changed(object)
        The record of these steps, first and last, is to be in the frames; these steps are in
        sight, and panels that show the run along its steps follow.
    samples_wanted(SampleFilter), steps_wanted(Breakpoint)
        These samples are to be listed; the steps of the past that meet this condition are.
    refused(str), accepted()
        An input is refused, in a sentence; the last refusal does not hold any more.
    """

    weight_selected = Signal(object)
    highlighted = Signal(object)
    range_wanted = Signal(object)
    view_range_changed = Signal(object)
    samples_wanted = Signal(object)
    steps_wanted = Signal(object)
    refused = Signal(str)
    accepted = Signal()

    interval_ms: int = 16
    is_form: bool = False
    """Whether its buttons and fields are what it shows, so that a figure has them."""

    def __init__(self, name: str, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.send = send
        self.export_actions: Sequence[QAction] = ()

    def title(self) -> str:
        """Return the translated title of the panel's dock."""
        raise NotImplementedError

    def short_title(self) -> str:
        """Return a title for the tab where text is large and other panels share the place."""
        return self.title()

    def show_frame(self, frame: Frame) -> None:
        """Draw the state in `frame`.  Called in the interface's thread, for visible panels only."""
        raise NotImplementedError

    def needs(self) -> Set[Need]:
        """Return what it draws from beyond the step at hand; asked while it is visible."""
        return frozenset()

    def suits(self, frame: Frame) -> bool:
        """Whether it has something to show of such a network and such data."""
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be written of it, where nothing in it has a menu of its own."""
        if self.export_actions:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.export_actions)
            menu.popup(event.globalPos())

    def note_frame(self, frame: Frame) -> None:
        """Take note of a new frame, also while hidden."""

    def select(self, selection: Selection | None) -> None:
        """Mark the weight that a person selected in any panel."""

    def highlight(self, highlight: Highlight | None) -> None:
        """Mark the quantity that a person points at in another panel."""

    def set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Show these steps, first and last, as another panel does; None is the whole run."""

    def another(self) -> Panel:
        """Return a new panel of this kind whose commands nobody hears, as a figure is made of."""
        return type(self)(unheard)  # type: ignore[call-arg, arg-type]  # as every child takes it

    def figure_leaves_out(self) -> Sequence[QWidget]:
        """Return what, beside buttons, fields and readings, no figure of it needs."""
        return ()

    def figure_subject(self) -> str:
        """Return in a few words which of several pictures it shows; "" where it has but one."""
        return ""

    def set_presenting(self, on: bool) -> None:
        """Leave out what large text has no room for; panels that have enough do nothing."""
