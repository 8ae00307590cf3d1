"""What each panel is called: known before it is made."""

from __future__ import annotations

from bpviz.ui.core.formatting import translator

_tr = translator("Panels")


def title(name: str) -> str:
    """Return the translated title of the panel with that object name, as its dock has it."""
    return {
        "setup_panel": _tr("Setup"),
        "weights1_panel": _tr("Hidden weights W₁"),
        "weights2_panel": _tr("Output weights W₂"),
        "graph_panel": _tr("Network"),
        "boundary_panel": _tr("Decision boundary"),
        "units_panel": _tr("Hidden units"),
        "sample_panel": _tr("Current sample"),
        "draw_panel": _tr("Draw"),
        "debugger_panel": _tr("Debugger"),
        "breakpoints_panel": _tr("Breakpoints"),
        "watches_panel": _tr("Watches"),
        "loss_panel": _tr("Loss"),
        "evaluation_panel": _tr("Evaluation"),
        "gradients_panel": _tr("Gradient magnitudes"),
        "weight_history_panel": _tr("Weights over time"),
        "browser_panel": _tr("Samples"),
        "gradient_check_panel": _tr("Gradient check"),
        "rule_panel": _tr("Gradient rules compared"),
        "branches_panel": _tr("Branches"),
        "timeline_panel": _tr("Timeline"),
        "contributions_panel": _tr("Contributions"),
        "positions_panel": _tr("Compare positions"),
        "find_panel": _tr("Find steps"),
    }[name]


def short_title(name: str) -> str:
    """Return a title for the tab where text is large and other panels share the place."""
    shorter = {
        "weights1_panel": "W₁",
        "weights2_panel": "W₂",
        "boundary_panel": _tr("Boundary"),
        "sample_panel": _tr("Sample"),
        "weight_history_panel": _tr("Histograms"),
        "gradient_check_panel": _tr("Check"),
        "rule_panel": _tr("Rules"),
        "contributions_panel": _tr("Parts"),
        "positions_panel": _tr("Positions"),
        "find_panel": _tr("Find"),
    }
    return shorter.get(name) or title(name)
