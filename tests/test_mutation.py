"""The script that puts mistakes into the program: what it makes, and that tests can notice it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from scripts.mutation.__main__ import note_revision
from scripts.mutation.jobs import Job, jobs_of, sampled
from scripts.mutation.mutants import mutants_of
from scripts.mutation.report import REVISION, interval, write_report
from scripts.mutation.swap import Functions
from tests import mutated

ROOT = Path(__file__).resolve().parents[1]
SOURCE = Path(mutated.__file__).read_text()


@pytest.fixture(scope="module")
def network() -> list[Job]:
    return jobs_of(ROOT, "network", None)


def changes(source: str) -> set[tuple[str, str]]:
    return {(m.before, m.after) for m in mutants_of("m", source)}


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("if a < b: pass", {"a <= b", "a >= b"}),
        ("x = a * b", {"a / b"}),
        ("x = a and not b", {"a or not b", "b"}),
        ("x = 7", {"8", "6"}),
        ("x = 0.5", {"1.5"}),
        ("x = True", {"False"}),
        ("x = v[i:j]", {":j", "i:"}),
        ("x = max(a, b)", {"min(a, b)"}),
        ("x = f(a, k=b)", {"f(a)"}),
        ("x = v.copy()", {"v"}),
        ("v[i] = b", {"pass"}),
        ("f(a)", {"pass"}),
        ("x += y", {"x -= y", "x = y"}),
        ("if a: pass", {"not a"}),
        ("def f():\n    return a", {"return None"}),
        ("try:\n    pass\nexcept (A, B):\n    x = y", {"(A,)", "(B,)", "raise"}),
        ("x: tuple[int, 3] = y", set()),
        ("x = 'text'", set()),
        ("def f(x: 3) -> 4:\n    '''5'''", set()),
        ("raise E('text', 3)", {"pass"}),
        ("T = A | None", set()),
        ("__all__ = [1]", set()),
    ],
)
def test_that_each_kind_of_code_is_changed_in_these_ways(source: str, after: set[str]) -> None:
    assert {new for _, new in changes(source)} == after


def test_that_every_mutant_is_a_program_in_which_no_line_moved(network: list[Job]) -> None:
    for job in network:
        text = job.mutant.apply(job.source)
        assert text != job.source
        assert text.count("\n") == job.source.count("\n")
        ast.parse(text)


def test_that_no_two_mutants_have_one_name(network: list[Job]) -> None:
    assert len({job.mutant.key for job in network}) == len(network)


def test_that_a_name_stays_when_lines_move() -> None:
    moved = "\n\n# above\n\n" + SOURCE
    keys = [m.key for m in mutants_of("m", SOURCE)]
    assert [m.key for m in mutants_of("m", moved)] == keys


def test_that_a_small_sample_is_part_of_a_larger_and_the_same_each_time(
    network: list[Job],
) -> None:
    names = [{j.mutant.key for j in sampled(network, share, 1)} for share in (0.1, 0.1, 0.3, 1.0)]
    assert names[0] == names[1]
    assert names[0] < names[2] < names[3]
    assert names[3] == {j.mutant.key for j in network}
    assert names[0] != {j.mutant.key for j in sampled(network, 0.1, 2)}


def test_that_a_function_runs_its_mutant_wherever_it_is_held() -> None:
    held = mutated.twice
    folder = Path(mutated.__file__).parent
    [mutant] = [m for m in mutants_of("m", SOURCE) if m.after == "2 / x"]
    code = mutated.twice.__wrapped__.__code__
    try:
        assert Functions(folder).exchange(Path(mutated.__file__), mutant, SOURCE)
        assert held(4.0) == 0.5
        assert mutated.Box(4.0).doubled == 0.5
    finally:
        mutated.twice.__wrapped__.__code__ = code
    assert held(4.0) == 8.0


def test_that_what_runs_at_import_is_not_exchanged() -> None:
    folder = Path(mutated.__file__).parent
    [mutant] = [m for m in mutants_of("m", SOURCE) if m.before == "5" and m.after == "6"]
    assert not mutant.inside
    assert not Functions(folder).exchange(Path(mutated.__file__), mutant, SOURCE)


def test_that_the_interval_is_wilsons() -> None:
    """9 of 10: (0.596, 0.982), as in tables."""
    assert interval(9, 10) == pytest.approx((0.5958, 0.9821), abs=1e-4)
    assert interval(0, 0) == (0.0, 1.0)


def test_that_a_report_says_of_which_code_its_results_are(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    write_report(tmp_path, [], page)
    assert "of the code of revision that nobody noted" in page.read_text()
    note_revision(tmp_path, again=False)
    noted = (tmp_path / REVISION).read_text()
    assert noted
    write_report(tmp_path, [], page)
    assert f"of the code of revision {noted}." in page.read_text()

    (tmp_path / REVISION).write_text("of long ago")
    note_revision(tmp_path, again=False)
    assert (tmp_path / REVISION).read_text() == "of long ago"
    note_revision(tmp_path, again=True)
    assert (tmp_path / REVISION).read_text() == noted
