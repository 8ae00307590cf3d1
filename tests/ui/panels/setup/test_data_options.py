"""Samples, noise, test share, seed and constant input of what is made up."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpviz.datasets import DataRequest, DatasetError, catalog, load
from bpviz.training.commands import NewRun
from tests.ui.conftest import Stage
from tests.ui.panels.setup.data_stage import EDITORS, asked, choose, shows


@pytest.mark.parametrize("name", catalog.NAMES)
def test_that_there_is_an_editor_for_just_what_can_be_chosen(stage: Stage, name: str) -> None:
    choose(stage, name)
    assert shows(stage) == set(catalog.entry(name).options.names)


def test_that_a_line_between_two_groups_is_no_data_set(stage: Stage) -> None:
    choose(stage, "moons")
    box = stage.child("dataset_edit")
    line = next(i for i in range(box.count()) if box.itemData(i) is None)
    for index in (line, -1):
        box.setCurrentIndex(index)
        assert box.currentData() == "moons"
    assert stage.mailbox.asked() == []


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("n_samples", 1000, 1000), ("noise", 0.35, 0.35), ("test_share", 15.0, 0.15),
        ("test_share", 0.0, 0.0), ("seed", 2**63 - 1, 2**63 - 1),
    ],
)  # fmt: skip
def test_that_a_choice_starts_one_run_with_it(
    stage: Stage, field: str, value: Any, expected: Any
) -> None:
    choose(stage, "moons")
    settings = stage.request.settings
    stage.child(EDITORS[field]).setValue(value)
    wanted = DataRequest.of("moons", **{field: expected})
    assert stage.mailbox.asked() == [NewRun(wanted, settings)]


def test_that_the_constant_input_can_be_left_out_and_appended(stage: Stage) -> None:
    choose(stage, "moons")
    box = stage.child("data_constant_edit")
    assert box.isChecked()
    box.click()
    assert asked(stage) == DataRequest("moons", constant=False)
    assert stage.child("setup_shape").text().startswith("2 →")
    box.click()
    assert asked(stage) == DataRequest("moons")
    assert stage.child("setup_shape").text().startswith("3 →")
    choose(stage, "mnist")
    assert not box.isChecked()
    box.click()
    assert asked(stage) == DataRequest("mnist", constant=True)
    assert stage.child("setup_shape").text().startswith("785 →")


def test_that_going_back_to_a_default_is_choosing_nothing(stage: Stage) -> None:
    choose(stage, "moons")
    edit = stage.child("data_noise_edit")
    edit.setValue(0.5)
    edit.setValue(catalog.entry("moons").options.noise.default)  # type: ignore[union-attr]
    assert [run.data for run in stage.new_runs()] == [
        DataRequest("moons", noise=0.5),
        DataRequest("moons"),
    ]


def test_that_choices_add_up_and_leave_hidden_size_and_rate_alone(stage: Stage) -> None:
    choose(stage, "moons")
    stage.child("hidden_size_edit").setValue(21)
    stage.child("learning_rate_edit").setValue(0.7)
    stage.child("data_noise_edit").setValue(0.5)
    stage.child("data_samples_edit").setValue(100)
    run = stage.new_runs()[-1]
    assert run.data == DataRequest("moons", noise=0.5, n_samples=100)
    assert (run.settings.n_hidden, run.settings.learning_rate) == (21, 0.7)


def test_that_another_data_set_comes_with_its_own_defaults(stage: Stage) -> None:
    choose(stage, "moons")
    stage.child("data_noise_edit").setValue(0.5)
    stage.child("data_samples_edit").setValue(100)
    box = stage.child("dataset_edit")
    box.setCurrentIndex(box.findData("spirals"))
    assert asked(stage) == DataRequest("spirals")
    assert stage.child("data_noise_edit").value() == 0.05
    assert stage.child("data_samples_edit").value() == 600


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("n_samples", "5"), ("n_samples", "1000000"), ("noise", "2,5"), ("noise", "-1"),
        ("test_share", "95"), ("seed", "-1"), ("noise", "x"),
    ],
)  # fmt: skip
def test_that_what_is_out_of_range_is_refused_with_one_sentence(
    stage: Stage, field: str, text: str
) -> None:
    choose(stage, "moons")
    edit = stage.child(EDITORS[field])
    before = edit.text()
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert stage.mailbox.asked() == []
    assert edit.text() == before
    assert f"“{text}”" in stage.window.messages.message()
    edit.stepUp()
    assert stage.window.messages.message() == ""


@pytest.mark.parametrize("noise", ["0,5", "0.5"])
def test_that_noise_can_be_typed_with_either_decimal_mark(stage: Stage, noise: str) -> None:
    choose(stage, "moons")
    edit = stage.child("data_noise_edit")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, noise)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert asked(stage).noise == 0.5


def test_that_what_the_catalogue_cannot_make_is_said_and_the_editors_go_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(request: DataRequest) -> None:
        if getattr(request, "n_samples", None) == 50:
            raise DatasetError("{count} samples are too few.", count=50)

    choose(stage, "moons")
    monkeypatch.setattr("bpviz.ui.core.run_request.catalog.shape_of", refuse)
    stage.child("data_samples_edit").setValue(50)
    assert stage.window.messages.message() == "50 samples are too few."
    assert stage.child("data_samples_edit").value() == 500
    assert stage.mailbox.asked() == []


def test_that_an_option_that_there_is_not_is_refused(stage: Stage) -> None:
    said: list[str] = []
    stage.request.refused.connect(said.append)
    stage.request.change_data(noise=0.5)  # of MNIST
    stage.request.change_data(colour="red")
    assert ["noise" in said[0], "colour" in said[1]] == [True, True]
    assert stage.mailbox.asked() == []


@pytest.mark.parametrize(
    "options", [{}, {"n_samples": 101}, {"test_share": 0.0}, {"n_samples": 77, "test_share": 0.33}]
)
def test_that_the_counts_are_those_of_the_data_that_would_be_loaded(
    stage: Stage, options: dict[str, Any]
) -> None:
    request = DataRequest.of("circles", **options)
    stage.request.choose(request)
    data = load(request)
    words = stage.child("setup_counts").text()
    assert f"m = {data.n_samples} samples" in words
    held = "none held" if data.test is None else f" {data.test.n_samples} held"
    assert held in words
    stage.child("stopping_edit").setChecked(True)
    assert stage.child("stopping_window_edit").value() == 10_000


def test_that_the_stopping_window_follows_the_true_number_of_samples(stage: Stage) -> None:
    choose(stage, "moons")
    stage.child("stopping_edit").setChecked(True)
    stage.child("data_samples_edit").setValue(100_000)
    assert stage.child("stopping_window_edit").value() == 80_000
    stage.child("stopping_patience_edit").setValue(5)
    stopping = stage.new_runs()[-1].settings.stopping
    assert stopping is not None
    assert stopping.window is None  # still the usual one, whatever m becomes


def test_that_the_editors_return_if_the_data_cannot_be_had(stage: Stage) -> None:
    choose(stage, "moons")
    stage.offer(step=0, dataset=load("moons"))
    stage.child("data_noise_edit").setValue(0.5)
    stage.offer(step=0, dataset=load("moons"), data_request=DataRequest("moons"))
    assert stage.child("data_noise_edit").value() == 0.1


@pytest.mark.parametrize("name", list(EDITORS.values())[:-1])
def test_that_scrolling_past_an_editor_changes_nothing(stage: Stage, name: str) -> None:
    from tests.ui.panels.setup.test_panel import wheel

    choose(stage, "moons")
    stage.window.setFocus()
    wheel(stage.child(name))
    assert stage.mailbox.asked() == []


def test_that_tab_goes_through_the_rows_in_their_order(stage: Stage) -> None:
    choose(stage, "moons")
    stage.child("dataset_edit").setFocus()
    passed: list[str] = []
    for _ in range(30):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName().endswith("_edit"):
            passed.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert passed[:7] == ["dataset_edit", *EDITORS.values(), "setup_hidden_size_edit"]
