"""``bpviz train`` and ``bpviz render``: what works without a screen."""

from __future__ import annotations

import argparse
import importlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from bpviz import ending
from bpviz.data_options import data_of, source_of
from bpviz.datasets import DataRequest, DatasetError, RequestError
from bpviz.datasets.suited import suited
from bpviz.languages import LANGUAGES
from bpviz.options import Parser, add_run_options, count, settings_of, weights_of
from bpviz.quoting import cut, spelled
from bpviz.training.settings import Settings, SettingsError
from bpviz.training.step.phases import Phase

DEFAULT_DATASET = "mnist"


class LibraryError(Exception):
    """A library that is installed cannot be loaded."""


_SIZE = re.compile(r"(\d{2,5})[x×](\d{2,5})")


def main(argv: Sequence[str]) -> int:
    """Carry out the sub-command in ``argv[0]``; return the exit status, see `bpviz.ending`."""
    parser = Parser(prog="bpviz", description="Work without a window.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_train(commands)
    _add_render(commands)
    options = parser.parse_args(argv)
    action: Callable[[argparse.Namespace, DataRequest], int] = options.action
    name = f"bpviz {options.command}"

    def act() -> int:
        try:
            return action(options, data_of(options, source_of(options, DEFAULT_DATASET)))
        except (RequestError, SettingsError) as error:
            status, said = ending.TYPED, str(error)
        except DatasetError as error:
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
    add_run_options(train)
    _add_length(train, "1; with a stopping rule, until it ends the run")
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


def _train(options: argparse.Namespace, data: DataRequest) -> int:
    _load_numba()
    from bpviz.headless import train

    weights = weights_of(options)
    settings = settings_of(options, base_settings(data), weights)
    return train(
        data,
        settings,
        options.steps,
        options.epochs,
        as_json=options.json,
        with_digest=options.digest,
        weights=weights,
    )


def _size(text: str) -> tuple[int, int]:
    match = _SIZE.fullmatch(text)
    if match is None or not all(64 <= int(part) <= 8192 for part in match.groups()):
        raise argparse.ArgumentTypeError(
            f"The size is {spelled(text)}; it must be WIDTHxHEIGHT in pixels from 64 to 8192, "
            "such as 1600x1000."
        )
    return int(match[1]), int(match[2])


def _picture(text: str) -> Path:
    out = Path(text)
    if out.suffix.lower() not in (".png", ".jpg", ".jpeg"):
        raise argparse.ArgumentTypeError(
            f"The picture is {spelled(text)}; it must be a file name that ends in .png or .jpg."
        )
    try:
        there = out.absolute().parent.is_dir()
    except (OSError, ValueError):  # a name too long, or with a zero byte
        there = False
    if not there:
        raise argparse.ArgumentTypeError(
            f"The folder of the picture {spelled(text)} does not exist. Choose an existing folder."
        )
    return out


def _add_render(commands: argparse._SubParsersAction[Parser]) -> None:
    render = commands.add_parser("render", help="train, then save a picture of the window")
    add_run_options(render)
    _add_length(render, "0")
    render.add_argument(
        "--out", required=True, type=_picture, metavar="FILE", help="picture to write, .png or .jpg"
    )
    render.add_argument(
        "--panel",
        metavar="NAME",
        help="single panel to show, such as loss_panel (default: the whole window)",
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
    render.set_defaults(action=_render)


def _render(options: argparse.Namespace, data: DataRequest) -> int:
    _load_numba()
    from bpviz.render import RenderError, render  # brings Qt with it

    weights = weights_of(options)
    try:
        render(
            data,
            settings_of(options, base_settings(data), weights),
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
        )
    except RenderError as error:
        ending.complain(f"bpviz render: {cut(str(error))}\n")
        return ending.HAPPENED
    return ending.DONE
