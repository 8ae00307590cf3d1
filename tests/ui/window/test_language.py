"""Which language the window speaks: found, chosen, kept for the next start, and spoken whole."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from bpviz.languages import LANGUAGES, SYSTEM
from bpviz.ui.window import language
from bpviz.ui.window.language import LanguageMenu, language_of, speak
from bpviz.ui.window.preferences import Preferences
from tests.ui.conftest import Stage


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    """Speak English again after a test, in the locale from before."""
    before = QLocale()
    yield
    speak(qapp, "en")
    QLocale.setDefault(before)
    forget_the_old()


def forget_the_old() -> None:
    """Delete now what was to be deleted later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def prefer(monkeypatch: pytest.MonkeyPatch, *wanted: str) -> None:
    """Let the system prefer these languages."""

    class System(QLocale):
        def uiLanguages(self, *_: Any) -> list[str]:
            return list(wanted)

        @staticmethod
        def system() -> QLocale:
            return System(wanted[0] if wanted else "C")

    monkeypatch.setattr(language, "QLocale", System)


def said() -> str:
    """What a text of the menus is now, and one of Qt's own."""
    own = QCoreApplication.translate("LanguageMenu", "Language")
    return f"{own}, {QCoreApplication.translate('QPlatformTheme', 'Cancel')}"


# ---- found


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["de-AT", "en"], "de"),
        (["de_DE"], "de"),
        (["en-GB", "de"], "en"),
        (["en", "de"], "en"),
        (["fr-CH", "de-CH", "en"], "de"),
        (["fr", "nl"], "en"),
        (["den"], "en"),  # Slavey, not German
        ([], "en"),
        (["C"], "en"),
    ],
)
def test_that_the_first_language_of_the_system_that_there_is_is_spoken(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, wanted: list[str], code: str
) -> None:
    prefer(monkeypatch, *wanted)
    assert language_of(SYSTEM) == code
    speak(qapp, SYSTEM)
    assert said() == ("Sprache, Abbrechen" if code == "de" else "Language, Cancel")


@pytest.mark.parametrize("code", LANGUAGES)
def test_that_a_language_that_was_chosen_wins_over_the_systems(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    prefer(monkeypatch, "de" if code == "en" else "en")
    assert language_of(code) == code


def test_that_a_code_that_is_none_leaves_it_to_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    prefer(monkeypatch, "de")
    assert language_of("tlh") == "de"
    prefer(monkeypatch, "tlh")
    assert language_of("tlh") == "en"


# ---- spoken


def test_that_another_language_takes_the_place_of_the_one_before(qapp: QApplication) -> None:
    for _ in range(3):
        speak(qapp, "de")
        assert said() == "Sprache, Abbrechen"
        assert len(qapp.findChildren(QTranslator, "language")) == 2
        assert QLocale().language() is QLocale.Language.German
        speak(qapp, "en")
        assert said() == "Language, Cancel"
        assert QLocale().language() is QLocale.Language.English
        forget_the_old()
        assert qapp.findChildren(QTranslator, "language") == []


def test_that_missing_texts_are_noted_and_the_program_speaks_english(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(language, "resources", lambda: tmp_path)
    with caplog.at_level(logging.WARNING):
        speak(qapp, "de")
    assert said() == "Language, Abbrechen"
    assert "bpviz_de" in caplog.text
    assert str(tmp_path) in caplog.text


# ---- chosen


class Menu:
    """The menu alone, in a window with nothing else."""

    def __init__(self, qtbot: Any) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.menu = LanguageMenu(self.window)
        self.asked: list[str] = []
        self.menu.chosen.connect(self.asked.append)

    def choose(self, mode: str) -> None:
        self.action(mode).trigger()

    def action(self, mode: str) -> QAction:
        found = self.window.findChild(QAction, f"action_language_{mode}")
        assert isinstance(found, QAction)
        return found

    @property
    def checked(self) -> list[str]:
        return [mode for mode in (SYSTEM, *LANGUAGES) if self.action(mode).isChecked()]


@pytest.fixture
def menu(qtbot: Any) -> Menu:
    return Menu(qtbot)


def test_that_every_language_is_offered_in_its_own_words(menu: Menu) -> None:
    words = [action.text() for action in menu.menu.actions()]
    assert words == ["Language: as the system", "Language: English", "Language: Deutsch"]
    assert menu.checked == [SYSTEM]
    assert menu.menu.mode() == SYSTEM


def test_that_another_language_is_asked_for_once(menu: Menu) -> None:
    menu.menu.set_spoken("en")
    assert menu.checked == ["en"]
    menu.choose("de")
    menu.choose("de")
    assert menu.menu.mode() == "de"
    assert menu.checked == ["de"]
    assert menu.asked == ["de"]
    menu.choose("en")
    assert menu.asked == ["de", "en"]


def test_that_nothing_is_asked_for_where_it_is_spoken_anyway(
    menu: Menu, monkeypatch: pytest.MonkeyPatch
) -> None:
    prefer(monkeypatch, "de")
    menu.menu.set_spoken(SYSTEM)
    menu.choose("de")
    assert menu.menu.mode() == "de"
    assert menu.asked == []
    menu.choose("en")
    menu.choose(SYSTEM)
    assert menu.asked == ["en", SYSTEM]


def test_that_it_lies_in_the_view_menu(stage: Stage) -> None:
    bar = stage.window.menuBar()
    view = next(action.menu() for action in bar.actions() if action.text() == "&View")
    assert isinstance(view, QMenu)
    assert stage.window.languages.menuAction() in view.actions()


# ---- kept


@pytest.mark.parametrize(
    ("stored", "read"),
    [("de", "de"), ("en", "en"), ("system", SYSTEM), ("tlh", SYSTEM), (7, SYSTEM)],
)
def test_that_the_choice_is_kept_and_nonsense_leaves_it_to_the_system(
    tmp_path: Path, stored: object, read: str
) -> None:
    store = QSettings(str(tmp_path / "bpviz.ini"), QSettings.Format.IniFormat)
    assert Preferences(store).language() == SYSTEM
    Preferences(store).remember({"language": stored})
    store.sync()
    again = QSettings(str(tmp_path / "bpviz.ini"), QSettings.Format.IniFormat)
    assert Preferences(again).language() == read
