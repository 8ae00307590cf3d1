"""The arrangements of the panels to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from bpviz.ui.core.formatting import translator

_tr = translator("Docks")

LAYOUTS = ("overview", "debug", "present", "explore", "check")

Rows = tuple[tuple[tuple[str, ...], ...], ...]
"""Rows from top to bottom; in each, columns from left to right; in each, panels above another;
panels with a bar between them share a place as tabs, the first one in front."""

TABS: Mapping[str, str] = {
    "weight_history_panel": "branches_panel",
    "watches_panel": "breakpoints_panel",
    "find_panel": "breakpoints_panel",
}
"""Panels that are a tab wherever another one is: behind it, in every arrangement that shows it.
Such a panel is named here and nowhere else."""

_DRAWN: Mapping[str, Rows] = {
    "overview": (
        (
            ("setup_panel",),
            ("weights1_panel|boundary_panel", "weights2_panel|units_panel"),
            ("sample_panel|draw_panel|debugger_panel|breakpoints_panel",),
        ),
        (
            ("loss_panel|evaluation_panel|gradient_check_panel",),
            ("gradients_panel|browser_panel|branches_panel|rule_panel",),
        ),
        (("timeline_panel",),),
    ),
    "debug": (
        (
            ("weights1_panel|graph_panel", "weights2_panel|gradients_panel"),
            ("debugger_panel|gradient_check_panel|rule_panel",),
            ("sample_panel", "breakpoints_panel|branches_panel|loss_panel"),
        ),
        (("timeline_panel",),),
    ),
    "present": (
        (
            ("weights1_panel|graph_panel", "weights2_panel|sample_panel"),
            (
                "loss_panel|draw_panel|evaluation_panel|debugger_panel|gradient_check_panel|rule_panel",
            ),
        ),
    ),
    # Where the network can be drawn, the graph has in it what the other panels show.
    "present_graph": (
        (
            ("graph_panel|weights1_panel|weights2_panel",),
            ("loss_panel|boundary_panel|debugger_panel|gradient_check_panel|rule_panel",),
        ),
    ),
    "explore": (
        (
            ("draw_panel|sample_panel",),
            ("units_panel|weights1_panel",),
            ("evaluation_panel|loss_panel|gradient_check_panel|rule_panel",),
        ),
        (("browser_panel|gradients_panel",),),
        (("timeline_panel",),),
    ),
    # Where the inputs span a plane, it says more than a few sliders.
    "explore_plane": (
        (
            ("boundary_panel|weights1_panel",),
            ("units_panel|draw_panel|sample_panel",),
            ("evaluation_panel|loss_panel|gradient_check_panel|rule_panel",),
        ),
        (("browser_panel|gradients_panel",),),
        (("timeline_panel",),),
    ),
    "check": (
        (
            ("gradient_check_panel",),
            ("rule_panel|sample_panel|loss_panel|branches_panel",),
        ),
        (("timeline_panel",),),
    ),
    # Of a presentation: what a layout is for, in so few places that each is seen from afar.
    "overview_large": (
        (("weights1_panel",), ("sample_panel|debugger_panel",)),
        (("weights2_panel|units_panel",), ("loss_panel|gradients_panel",)),
    ),
    "overview_large_graph": (
        (
            ("graph_panel|weights1_panel|weights2_panel",),
            ("sample_panel|debugger_panel", "loss_panel|gradients_panel"),
        ),
    ),
    "overview_large_graph_plane": (
        (
            ("graph_panel|weights1_panel|weights2_panel",),
            ("boundary_panel|sample_panel|debugger_panel", "loss_panel|gradients_panel"),
        ),
    ),
    "overview_large_plane": (
        (("boundary_panel|weights1_panel",), ("sample_panel|debugger_panel",)),
        (("weights2_panel|units_panel",), ("loss_panel|gradients_panel",)),
    ),
    "debug_large": (
        (
            ("weights1_panel|weights2_panel", "sample_panel|breakpoints_panel"),
            ("debugger_panel|gradient_check_panel|rule_panel|loss_panel",),
        ),
        (("timeline_panel",),),
    ),
    "debug_large_graph": (
        (
            ("graph_panel|weights1_panel|weights2_panel|sample_panel|breakpoints_panel",),
            ("debugger_panel|gradient_check_panel|rule_panel|loss_panel",),
        ),
        (("timeline_panel",),),
    ),
    "present_large": (
        (
            ("weights1_panel", "weights2_panel|sample_panel"),
            ("loss_panel|draw_panel|evaluation_panel|debugger_panel",),
        ),
    ),
    "present_large_graph": (
        (
            ("graph_panel|weights1_panel|weights2_panel",),
            ("loss_panel|units_panel|debugger_panel",),
        ),
    ),
    "present_large_graph_plane": (
        (
            ("graph_panel|weights1_panel|weights2_panel",),
            ("loss_panel|boundary_panel|debugger_panel",),
        ),
    ),
    "explore_large": (
        (
            ("draw_panel|sample_panel|weights1_panel",),
            ("evaluation_panel|units_panel|loss_panel",),
        ),
        (("browser_panel|gradients_panel",),),
    ),
    "explore_large_plane": (
        (
            ("boundary_panel|draw_panel|sample_panel|weights1_panel",),
            ("evaluation_panel|units_panel|loss_panel",),
        ),
        (("browser_panel|gradients_panel",),),
    ),
}


def _with_tabs(column: tuple[str, ...]) -> tuple[str, ...]:
    """Return a column with `TABS` in their places."""
    return tuple(
        "|".join([cell, *(tab for tab, host in TABS.items() if host in cell.split("|"))])
        for cell in column
    )


ROWS: Mapping[str, Rows] = {
    name: tuple(tuple(map(_with_tabs, row)) for row in rows) for name, rows in _DRAWN.items()
}

HEIGHTS = {
    "overview": (58, 31, 11),
    "debug": (86, 14),
    "present": (100,),
    "present_graph": (100,),
    "explore": (57, 32, 11),
    "explore_plane": (57, 32, 11),
    "check": (86, 14),
    "overview_large": (52, 48),
    "overview_large_graph": (100,),
    "overview_large_graph_plane": (100,),
    "overview_large_plane": (52, 48),
    "debug_large": (86, 14),
    "debug_large_graph": (86, 14),
    "present_large": (100,),
    "present_large_graph": (100,),
    "present_large_graph_plane": (100,),
    "explore_large": (66, 34),
    "explore_large_plane": (66, 34),
}
"""Shares of the window's height, row by row."""

WIDTHS = {
    "overview": ((19, 50, 31), (58, 42), (100,)),
    "debug": ((36, 35, 29), (100,)),
    "present": ((42, 58),),
    "present_graph": ((45, 55),),
    "explore": ((32, 36, 32), (100,), (100,)),
    "explore_plane": ((36, 32, 32), (100,), (100,)),
    "check": ((52, 48), (100,)),
    "overview_large": ((50, 50), (50, 50)),
    "overview_large_graph": ((50, 50),),
    "overview_large_graph_plane": ((50, 50),),
    "overview_large_plane": ((50, 50), (50, 50)),
    "debug_large": ((40, 60), (100,)),
    "debug_large_graph": ((50, 50), (100,)),
    "present_large": ((42, 58),),
    "present_large_graph": ((50, 50),),
    "present_large_graph_plane": ((50, 50),),
    "explore_large": ((52, 48), (100,)),
    "explore_large_plane": ((52, 48), (100,)),
}
"""Shares of the window's width, column by column in each row."""

SHARES: Mapping[tuple[str, ...], tuple[int, ...]] = {
    _with_tabs(column): shares
    for column, shares in (
        (("weights1_panel|boundary_panel", "weights2_panel|units_panel"), (55, 45)),
        (("weights1_panel|graph_panel", "weights2_panel|gradients_panel"), (54, 46)),
        (("sample_panel", "breakpoints_panel|branches_panel|loss_panel"), (54, 46)),
        (("weights1_panel|graph_panel", "weights2_panel|sample_panel"), (54, 46)),
        (("weights1_panel", "weights2_panel|sample_panel"), (50, 50)),
        (("weights1_panel|weights2_panel", "sample_panel|breakpoints_panel"), (43, 57)),
        (("sample_panel|debugger_panel", "loss_panel|gradients_panel"), (52, 48)),
        (
            ("boundary_panel|sample_panel|debugger_panel", "loss_panel|gradients_panel"),
            (52, 48),
        ),
    )
}
"""Shares of a column's height, where more than one place is in it."""


PANELS = tuple(
    dict.fromkeys(
        panel
        for rows in ROWS.values()
        for row in rows
        for column in row
        for cell in column
        for panel in cell.split("|")
    )
)
"""The object names of all panels: each has a place somewhere."""


def has_place(arrangement: str, panel: str) -> bool:
    """Whether an arrangement shows a panel, be it as a tab."""
    rows = ROWS[arrangement]
    return any(panel in cell.split("|") for row in rows for column in row for cell in column)


def front(cell: str) -> str:
    """Return the panel that is in front of a place."""
    return cell.split("|")[0]


def layout_title(name: str) -> str:
    """Return the translated name of an arrangement."""
    return {
        "overview": _tr("Overview"),
        "debug": _tr("Debug"),
        "present": _tr("Present"),
        "explore": _tr("Explore"),
        "check": _tr("Check"),
    }[name]
