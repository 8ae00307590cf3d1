"""Every panel as a figure: vector, whole, with title and circumstances, in either theme."""

from __future__ import annotations

import dataclasses
import re
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QFontInfo, QImage, QStandardItemModel
from PySide6.QtWidgets import QAbstractButton, QTabBar, QTableView, QVBoxLayout, QWidget

from bpviz.datasets import Dataset, load
from bpviz.training.events import Frame
from bpviz.training.infos import AskedInfo, BranchInfo, WatchInfo
from bpviz.training.search_results import WatchCurves
from bpviz.training.watches import Watch
from bpviz.ui.core.theme import DARK, LIGHT, Theme, apply_theme, current_theme
from bpviz.ui.kit.figure.encoding import Format, encoded, encoded_widget
from bpviz.ui.kit.figure.page import FigurePage, Words
from bpviz.ui.panels.loss.plot import LossPlot
from bpviz.ui.panels.watches.panel import WatchesPanel
from bpviz.ui.window.figures.panel_figure import circumstances, page_of, title_of
from bpviz.ui.window.figures.saving import figure_of, name_of, window_as
from bpviz.ui.window.language import speak
from bpviz.ui.window.layouts import PANELS
from tests.ui.branches import make_branched, make_comparison
from tests.ui.conftest import Stage
from tests.ui.frames import changed, make_frame
from tests.ui.records import make_evaluations, make_history, make_scan
from tests.ui.shown_panels import Sent, shown
from tests.ui.svgs import all_points, covered, read_svg
from tests.ui.unit_scans import make_unit_scan

SIZE = QSize(640, 400)

PLOTTED = {
    "loss_panel": "loss ‖f − y‖²",
    "gradients_panel": "by rising magnitude",
    "weights1_panel": "hidden unit k",
    "weights2_panel": "hidden unit k",
    "boundary_panel": "x₁",
}
"""A word of an axis of some panels."""


def record(data: Dataset) -> Frame:
    """A run with a record, looks at all samples and at the hidden units."""
    frame = make_frame(data, step=400, tip=500)
    curve = make_evaluations(400, 5)
    scan = make_scan(data, 400)
    return changed(
        frame, history=make_history(500), train_curve=curve, test_curve=curve, scan=scan,
        units=make_unit_scan(),
    )  # fmt: skip


MOONS = record(load("moons"))


@pytest.fixture
def window(once: Stage, qapp: Any) -> Stage:
    """A window of a plane of inputs, in the dark theme."""
    apply_theme(qapp, DARK)
    return once


@pytest.fixture(scope="module")
def once(qapp: Any) -> Iterator[Stage]:
    """The same for all tests."""
    stage = Stage(None, "dark")
    stage.window.resize(1280, 800)
    stage.window.show()
    stage.offer(**{field.name: getattr(MOONS, field.name) for field in dataclasses.fields(MOONS)})
    yield stage
    stage.end()


def spaced(words: str) -> str:
    """Words as `Svg.words` has them, which may be written in several pieces."""
    return " ".join(words.split())


def figure(stage: Stage, name: str, kind: Format, theme: Theme = LIGHT, **more: Any) -> bytes:
    """The figure of a panel."""
    panel, frame = stage.window.panel_set.panels[name], stage.window.frame
    assert frame is not None
    return figure_of(panel, frame, more.pop("size", SIZE), theme, kind, **more)


WAITING = {"find_panel", "evaluation_panel", "contributions_panel", "positions_panel"}
"""Nobody has asked them anything here, or they wait for results: a sentence stands there."""


@pytest.mark.parametrize("name", PANELS)
def test_that_every_panel_has_a_figure_of_lines_and_letters(window: Stage, name: str) -> None:
    panel = window.window.panel_set.panels[name]
    svg = read_svg(figure(window, name, Format.SVG))
    assert svg.size == (SIZE.width(), SIZE.height())
    assert svg.words.startswith(panel.title())
    assert spaced(circumstances(window.window.frame)) in svg.words
    assert PLOTTED.get(name, "") in svg.words
    shapes = svg.count("path", "polyline", "circle", "rect", "polygon")
    assert shapes > (1 if name in WAITING else 5)
    assert not svg.outside()
    assert covered(svg) == []


@pytest.mark.parametrize("name", ["loss_panel", "gradients_panel", "graph_panel", "timeline_panel"])
def test_that_curves_are_no_pictures(window: Stage, name: str) -> None:
    svg = read_svg(figure(window, name, Format.SVG))
    assert svg.count("image") == 0
    if name == "loss_panel":
        assert svg.count("path", "polyline") > 5
        lines = svg.root.iter("{http://www.w3.org/2000/svg}polyline")
        assert max(len(line.get("points", "").split()) for line in lines) >= 400


def test_that_no_loss_is_lost_between_the_points_of_a_curve(window: Stage) -> None:
    peak = np.full(30_000, 0.1)
    peak[12_345] = 0.9
    frame = changed(MOONS, history=make_history(30_000, 15, loss=peak), tip=30_000, step=30_000)
    panel = window.window.panel_set.panels["loss_panel"]
    with page_of(panel, frame, SIZE, LIGHT) as page:
        plot = page.findChild(LossPlot)
        assert plot is not None
        top = float(plot.py(0.9)) + plot.mapTo(page, QPoint()).y()
        svg = read_svg(encoded(page, Format.SVG))
    drawn = [y for _, y in all_points(svg)]
    assert min(abs(y - top) for y in drawn) < 0.6


def test_that_a_pdf_has_its_size_and_brings_its_letters(window: Stage) -> None:
    pdf = figure(window, "loss_panel", Format.PDF)
    assert pdf.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[([^\]]*)\]", pdf)
    assert box is not None
    assert [round(float(side)) for side in box[1].split()] == [0, 0, 480, 300]  # 72 for each 96
    assert pdf.count(b"/FontFile2") >= 1
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    page = b"".join(_inflated(stream) for stream in streams)
    assert page.count(b"Tj") + page.count(b"TJ") > 20  # shown as text
    assert b"/Subtype /Image" not in pdf.replace(b"/Subtype/Image", b"/Subtype /Image")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_a_picture_has_its_pixels_and_its_theme(window: Stage, theme: Theme) -> None:
    png = figure(window, "loss_panel", Format.PNG, theme, dpi=192)
    image = QImage.fromData(png)
    assert (image.width(), image.height()) == (1280, 800)
    assert round(image.dotsPerMeterX() * 0.0254) == 192
    assert image.pixelColor(3, 3) == QColor(theme.base)
    colours = {image.pixel(x, y) for x in range(0, 1280, 3) for y in range(0, 800, 3)}
    assert len(colours) > 20
    assert window.window.panel_set.panels["loss_panel"].palette().window().color() == QColor(
        DARK.window
    )
    assert current_theme() is DARK  # what the window is in


def test_that_letters_stand_out_in_either_theme(window: Stage) -> None:
    for theme in (LIGHT, DARK):
        svg = read_svg(figure(window, "evaluation_panel", Format.SVG, theme))
        inks = {
            each.get("fill", "").lower()
            for each in svg.root.iter("{http://www.w3.org/2000/svg}text")
        }
        assert theme.text in inks
        other = DARK if theme is LIGHT else LIGHT
        assert not inks & {other.text, other.muted}


def test_that_the_panel_itself_keeps_its_state(window: Stage) -> None:
    panel = window.window.panel_set.panels["loss_panel"]
    before = panel.size(), window.mailbox.posted.copy(), panel.view.legend.entries
    figure(window, "loss_panel", Format.PNG)
    assert (panel.size(), window.mailbox.posted, panel.view.legend.entries) == before


def test_that_nobody_reads_of_buttons_on_paper(window: Stage) -> None:
    panels = window.window.panel_set.panels
    for name, button in (("loss_panel", "log step"), ("weights1_panel", "Tiles")):
        shown = [b.text() for b in panels[name].findChildren(QAbstractButton)]
        assert button in shown
        words = read_svg(figure(window, name, Format.SVG)).words
        assert button not in words
    assert "Point at" not in words
    assert "est share" in read_svg(figure(window, "setup_panel", Format.SVG)).words


def test_that_letters_are_as_large_as_they_were_laid_out(window: Stage) -> None:
    svg = read_svg(figure(window, "loss_panel", Format.SVG))
    sizes = {
        float(t.get("font-size", 0)) for t in svg.root.iter("{http://www.w3.org/2000/svg}text")
    }
    usual = QFontInfo(window.window.font()).pixelSize()
    assert usual in sizes
    assert max(sizes) == pytest.approx(1.3 * usual, abs=1)  # the title
    bold = figure(window, "loss_panel", Format.PDF)
    streams = re.findall(rb"stream\r?\n(.*?)endstream", bold, re.DOTALL)
    page = b"".join(_inflated(stream) for stream in streams)
    written = {float(size) for size in re.findall(rb"/F\d+ (\d+\.?\d*) Tf", page)}
    assert written == {*sizes} or max(written) == pytest.approx(max(sizes), abs=1)


def test_that_a_zoomed_heatmap_stays_between_its_axes(window: Stage) -> None:
    panel = window.window.panel_set.panels["weights1_panel"]
    panel.show_frame(window.window.frame)
    panel.view.box.setRange(QRectF(0.6, 1.2, 1.0, 3.0), padding=0)
    panel.view._zoomed_by_hand(None)
    svg = read_svg(figure(window, "weights1_panel", Format.SVG))
    panel.view.show_all()
    assert not svg.outside()
    shown = svg.root.iter("{http://www.w3.org/2000/svg}image")
    assert max(float(image.get("width", 0)) for image in shown) > 0  # all of it, behind a clip
    beyond = [(x, y) for x, y in all_points(svg) if not (0 <= x <= 640 and 0 <= y <= 400)]
    assert beyond


def test_that_what_was_chosen_in_the_panel_is_on_the_figure(window: Stage) -> None:
    panel = window.window.panel_set.panels["loss_panel"]
    panel.view.log_x.setChecked(True)
    panel.view.extremes.setChecked(False)
    svg = read_svg(figure(window, "loss_panel", Format.SVG))
    panel.view.log_x.setChecked(False)
    panel.view.extremes.setChecked(True)
    assert "step + 1" in svg.words
    assert "extremes" not in svg.words


def test_that_a_watch_has_the_curve_that_was_computed_of_it(window: Stage) -> None:
    panel = window.window.panel_set.panels["watches_panel"]
    loss, norm = Watch.loss(), Watch.norm("W2")
    notes = tuple(WatchInfo(watch, "", 1.0) for watch in (loss, norm))
    steps = np.arange(400)
    values = np.tile(np.sin(steps / 40.0), (2, 1))
    curves = WatchCurves((loss, norm), MOONS.branch, 0, 399, 1, steps, values, values, values)
    panel.show_frame(changed(MOONS, watches=notes))
    frame = changed(MOONS, watches=notes, asked=AskedInfo(curves=curves))
    panel.show_frame(frame)
    panel.list.selectRow(1)
    svg = read_svg(figure_of(panel, frame, SIZE, LIGHT, Format.SVG))
    assert svg.words.startswith("Watches: ‖W₂‖")
    assert "every step" in svg.words


def test_that_the_lines_of_hidden_units_are_explained(window: Stage) -> None:
    panel = window.window.panel_set.panels["boundary_panel"]
    assert "z1[k] = 0" not in [entry.text for entry in panel.head.legend.entries]
    assert "z1[k] = 0" in read_svg(figure(window, "boundary_panel", Format.SVG)).words
    panel.head.lines.setChecked(False)
    svg = read_svg(figure(window, "boundary_panel", Format.SVG))
    panel.head.lines.setChecked(True)
    assert "z1[k] = 0" not in svg.words


def test_that_fields_with_a_label_say_their_number(window: Stage) -> None:
    panel = window.window.panel_set.panels["branches_panel"]
    frame = make_branched(comparison=make_comparison(2, 1, 3500))
    svg = read_svg(figure_of(panel, frame, SIZE, LIGHT, Format.SVG))
    assert svg.words.startswith("Branches: compared at step 3 500")
    assert re.search(r"minus .* at step 3 500 .*λ = 0.1", svg.words)


def test_that_a_figure_is_named_after_what_it_shows(window: Stage) -> None:
    assert name_of("Loss", window.window.frame) == "loss moons l8 λ0.1"
    assert name_of("W₁", None) == "w₁"
    panels = window.window.panel_set.panels
    assert title_of(panels["weight_history_panel"]) == "Weights over time: W₁"


def test_that_a_figure_says_which_part_of_a_long_list_it_shows(window: Stage) -> None:
    seen = []
    for height in (400, 800):
        svg = read_svg(figure(window, "browser_panel", Format.SVG, size=QSize(640, height)))
        told = re.search(r"exact gradient · rows 1–(\d+) of 400, columns 1–\d of 9$", svg.words)
        assert told is not None
        seen.append(int(told[1]))
        drawn = [int(text) for text in svg.texts if text.isdecimal() and int(text) > 1]
        assert 0 <= max(drawn) - (seen[-1] - 1) <= 1  # the indices, from 0; one is behind the clip
    assert seen[1] > seen[0] + 10
    assert "rows" not in read_svg(figure(window, "branches_panel", Format.SVG)).words


def test_that_no_number_of_a_table_is_cut(qtbot: Any) -> None:
    whole, table = QWidget(), QTableView()
    qtbot.addWidget(whole)
    table.setModel(QStandardItemModel(40, 9))
    for row in range(40):
        for column in range(9):
            table.model().setData(table.model().index(row, column), "8888")
    QVBoxLayout(whole).addWidget(table)
    page = FigurePage(whole, QSize(507, 333), Words("Numbers", ""))
    qtbot.addWidget(page)
    page.set_caption("of a run")
    told = re.fullmatch(r"of a run · rows 1–(\d+) of 40, columns 1–(\d) of 9", page.words.caption)
    assert told is not None
    high, wide = table.rowHeight(0) * int(told[1]), table.columnWidth(0) * int(told[2])
    root = read_svg(encoded(page, Format.SVG)).root
    clips = {
        (float(rect.get("width", 0)), float(rect.get("height", 0)))
        for rect in root.iterfind(".//{*}clipPath/{*}rect")
    }
    assert (wide, high) in clips
    room = table.viewport().size()
    assert 0 < room.height() - high < table.rowHeight(0)
    assert 0 < room.width() - wide < table.columnWidth(0)
    assert (wide, table.horizontalHeader().height()) in clips
    assert (table.verticalHeader().width(), high) in clips


def test_that_a_figure_too_large_for_a_picture_is_refused(window: Stage) -> None:
    with pytest.raises(ValueError, match="51200 × 2500"):
        figure(window, "loss_panel", Format.PNG, size=QSize(8192, 400), dpi=600)


@pytest.mark.parametrize("kind", [Format.SVG, Format.PDF, Format.PNG])
def test_that_the_whole_window_is_drawn_as_it_is(window: Stage, kind: Format) -> None:
    data = window_as(window.window, LIGHT, kind, frame=window.window.frame)
    assert current_theme() is DARK
    if kind is Format.SVG:
        svg = read_svg(data)
        assert svg.size == (1280, 800)
        assert "Loss" in svg.words
        assert "File" in svg.words
    elif kind is Format.PNG:
        assert QImage.fromData(data).size() == window.window.size()
    else:
        assert b"/FontFile2" in data


def test_that_no_tab_covers_what_stands_below_it(qtbot: Any) -> None:
    """A style's tabs reach below their bar, and SVG has nothing to cut them off with."""
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(300, 200)
    bar = QTabBar(whole)
    bar.addTab("Loss")
    bar.addTab("Evaluation")
    bar.setGeometry(0, 0, 300, 30)
    whole.show()
    svg = read_svg(encoded_widget(whole, whole.size(), Format.SVG, Words("Tabs")))
    assert sorted(svg.texts) == ["Evaluation", "Loss"]
    assert [(x, y) for x, y in svg.places if 31 < y < 199] == []


def test_that_a_figure_speaks_german(qapp: Any) -> None:
    speak(qapp, "de")
    try:
        stage = Stage(None)
        stage.offer(step=7, tip=9, dataset=MOONS.dataset)
        svg = read_svg(figure(stage, "loss_panel", Format.SVG))
        stage.end()
    finally:
        speak(qapp, "en")
    assert svg.texts[0] == "Verlust"
    assert "Schritt 7" in svg.words


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def test_that_a_figure_of_watches_has_the_curves_of_the_one_that_is_selected(qtbot: Any) -> None:
    watches = Watch.weight("W1", 3, 17), Watch.norm("W2")
    branches = BranchInfo(0, "Branch 1", tip=300), BranchInfo(1, "b", parent=0, fork=50, tip=200)
    panel = shown(qtbot, WatchesPanel(Sent()), 420, 640)

    def frame_at(step: int, branch: int = 0, **changes: Any) -> Frame:
        notes = tuple(WatchInfo(watch, "", i + step / 100, 0.0) for i, watch in enumerate(watches))
        place = {"step": step, "tip": branches[branch].tip, "branch": branch}
        return make_frame(watches=notes, branches=branches, **place, **changes)

    for step in range(60, 200, 20):
        panel.show_frame(frame_at(step, 1))
    for step in range(200, 300, 10):
        panel.show_frame(frame_at(step))
    panel.list.selectRow(1)
    steps = np.arange(100)
    curve = np.sin(steps / 9.0)[np.newaxis]
    curves = WatchCurves(watches[1:], 0, 0, 99, 1, steps, curve, curve, curve)
    last = frame_at(290, asked=AskedInfo(curves=curves))
    panel.show_frame(last)
    assert panel.plot.curves is curves
    with page_of(panel, last, SIZE, LIGHT) as page:
        twin = page.content
        assert isinstance(twin, WatchesPanel)
        assert twin.list.current == watches[1]
        assert twin.plot.curves is curves
        assert twin.plot.steps.tolist() == panel.plot.steps.tolist()
        assert [other.steps.tolist() for other in twin.plot.others] == [list(range(60, 200, 20))]
