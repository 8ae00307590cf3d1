"""The command line options that say which data is wanted and how it is made or read; no Qt."""

from __future__ import annotations

import argparse
import codecs
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from bpviz import parsing
from bpviz.datasets import DataRequest, DatasetError, RequestError, catalog, looks_like_a_path
from bpviz.datasets.plain_request import fitted, plain
from bpviz.datasets.request import MADE_UP, Missing, Scaling, TargetKind, TargetScaling
from bpviz.network.activations import Activation
from bpviz.quoting import spelled

_FIELDS = {
    "samples": "n_samples",
    "noise": "noise",
    "test_share": "test_share",
    "data_seed": "seed",
    "constant": "constant",
    "target": "target",
    "inputs": "inputs",
    "targets_are": "kind",
    "scaling": "scaling",
    "target_scaling": "target_scaling",
    "missing": "missing",
    "also_missing": "also_missing",
    "categories": "categories",
    "separator": "separator",
    "decimal": "decimal",
    "encoding": "encoding",
    "header": "header",
    "picture_size": "size",
    "max_bytes": "max_bytes",
}
"""The field of a `DataRequest` that each option fills."""

_SIZE = re.compile(r"\s*(\d{1,9})\s*[x×*]\s*(\d{1,9})\s*", re.IGNORECASE)
_BYTES = re.compile(r"([\d.,\s]+?)\s*([kmgt]?)(?:i?b)?", re.IGNORECASE)
_FOUND = "detected"
_POWERS = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4}


def _checked(field: str, read: Callable[[str], object]) -> Callable[[str], Any]:
    """Return an argparse type for a field of a request, which says itself what is possible."""

    def convert(text: str) -> object:
        try:
            value = read(text)
        except ValueError:
            value = text
        try:
            DataRequest.of("", **{field: value})
        except DatasetError as error:
            raise argparse.ArgumentTypeError(str(error)) from None
        return value

    return convert


def _share(text: str) -> float:
    """Read 0.2, 0,2 or 20 %."""
    number = text.strip()
    if number.endswith("%"):
        return parsing.parse_number(number[:-1]) / 100
    return parsing.parse_number(number)


def _size(text: str) -> tuple[int, int]:
    match = _SIZE.fullmatch(text)
    if match is None:
        raise argparse.ArgumentTypeError(
            f"The size of the pictures is {spelled(text)}; it must be HEIGHTxWIDTH in pixels, "
            "such as 28x28."
        )
    size: tuple[int, int] = _checked("size", lambda _: (int(match[1]), int(match[2])))(text)
    return size


def _bytes(text: str) -> int:
    match = _BYTES.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError
        number = parsing.parse_number("".join(match[1].split()))
        count: int = _checked("max_bytes", lambda _: round(number * 1024 ** _power(match)))(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"The size limit is {spelled(text)}; it must be a number of bytes, such as 500M or 3G."
        ) from None
    return count


def _power(match: re.Match[str]) -> int:
    return _POWERS[match[2].lower()]


def _separator(text: str) -> str:
    character = {"tab": "\t", r"\t": "\t", "space": " "}.get(text, text)
    if len(character) != 1 or character in '"\r\n\0':
        raise argparse.ArgumentTypeError(
            f"The separator is {spelled(text)}; it must be a single character, such as ; or the "
            "word tab."
        )
    return character


def _encoding(text: str) -> str:
    try:
        codecs.lookup(text)
    except (LookupError, ValueError):
        raise argparse.ArgumentTypeError(
            f"The encoding {spelled(text)} is not known. Use one such as utf-8, utf-16, cp1252 or "
            "latin-1."
        ) from None
    return text


NOTHING_RENAMED: Mapping[str, str] = MappingProxyType({})


def add_data_options(
    parser: argparse.ArgumentParser, renamed: Mapping[str, str] = NOTHING_RENAMED
) -> None:
    """Add every option that ends in a `DataRequest`; see `add_run_options`."""
    if renamed:
        parser.set_defaults(renamed=renamed)
    data = parser.add_argument_group("the data")
    data.add_argument(
        "--dataset",
        metavar="NAME",
        help=f"a data set: {', '.join(catalog.NAMES)}; or a file or folder (default: mnist; in the "
        "window, the last used)",
    )
    for option, kind, metavar, what, usual in (
        ("--samples", _checked("n_samples", parsing.parse_count), "M",
         "number of samples to generate, training and test set together", "the data set's own"),
        ("--noise", _checked("noise", parsing.parse_number), "SD",
         "standard deviation of the noise of generated data", "the data set's own"),
        ("--test-share", _checked("test_share", _share), "SHARE",
         "share held out for testing, 0 to below 1", "the data set's own; 0.2 for files"),
        ("--data-seed", _checked("seed", parsing.parse_count), "S",
         "seed of generated data and of the train/test split", "0"),
        ("--separator", _separator, "CHAR",
         "separator of the cells of a table, or the word tab", _FOUND),
        ("--encoding", _encoding, "NAME", "encoding of a table, such as utf-8 or latin-1", _FOUND),
        ("--picture-size", _size, "HxW",
         "size to which the pictures of a folder are converted", "their usual size, or less"),
        ("--max-bytes", _bytes, "BYTES", "size limit of a file, unpacked", "2G"),
    ):  # fmt: skip
        data.add_argument(
            renamed.get(option, option), dest=option[2:].replace("-", "_"), type=kind,
            metavar=metavar, help=f"{what} (default: {usual})",
        )  # fmt: skip
    for option, what, usual in (
        ("--constant", "append a constant input 1, in place of biases",
         "the data set's own; yes for tables"),
        ("--header", "whether the first row of a table contains column names", _FOUND),
    ):  # fmt: skip
        data.add_argument(
            option, action=argparse.BooleanOptionalAction, default=None,
            help=f"{what} (default: {usual})",
        )  # fmt: skip
    for option, what, usual in (
        ("--target", "target column of a table", "target, label, class or y, else the last"),
        ("--inputs", "input columns of a table", "all but row numbers"),
        (
            "--categories",
            "columns that are categories although nearly all cells are numbers",
            "none",
        ),
        ("--also-missing", "texts in a table that stand for a missing value", "only the usual"),
    ):
        data.add_argument(
            option, nargs="+", action="extend",
            metavar="TEXT" if option == "--also-missing" else "COLUMN",
            help=f"{what}; can be repeated (default: {usual})",
        )  # fmt: skip
    for option, choices, what, usual in (
        ("--targets-are", list(TargetKind), "type of the targets of a table", "auto"),
        ("--scaling", list(Scaling), "scaling of numeric inputs",
         "auto: standardised"),
        ("--target-scaling", list(TargetScaling),
         "scaling of regression targets", "auto: what fits σ₂"),
        ("--missing", list(Missing), "what to do with rows with missing values",
         "refuse"),
        ("--decimal", [".", ","], "decimal mark of a table", _FOUND),
    ):  # fmt: skip
        data.add_argument(
            option, choices=[str(each) for each in choices], help=f"{what} (default: {usual})"
        )


def source_of(options: argparse.Namespace, otherwise: str) -> DataRequest:
    """Return a request for what ``--dataset`` names, without other options; or for `otherwise`.

    Raises
    ------
    DatasetError
        If it is neither a data set of the catalogue nor looks like a path.
    """
    name = otherwise if options.dataset is None else options.dataset
    if name not in catalog.NAMES and not looks_like_a_path(name):
        catalog.entry(name)  # says which there are
    return DataRequest(name)


def data_of(options: argparse.Namespace, base: DataRequest) -> DataRequest:
    """Return `base` with everything replaced that the options name.

    Raises
    ------
    DatasetError
        If this data does not have such an option, or not that value of it.
    """
    given = {option: value for option in _FIELDS if (value := getattr(options, option)) is not None}
    if base.source in catalog.NAMES:
        entry = catalog.entry(base.source)
        title, known = (
            entry.title,
            [o for o, field in _FIELDS.items() if field in entry.options.names],
        )
    else:
        title, known = base.source, [o for o, field in _FIELDS.items() if field not in MADE_UP]
    for option in given:
        if option not in known:
            raise RequestError(
                "{option} does not apply to {title}. The options are: {known}.",
                option=flag_of(options, option),
                title=title,
                known=", ".join(flag_of(options, each) for each in known),
            )
    request = plain(DataRequest.of(base, **{_FIELDS[o]: value for o, value in given.items()}))
    sigma2 = getattr(options, "sigma2", None)
    if sigma2 is not None:
        request = fitted(request, Activation(sigma2))
    catalog.shape_of(request)  # refuses what the catalogue does not have
    return request


def flag_of(options: argparse.Namespace, name: str) -> str:
    """Return how an option is typed where these come from."""
    usual = "--" + name.replace("_", "-")
    renamed: Mapping[str, str] = getattr(options, "renamed", NOTHING_RENAMED)
    return renamed.get(usual, usual)
