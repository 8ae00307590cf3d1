"""Weights of other programs: their names and orientation, and no file is believed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import DatasetError
from bpviz.exchange import WEIGHT_FORMATS, export_weights, holds_weights, read_weights
from bpviz.exchange.weights.onnx import write_onnx
from bpviz.exchange.weights.protobuf import field, fields
from bpviz.exchange.weights.safetensors import write_safetensors
from bpviz.network import Activation, Network
from tests.exchange.weights.making_fixtures import FOLDER, W1, W2


def refusal(path: Path) -> str:
    """Return the sentence by which a file is refused."""
    with pytest.raises(DatasetError) as told:
        read_weights(str(path))
    sentence = str(told.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence.removeprefix(str(path))


def safetensors(path: Path, tensors: dict[str, Any], contents: bytes = bytes(160)) -> Path:
    """Write a file with any header: entries by name, or a text."""
    header = tensors if isinstance(tensors, str) else json.dumps(tensors)
    raw = header.encode()
    path.write_bytes(len(raw).to_bytes(8, "little") + raw + contents)
    return path


def entry(shape: list[Any], first: Any, last: Any, dtype: Any = "F64") -> dict[str, Any]:
    return {"dtype": dtype, "shape": shape, "data_offsets": [first, last]}


PAIR = {"0.weight": entry([4, 3], 0, 96), "2.weight": entry([2, 4], 96, 160)}


@pytest.mark.parametrize("suffix", [each.suffix for each in WEIGHT_FORMATS])
@pytest.mark.parametrize("sigma", Activation)
def test_that_what_is_written_is_read_to_the_bit(
    tmp_path: Path, suffix: str, sigma: Activation
) -> None:
    rng = np.random.default_rng(3)
    network = Network(
        rng.normal(size=(6, 5)) * 10.0 ** rng.integers(-308, 300, size=(6, 5)),
        rng.normal(size=(2, 6)), sigma, Activation.TANH,
    )  # fmt: skip
    export_weights(network, tmp_path / f"w{suffix}")
    found = read_weights(str(tmp_path / f"w{suffix}"))
    assert found.network.W1.tobytes() == network.W1.tobytes()
    assert found.network.W2.tobytes() == network.W2.tobytes()
    assert found.remarks == ()
    assert found.activations == (None if suffix == ".csv" else (sigma, Activation.TANH))
    assert holds_weights(tmp_path / f"w{suffix}")
    (tmp_path / f"w{suffix}").rename(tmp_path / "w")  # told by what it holds
    assert (read_weights(str(tmp_path / "w")).network.W1 == network.W1).all()


@pytest.mark.parametrize("sigma", Activation)
def test_that_what_the_libraries_agreed_with_is_written_still(
    tmp_path: Path, sigma: Activation
) -> None:
    for name, write in (
        ("bpviz.safetensors", write_safetensors),
        (f"bpviz-{sigma}.onnx", write_onnx),
    ):
        with open(tmp_path / name, "wb") as stream:
            write(stream, Network(W1, W2, sigma, sigma), {"step": "7"})
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()


SIGMOID, TANH, RELU, SOFTPLUS, IDENTITY = Activation


@pytest.mark.parametrize(
    ("name", "rounded", "activations"),
    [
        ("float64.safetensors", np.float64, None),
        ("float32.safetensors", np.float32, None),
        ("float16.safetensors", np.float16, None),
        ("named.safetensors", np.float64, None),  # in the order of their shapes, not their names
        ("exported.onnx", np.float64, (TANH, SOFTPLUS)),
        ("traced.onnx", np.float32, (TANH, SOFTPLUS)),
        ("columns.onnx", np.float64, (SIGMOID, IDENTITY)),
        ("kernels.onnx", np.float64, (RELU, SIGMOID)),
    ],
)
def test_that_weights_of_pytorch_and_other_exporters_are_read(
    name: str, rounded: Any, activations: Any
) -> None:
    found = read_weights(str(FOLDER / name))
    assert (W1.astype(rounded).astype(np.float64) == found.network.W1).all()
    assert (W2.astype(rounded).astype(np.float64) == found.network.W2).all()
    assert found.activations == activations
    assert holds_weights(FOLDER / name)
    if rounded is np.float64:
        assert found.remarks == ()
    else:
        kind = np.dtype(rounded).name
        assert found.remarks == (
            f"The weights of {name} are {kind}; float64 holds each of them exactly.",
        )


def test_that_bfloat16_is_the_upper_half_of_float32() -> None:
    found = read_weights(str(FOLDER / "bfloat16.safetensors"))
    upper = W1.astype(np.float32).view(np.uint32) + np.uint32(0x7FFF)  # rounded to the nearest
    upper += (W1.astype(np.float32).view(np.uint32) >> 16) & 1
    assert ((upper & 0xFFFF0000).astype(np.uint32).view(np.float32) == found.network.W1).all()
    assert "bfloat16; float64 holds each" in found.remarks[0]


def test_that_numpy_archives_may_have_the_names_of_pytorch_and_keras(tmp_path: Path) -> None:
    path = tmp_path / "w.npz"
    for names, matrices in (
        (("fc2.weight", "fc10.weight"), (W1, W2)),
        (("output.weight", "hidden.weight"), (W2, W1)),
        (("w1", "w2"), (W1, W2)),
        (("dense/kernel:0", "dense_1/kernel:0"), (W1.T, W2.T)),
    ):
        np.savez(path, **dict(zip(names, matrices, strict=True)))
        found = read_weights(str(path))
        assert (found.network.W1 == W1).all()
        assert (found.network.W2 == W2).all()
        assert [("transposed" in remark) for remark in found.remarks] == (
            [True] if "kernel" in names[0] else []
        )
        assert holds_weights(path)
    wide = {"w": W1.astype(np.longdouble) / 3, "v": np.arange(8).reshape(2, 4) + 2**53 + 1}
    np.savez(path, W1=wide["w"], W2=wide["v"])
    assert [remark.split("are ")[1] for remark in read_weights(str(path)).remarks] == [
        f"{np.dtype(np.longdouble).name}; each was rounded to float64.",
        "int64; each was rounded to float64.",
    ]


@pytest.mark.parametrize(
    ("change", "encoding"),
    [
        (lambda text: text, "utf-8-sig"),
        (lambda text: text.replace(",", ";").replace(".", ",").replace("\n", "\r\n"), "utf-8"),
        (lambda text: text.replace(",", "\t").replace(".", ",").replace("e", "E"), "utf-16"),
        (lambda text: text.replace("matrix", '"matrix"').replace("W1", '"W1"') + "\n", "utf-8"),
    ],
)
def test_that_a_table_may_have_been_saved_by_a_spreadsheet(
    tmp_path: Path, change: Callable[[str], str], encoding: str
) -> None:
    path = tmp_path / "w.csv"
    export_weights(Network(W1, W2), path)
    path.write_bytes(change(path.read_text()).encode(encoding))
    found = read_weights(str(path)).network
    assert (found.W1 == W1).all()
    assert (found.W2 == W2).all()
    assert holds_weights(path)


TABLE = "matrix,row,0,1\nW1,0,1,2\nW1,1,3,4\nW2,0,5,6\n"


@pytest.mark.parametrize(
    ("name", "contents", "words"),
    [
        ("w.csv", TABLE[:-1], "may be cut off: its last line has no end"),
        ("w.csv", TABLE.replace("W1,1", "W1,2"), "has not every row of W1, counted from 0"),
        ("w.csv", TABLE.replace("W1,1", "W1,0"), "does not begin with W1 or W2 and a new row"),
        ("w.csv", TABLE.replace("W1,1", "b1,0"), "does not begin with W1 or W2 and a new row"),
        ("w.csv", TABLE.replace("4", "1_0"), "has '1_0', which is no number"),
        ("w.csv", TABLE.replace(",4", ""), "have different lengths"),
        ("w.csv", TABLE.replace("4", "nan"), "W1[1, 1] of "),
        ("w.csv", TABLE.replace("4", "1e999"), "is inf. Use finite weights"),
        ("w.csv", TABLE.replace("W2,0,5,6\n", ""), "has not every row of W2"),
        ("w.csv", "a,b\n1,2\n", "is no table of weights"),
        ("w.csv", b"\xff\xff\xff", "is no table of weights"),
        ("w.csv", b"", "is empty. Choose a file of weights"),
        ("w.onnx", b"", "is empty"),
        ("w.onnx", b"hello", "cannot be read as an ONNX model"),
        ("w.bin", b"\x80\x04\x95", "is pickled, and such files are never opened"),
        ("w.pkl", b"(dp0\n", "Save the weights with safetensors.torch.save_file"),
        ("w.npy", b"\x93NUMPY", "is a single array. Save both matrices with numpy.savez"),
        ("w.h5", b"\x89HDF\r\n", "is a Keras or HDF5 file"),
        ("w.safetensors", b"\1\2\3", "its header is cut off or too long"),
        ("w.safetensors", b"\xff" * 8 + b"{", "its header is cut off or too long"),
        ("w.safetensors", (8).to_bytes(8, "little") + b"[" * 8, "its header is no JSON"),
        ("w.safetensors", (2).to_bytes(8, "little") + b"[]", "its header is no list of tensors"),
        ("w.safetensors", (2).to_bytes(8, "little") + b"{}", "it has no tensors"),
    ],
)
def test_that_what_is_no_file_of_weights_is_one_sentence(
    tmp_path: Path, name: str, contents: str | bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(contents.encode() if isinstance(contents, str) else contents)
    assert words in refusal(path)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("[" * 100_000, "its header is no JSON"),
        ('{"a":' * 100_000, "its header is no JSON"),
        ('{"a":1,"a":2}', "its header is no JSON"),
        ('{"a":' + "9" * 5000 + "}", "its header is no JSON"),
        ({"a": 1}, "the entry of a is none"),
        ({"a": {"dtype": "F64", "shape": [1]}}, "the entry of a is none"),
        ({**PAIR, "2.weight": entry([2, 4], 90, 154)}, "the numbers of 2.weight are not where"),
        ({**PAIR, "2.weight": entry([2, 4], 96, 10**9)}, "the numbers of 2.weight are not where"),
        ({**PAIR, "2.weight": entry([2, 4], 96, 2**70)}, "the entry of 2.weight is none"),
        ({**PAIR, "2.weight": entry([2, 4], 96, 159)}, "it does not end behind its numbers"),
        ({**PAIR, "2.weight": entry([4, 4], 96, 160)}, "the numbers of 2.weight are not where"),
        ({**PAIR, "2.weight": entry([2, -4], 96, 160)}, "the entry of 2.weight is none"),
        ({**PAIR, "2.weight": entry([2, True], 96, 160)}, "the entry of 2.weight is none"),
        ({**PAIR, "2.weight": entry([2, 4.0], 96, 160)}, "the entry of 2.weight is none"),
        ({**PAIR, "2.weight": entry([8], 96, 160)}, "has the shape (8,). Use a matrix"),
        ({**PAIR, "2.weight": entry([64], 96, 160, "F8_E4M3")}, "values of type F8_E4M3"),
        ({**PAIR, "2.weight": entry([8], 96, 160, [])}, "values of type []. Use real numbers"),
        ({"0.weight": entry([20], 0, 160)}, "has a single matrix of weights (0.weight)"),
        ({"w": entry([20], 0, 160)}, "has no array W1, but w. Save the matrices as W1 and W2"),
        ({"0.weight": entry([3, 4], 0, 96), "2.weight": entry([4, 2], 96, 160)},
         "They fit if both are transposed. Save W1.T and W2.T."),
        ({"0.weight": entry([5, 2], 0, 80), "2.weight": entry([2, 5], 80, 160),
          "4.weight": entry([5, 0], 160, 160)}, "has 3 matrices of weights"),
        ({"0.weight": entry([5000, 0], 0, 0), "2.weight": entry([20], 0, 160)}, "Use a matrix"),
    ],
)  # fmt: skip
def test_that_a_hostile_header_of_safetensors_is_one_sentence(
    tmp_path: Path, header: Any, words: str
) -> None:
    assert words in refusal(safetensors(tmp_path / "w.safetensors", header))


def test_that_biases_and_other_networks_are_refused_by_what_they_have() -> None:
    for name, words in (
        ("biases.safetensors", "has biases (0.bias, 2.bias), and a network here has none: a const"),
        ("biases.onnx", "has biases (0.bias), and a network here has none"),
        ("softmax.onnx", "(it has the operation Softmax)"),
        ("pickled.pt", "never opened, because they could run arbitrary code. Save the weights"),
    ):
        assert words in refusal(FOLDER / name)
        assert holds_weights(FOLDER / name)  # so that a drop of it is told the same


def test_that_bytes_which_announce_too_much_are_damaged(tmp_path: Path) -> None:
    path = tmp_path / "w.onnx"
    whole = (FOLDER / "bpviz-tanh.onnx").read_bytes()
    matrix = field(8, "A") + field(2, 11) + field(9, W1.tobytes())
    for contents in (
        field(1, 8) * 20_000,  # more fields than any model has
        b"\xff" * 20,  # a number without an end
        b"\x3a\xff\xff\xff\xff\xff\xff\xff\xff\x7f",  # a graph of 2**63 bytes
        b"\x0b",  # a kind of field that is none
        field(7, b"") * 2,  # two graphs
        whole.replace(b"\x08\x04\x08\x03", b"\x08\x04\x08\x04"),  # other sides than numbers
        field(7, field(5, field(1, 2**62) * 40 + matrix)),
        field(7, field(1, field(1, "x") + field(4, "Relu")) + field(11, field(1, "x"))),
    ):
        path.write_bytes(contents)
        assert refusal(path).startswith((" cannot be read as an ONNX model", " is no network"))
    # Numbers may be elsewhere, or of a kind that is none.
    head = field(1, 4) + field(1, 3) + field(2, 11) + field(8, "W1")
    for instead, words in (
        (field(13, field(1, "location") + field(2, "/etc/passwd")) + field(14, 1), "of their own"),
        (field(2, 8), "contains values of type ONNX 8. Use real numbers"),
    ):
        changed = _with_constant(whole, head + field(9, W1.tobytes()), head + instead)
        assert changed is not None
        path.write_bytes(changed)
        assert words in refusal(path)


def _with_constant(model: bytes, before: bytes, after: bytes) -> bytes | None:
    """Return a model with another constant in its graph; None if it has not the one before."""
    graph: Any = dict(fields(memoryview(model)))[7]
    if before not in bytes(graph):
        return None
    parts = b""
    for number, value in fields(graph):
        kept = value if isinstance(value, int) else bytes(value)
        parts += field(number, after if value == before else kept)
    return field(7, parts)


def test_that_a_graph_that_computes_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.onnx"
    whole = (FOLDER / "bpviz-tanh.onnx").read_bytes()
    for before, after, words in (
        (b"Tanh", b"Sinh", "it has the operation Sinh"),
        (b"Tanh", b"Sqrt", "it has the operation Sqrt"),
        (b"Tanh", b"Relu", None),  # it is another network of this kind, and read
        (b"Tanh", b"Neg ", "it has the operation Neg"),
        (b"\x12\x05batch", b"\x12\x05catch", None),
        (field(5, field(1, "transB") + field(3, 1) + field(20, 2)),
         field(5, field(1, "transA") + field(3, 1) + field(20, 2)), "it has the operation Gemm"),
        (field(5, field(1, "transB") + field(3, 1) + field(20, 2)),
         field(5, field(1, "transB") + field(3, 0) + field(20, 2)), "They fit if both are trans"),
        (b"\x0a\x02z1", b"\x0a\x02W1", "it has not two layers"),
    ):  # fmt: skip
        assert before in whole
        path.write_bytes(whole.replace(before, after))
        if words is None:
            read_weights(str(path))
        else:
            assert words in refusal(path)
    third = b"".join(field(1, name) for name in ("f", "W2")) + field(2, "g") + field(4, "Gemm")
    graph: Any = dict(fields(memoryview(whole)))[7]
    path.write_bytes(field(7, bytes(graph) + field(1, third)))
    assert "it has more than two layers" in refusal(path)


def test_that_each_flipped_byte_and_each_cut_gives_one_sentence_or_the_weights(
    tmp_path: Path,
) -> None:
    one, two = W1[:2, :3], W2[:1, :2]
    network = Network(one, two, "softplus", "tanh")
    for suffix in (each.suffix for each in WEIGHT_FORMATS):
        path = tmp_path / f"w{suffix}"
        export_weights(network, path)
        whole = path.read_bytes()
        step = 5 if suffix == ".npz" else 1  # which has checksums, and takes longest
        for at in range(0, len(whole), step):
            for flip in (1, 0x80, 0):
                bad = bytearray(whole)
                bad[at] ^= flip
                path.write_bytes(bad if flip else whole[:at])
                found, sentence = None, "."
                try:
                    found = read_weights(str(path)).network
                except DatasetError as error:
                    sentence = str(error)
                assert sentence.endswith(".")
                assert "\n" not in sentence
                if found is None or (suffix == ".csv" and not flip and whole[at - 1] == ord("\n")):
                    continue  # at the end of a line, a table of fewer rows ends as well
                # No format but NPZ has checksums: of the numbers one may have become another.
                changed = (one != found.W1).sum() + (two != found.W2).sum()
                assert changed <= (0 if suffix == ".npz" or not flip else 1), (suffix, at, flip)
                assert np.isfinite(found.W1).all()
                assert np.isfinite(found.W2).all()
