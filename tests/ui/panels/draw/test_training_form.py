"""Training on what was drawn."""

from __future__ import annotations

from typing import Any

import numpy as np

from bpviz.training.infos import JournalInfo
from bpviz.training.journal.entries import Pin
from bpviz.ui.panels.draw.panel import DrawPanel
from tests.ui.frames import make_frame, make_images
from tests.ui.panels.draw.drawing import LINE, draw, own_pair


def test_that_a_step_can_train_on_a_drawing_as_a_seven(panel: DrawPanel, sent: list[Any]) -> None:
    data = make_images()
    panel.show_frame(make_frame(data))
    draw(panel, LINE)
    panel.train.classes.setCurrentIndex(7)
    panel.train.button.click()
    pair = own_pair(sent)
    assert np.array_equal(pair.x, panel.input_values)
    assert pair.y.tolist() == np.eye(10)[7].tolist()
    assert (pair.label, pair.title) == (7, "a drawing as 7")


def test_that_it_says_where_it_went(panel: DrawPanel, sent: list[Any]) -> None:
    data = make_images()
    panel.show_frame(make_frame(data))
    draw(panel, LINE)
    panel.train.button.click()
    pair = own_pair(sent)
    assert "Requested: train on" in panel.train.note.text()
    note = JournalInfo(41, "", Pin(41, data.n_samples, pair.title))
    panel.show_frame(make_frame(data, acknowledged=0, journal=(note,)))
    assert "Requested: train on" in panel.train.note.text()
    panel.show_frame(make_frame(data, acknowledged=1, journal=(note,)))
    assert panel.train.note.text() == "Recorded in the journal at step 41: a drawing as 0."
    panel.train.button.click()
    panel.show_frame(make_frame(data, acknowledged=9))
    assert "Rejected" in panel.train.note.text()
