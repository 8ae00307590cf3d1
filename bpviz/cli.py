"""``bpviz train``, ``render``, ``recipe`` and ``export``: what works without a screen."""

from __future__ import annotations

import argparse
import importlib
import os
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bpviz import ending
from bpviz.animation import LEAST_RATE, MOST_FRAMES, MOST_RATE, Stretch
from bpviz.data_options import data_of, source_of
from bpviz.datasets import DataRequest, DatasetError, RequestError
from bpviz.datasets.suited import suited
from bpviz.exchange.errors import ExchangeError
from bpviz.languages import LANGUAGES
from bpviz.options import (
    OptionError,
    Parser,
    add_document_options,
    add_run_options,
    count,
    document_named,
    moved_to,
    opened_by,
    settings_of,
    weights_of,
)
from bpviz.quoting import cut, short, spelled
from bpviz.training.breakpoint_text import EXAMPLES, breakpoint_of
from bpviz.training.document.errors import DocumentError
from bpviz.training.settings import Settings, SettingsError
from bpviz.training.step.phases import Phase
from bpviz.training.watch_text import EXAMPLES as WATCHES
from bpviz.training.watch_text import watch_of

if TYPE_CHECKING:
    from bpviz.figure_files import Figure
    from bpviz.training.document.kept import Document
    from bpviz.training.start_weights import StartWeights

DEFAULT_DATASET = "mnist"


class LibraryError(Exception):
    """A library that is installed cannot be loaded."""


_PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".pdf", ".gif", ".apng")

_SIZE = re.compile(r"(\d{2,5})[x×](\d{2,5})")


def main(argv: Sequence[str]) -> int:
    """Carry out the sub-command in ``argv[0]``; return the exit status, see `bpviz.ending`."""
    parser = Parser(prog="bpviz", description="Work without a window.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_train(commands)
    _add_render(commands)
    _add_recipe(commands)
    _add_export(commands)
    options = parser.parse_args(argv)
    action: Callable[[argparse.Namespace], int] = options.action
    name = f"bpviz {options.command}"

    def act() -> int:
        try:
            return action(options)
        except (RequestError, SettingsError, OptionError) as error:
            status, said = ending.TYPED, str(error)
        except (DatasetError, DocumentError, ExchangeError) as error:
            status, said = ending.HAPPENED, str(error)
        except LibraryError as error:
            status = ending.HAPPENED
            said = (
                f"A library cannot be loaded ({cut(str(error))}). Free some memory, or reinstall "
                "the packages."
            )
        except MemoryError:
            status = ending.HAPPENED
            said = "Not enough memory. Choose a smaller hidden size l, or use less data."
        ending.complain(f"{name}: {cut(said)}\n")
        return status

    return ending.status_of(name, act)


def base_settings(data: DataRequest) -> Settings:
    """Return the settings that suit a data set, as far as that is known, or else the defaults."""
    found = suited(data)
    return Settings() if found is None else Settings(**found._asdict())


def _data(options: argparse.Namespace) -> DataRequest:
    """Return which data the options ask for."""
    return data_of(options, source_of(options, DEFAULT_DATASET))


def _document(path: str) -> Document:
    """Return the document in a file; one that there is not was typed wrong."""
    from bpviz.training.document.archive import read

    try:
        return read(path)
    except DocumentError as error:
        if os.path.isfile(path):
            raise
        raise OptionError(str(error)) from None


def _add_length(parser: argparse.ArgumentParser, usual: str) -> None:
    length = parser.add_mutually_exclusive_group()
    length.add_argument(
        "--steps",
        type=count("The number of steps", 0),
        metavar="N",
        help="number of updates (default: see --epochs)",
    )
    length.add_argument(
        "--epochs",
        type=count("The number of epochs", 0, 10**9),
        metavar="E",
        help=f"number of epochs of m steps each (default: {usual})",
    )


def _add_train(commands: argparse._SubParsersAction[Parser]) -> None:
    train = commands.add_parser("train", help="train without a window and report the result")
    add_document_options(train)
    add_run_options(train)
    _add_length(train, "1; with a stopping rule, until it ends the run")
    train.add_argument(
        "--save",
        type=partial(_writable, "the run"),
        metavar="FILE",
        help="file to save the run to, such as run.bpviz, in the place of one that is there "
        "(default: none)",
    )
    train.add_argument(
        "--break",
        dest="stops",
        type=_condition,
        action="append",
        default=[],
        metavar="CONDITION",
        help=f"stop before the first update that meets it, and say where: {', '.join(EXAMPLES)}; "
        "can be repeated (default: none)",
    )
    train.add_argument(
        "--history",
        type=_file("the history", ".csv", ".npz"),
        metavar="FILE",
        help="file for loss, both gradient magnitudes, learning rate and sample of every step, in "
        "the place of one that is there; .csv or .npz (default: none)",
    )
    train.add_argument(
        "--json", action="store_true", help="print one JSON object and no progress bar"
    )
    train.add_argument(
        "--digest",
        action="store_true",
        help="also print a digest of the weights: bit-identical runs have the same digest "
        "(without --steps and --epochs: after 10 000 steps)",
    )
    train.set_defaults(action=_train)


def _load_numba() -> None:
    """Import what both commands need, where it can still be told why that fails."""
    try:
        importlib.import_module("numba")
    except ModuleNotFoundError:
        raise  # said by whoever knows how to install it
    except (ImportError, OSError) as error:
        raise LibraryError(str(error).partition("\n")[0]) from error


def _origin(
    options: argparse.Namespace,
) -> tuple[Document | DataRequest, Settings, StartWeights | None]:
    """Return the run that the options name, or the data of a new one; its settings, its weights."""
    if document_named(options) is None:
        data = _data(options)
        _load_numba()
        weights = weights_of(options)
        return data, settings_of(options, base_settings(data), weights), weights
    _load_numba()
    document = _named(options)
    return document, document.recipe.settings, None


def _train(options: argparse.Namespace) -> int:
    origin, settings, weights = _origin(options)
    from bpviz.headless import train

    return train(
        origin,
        settings,
        options.steps,
        options.epochs,
        as_json=options.json,
        with_digest=options.digest,
        save=options.save,
        weights=weights,
        stops=options.stops,
        history=options.history,
    )


def _condition(text: str) -> str:
    """Return the text of a breakpoint; the names of the classes in it are not known yet."""
    try:
        breakpoint_of(text)
    except SettingsError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def _watch(text: str) -> str:
    """Return the text of a watch; whether the run has it is not known yet."""
    try:
        watch_of(text)
    except SettingsError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def _named(options: argparse.Namespace) -> Document:
    """Return the document that the options name."""
    from bpviz.training.document.kept import Document
    from bpviz.training.document.restoring import with_data_at
    from bpviz.training.document.text import recipe_of_text

    if options.recipe is None:
        document = _document(options.run)
    else:
        try:
            document = Document(recipe_of_text(options.recipe))
        except DocumentError as error:
            raise OptionError(str(error)) from None
    data = moved_to(options)
    return with_data_at(document, data) if data else document


def _add_recipe(commands: argparse._SubParsersAction[Parser]) -> None:
    recipe = commands.add_parser("recipe", help="print a saved run as a text that others can open")
    recipe.add_argument("run", metavar="RUN", help="file of a saved run, such as run.bpviz")
    recipe.set_defaults(action=_recipe)


def _recipe(options: argparse.Namespace) -> int:
    ending.stand(f"while reading {short(options.run)}")
    _load_numba()
    from bpviz.training.document.text import recipe_text

    ending.say(recipe_text(_document(options.run).recipe) + "\n")
    return ending.DONE


def _file(what: str, *suffixes: str) -> Callable[[str], Path]:
    """Return an argparse type for a file to write, whose name has one of some endings."""

    def read(text: str) -> Path:
        if Path(text).suffix.lower() not in suffixes:
            ends = " or ".join(filter(None, (", ".join(suffixes[:-1]), suffixes[-1])))
            raise argparse.ArgumentTypeError(
                f"The file of {what} is {spelled(text)}; its name must end in {ends}."
            )
        return _writable(what, text)

    return read


def _add_export(commands: argparse._SubParsersAction[Parser]) -> None:
    export = commands.add_parser(
        "export", help="write weights, losses and more of a run to files for other programs"
    )
    add_document_options(export)
    files = export.add_argument_group("the files, each whole or not at all")
    weights = ".npz", ".safetensors", ".onnx", ".csv"
    for option, what, suffixes, words in (
        ("weights", "the weights", weights, "both matrices at the step at hand"),
        ("losses", "the losses", (".csv", ".npz"),
         "loss, both gradient magnitudes, learning rate and sample of every step"),
        ("evaluations", "the evaluations", (".csv",),
         "mean loss and accuracy of both sets along the run"),
        ("journal", "the journal", (".csv",), "what was changed, with its steps"),
        ("samples", "the samples", (".csv",),
         "every sample: class and predicted class or target and output, loss, gradient magnitudes"),
        ("pairs", "the custom pairs", (".csv",), "the pairs that a person made"),
        ("script", "the script", (".py",),
         "the step at hand as a program that asserts its numbers"),
    ):  # fmt: skip
        files.add_argument(
            f"--{option}", dest=f"{option}_file", type=_file(what, *suffixes), metavar="FILE",
            help=f"{words}; {', '.join(suffixes)} (default: none)",
        )  # fmt: skip
    files.add_argument(
        "--watches", dest="watches_file", type=_file("the watches", ".csv"), metavar="FILE",
        help="what is watched, at every step; .csv (default: none)",
    )  # fmt: skip
    files.add_argument(
        "--watch", dest="watched", type=_watch, action="append", default=[], metavar="NUMBER",
        help=f"number for --watches: {', '.join(WATCHES)}; may be repeated (default: those of the "
        "run)",
    )  # fmt: skip
    files.add_argument(
        "--figure", dest="figures", action="append", default=[], metavar="FIGURE",
        help="a panel as a figure, such as loss_panel.svg, or the whole window: its name and .svg, "
        ".pdf, .png or .jpg, or PANEL=FILE; may be repeated (default: none)",
    )  # fmt: skip
    files.add_argument(
        "--script-kind",
        choices=("numpy", "torch"),
        default="numpy",
        help="library that the script uses (default: numpy)",
    )
    files.add_argument(
        "--at",
        type=count("The step to write", 0),
        metavar="STEP",
        help="step whose weights and samples are written (default: where the run stands)",
    )
    files.add_argument(
        "--count-from",
        type=count("The first number", 0, 1),
        default=0,
        metavar="{0,1}",
        help="what the first sample, row, column and unit is called; the titles of the columns "
        "say it (default: 0)",
    )
    files.add_argument(
        "--force", action="store_true", help="replace files that are there (default: refuse)"
    )
    add_run_options(export, {"--weights": "--start-weights", "--samples": "--generate"})
    _add_length(export, "1; with a stopping rule, until it ends the run")
    export.set_defaults(action=_export)


def _export(options: argparse.Namespace) -> int:
    if document_named(options) is not None and (options.steps, options.epochs) != (None, None):
        raise OptionError(
            "A run that was saved is written as it is, and --steps and --epochs are for new ones. "
            "Leave them out, or train on with bpviz train."
        )
    _load_numba()
    from bpviz.exchange.scripts.step_script import ScriptKind
    from bpviz.exporting import Files, check_files, export

    figures = _figures(options.figures) if options.figures else ()
    files = Files(
        weights=options.weights_file,
        losses=options.losses_file,
        evaluations=options.evaluations_file,
        journal=options.journal_file,
        samples=options.samples_file,
        pairs=options.pairs_file,
        script=options.script_file,
        watches=options.watches_file,
        watched=tuple(options.watched),
        script_kind=ScriptKind(options.script_kind),
        count_from=options.count_from,
        figures=figures,
        force=options.force,
    )
    check_files(files, (options.run, options.dataset, options.weights))
    origin, settings, weights = _origin(options)
    from bpviz.render import RenderError

    try:
        return export(
            origin,
            settings,
            files,
            steps=options.steps,
            epochs=options.epochs,
            at=options.at,
            weights=weights,
        )
    except RenderError as error:
        ending.complain(f"bpviz export: {cut(str(error))}\n")
        return ending.HAPPENED


def _figures(names: Sequence[str]) -> tuple[Figure, ...]:
    from bpviz.figure_files import FigureNameError, figure_named
    from bpviz.ui.window.layouts import PANELS  # brings Qt with it

    try:
        figures = tuple(figure_named(name, PANELS) for name in names)
        for each in figures:
            _writable("the figure", str(each.out))
    except (FigureNameError, argparse.ArgumentTypeError) as error:
        raise OptionError(str(error)) from None
    return figures


def _size(text: str) -> tuple[int, int]:
    match = _SIZE.fullmatch(text)
    if match is None or not all(64 <= int(part) <= 8192 for part in match.groups()):
        raise argparse.ArgumentTypeError(
            f"The size is {spelled(text)}; it must be WIDTHxHEIGHT in pixels from 64 to 8192, "
            "such as 1600x1000."
        )
    return int(match[1]), int(match[2])


def _picture(text: str) -> Path:
    if Path(text).suffix.lower() not in _PICTURES:
        raise argparse.ArgumentTypeError(
            f"The picture is {spelled(text)}; it must be a file name that ends in .png, .jpg, .svg "
            "or .pdf, or in .gif or .apng for an animation."
        )
    return _writable("the picture", text)


def _writable(what: str, text: str) -> Path:
    """Return where a file is to be written, in a folder that is there."""
    out = Path(text)
    try:
        there, is_folder = "\0" not in text and out.absolute().parent.is_dir(), out.is_dir()
    except (OSError, ValueError):  # a name too long
        there = is_folder = False
    if not there:
        raise argparse.ArgumentTypeError(
            f"The folder of {what} {spelled(text)} does not exist. Choose an existing folder."
        )
    if is_folder:
        raise argparse.ArgumentTypeError(
            f"The file of {what} is {spelled(text)}, which is a folder. Choose a name in it."
        )
    return out


def _add_render(commands: argparse._SubParsersAction[Parser]) -> None:
    render = commands.add_parser(
        "render", help="train, then save a picture, a figure or an animation"
    )
    add_document_options(render)
    add_run_options(render)
    _add_length(render, "0")
    render.add_argument(
        "--out",
        required=True,
        type=_picture,
        metavar="FILE",
        help="picture to write, .png, .jpg, .svg or .pdf, or animation, .gif or .apng",
    )
    render.add_argument(
        "--panel",
        metavar="NAME",
        help="single panel to show, such as loss_panel (default: the whole window)",
    )
    render.add_argument(
        "--figure",
        action="store_true",
        help="draw the panel as a figure, with its title and a line with the circumstances, and "
        "without buttons (default: as in the window)",
    )
    render.add_argument(
        "--theme",
        choices=["light", "dark"],
        default="light",
        help="theme of the picture (default: light)",
    )
    render.add_argument(
        "--language",
        choices=tuple(LANGUAGES),
        help="language of the picture (default: the system's)",
    )
    render.add_argument(
        "--size", type=_size, metavar="WxH",
        help="size of the window, or of the single panel, in pixels (default: 1600x1000)",
    )  # fmt: skip
    render.add_argument(
        "--layout", choices=["overview", "debug", "present", "explore", "check"],
        default="overview", help="layout of the panels (default: overview)",
    )  # fmt: skip
    render.add_argument(
        "--phase", choices=[str(phase) for phase in Phase], default=str(Phase.DRAW),
        help="phase to stop in, inside the next step (default: draw)",
    )  # fmt: skip
    render.add_argument(
        "--row",
        type=count("The row", 0, 10**6),
        default=0,
        help="completed rows of that phase (default: 0)",
    )
    render.add_argument(
        "--both-rules", type=count("The number of steps with both rules", 1), default=0,
        metavar="N",
        help="after --steps and before --phase, train N steps from the initial weights with the "
        "exact and with the printed gradient rule, one branch each (default: no comparison)",
    )  # fmt: skip
    film = render.add_argument_group("an animation (.gif or .apng)")
    film.add_argument(
        "--from",
        dest="first",
        type=count("The first step", 0),
        metavar="STEP",
        help="first step (default: 0)",
    )
    film.add_argument(
        "--to",
        dest="last",
        type=count("The last step", 0),
        metavar="STEP",
        help="last step (default: where the run stands)",
    )
    film.add_argument(
        "--frames",
        type=count("The number of frames", 1, MOST_FRAMES),
        metavar="N",
        help="frames, evenly over these steps (default: 100)",
    )
    film.add_argument(
        "--fps", type=count("The number of frames a second", LEAST_RATE, MOST_RATE), metavar="R",
        help="frames a second (default: 20)",
    )  # fmt: skip
    render.add_argument("--state", default="", help=argparse.SUPPRESS)  # of the window's own
    render.add_argument("--tell", action="store_true", help=argparse.SUPPRESS)
    render.set_defaults(action=_render)


def _teller(as_text: bool, stretch: Stretch | None) -> Callable[[int, int], object] | None:
    """Return what hears of each frame: a bar on a terminal, or lines for another program."""
    if stretch is None:
        return None
    if as_text:
        return lambda done, of: ending.say(f"{done} {of}\n")
    from bpviz.headless import progress_bar

    bar = progress_bar(quiet=False, total=len(stretch.steps()), unit=" frames")
    return lambda done, of: bar.update(done - bar.n)


def _stretch(options: argparse.Namespace, stands: int | None) -> Stretch | None:
    """Return which steps an animation shows; None where one picture is wanted.

    Parameters
    ----------
    options : argparse.Namespace
    stands : int or None
        The step at which a saved run stands; None of a new one.

    Raises
    ------
    OptionError
        If the file is no animation, or its steps go back.
    """
    given = [options.first, options.last, options.frames, options.fps]
    moving = options.out.suffix.lower() in (".gif", ".apng")
    if not moving and not any(each is not None for each in given):
        return None
    if not moving and options.out.suffix.lower() != ".png":
        raise OptionError(
            f"The picture {spelled(str(options.out))} cannot move. Let the name of an animation "
            "end in .gif, .apng or .png."
        )
    first, last = options.first or 0, options.last
    if last is None:
        last = (stands or 0) + (options.steps or 0)
        if not last:
            raise OptionError("An animation needs its last step. Give it by --to.")
    if first > last:
        raise OptionError(f"The first step, {first}, is after the last one, {last}. Swap them.")
    usual = Stretch(first, last)
    return Stretch(first, last, options.frames or usual.frames, options.fps or usual.rate)


def _render(options: argparse.Namespace) -> int:
    if options.figure and options.panel is None:
        raise OptionError("A figure is of one panel. Name it by --panel, such as loss_panel.")
    saved = opened_by(options)
    stretch = None if saved is not None else _stretch(options, None)
    if saved is not None:
        _load_numba()
        document = _named(options)  # what is wrong with it is said before a window is made
        stretch = _stretch(options, document.recipe.at[1])
        data, weights, settings = DataRequest(DEFAULT_DATASET), None, document.recipe.settings
    else:
        data = _data(options)
        _load_numba()
        weights = weights_of(options)
        settings = settings_of(options, base_settings(data), weights)
    from bpviz.render import RenderError, render  # brings Qt with it

    try:
        render(
            data,
            settings,
            steps=options.steps,
            epochs=options.epochs,
            out=options.out,
            panel=options.panel,
            theme=options.theme,
            size=options.size,
            layout=options.layout,
            phase=Phase(options.phase),
            row=options.row,
            both_rules=options.both_rules,
            language=options.language,
            weights=weights,
            saved=saved,
            figure=options.figure,
            stretch=stretch,
            state=options.state,
            tell=_teller(options.tell, stretch),
        )
    except RenderError as error:
        ending.complain(f"bpviz render: {cut(str(error))}\n")
        return ending.HAPPENED
    return ending.DONE
