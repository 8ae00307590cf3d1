"""Which language the interface speaks, and the menu in which it is chosen."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.languages import LANGUAGES, SYSTEM
from bpviz.paths import resources

_SOURCE = "en"  # the language in which the texts are written
_spoken = _SOURCE
_log = logging.getLogger(__name__)


def language_of(mode: str) -> str:
    """Return the code of a language: `mode` itself, or the one that the system prefers.

    The system's list is gone through here, since Qt would take the first of which there is a
    file, and the language of the source has none: a system that prefers English and then German
    would get German.
    """
    if mode in LANGUAGES:
        return mode
    wanted = (name.replace("_", "-").split("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in LANGUAGES), _SOURCE)


def speak(app: QCoreApplication, mode: str = SYSTEM) -> None:
    """Let everything that `app` says from now on be in a language, and Qt's own texts as well.

    Parameters
    ----------
    app : QCoreApplication
        What it says already stays as it is.
    mode : str
        A key of `LANGUAGES`, or `SYSTEM`.
    """
    for old in app.findChildren(QTranslator, "language"):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(mode) if mode in LANGUAGES else QLocale.system())
    global _spoken
    language = _spoken = language_of(mode)
    if language == _SOURCE:
        return
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("bpviz", str(resources() / "translations")),
    ):
        translator = QTranslator(app)
        translator.setObjectName("language")
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)
        else:
            _log.warning("The texts %s_%s cannot be read from %s.", name, language, folder)


def spoken() -> str:
    """Return the code of the language that `speak` was told last."""
    return _spoken


class LanguageMenu(QMenu):
    """Offers the languages.

    Parameters
    ----------
    window : QWidget
        Its actions they become.

    Signals
    -------
    chosen(str)
        Another language than the one that is spoken is wanted, by its mode.
    """

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("language_menu")
        self.setTitle(self.tr("Language"))
        self._mode = SYSTEM
        self._spoken = SYSTEM
        group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for mode, name in ((SYSTEM, self.tr("as the system")), *LANGUAGES.items()):
            action = QAction(self.tr("Language: {name}").format(name=name), window)
            action.setObjectName(f"action_language_{mode}")
            action.setToolTip(self.tr("The language of the window; the run goes on."))
            action.setCheckable(True)
            action.setChecked(mode == SYSTEM)
            action.triggered.connect(self._choose)
            group.addAction(action)
            self.addAction(action)
            self._actions[mode] = action

    def mode(self) -> str:
        """Return what is chosen: a key of `LANGUAGES`, or `SYSTEM`."""
        return self._mode

    def set_spoken(self, mode: str) -> None:
        """Show in what the window speaks."""
        self._mode = self._spoken = mode
        self._actions[mode].setChecked(True)

    @Slot()
    def _choose(self) -> None:
        self._mode = next(mode for mode, action in self._actions.items() if action.isChecked())
        if language_of(self._mode) != language_of(self._spoken):
            self._spoken = self._mode
            self.chosen.emit(self._mode)
