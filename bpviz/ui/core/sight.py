"""What of a window can be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def in_sight(widget: QWidget) -> bool:
    """Whether anything of a widget, or of what lies on it, can be seen.

    One that lies behind another, or behind another tab, cannot.
    """
    if not widget.isVisible():
        return False
    if not widget.visibleRegion().isEmpty():
        return True
    # Qt leaves out of that region what opaque children cover: all of it where they fill the widget.
    seen, above = widget.rect(), widget
    while (parent := above.parentWidget()) is not None and not above.isWindow():
        seen = seen.translated(above.pos()) & parent.rect()
        above = parent
    top = None if seen.isEmpty() else above.childAt(seen.center())
    return top is not None and (top is widget or widget.isAncestorOf(top))
