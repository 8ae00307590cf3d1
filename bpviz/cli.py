"""``bpviz train`` and ``bpviz render``: what works without a screen."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bpviz.data_options import data_of, source_of
from bpviz.datasets import DataRequest, DatasetError
from bpviz.datasets.suited import suited
from bpviz.options import Parser, add_run_options, count, settings_of
from bpviz.training.phases import Phase
from bpviz.training.settings import Settings, SettingsError

DEFAULT_DATASET = "mnist"

_SIZE = re.compile(r"(\d{2,5})[x×](\d{2,5})")


def main(argv: Sequence[str]) -> int:
    """Carry out the sub-command in ``argv[0]``; return the exit status."""
    parser = Parser(prog="bpviz", description="Work without a window.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_train(commands)
    _add_render(commands)
    options = parser.parse_args(argv)
    action: Callable[[argparse.Namespace, DataRequest], int] = options.action
    try:
        data = data_of(options, source_of(options, DEFAULT_DATASET))
    except DatasetError as error:
        parser.exit(2, f"bpviz {options.command}: {error}\n")
    try:
        return action(options, data)
    except (DatasetError, SettingsError) as error:
        print(f"bpviz {options.command}: {error}", file=sys.stderr)
        return 1


def base_settings(data: DataRequest) -> Settings:
    """Return the settings that suit a data set, as far as that is known, or else the defaults."""
    found = suited(data)
    return Settings() if found is None else Settings(**found._asdict())


def _add_length(parser: argparse.ArgumentParser) -> None:
    length = parser.add_mutually_exclusive_group()
    length.add_argument(
        "--steps", type=count("The number of steps", 0), metavar="N", help="updates to do"
    )
    length.add_argument(
        "--epochs",
        type=count("The number of epochs", 0, 10**9),
        metavar="E",
        help="the same in epochs of m steps (default: 1; with a stopping rule, until it stops)",
    )


def _add_train(commands: argparse._SubParsersAction[Parser]) -> None:
    train = commands.add_parser("train", help="train without a screen and say what came of it")
    add_run_options(train)
    _add_length(train)
    train.add_argument("--json", action="store_true", help="print one JSON object, and no bar")
    train.add_argument(
        "--digest",
        action="store_true",
        help="print a digest of the weights too, which tells whether two runs are equal to the "
        "last bit (without --steps and --epochs: after 10 000 steps)",
    )
    train.set_defaults(action=_train)


def _train(options: argparse.Namespace, data: DataRequest) -> int:
    from bpviz.headless import train  # brings numba with it

    settings = settings_of(options, base_settings(data))
    return train(
        data,
        settings,
        options.steps,
        options.epochs,
        as_json=options.json,
        with_digest=options.digest,
    )


def _size(text: str) -> tuple[int, int]:
    match = _SIZE.fullmatch(text)
    if match is None or not all(64 <= int(part) <= 8192 for part in match.groups()):
        raise argparse.ArgumentTypeError(
            f"The size is {text!r}; it must be WIDTHxHEIGHT in pixels from 64 to 8192, such as "
            "1600x1000."
        )
    return int(match[1]), int(match[2])


def _add_render(commands: argparse._SubParsersAction[Parser]) -> None:
    render = commands.add_parser("render", help="train a little and save a picture of the window")
    add_run_options(render)
    _add_length(render)
    render.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help="the picture, .png or .jpg"
    )
    render.add_argument("--panel", metavar="NAME", help="one panel alone, such as loss_panel")
    render.add_argument("--theme", choices=["light", "dark"], default="light", help="its look")
    render.add_argument(
        "--size", type=_size, metavar="WxH",
        help="of the window, or of the panel alone, in pixels (default: a window of 1600x1000)",
    )  # fmt: skip
    render.add_argument(
        "--layout", choices=["overview", "debug", "present", "explore", "check"],
        default="overview", help="how the panels are arranged",
    )  # fmt: skip
    render.add_argument(
        "--phase", choices=[str(phase) for phase in Phase], default=str(Phase.DRAW),
        help="where in the step after those to stand",
    )  # fmt: skip
    render.add_argument(
        "--row", type=count("The row", 0, 10**6), default=0, help="rows of that phase done"
    )
    render.add_argument(
        "--both-rules", type=count("The number of steps by both rules", 1), default=0, metavar="N",
        help="after those steps, and before --phase, train N steps from the start by the exact and "
        "by the printed gradient rule, a branch each",
    )  # fmt: skip
    render.set_defaults(action=_render)


def _render(options: argparse.Namespace, data: DataRequest) -> int:
    from bpviz.render import RenderError, render  # brings Qt with it

    try:
        render(
            data,
            settings_of(options, base_settings(data)),
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
        )
    except RenderError as error:
        print(f"bpviz render: {error}", file=sys.stderr)
        return 1
    return 0
