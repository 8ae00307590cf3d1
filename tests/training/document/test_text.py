"""A run as a text: short, and never another run than the one that was copied."""

from __future__ import annotations

import base64
import contextlib
import random
import string
import zlib

import pytest

from bpviz.datasets import DataRequest, Dataset, load
from bpviz.training import Session, Settings, SettingsError
from bpviz.training.document import text as module
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.recipe import recipe_of, to_plain
from bpviz.training.document.text import PREFIX, canonical, recipe_of_text, recipe_text
from tests.training.document.runs import random_run, shipped


def packed(plain: bytes) -> str:
    return PREFIX + base64.urlsafe_b64encode(zlib.compress(plain)).decode().rstrip("=")


def refused(text: str) -> str:
    with pytest.raises(DocumentError) as told:
        recipe_of_text(text)
    words = str(told.value)
    assert words.endswith(".")
    assert "\n" not in words
    return words


def changed_run(digits: int, rng: random.Random) -> Session:
    """Return a run on shipped data with twenty changes of all kinds, here and there."""
    run = Session(Settings(n_hidden=16), load("digits"))
    for at in range(20):
        run.advance(rng.randrange(100, 5000))
        value = round(rng.uniform(0.01, 1), digits)
        if at % 4 == 0:
            run.set_learning_rate(value)
        elif at % 4 == 3:
            run.train_next(rng.randrange(run.dataset.n_samples))
        else:
            matrix, rows, columns = rng.choice([("W1", 16, 64), ("W2", 10, 16)])
            run.edit_weight(
                matrix,  # type: ignore[arg-type]
                rng.randrange(rows), rng.randrange(columns), value,
            )  # fmt: skip
        if at % 7 == 6:
            run.seek(run.tip - rng.randrange(50))
    return run


def test_that_twenty_changes_fit_a_chat_message() -> None:
    rng = random.Random(1)
    for digits, most in ((3, 500), (16, 700)):
        for _ in range(3):
            run = changed_run(digits, rng)
            assert sum(len(b.journal) - 1 for b in run.branches) >= 20
            assert len(run.recipe()) <= most


@pytest.mark.parametrize("seed", range(10))
def test_that_spaces_and_ends_of_lines_do_not_matter(seed: int, sparse: Dataset) -> None:
    run, rng = random_run(shipped(sparse), seed), random.Random(seed)
    text = run.recipe()
    whole = to_plain(recipe_of_text(text))
    for _ in range(20):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice([" ", "\n", "\r\n", "\t", "\u00a0"]) + text[at:]
    assert to_plain(recipe_of_text(f"\n {text}\n")) == whole == to_plain(recipe_of(run._run))


@pytest.mark.parametrize("seed", range(6))
def test_that_a_recipe_is_found_in_the_message_that_somebody_sent(
    seed: int, sparse: Dataset
) -> None:
    text = random_run(shipped(sparse), seed).recipe()
    whole = to_plain(recipe_of_text(text))
    wrapped = "\n".join(text[at : at + 76] for at in range(0, len(text), 76))
    for message in (
        f"Look at step 48 211: {wrapped}\nSee you tomorrow, A. Student",
        f"bpviz --recipe {text} is what I ran",
        f"(“{text}”).",
        f"<code>{text}</code>",
        *(f"{text} {'a' * n}" for n in range(5)),
    ):
        assert to_plain(recipe_of_text(message)) == whole
    refused(f"{text[:-2]} {text[-2:]}x")
    refused(f"so it begins: {text[:-1]}")


def test_that_the_same_run_has_the_same_text(sparse: Dataset) -> None:
    first, second = (random_run(shipped(sparse), 3) for _ in range(2))
    assert first.recipe() == second.recipe()


def test_that_what_is_cut_or_has_another_character_anywhere_is_no_recipe(sparse: Dataset) -> None:
    text = random_run(shipped(sparse), 3).recipe()
    whole, rng = to_plain(recipe_of_text(text)), random.Random(5)
    for at in range(len(text)):
        refused(text[:at])
        other = rng.choice(string.ascii_letters + string.digits + "-_.,:é")
        changed = text[:at] + other + text[at + 1 :]
        if changed != text and at < len(text) - 1:
            refused(changed)
        else:  # the last character has bits that mean nothing
            with contextlib.suppress(DocumentError):
                assert to_plain(recipe_of_text(changed)) == whole
    refused(text + "AAAA")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no recipe in “”; one begins with “bpviz1:”"),
        ("hello\nyou", "no recipe in “hello you”"),
        ("https://example.org/x", "no recipe"),
        ("keras1:abcd", "no recipe"),
        ("bpviz2:abcd", "of version 2. Use a newer version of bpviz."),
        ("bpviz0:abcd", "no recipe"),
        ("bpviz:abcd", "no recipe"),
        ("bpviz1:", "cut or has a wrong character"),
        ("bpviz1:!!!", "cut or has a wrong character"),
        (packed(b"no json"), "cut or has a wrong character"),
        (packed(b"[" * 100_000), "cut or has a wrong character"),
        (packed(b" " * (2**24 + 1)), "cut or has a wrong character"),
        (packed(b"[1]"), "in the place of an object"),
        (packed(b'{"data":"iris","colour":1}'), "The run has 'colour', which this version"),
        (packed(b'{"settings":{"depth":3}}'), "The run has 'depth', which this version"),
        (packed(b'{"settings":{"stopping":{"x":3}}}'), "The run has 'x', which this version"),
        (PREFIX + "A" * 2**20, "characters, more than the 1048576"),
        ("\x00" * 3 * 2**20, "no recipe"),
    ],
    ids=lambda given: given[:24].encode("unicode_escape").decode(),
)
def test_that_what_is_no_recipe_says_so_in_one_sentence(text: str, words: str) -> None:
    assert words in refused(text)


def test_that_settings_and_options_that_there_are_not_are_refused_as_ever() -> None:
    with pytest.raises(SettingsError, match="hidden size l is 0"):
        recipe_of_text(packed(b'{"settings":{"n_hidden":0}}'))
    unknown = canonical({**to_plain(small()), "data": {"source": "iris", "more": 3}})
    assert "The run has 'more'" in refused(packed(unknown))


def small() -> module.Recipe:
    return recipe_of(Session(Settings(n_hidden=2), load("xor"))._run)


def test_that_names_with_any_character_survive(sparse: Dataset) -> None:
    recipe = small()
    for source in ("ä/“x”.csv", "bad\udcff.csv", "日本/\U0001f600.npz"):
        named = module.Recipe(
            DataRequest(source), recipe.data_digest, recipe.settings, recipe.branches, recipe.at,
            recipe.next_branch,
        )  # fmt: skip
        assert recipe_of_text(recipe_text(named)) == named


def test_that_a_run_with_too_many_changes_is_told_to_be_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_MOST", 100)
    with pytest.raises(DocumentError, match=r"more than the 100 that one may have\. Save the run"):
        recipe_text(small())
