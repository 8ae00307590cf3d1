"""The command line options that describe a run, shared by the window and ``bpviz train``; no Qt."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from bpviz import ending, parsing
from bpviz.data_options import NOTHING_RENAMED, add_data_options, flag_of
from bpviz.datasets import catalog
from bpviz.network.activations import Activation
from bpviz.network.rules import GradientRule
from bpviz.network.weights import Initializer
from bpviz.quoting import cut, spelled
from bpviz.training.commands import OpenRun
from bpviz.training.settings import (
    MAX_HIDDEN,
    MAX_SEED,
    Order,
    Settings,
    SettingsError,
    StoppingRule,
    check_count,
    check_learning_rate,
)

if TYPE_CHECKING:
    from bpviz.training.start_weights import StartWeights


class OptionError(Exception):
    """What was typed cannot be: options that contradict each other, a file that there is not."""


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one sentence on stderr and exits with 2."""

    def _print_message(self, message: str, file: Any = None) -> None:
        """Write help as all output is written: argparse would be silent where that fails."""
        if message and file is sys.stdout:
            ending.say(message)
        else:
            super()._print_message(message, file)

    def error(self, message: str) -> NoReturn:
        """Write `message` and leave."""
        _, _, own = message.partition(": The ")  # our own sentences name the option themselves
        sentence = f"The {own}" if own else message[:1].upper() + message[1:]
        end = "" if sentence.endswith((".", "?", "!")) else "."
        self.exit(ending.TYPED, f"{self.prog}: {cut(sentence)}{end}\n")


def count(name: str, low: int, high: int = MAX_SEED) -> Any:
    """Return an argparse type for whole numbers ``low … high``; errors begin with `name`."""

    def read(text: str) -> int:
        try:
            value: object = parsing.parse_count(text)
        except ValueError:
            value = text
        try:
            return check_count(name, value, low, high)
        except SettingsError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return read


def learning_rate(text: str) -> float:
    """Argparse type for λ."""
    try:
        value: object = parsing.parse_number(text)
    except ValueError:
        value = text
    try:
        return check_learning_rate(value)
    except SettingsError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def tolerance(text: str) -> float:
    """Argparse type for the stopping rule's relative tolerance, from 0 to below 1."""
    try:
        return StoppingRule(tolerance=parsing.parse_number(text)).tolerance
    except ValueError:  # SettingsError is one
        raise argparse.ArgumentTypeError(
            f"The tolerance is {spelled(text)}; it must be a number from 0 to below 1."
        ) from None


def add_run_options(
    parser: argparse.ArgumentParser, renamed: Mapping[str, str] = NOTHING_RENAMED
) -> None:
    """Add every option that ends in a `DataRequest` or in `Settings`.

    Parameters
    ----------
    parser : ArgumentParser
    renamed : mapping of str to str
        What options are called here whose usual names mean something else.
    """
    add_data_options(parser, renamed)
    run = parser.add_argument_group("the run")
    run.add_argument(
        "--hidden",
        type=count("The hidden size l", 1, MAX_HIDDEN),
        metavar="L",
        help=f"hidden size l, 1 to {MAX_HIDDEN} (default: depends on the data; 32 for mnist)",
    )
    run.add_argument(
        "--learning-rate",
        type=learning_rate,
        metavar="λ",
        help="learning rate λ, above 0 (default: depends on the data; 0.1 for mnist)",
    )
    run.add_argument(
        "--seed",
        type=count("The seed", 0),
        metavar="S",
        help="seed of the initial weights and the draws (default: 0)",
    )
    run.add_argument(
        renamed.get("--weights", "--weights"),
        dest="weights",
        metavar="FILE",
        help="file of start weights, W1 (l, n) and W2 (d, l): NPZ, safetensors, ONNX or CSV; "
        "brings l, and σ₁ and σ₂ where it names them (default: drawn by the seed)",
    )
    run.add_argument(
        "--keyframe-memory",
        type=count("The memory for keyframes", 1, 2**40),
        metavar="MB",
        help="memory for time travel, in megabytes (default: 128)",
    )
    for option, kind, what in (
        ("--order", Order, "how the pair of each step is drawn"),
        ("--sigma1", Activation, "hidden activation σ₁"),
        ("--sigma2", Activation, "output activation σ₂"),
        ("--initializer", Initializer, "distribution of the initial weights"),
        ("--gradient-rule", GradientRule, "exact, or the note's printed formula for comparison"),
    ):
        usual = getattr(Settings(), option[2:].replace("-", "_"))
        run.add_argument(
            option, choices=[member.value for member in kind], help=f"{what} (default: {usual})"
        )
    stop = parser.add_argument_group("the stopping rule (off unless one of these is given)")
    stop.add_argument(
        "--stop", action="store_true", help="stop when the mean loss no longer improves"
    )
    stop.add_argument(
        "--stop-window",
        type=count("The stopping window", 1),
        metavar="STEPS",
        help="steps in one window (default: the larger of m and 10 000)",
    )
    stop.add_argument(
        "--stop-tolerance",
        type=tolerance,
        metavar="T",
        help="smallest relative improvement that counts (default: 0.001)",
    )
    stop.add_argument(
        "--stop-patience",
        type=count("The patience", 1),
        metavar="K",
        help="consecutive windows without improvement after which the run ends (default: 3)",
    )


def add_document_options(parser: argparse.ArgumentParser) -> None:
    """Add what names a run that was saved; see `document_named`."""
    saved = parser.add_argument_group("a run that was saved")
    saved.add_argument(
        "run", nargs="?", metavar="RUN", help="file of a saved run, such as run.bpviz"
    )
    saved.add_argument(
        "--recipe",
        metavar="TEXT",
        help="recipe of a run, see `bpviz recipe` (default: none)",
    )
    saved.add_argument(
        "--data",
        metavar="PATH",
        help="file or folder of the data that the run was trained on, where that has moved "
        "(default: where it was)",
    )


def document_named(options: argparse.Namespace) -> str | None:
    """Return the file or the recipe of a run that the options name, if any.

    Raises
    ------
    OptionError
        If they name two, or contradict the one.
    """
    named = [each for each in (options.run, options.recipe) if each is not None]
    if not named:
        if options.data is not None:
            raise OptionError(
                "--data says where the data of a saved run is now. Name that run, or use "
                "--dataset for a new one."
            )
        return None
    if len(named) > 1:
        raise OptionError("There is a file of a run and a recipe of another. Use one or the other.")
    usual = Parser()
    add_run_options(usual)
    for name, value in vars(usual.parse_args([])).items():
        if getattr(options, name) != value:
            raise OptionError(
                f"{flag_of(options, name)} cannot be chosen for a run that was saved: it is part "
                "of the run. Leave it out, or begin a new run."
            )
    return str(named[0])


def opened_by(options: argparse.Namespace) -> OpenRun | None:
    """Return the command that opens the saved run which the options name; None if they name none.

    Raises
    ------
    OptionError
        See `document_named`.
    """
    if document_named(options) is None:
        return None
    return OpenRun(options.run or "", options.recipe or "", moved_to(options))


def moved_to(options: argparse.Namespace) -> str:
    """Return where the data of a saved run is now, wherever the program goes; empty where it was.

    Raises
    ------
    OptionError
        If it is not there.
    """
    source: str = options.data or ""
    if source == "" or source in catalog.NAMES:
        return source
    if not os.path.exists(source):
        raise OptionError(
            f"The data {spelled(source)} does not exist. Name the file or folder that the run was "
            "trained on."
        )
    return os.path.abspath(source)


def stopping_rule(options: argparse.Namespace) -> StoppingRule | None:
    """Return the stopping rule that the options ask for; None if they ask for none."""
    given = {
        name: value
        for name in ("window", "tolerance", "patience")
        if (value := getattr(options, f"stop_{name}")) is not None
    }
    return StoppingRule(**given) if given or options.stop else None


def weights_of(options: argparse.Namespace) -> StartWeights | None:
    """Read the start weights that the options name; None if they name none.

    Raises
    ------
    DatasetError
        If there are none in that file.
    """
    if options.weights is None:
        return None
    from bpviz.exchange import read_weights  # which not every run has to wait for

    return read_weights(options.weights)


def settings_of(
    options: argparse.Namespace, base: Settings, weights: StartWeights | None = None
) -> Settings:
    """Return `base` with everything replaced that the options name, after what `weights` bring."""
    if weights is not None:
        base = weights.settings_for(base)
    memory = options.keyframe_memory
    changes: dict[str, object] = {
        name: value
        for name, value in (
            ("n_hidden", options.hidden),
            ("learning_rate", options.learning_rate),
            ("seed", options.seed),
            ("order", options.order),
            ("sigma1", options.sigma1),
            ("sigma2", options.sigma2),
            ("initializer", options.initializer),
            ("gradient_rule", options.gradient_rule),
            ("stopping", stopping_rule(options)),
            ("keyframe_budget", None if memory is None else memory * 2**20),
        )
        if value is not None
    }
    return base.replace(**changes)
