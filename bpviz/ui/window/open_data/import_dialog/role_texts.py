"""What the roles of a column are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bpviz.datasets.preview import Role


def role_words() -> dict[Role, str]:
    """Return the word for each role, in the order in which to offer them."""
    return {
        Role.TARGET: QCoreApplication.translate("Roles", "Target"),
        Role.INPUT: QCoreApplication.translate("Roles", "Input"),
        Role.UNUSED: QCoreApplication.translate("Roles", "Not used"),
    }


def role_tips() -> dict[Role, str]:
    """Return what each role means."""
    return {
        Role.TARGET: QCoreApplication.translate(
            "Roles",
            "Target y: what the network is to answer. Other targets become inputs; select several "
            "columns to have several targets.",
        ),
        Role.INPUT: QCoreApplication.translate(
            "Roles",
            "Input x: what the network is told. Text becomes an input for each of its kinds.",
        ),
        Role.UNUSED: QCoreApplication.translate("Roles", "Not used: left out."),
    }
