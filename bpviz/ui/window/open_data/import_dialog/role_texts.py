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
            "Target y: what the network is to answer. Other targets become inputs; select several "
            "columns to have several targets."
        ),
        Role.INPUT: _tr(
            "Input x: what the network is told. Text becomes an input for each of its kinds."
        ),
        Role.UNUSED: _tr("Not used: left out."),
    }
