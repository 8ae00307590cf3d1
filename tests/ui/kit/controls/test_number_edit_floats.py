"""Noise and shares: both decimal marks, round steps from 0 on, and a range that can change."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bpviz.ui.kit.controls.number_edit import FloatEdit
from bpviz.ui.panels.setup.data_options import NOISES, SHARES


def typed(edit: FloatEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    edit.lineEdit().insert(text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


@pytest.fixture
def noise(qtbot: Any) -> FloatEdit:
    made = FloatEdit(0.0, 10.0, 0.0, step=NOISES)
    qtbot.addWidget(made)
    made.setRange(0.0, 2.0)
    made.setValue(0.1)
    return made


@pytest.fixture
def share(qtbot: Any) -> FloatEdit:
    made = FloatEdit(0.0, 100.0, 0.0, step=SHARES, unit=" %")
    qtbot.addWidget(made)
    made.setRange(0.0, 90.0)
    made.setValue(20.0)
    return made


@pytest.mark.parametrize(
    ("text", "value"), [("0,25", 0.25), ("0.25", 0.25), ("0", 0), ("1e-3", 1e-3)]
)
def test_that_noise_takes_both_decimal_marks(noise: FloatEdit, text: str, value: float) -> None:
    typed(noise, text)
    assert noise.value() == value


def test_that_the_arrows_of_noise_go_finely_near_zero_and_stop_at_the_ends(
    noise: FloatEdit,
) -> None:
    seen = [noise.value()]
    for _ in range(3):
        noise.stepBy(-1)
        seen.append(noise.value())
    assert seen == [0.1, 0.09, 0.08, 0.07]
    noise.setValue(0.1)
    noise.stepBy(1)
    assert noise.value() == 0.15
    noise.stepBy(1000)
    assert noise.value() == 2.0
    noise.stepBy(-1000)
    assert noise.value() == 0.0


def test_that_a_value_between_two_places_goes_to_the_next_one(noise: FloatEdit) -> None:
    noise.setValue(0.123)
    noise.stepBy(1)
    assert noise.value() == 0.15
    noise.setValue(0.123)
    noise.stepBy(-1)
    assert noise.value() == 0.1


@pytest.mark.parametrize("text", ["2.1", "-0.1", "much", "", "nan", "0,1,2"])
def test_that_what_is_out_of_range_is_refused_with_the_range(noise: FloatEdit, text: str) -> None:
    said: list[str] = []
    noise.refused.connect(said.append)
    typed(noise, text)
    assert noise.value() == 0.1
    assert len(said) == 1
    assert "from 0 to 2." in said[0]


@pytest.mark.parametrize(
    ("text", "value"), [("25", 25.0), ("25 %", 25.0), ("12,5%", 12.5), (" 0 % ", 0.0)]
)
def test_that_a_share_is_read_with_and_without_its_sign(
    share: FloatEdit, text: str, value: float
) -> None:
    typed(share, text)
    assert share.value() == value
    assert share.text().endswith(" %")


def test_that_the_arrows_of_a_share_go_by_five(share: FloatEdit) -> None:
    share.stepBy(1)
    assert share.value() == 25.0
    share.setValue(12.5)
    share.stepBy(-1)
    assert share.value() == 10.0
    share.stepBy(99)
    assert share.value() == 90.0


def test_that_a_refused_share_says_per_cent(share: FloatEdit) -> None:
    said: list[str] = []
    share.refused.connect(said.append)
    typed(share, "95")
    assert share.value() == 20.0
    assert "from 0 % to 90 %" in said[0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(value=st.floats(0, 90, allow_subnormal=False))
def test_that_what_a_share_shows_it_reads_again(share: FloatEdit, value: float) -> None:
    share.setValue(value)
    assert share.valueFromText(share.textFromValue(value)) == value
