"""What the roles of a column are called."""

from __future__ import annotations

from bpviz.datasets.preview import Role
from bpviz.ui.core.formatting import translator

_tr = translator("Roles")


def role_words() -> dict[Role, str]:
    """Return the word for each role, in the order in which to offer them."""
    return {
        Role.TARGET: _tr("Target"),
        Role.INPUT: _tr("Input"),
        Role.UNUSED: _tr("Not used"),
    }


def role_tips() -> dict[Role, str]:
    """Return what each role means."""
    return {
        Role.TARGET: _tr(
            "Target y: the value to predict. Other targets become inputs; select several columns "
            "for several targets."
        ),
        Role.INPUT: _tr(
            "Input x. A text column becomes one 0/1 input per distinct value (one-hot)."
        ),
        Role.UNUSED: _tr("Not used: left out."),
    }
