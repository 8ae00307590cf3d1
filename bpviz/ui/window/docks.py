"""The docks around the panels, and the arrangements to choose from."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from functools import partial
from itertools import pairwise

import shiboken6
from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QMouseEvent, QPalette, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QTabBar,
    QTabWidget,
    QToolBar,
    QToolButton,
    QWidget,
)

from bpviz.ui.core import panel_titles
from bpviz.ui.core.sight import in_sight
from bpviz.ui.window.dock_tabs import DockTabs
from bpviz.ui.window.dock_title import DockTitle
from bpviz.ui.window.layouts import HEIGHTS, LAYOUTS, ROWS, SHARES, WIDTHS, front
from bpviz.ui.window.panel_place import PanelPlace

LAYOUT_VERSION = 4
"""Goes up when a saved layout of an older version would no longer fit."""

FORCED = 2
"""So many times the usual height of a row, or its part, is what nothing but need explains."""

_EDGE = 3
"""Pixels around a floating dock, where it is seen to end and a person can resize it."""

_SEAL = b"bpviz layout\0"
_QT = b"\0\0\0\xff"
"""What a state of Qt's own begins with; older versions stored it as it is."""


class Docks(QObject):
    """One dock a panel, in a single area, so that rows can hold different columns.

    Attributes
    ----------
    own : bool
        Whether the docks are as a layout of somebody's own has them, and not as an arrangement.

    Signals
    -------
    arranged()
        The docks have been put where an arrangement has them.
    changed()
        Another panel is the current one, or one has come, gone or changed its place.
    menu_wanted(str, QPoint)
        A person wants the menu of a panel, at a place on the screen.
    """

    arranged = Signal()
    changed = Signal()
    menu_wanted = Signal(str, QPoint)

    def __init__(self, window: QMainWindow, places: Mapping[str, PanelPlace]) -> None:
        super().__init__(window)
        self._window, self._places = window, places
        self.docks: dict[str, QDockWidget] = {}
        self._titles: list[DockTitle] = []
        self._arrangement = LAYOUTS[0]
        self.own = False
        self._variants: frozenset[str] = frozenset()
        self._built: dict[str, QByteArray] = {}
        self._brief = False
        self._saved_sizes: tuple[QSize, Mapping[str, QSize]] = QSize(), {}  # of a window, of docks
        self._before_text: tuple[int, QSize, Mapping[str, QSize]] | None = None  # points, sizes
        self._placing = False  # whether docks are being put where a layout has them
        self._beside: Mapping[str, QSize] = {}  # when a dock began to float
        self._touched = ""  # the panel that somebody used last
        self._whole = ""  # the panel that has the whole window
        self._before_whole = QByteArray()
        self._crowded = False
        self._before_crowded: QByteArray | None = None
        self._crowding = QTimer(self, singleShot=True, interval=0)
        self._crowding.timeout.connect(self._crowd)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        self._tabs = QTimer(self, singleShot=True, interval=0)
        self._tabs.timeout.connect(self._dress_tabs)
        window.setDockNestingEnabled(True)
        window.installEventFilter(self)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for name, place in places.items():
            dock = QDockWidget(panel_titles.title(name), window)
            dock.setObjectName(name.replace("_panel", "_dock"))
            title = DockTitle(dock)
            dock.setTitleBarWidget(title)
            self._titles.append(title)
            title.touched.connect(partial(self._touch, name))
            title.whole_wanted.connect(partial(self.toggle_whole, name))
            title.float_wanted.connect(partial(self.toggle_floating, name))
            title.close_wanted.connect(partial(self.close_panel, name))
            title.menu_wanted.connect(partial(self.menu_wanted.emit, name))
            dock.setWidget(place)
            dock.visibilityChanged.connect(place.come_in_sight)
            self.docks[name] = dock
            dock.toggleViewAction().triggered.connect(partial(self._show_or_hide, name))
            dock.topLevelChanged.connect(partial(self._land, dock))
            for signal in (dock.topLevelChanged, dock.dockLocationChanged, dock.visibilityChanged):
                signal.connect(self._tabs_later)
        self._mouse = DockTabs(window, self.docks.values())
        self._mouse.touched.connect(self._touch_dock)
        self._mouse.doubly_clicked.connect(self._enlarge)
        self._mouse.menu_wanted.connect(self._offer_menu)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        application.focusWindowChanged.connect(self._follow_window)

    @property
    def arrangement(self) -> str:
        """The arrangement that was chosen last."""
        return self._arrangement

    def layout_name(self) -> str:
        """Return which of `LAYOUTS` that is, whatever its variant."""
        return self._arrangement.split("_")[0]

    def title(self, name: str) -> str:
        """Return the translated title of a panel, empty for no panel."""
        return panel_titles.title(name) if name else ""

    def _dock_of(self, cell: str) -> QDockWidget:
        """Return the dock in front of a place."""
        return self.docks[front(cell)]

    def save(self) -> QByteArray:
        """Return where everything is; of a whole or crowded window, where it was before.

        How large the places are is in it, for a window of another size, and a checksum: Qt crashes
        over a state with a wrong number in it.
        """
        if self._whole:
            return self._before_whole
        if self._before_crowded is not None:
            return self._before_crowded
        return self._packed(self._state(), self._seen_sizes())

    def _packed(self, state: QByteArray, sizes: Mapping[str, QSize]) -> QByteArray:
        """Return a layout for `restore`; without a state it is the arrangement as it is drawn."""
        kept = {
            "state": base64.b64encode(bytes(state.data())).decode(),
            "arrangement": self._arrangement,
            "own": self.own,
            "window": self._window.size().toTuple(),
            "sizes": {name: size.toTuple() for name, size in sizes.items()},
        }
        content = zlib.compress(json.dumps(kept).encode())
        return QByteArray(_SEAL + zlib.crc32(content).to_bytes(4) + content)

    def restore(self, layout: QByteArray) -> bool:
        """Put the docks where `layout` has them; return False if that cannot be read.

        It cannot if it is damaged or of another version; the docks stay where they are then.
        """
        try:
            state, arrangement, own, window, sizes = _opened(bytes(layout.data()))
        except (ValueError, TypeError, KeyError, AttributeError, zlib.error, RecursionError):
            return False
        if not state and arrangement in ROWS:
            self.arrange(arrangement.split("_")[0])
            return True
        if not self._restore_state(QByteArray(state)):
            return False
        self._before_crowded = layout if self._crowded and not self._brief else None
        if arrangement in ROWS:  # another version may have others
            self._arrangement = arrangement
        self.own = own
        if not window.isEmpty():
            self._saved_sizes = window, {n: each for n, each in sizes.items() if n in self.docks}
            if window != self._window.size():
                self._share_out()
        self._tabs_later()
        return True

    def choose_own(self, layout: QByteArray) -> bool:
        """Put the docks where a layout of somebody's own has them; False if it is unreadable."""
        readable = self.restore(layout)
        if readable:
            self.own = True
            self._dress_tabs()
            self.arranged.emit()
        return readable

    def _state(self) -> QByteArray:
        return self._window.saveState(LAYOUT_VERSION)

    def _restore_state(self, state: QByteArray) -> bool:
        self._later.stop()
        self._crowding.stop()
        self._saved_sizes = QSize(), {}
        self._end_whole()
        self._placing = True
        bars = [(bar, bar.isHidden()) for bar in self._window.findChildren(QToolBar)]
        readable = self._window.restoreState(state, LAYOUT_VERSION)
        for bar, hidden in bars:  # they are in the state, but what they show is of this moment
            bar.setHidden(hidden)
        self._placing = False
        return readable

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note which panel is pressed; fit a kept layout into the window on its way to its size.

        It may be on its way there from the whole screen or to it.  What is pressed is seen of the
        native window, since a plot takes no focus and passes nothing on.
        """
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWindow):
            if isinstance(event, QMouseEvent):
                self._follow_focus(None, self._window.childAt(event.position().toPoint()))
        elif kind == QEvent.Type.Show and watched is self._window:
            self._window.windowHandle().installEventFilter(self)
        elif kind == QEvent.Type.Resize and self._window.size() == self._saved_sizes[0]:
            QTimer.singleShot(0, self, self._share_out)
        return False

    @Slot(QWindow)
    def _follow_window(self, window: QWindow | None) -> None:
        """Take note of the panel whose floating window has the focus."""
        for dock in self.docks.values():
            if dock.isFloating() and window is not None and dock.windowHandle() is window:
                self._touch_dock(dock)

    def keep_shares(self) -> None:
        """Let each dock have the share of the window that it has now, once that is larger."""
        self._saved_sizes = self._window.size(), self._seen_sizes()

    def follow_text(self, before: int, after: int) -> None:
        """Give the docks back the shares that they had once text has its former points again.

        Larger text takes room from some for others, and Qt leaves it to them.
        """
        if self._brief:
            return
        if self._before_text is None:
            if not self._whole and not self._crowded:
                self._before_text = before, self._window.size(), self._seen_sizes()
        elif after == self._before_text[0]:
            kept, self._before_text = self._before_text[1:], None
            QTimer.singleShot(0, self, partial(self._share_as, kept))

    def _share_as(self, kept: tuple[QSize, Mapping[str, QSize]]) -> None:
        self._saved_sizes = kept
        self._share_out()

    def fit(self) -> None:
        """Give the docks their shares of a window that has another size."""
        if self.own:
            self._share_out()
        else:
            self.resize(self._arrangement)

    @Slot()
    def _share_out(self) -> None:
        """Give each dock the share of the window that it had; Qt takes the same off each."""
        window, sizes = self._saved_sizes
        if not sizes or self._whole:
            return
        docks = [self.docks[name] for name in sizes]
        now = self._window.size()
        if now != window and self._is_forced():
            self.resize(self._arrangement)
            return
        widths = [each.width() * now.width() // window.width() for each in sizes.values()]
        tabs = max((bar.height() for bar in self._tab_bars() if bar.isVisible()), default=0)
        heights = [
            each.height() * now.height() // window.height()
            # Qt takes them for the heights of places, in which there is a tab bar as well.
            + (tabs if self._shares_its_place(dock) else 0)
            for dock, each in zip(docks, sizes.values(), strict=True)
        ]
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
        self._window.resizeDocks(docks, heights, Qt.Orientation.Vertical)

    def _is_forced(self) -> bool:
        """Whether rows had shares far from the usual ones of an arrangement, which a window had too
        little room for: of that size, but not of another, they are worth keeping."""
        window, sizes = self._saved_sizes
        usual = {
            name: share * window.height() // 100
            for row, share in zip(ROWS[self._arrangement], HEIGHTS[self._arrangement], strict=True)
            for column in row
            if len(column) == 1  # is as high as its row
            for name in column[0].split("|")
        }
        return not self.own and any(
            not usual[name] <= FORCED * size.height() <= FORCED**2 * usual[name]
            for name, size in sizes.items()
            if name in usual
        )

    def set_brief(self, on: bool) -> None:
        """Give the tabs short titles, so that more of them have room; the View menu keeps its own.

        A dock that has its place to itself has a title bar, which keeps the whole title as well.
        The timeline's has none: it says nothing that one does not see, and takes half of its row.
        """
        self._brief = on
        self._write_titles()

    def _write_titles(self) -> None:
        short = self._brief or self._crowded
        for name, dock in self.docks.items():
            title = panel_titles.title(name)
            dock.setWindowTitle(panel_titles.short_title(name) if short else title)
            dock.toggleViewAction().setText(title)
        self._tabs_later()

    def set_crowded(self, on: bool) -> None:
        """Show one panel at a time, all as tabs: the text is too large for more; or as before."""
        if on == self._crowded:
            return
        if on and not self._brief:
            self._before_crowded = self.save()
        self._crowded = on
        self._write_titles()
        self._crowding.start()

    @Slot()
    def _crowd(self) -> None:
        """Put what is shown into one place, or back; once all has its new text.

        Qt crashes over docks that are moved at once after a restore.
        """
        before = self._before_crowded
        if not self._crowded and before is not None:
            self._before_crowded = None
            if not self._whole:  # else that is what it comes back to
                self.restore(before)
        shown = [d for d in self.docks.values() if not d.isHidden() and not d.isFloating()]
        together = {*shown[:1], *self._window.tabifiedDockWidgets(shown[0])} if shown else set()
        if self._crowded and not self._whole and not self._brief and not together >= {*shown}:
            front = self.current()
            self._placing = True
            for dock in shown[1:]:
                self._window.tabifyDockWidget(shown[0], dock)
            self._placing = False
            self.bring_forward(front)
            self._dress_tabs()

    def set_variants(self, *, graph: bool, plane: bool) -> None:
        """Say whether the network is small enough for its graph, and its inputs span a plane.

        An arrangement may have a variant that puts the panels for these first.  A presentation
        goes over to it at once: there it is not the work of whoever moved panels about.
        """
        there = (("graph", graph), ("plane", plane))
        before = self._variants
        self._variants = frozenset(name for name, is_there in there if is_there)
        if self._brief and self._variants != before and not self.own:
            whole = self.whole()
            self.arrange(self.layout_name())
            if whole:
                self.make_whole(whole)

    def arrange(self, arrangement: str) -> None:
        """Put the docks where the arrangement has them; hide those that it does not have.

        The hidden ones get a place too: the View menu shows them there, and a saved layout knows
        that they are hidden.
        """
        large = ["large"] if self._brief else []
        for variant in large + sorted(self._variants):
            if f"{arrangement}_{variant}" in ROWS:
                arrangement = f"{arrangement}_{variant}"
        self.own, self._before_text = False, None
        state = self._built.get(arrangement)
        if state is None or not self._restore_state(state):
            self._build(arrangement)
        self.resize(arrangement)
        if state is None:
            self._built[arrangement] = self._state()
        self._dress_tabs()
        drawn = self._packed(QByteArray(), {})
        self._before_crowded = drawn if self._crowded and not self._brief else None
        # A dock that was floating has its new size only after the layout has been at work.
        self._later.start()
        self.arranged.emit()

    def _build(self, arrangement: str) -> None:
        """Put the docks where they belong, one by one; Qt lays all of them out again and again."""
        rows = ROWS[arrangement]
        self._end_whole()
        self._placing = True
        for dock in self.docks.values():
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        first_of_rows = [self._dock_of(row[0][0]) for row in rows]
        self._window.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, first_of_rows[0])
        for above, below in pairwise(first_of_rows):
            self._window.splitDockWidget(above, below, Qt.Orientation.Vertical)
        for row in rows:
            heads = [self._dock_of(column[0]) for column in row]
            for left, right in pairwise(heads):
                self._window.splitDockWidget(left, right, Qt.Orientation.Horizontal)
            for column in row:
                stack = [self._dock_of(each) for each in column]
                for above, below in pairwise(stack):
                    self._window.splitDockWidget(above, below, Qt.Orientation.Vertical)
        cells = [cell for row in rows for column in row for cell in column]
        there = [name for cell in cells for name in cell.split("|")]
        for name, dock in self.docks.items():
            if name not in there:  # before there are tabs: it would become one of them
                self._window.splitDockWidget(
                    self._dock_of(cells[-1]), dock, Qt.Orientation.Horizontal
                )
                dock.hide()
        for cell in cells:
            for name in cell.split("|")[1:]:
                self._window.tabifyDockWidget(self._dock_of(cell), self.docks[name])
        for name in there:
            self.docks[name].show()
        for cell in cells:
            self._dock_of(cell).raise_()
        self._placing = False

    def in_sight(self) -> list[QDockWidget]:
        """Return the docks that can be seen, from left to right and downwards."""
        seen = [dock for dock in self.docks.values() if in_sight(dock)]
        return sorted(seen, key=lambda dock: (dock.isFloating(), dock.y(), dock.x()))

    def covered(self, widget: QWidget | None) -> bool:
        """Whether `widget` lies in a dock behind another one."""
        dock = next((d for d in self.docks.values() if widget and d.isAncestorOf(widget)), None)
        return dock is not None and not in_sight(dock)

    def bring_forward(self, name: str) -> None:
        """Put a panel before those that share its place; one that is not in the window stays so."""
        dock = self.docks[name]
        if not dock.isHidden() and not dock.isFloating():
            dock.raise_()

    def show_panel(self, name: str) -> None:
        """Put a panel before the others, and back into the window if it was closed."""
        dock = self.docks[name]
        if name != self._whole and not dock.isFloating():
            self.leave_whole()
        self._places[name].come_in_sight(True)  # Qt asks how large it would like to be
        if self._brief and dock.isHidden() and not dock.isFloating():
            self._put_before(self._largest(), dock)
        dock.show()
        dock.raise_()
        self._touch(name)

    def _put_before(self, name: str, dock: QDockWidget) -> None:
        """Give a hidden dock the place of a panel: with text for the last row none has to spare."""
        if name and not self.docks[name].isFloating():
            self._placing = True
            self._window.tabifyDockWidget(self.docks[name], dock)
            self._placing = False

    def current(self) -> str:
        """Return the panel at hand: used last, or before it in its place, or else the largest.

        Empty if no panel can be seen.
        """
        if self._whole:
            return self._whole
        if self._touched:
            dock = self.docks[self._touched]
            place = [dock, *self._window.tabifiedDockWidgets(dock)]
            for name, each in self.docks.items():
                if each in place and self._is_seen(each):
                    return name
        return self._largest()

    def _largest(self) -> str:
        seen = {
            name: dock.width() * dock.height()
            for name, dock in self.docks.items()
            if self._is_seen(dock)
        }
        # The timeline is as wide as the window, and what is done is seen elsewhere.
        return max(seen, key=lambda name: (name != "timeline_panel", seen[name]), default="")

    def whole(self) -> str:
        """Return the panel that has the whole window, empty if none has."""
        return self._whole

    @Slot()
    def toggle_whole(self, name: str) -> None:
        """Give a panel the whole window, or all of them their places back.

        The others in the window are hidden meanwhile, so that they cost nothing; those that float
        stay.
        """
        if self._whole:
            self.leave_whole()
            return
        dock = self.docks[name]
        self._before_whole = self.save()
        self._go_home(dock)
        self._whole = self._touched = name
        self._later.stop()
        dock.setFloating(False)
        for other in self.docks.values():
            if other is not dock and not other.isFloating():
                other.hide()
        dock.show()
        # Dragged away it would leave an empty window behind.
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self._dress_tabs()

    def make_whole(self, name: str, before: QByteArray | None = None) -> None:
        """Give a panel the whole window, whichever has it now; `before` is to be gone back to."""
        if name != self._whole:
            self.leave_whole()
            self.toggle_whole(name)
        if before is not None:
            self._before_whole = before

    def leave_whole(self) -> None:
        """Put every panel back, if one has the whole window."""
        if self._whole:
            before = self._before_whole
            self._end_whole()
            self.restore(before)
            self._dress_tabs()

    def _end_whole(self) -> None:
        if self._whole:
            usual = (
                QDockWidget.DockWidgetFeature.DockWidgetClosable
                | QDockWidget.DockWidgetFeature.DockWidgetMovable
                | QDockWidget.DockWidgetFeature.DockWidgetFloatable
            )
            self.docks[self._whole].setFeatures(usual)
            self._whole = ""
            self._before_whole = QByteArray()

    @Slot()
    def toggle_floating(self, name: str) -> None:
        """Let a panel float above the window, or put it back into its place there."""
        self.leave_whole()
        dock = self.docks[name]
        floats = not dock.isFloating()
        self._go_home(dock)
        room = dock.size()
        dock.setFloating(floats)
        dock.show()
        dock.raise_()
        if floats:
            self._place_floating(dock, room)
        self._touch(name)

    def _place_floating(self, dock: QDockWidget, room: QSize) -> None:
        """Give a dock that begins to float a size that shows it, above the middle of the window."""
        screen = self._window.screen().availableGeometry()
        least = self._window.size() * 2 / 5
        size = room.expandedTo(least).boundedTo(screen.size())
        frame = dock.geometry()
        frame.setSize(size)
        frame.moveCenter(self._window.geometry().center())
        corner = QPoint(
            max(screen.left(), min(frame.left(), screen.right() - size.width())),
            max(screen.top(), min(frame.top(), screen.bottom() - size.height())),
        )
        dock.setGeometry(corner.x(), corner.y(), size.width(), size.height())

    @Slot()
    def lift_floating(self) -> None:
        """Put floating panels above the window, behind which they lie if they were there first."""
        for dock in self.docks.values():
            if dock.isFloating() and not dock.isHidden():
                dock.hide()
                dock.show()

    @Slot()
    def close_panel(self, name: str) -> None:
        """Take a panel out of the window; the View menu has it back."""
        self.leave_whole()
        self._go_home(self.docks[name])
        self.docks[name].close()

    def _go_home(self, dock: QDockWidget) -> None:
        """Let the keys act in the main window, not in one that goes."""
        if dock.isActiveWindow() and dock.isFloating():
            self._window.activateWindow()

    def _show_or_hide(self, name: str) -> None:
        """Do what the View menu says, which Qt has done to the one dock already."""
        shown = self.docks[name].toggleViewAction().isChecked()
        if self._whole and not self.docks[name].isFloating():
            self.leave_whole()
            self.docks[name].setVisible(shown)
        if shown:
            self.docks[name].raise_()
            self._touch(name)

    def _land(self, dock: QDockWidget, floats: bool) -> None:
        """Share out the room anew where somebody drops a dock between others."""
        if self._placing:
            return
        if floats:
            self._beside = self._seen_sizes(dock)
        else:
            QTimer.singleShot(0, dock, partial(self._make_room, dock, self._beside))

    def _make_room(self, dock: QDockWidget, beside: Mapping[str, QSize]) -> None:
        """Give a dock a quarter of its row or column, and let its neighbours keep their shares.

        Qt gives it what it had elsewhere, and takes the same off each of them.
        """
        if dock.isFloating() or not self._is_seen(dock):
            return
        now, liked = self._seen_sizes(dock), dock.widget().sizeHint()
        for orientation, of in (
            (Qt.Orientation.Horizontal, QSize.width),
            (Qt.Orientation.Vertical, QSize.height),
        ):
            shrunk = [n for n in now if n in beside and of(now[n]) < of(beside[n]) - 2]
            if shrunk:
                room = of(self._window.size())
                own = min(room // 4, max(of(liked), room // 8))
                sizes = [of(beside[n]) * (room - own) // room for n in shrunk]
                docks = [*(self.docks[n] for n in shrunk), dock]
                self._window.resizeDocks(docks, [*sizes, own], orientation)

    def _is_seen(self, dock: QDockWidget) -> bool:
        """Whether it floats, or lies in the window: Qt puts one behind another far outside of it.

        Its visible region may be empty nevertheless: all of it may be covered by what is in it.
        """
        inside = dock.geometry().intersects(self._window.rect())
        return dock.isVisible() and (dock.isFloating() or inside)

    def _tab_bars(self) -> list[QTabBar]:
        # Not from `findChildren`: PySide ties what that returns to the window for good, and Qt
        # makes new bars at every change of the arrangement.
        return [
            each
            for each in QApplication.allWidgets()
            if isinstance(each, QTabBar) and _is_of_docks(each) and self._window.isAncestorOf(each)
        ]

    def _shares_its_place(self, dock: QDockWidget) -> bool:
        return any(not each.isHidden() for each in self._window.tabifiedDockWidgets(dock))

    def _seen_sizes(self, besides: QDockWidget | None = None) -> dict[str, QSize]:
        """Return how large the docks are that can be seen in the window."""
        return {
            name: dock.size()
            for name, dock in self.docks.items()
            if dock is not besides and self._is_seen(dock) and not dock.isFloating()
        }

    def _touch(self, name: str) -> None:
        self._saved_sizes = QSize(), {}  # from here on they are as this person has them
        if name != self._touched:
            self._touched = name
            self.changed.emit()

    def _name_of(self, dock: QDockWidget) -> str:
        return next(name for name, each in self.docks.items() if each is dock)

    @Slot(QDockWidget)
    def _touch_dock(self, dock: QDockWidget) -> None:
        self._touch(self._name_of(dock))

    @Slot(QDockWidget)
    def _enlarge(self, dock: QDockWidget) -> None:
        self.toggle_whole(self._name_of(dock))

    @Slot(QDockWidget, QPoint)
    def _offer_menu(self, dock: QDockWidget, place: QPoint) -> None:
        self.menu_wanted.emit(self._name_of(dock), place)

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Take note of the panel in which a control lies."""
        while now is not None and not isinstance(now, QDockWidget):
            now = now.parentWidget()
        if isinstance(now, QDockWidget) and now in self.docks.values():
            self._touch_dock(now)

    def resize(self, name: str) -> None:
        """Give the docks of an arrangement their shares of the window."""
        self._arrangement = name
        if self._whole:
            return
        rows = ROWS[name]
        vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        size = self._window.size()
        heights = HEIGHTS[name]
        self._window.resizeDocks(
            [self._dock_of(row[0][0]) for row in rows],
            [size.height() * part // 100 for part in heights],
            vertical,
        )
        for row, widths, height in zip(rows, WIDTHS[name], heights, strict=True):
            self._window.resizeDocks(
                [self._dock_of(column[0]) for column in row],
                [size.width() * part // 100 for part in widths],
                horizontal,
            )
            for column in row:
                shares = SHARES.get(column)
                if shares:
                    room = size.height() * height // 100
                    self._window.resizeDocks(
                        [self._dock_of(each) for each in column],
                        [room * part // 100 for part in shares],
                        vertical,
                    )

    @Slot()
    def _tabs_later(self) -> None:
        self._tabs.start()
        self._crowding.start()

    @Slot()
    def _settle(self) -> None:
        self.resize(self._arrangement)
        self._tabs_later()
        self._dress_tabs()

    @Slot()
    def _dress_tabs(self) -> None:
        """Name the tab bars, which Qt makes as it needs them; a tab takes the title's place."""
        for title, (name, dock) in zip(self._titles, self.docks.items(), strict=True):
            others = self._window.tabifiedDockWidgets(dock)
            told = any(not other.isHidden() for other in others)
            told = told or (self._brief and name == "timeline_panel")
            title.set_tabbed(told and not dock.isFloating() and name != self._whole)
            title.show_state(whole=name == self._whole, floating=dock.isFloating())
            edge = _EDGE if dock.isFloating() else 0
            if dock.contentsMargins().left() != edge:  # its background is seen there
                dock.setContentsMargins(edge, edge, edge, edge)
                dock.setBackgroundRole(QPalette.ColorRole.Mid)
                dock.setAutoFillBackground(bool(edge))
                dock.widget().setBackgroundRole(QPalette.ColorRole.Window)
                dock.widget().setAutoFillBackground(bool(edge))
        self._tabs.stop()
        bars = self._tab_bars()
        for bar in bars:
            # Those of the arrangement before wait for an event loop to delete them, and each layout
            # walks over them; a script may have none.
            QCoreApplication.sendPostedEvents(bar, QEvent.Type.DeferredDelete)
        for number, bar in enumerate(filter(shiboken6.isValid, bars)):
            self._mouse.watch(bar)
            bar.setObjectName(f"dock_tabs_{number}")
            # Beyond the room there are arrows: half of every title says less than all of some.
            bar.setElideMode(Qt.TextElideMode.ElideNone)
            bar.setUsesScrollButtons(True)
            bar.setDrawBase(False)  # on a dark ground Fusion draws it in a glaring white
            bar.setAccessibleName(self.tr("Panels in this place"))
            bar.setToolTip(
                self.tr(
                    "Choose the panel to show in this place. Drag its tab to another place, or "
                    "click it twice for the whole window; the right button has a menu."
                )
            )
            for button in bar.findChildren(QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.changed.emit()


def _opened(layout: bytes) -> tuple[bytes, str, bool, QSize, Mapping[str, QSize]]:
    """Return what a layout holds: Qt's state, arrangement, `own`, sizes of window and docks.

    Raises
    ------
    ValueError, TypeError, KeyError, AttributeError, zlib.error, RecursionError
        If it is none, or not as it was saved.
    """
    if layout.startswith(_QT):
        return layout, "", False, QSize(), {}
    if not layout.startswith(_SEAL):
        raise ValueError("no layout")
    check, content = layout[len(_SEAL) :][:4], layout[len(_SEAL) + 4 :]
    if zlib.crc32(content).to_bytes(4) != check:
        raise ValueError("damaged")
    kept = json.loads(zlib.decompress(content))
    sizes = {str(name): QSize(*size) for name, size in kept["sizes"].items()}
    arrangement = str(kept.get("arrangement", ""))
    own = bool(kept.get("own"))
    return base64.b64decode(kept["state"]), arrangement, own, QSize(*kept["window"]), sizes


def _is_of_docks(bar: QTabBar) -> bool:
    """Whether a tab bar is one that Qt makes for docks that share a place."""
    return bar.metaObject().className() == "QMainWindowTabBar"
