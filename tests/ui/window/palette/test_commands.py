"""What the palette finds, and that it is done as by hand."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QComboBox

from bpviz.datasets import DataRequest, catalog
from bpviz.training.commands import Advance, Command, NewRun, Seek, SetLearningRate, SetSpeed
from bpviz.ui.window.palette.entry import Entry
from tests.ui.conftest import Stage
from tests.ui.window.panels import dialog, shown


def find(stage: Stage, typed: str) -> list[Entry]:
    stage.window.commands.open()
    dialog("command_palette").close()
    return stage.window.commands.find(typed)


def do(stage: Stage, typed: str) -> None:
    """Choose the best answer."""
    best = find(stage, typed)[0]
    assert not best.why_not, best.why_not
    stage.window.commands._do(best)


def test_that_a_setting_and_its_value_act_as_in_their_editor(stage: Stage) -> None:
    assert stage.window.frame is not None
    epoch = stage.window.frame.dataset.n_samples
    wanted: tuple[tuple[str, Command], ...] = (
        ("λ 0.5", SetLearningRate(0.5)),
        ("lambda 0.25", SetLearningRate(0.25)),
        ("lamda 0,5", SetLearningRate(0.5)),
        ("learning rate = 25e-2", SetLearningRate(0.25)),
        ("λ=0.5", SetLearningRate(0.5)),
        ("step 12000", Seek(12_000)),
        ("Step 12 000", Seek(12_000)),
        ("speed 10", SetSpeed(10.0)),
        ("speed 10 steps/s", SetSpeed(10.0)),
        ("speed 0.1", SetSpeed(0.1)),
        ("speed unl", SetSpeed(None)),
        ("unlimited", SetSpeed(None)),
        ("run 5", Advance(5 * epoch)),
        ("run 5 steps", Advance(5)),
        ("run 5 epochs", Advance(5 * epoch)),
    )
    for typed, sent in wanted:
        stage.clear()
        do(stage, typed)
        assert stage.mailbox.asked() == [sent], typed


def test_that_a_language_is_found_by_its_english_name(stage: Stage) -> None:
    for typed, key in (("german", "action_language_de"), ("deutsch", "action_language_de")):
        assert find(stage, typed)[0].key == key


def test_that_a_setting_of_the_run_begins_a_new_one(stage: Stage) -> None:
    for typed, field, value in (
        ("l 64", "n_hidden", 64),
        ("l65", "n_hidden", 65),
        ("hidden size 66", "n_hidden", 66),
        ("seed 3", "seed", 3),
        ("σ₁ tanh", "sigma1", "tanh"),
        ("sigma2 relu", "sigma2", "relu"),
        ("init glorot", "initializer", "glorot"),
        ("order sequential", "order", "sequential"),
    ):
        before = stage.request.settings
        stage.clear()
        do(stage, typed)
        (run,) = stage.new_runs()
        assert run.settings == before.replace(**{field: value}), typed


def test_that_the_speed_is_the_one_of_the_slider_and_said_before(stage: Stage) -> None:
    (best,) = find(stage, "speed 37")
    assert best.text.endswith("40 steps/s")
    do(stage, "speed 37")
    assert stage.mailbox.asked() == [SetSpeed(40.0)]
    do(stage, "speed max")
    assert stage.mailbox.asked()[-1] == SetSpeed(None)


def test_that_every_data_set_is_found_and_begins(stage: Stage) -> None:
    for entry in catalog.ENTRIES:
        keys = [each.key for each in find(stage, str(entry.title))]
        assert keys[0] == f"data {entry.name}"
    do(stage, "two moons")
    assert stage.mailbox.asked(NewRun)[-1] == stage.new_runs()[-1]
    assert stage.new_runs()[-1].data.source == "moons"


def test_that_the_data_set_at_hand_is_not_begun_again(stage: Stage) -> None:
    best = find(stage, "mnist")[0]
    assert best.why_not.startswith("MNIST is the data set at hand.")


def test_that_recent_files_are_found_and_one_that_is_gone_says_so(
    stage: Stage, tmp_path: Path
) -> None:
    there, gone = tmp_path / "flowers.csv", tmp_path / "gone.csv"
    there.write_text("a,b\n1,2\n", encoding="utf-8")
    files = [DataRequest(str(there)), DataRequest(str(gone))]
    stage.window.own_data.actions.set_recent(files)
    assert "no longer exists" in find(stage, "recent gone")[0].why_not
    do(stage, "flowers")
    assert stage.new_runs()[-1].data == files[0]


def test_that_a_panel_behind_others_comes_forward_and_one_in_front_stays(stage: Stage) -> None:
    for name in ("units", "loss"):
        do(stage, f"panel {name}")
        panel = next(n for n in stage.window.docks.docks if n.startswith(name))
        stage.qtbot.waitUntil(
            lambda panel=panel: not stage.window.docks.docks[panel].visibleRegion().isEmpty()
        )
        assert stage.window.docks.current() == panel


def test_that_a_closed_panel_comes_back(stage: Stage) -> None:
    do(stage, "close loss")
    assert "loss_panel" not in shown(stage)
    assert find(stage, "close loss")[0].why_not.startswith("Loss is closed.")
    do(stage, "panel loss")
    assert "loss_panel" in shown(stage)


def test_that_a_layout_of_ones_own_is_found(stage: Stage) -> None:
    do(stage, "layout debug")
    stage.window.own_layouts.save("Lecture & lab")
    there = shown(stage)
    do(stage, "layout overview")
    assert shown(stage) != there
    do(stage, "lecture")
    assert shown(stage) == there


def test_that_words_of_a_command_and_of_its_synonyms_are_found_together(stage: Stage) -> None:
    stage.child("action_save_layout").setText("Anordnung speichern als…")  # as in German
    for typed in (
        "layout speichern", "speichern layout", "anordnung speichern", "speich lay", "save layout",
        "anordnung save", "speichern als layout",
    ):  # fmt: skip
        assert find(stage, typed)[0].key == "action_save_layout", typed
    assert find(stage, "layout speichern mond") == []


def test_that_before_the_data_is_there_the_palette_says_so(fresh: Stage) -> None:
    for typed in ("step", "step 12000", "undo"):
        assert "still being loaded" in find(fresh, typed)[0].why_not


def test_that_a_setting_that_means_nothing_now_says_what_it_is_for(stage: Stage) -> None:
    assert "stopping rule" in find(stage, "tolerance 0.1")[0].why_not
    assert "fixed for this data set" in find(stage, "noise 0.1")[0].why_not


def test_that_recent_commands_go_before_others_that_answer_as_well(stage: Stage) -> None:
    first, second = find(stage, "layout")[:2]
    stage.window.commands._do(second)
    assert find(stage, "layout")[0].key == second.key != first.key


def test_that_recent_commands_that_no_longer_exist_are_passed_over(stage: Stage) -> None:
    keys = ["action_gone", "set nobody 3", "set", "", "set seed_edit 3", "layout gone"]
    stage.window.commands.set_recent(keys)
    assert find(stage, "")[0].key == "set seed_edit 3"


def test_that_every_reason_is_one_sentence_and_what_to_do(fresh: Stage) -> None:
    for entry in find(fresh, ""):
        assert not entry.why_not or re.fullmatch(r".+\.", entry.why_not)
        assert "{" not in entry.why_not + entry.text


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=30) | st.from_regex(r"(l|λ|step|speed|seed|run|sample) ?[-+.,e0-9 ]{1,12}"))
def test_that_whatever_is_typed_is_answered(stage: Stage, typed: str) -> None:
    commands = stage.window.commands
    if not commands._entries:
        find(stage, "")
    for entry in commands.find(typed):
        assert entry.text
        assert entry.why_not or entry.do is not None or entry.fills


def test_that_the_names_of_editors_are_those_of_the_window(stage: Stage) -> None:
    from bpviz.ui.window.palette import commands

    for name, _ in (*commands._NUMBERS, *commands._CHOICES, *commands._CHECKS):
        assert stage.child(name) is not None
    assert isinstance(stage.child("timeline_run_unit"), QComboBox)
