"""What the next run would be: data set and settings as the editors show them."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from bpviz.datasets import DataRequest, DatasetError, catalog
from bpviz.datasets.plain_request import plain
from bpviz.datasets.suited import suited
from bpviz.network import GradientRule
from bpviz.training.commands import Command, NewRun, OpenRun, SetGradientRule
from bpviz.training.events import Frame, State
from bpviz.training.message import Message
from bpviz.training.settings import Settings
from bpviz.training.start_weights import StartWeights
from bpviz.ui.core import formatting
from bpviz.ui.core.pending_edit import PendingEdit

_Run = tuple[DataRequest, Settings, StartWeights | None]
"""What a run is begun with."""


class RunRequest(QObject):
    """The one place that knows what was asked for; every editor of it follows `changed`.

    Attributes
    ----------
    data : DataRequest
    settings : Settings
        λ in it is the one in the editor: a new run begins with that.
    weights : StartWeights or None
        A person's own, with which a run begins; None where weights are drawn.  They go along with
        every change of settings and data to which they can fit.
    number : int
        Of the command that asked for the newest run, see `Frame.acknowledged`.
    files : dict of str to DataRequest
        Of every file that was loaded since the start, by its path, how it was asked for last.
    """

    starting = Signal()
    """A new run of `data` and `settings` is about to be asked for."""
    changed = Signal()
    refused = Signal(str)
    """One sentence that says why the data cannot be had as it was chosen."""
    remarked = Signal(str)
    """One sentence that says what else is changed by what was asked for."""

    def __init__(
        self,
        data: DataRequest,
        settings: Settings,
        send: Callable[[Command], int],
        parent: QObject | None = None,
        *,
        weights: StartWeights | None = None,
    ) -> None:
        super().__init__(parent)
        self.data = data
        self.settings = settings
        self.weights = weights
        self.number = 0
        self.files: dict[str, DataRequest] = {}
        self._send = send
        self._there = settings.learning_rate, settings.gradient_rule
        self._rule_echo: PendingEdit[GradientRule] = PendingEdit(self._follow_rule)
        self._echo: PendingEdit[_Run] = PendingEdit(self._adopt)

    def entry(self) -> catalog.Entry | None:
        """Return what the catalogue knows of the data set; None if it is not in there."""
        try:
            return catalog.entry(self.data.source)
        except DatasetError:
            return None

    def start(self, *, reload: bool = False) -> None:
        """Ask for a new run of just this; with `reload` its file is read again."""
        self.starting.emit()
        self.number = self._send(NewRun(self.data, self.settings, reload, self.weights))
        self._echo.sent(self.number)
        self._rule_echo.sent(self.number)
        self.changed.emit()

    def open_run(
        self, *, path: str = "", recipe: str = "", data: str = "", recovered: str = ""
    ) -> None:
        """Ask for a run that was saved; the editors show what it has as soon as it is there."""
        self.starting.emit()
        self.number = self._send(OpenRun(path, recipe, data, recovered))
        self._echo.sent(self.number)
        self._rule_echo.sent(self.number)

    def start_from(self, weights: StartWeights) -> None:
        """Start a new run of the data at hand with start weights, and with what they bring."""
        self.settings = weights.settings_for(self.settings)
        self.weights = weights
        self.start()

    def change(self, *, drawn: bool = False, **values: object) -> None:
        """Start a new run with some settings changed; nothing happens if none differs.

        Parameters
        ----------
        drawn : bool
            Whether weights are to be drawn from now on, in place of a person's own.
        **values
            Fields of `Settings`.

        Raises
        ------
        SettingsError
            If a value is out of its range.
        """
        settings = self.settings.replace(**values)
        if settings != self.settings or (drawn and self.weights is not None):
            self.settings = settings
            if drawn:
                self.weights = None
            elif self.weights is not None and settings.n_hidden != self.weights.network.n_hidden:
                self._draw_instead()
            self.start()

    def _draw_instead(self) -> None:
        """Let weights be drawn again where a person's own do not fit, and say so."""
        assert self.weights is not None
        net, name = self.weights.network, self.weights.name
        self.weights = None
        words = Message.of(
            "The new run draws its start weights: those of {name} (l = {l}, n = {n}, d = {d}) "
            "belong to the run before. Choose File ▸ New run from weights… to use them again.",
            name=name,
            l=net.n_hidden,
            n=net.n_inputs,
            d=net.n_outputs,
        )
        self.remarked.emit(formatting.translated(words))

    def choose(self, data: DataRequest) -> None:
        """Start a new run on other data; another data set brings the l and λ that suit it."""
        if data != self.data:
            self._take(data)
            self.start()

    def choose_source(self, source: str) -> None:
        """Choose a data set by its name, or a file as it was asked for last."""
        self.choose(self.files.get(source, DataRequest(source)))

    def begin(self, data: DataRequest) -> None:
        """Have a run of `data` with the settings that suit it; it may be the one at hand."""
        found = suited(data)
        settings = Settings() if found is None else Settings(**found._asdict())
        if self._key(data, settings, None) != self._key(self.data, self.settings, self.weights):
            self.data, self.settings, self.weights = data, settings, None
            self.start()

    def change_data(self, **options: Any) -> None:
        """Start a new run with something else chosen about the data set at hand.

        Parameters
        ----------
        **options
            Fields of `DataRequest`.  What cannot be had is `refused`, and the editors are told to
            show what is there.
        """
        try:
            data = plain(DataRequest.of(self.data, **options))
            catalog.shape_of(data)
        except DatasetError as error:
            self.refused.emit(formatting.translated(Message.of(error.template, **error.values)))
            self.changed.emit()
        else:
            self.choose(data)

    def open(self, data: DataRequest) -> None:
        """Start a new run on a file, which is read again even if it is the one at hand."""
        self._take(data)
        self.start(reload=True)

    def settings_for(self, data: DataRequest) -> Settings:
        """Return the settings with which a run of `data` would begin."""
        found = suited(data) if data.source != self.data.source else None
        return self.settings if found is None else self.settings.replace(**found._asdict())

    def _take(self, data: DataRequest) -> None:
        self.settings = self.settings_for(data)
        if self.weights is not None and not self._fit(self.weights, data):
            self._draw_instead()
        self.data = data

    def _fit(self, weights: StartWeights, data: DataRequest) -> bool:
        """Whether start weights stay: for data that may be of another kind they do not."""
        if data == self.data:
            return True
        try:
            shape = catalog.shape_of(data) if data.source == self.data.source else None
        except DatasetError:  # the trainer says it
            shape = None
        net = weights.network
        return shape is not None and (shape.n_inputs, shape.n_outputs) == (
            net.n_inputs,
            net.n_outputs,
        )

    def note_learning_rate(self, value: float) -> None:
        """Remember λ for the next new run; the present one is told by who changed it."""
        self.settings = self.settings.replace(learning_rate=value)

    def set_gradient_rule(self, rule: GradientRule) -> None:
        """Let the present run follow another rule from its next step on, and the next run too."""
        if rule is not self.settings.gradient_rule:
            self.settings = self.settings.replace(gradient_rule=rule)
            self._rule_echo.sent(self._send(SetGradientRule(rule)))

    def _follow_rule(self, rule: GradientRule) -> None:
        if rule is not self.settings.gradient_rule:
            self.settings = self.settings.replace(gradient_rule=rule)
            self.changed.emit()

    @Slot(object)
    def follow(self, frame: Frame) -> None:
        """Go back to what is really there, where a data set could not be loaded."""
        self._there = frame.learning_rate, frame.gradient_rule
        if frame.dataset is not None:
            self._note_file(frame.data_request)
        if frame.state is not State.LOADING:
            self._rule_echo.arrived(frame.gradient_rule, frame)
            self._echo.arrived(
                self._key(frame.data_request, frame.settings, frame.start_weights), frame
            )

    def _note_file(self, data: DataRequest) -> None:
        if data.source in catalog.NAMES or self.files.get(data.source) == data:
            return
        before = list(self.files)
        path = _path(data.source)
        others = {s: each for s, each in self.files.items() if s == data.source or _path(s) != path}
        self.files = {**others, data.source: data}
        if list(self.files) != before:
            self.changed.emit()

    def _key(self, data: DataRequest, settings: Settings, weights: StartWeights | None) -> _Run:
        # λ and the rule may change during a run: what it began with does not matter.
        return data, settings.replace(learning_rate=1.0, gradient_rule=GradientRule.EXACT), weights

    def _adopt(self, there: _Run) -> None:
        if there != self._key(self.data, self.settings, self.weights):
            self.data, self.weights = there[0], there[2]
            rate, rule = self._there
            self.settings = there[1].replace(learning_rate=rate, gradient_rule=rule)
            self.changed.emit()


def _path(source: str) -> str:
    """Return what is the same for each way to write a path."""
    return os.path.abspath(os.path.expanduser(source))
