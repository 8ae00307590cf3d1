"""Counts with their nouns, in the singular where there is but one."""

from __future__ import annotations

from bpviz.ui.core.formatting import count, translator

_tr = translator("counts")


def samples(n: int) -> str:
    """Return ``1 sample``, ``2 samples``, …"""
    return _tr("1 sample" if n == 1 else "{n} samples").format(n=count(n))


def steps(n: int) -> str:
    """Return ``1 step``, ``2 steps``, …"""
    return _tr("1 step" if n == 1 else "{n} steps").format(n=count(n))


def inputs(n: int | None) -> str:
    """Return ``1 input``, ``2 inputs``, …; a dash for what is not known."""
    return _tr("1 input" if n == 1 else "{n} inputs").format(n=count(n))


def hidden_units(n: int | None) -> str:
    """Return ``1 hidden unit``, ``2 hidden units``, …; a dash for what is not known."""
    return _tr("1 hidden unit" if n == 1 else "{n} hidden units").format(n=count(n))


def outputs(n: int | None) -> str:
    """Return ``1 output``, ``2 outputs``, …; a dash for what is not known."""
    return _tr("1 output" if n == 1 else "{n} outputs").format(n=count(n))


def away(n: int) -> str:
    """Return how far a step lies back: ``1 step ago``, ``3 steps ahead``; nothing for 0."""
    if n > 0:
        return _tr("1 step ago" if n == 1 else "{n} steps ago").format(n=count(n))
    if n < 0:
        return _tr("1 step ahead" if n == -1 else "{n} steps ahead").format(n=count(-n))
    return ""
