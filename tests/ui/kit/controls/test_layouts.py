"""Rows and columns of widgets: their order, their room, and the names of a widget."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bpviz.ui.kit.controls.layouts import flow, hbox, named, splitter, vbox, widget_of


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    box = QWidget()
    qtbot.addWidget(box)
    box.resize(400, 300)
    return box


def corners(*widgets: QWidget) -> list[tuple[int, int]]:
    places = (widget.mapTo(widget.window(), QPoint(0, 0)) for widget in widgets)
    return [(place.x(), place.y()) for place in places]


def test_that_parts_stand_beside_and_below_each_other_with_their_spacing(box: QWidget) -> None:
    a, b, c = QPushButton("a"), QPushButton("b"), QPushButton("c")
    vbox(hbox(a, b, spacing=7), c, into=box, margins=(8, 6, 4, 2), spacing=5)
    box.resize(400, box.sizeHint().height())
    box.show()
    (ax, ay), (bx, by), (cx, cy) = corners(a, b, c)
    assert (ax, ay) == (8, 6)
    assert (bx, by) == (8 + a.width() + 7, 6)
    assert (cx, cy) == (8, 6 + a.height() + 5)
    assert bx + b.width() == 400 - 4


@pytest.mark.parametrize("wide", [0, 1])
def test_that_one_part_takes_all_spare_room(box: QWidget, wide: int) -> None:
    parts = QPushButton("a"), QPushButton("b")
    hbox(*parts, into=box, spacing=0, stretch=parts[wide])
    box.show()
    assert parts[1 - wide].width() == parts[1 - wide].sizeHint().width()
    assert parts[wide].width() == 400 - parts[1 - wide].width()


def test_that_parts_that_flow_wrap_where_it_is_narrow(box: QWidget) -> None:
    parts = [QPushButton("some words") for _ in range(4)]
    vbox(flow(*parts), into=box)
    box.show()
    box.resize(5 * parts[0].sizeHint().width(), 300)
    assert len({y for _, y in corners(*parts)}) == 1
    box.resize(2 * parts[0].sizeHint().width() + 20, 300)
    assert len({y for _, y in corners(*parts)}) == 2


def test_that_parts_of_a_splitter_cannot_be_dragged_away(box: QWidget) -> None:
    parts = splitter("halves", QPushButton("a"), widget_of(hbox(QPushButton("b"))))
    vbox(parts, into=box)
    box.show()
    parts.setSizes([0, 300])
    assert parts.objectName() == "halves"
    assert min(parts.sizes()) > 0


def test_that_a_widget_has_a_name_and_says_what_it_does(box: QWidget) -> None:
    label = QLabel("0.5", box)
    assert named(label, "rate", "Learning rate", tip="Length of a step", about="λ") is label
    assert (label.objectName(), label.accessibleName()) == ("rate", "Learning rate")
    assert (label.toolTip(), label.whatsThis()) == ("Length of a step", "λ")
