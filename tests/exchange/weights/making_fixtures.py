"""Makes the files in `fixtures`, with the libraries that people save weights with.

    python -m tests.exchange.weights.making_fixtures

needs torch, onnx, onnxscript, safetensors and pandas; `fixtures/versions.txt` has those that it was
run with last.  The files are what tests compare with where these are not installed.
"""

from __future__ import annotations

import importlib.metadata
import json
from pathlib import Path
from typing import Any

import numpy as np

FOLDER = Path(__file__).parent / "fixtures"
LIBRARIES = ("torch", "onnx", "onnxscript", "onnxruntime", "safetensors", "pandas", "numpy")

W1 = np.random.default_rng(7).normal(size=(4, 3))
W2 = np.random.default_rng(8).normal(size=(2, 4))
ROUGH = {"float32": np.float32, "float16": np.float16}


def model(dtype: Any, *, bias: bool = False) -> Any:
    """Return the network with tanh and softplus, in PyTorch."""
    import torch
    from torch import nn

    made = nn.Sequential(
        nn.Linear(3, 4, bias=bias), nn.Tanh(), nn.Linear(4, 2, bias=bias), nn.Softplus()
    ).to(dtype)
    with torch.no_grad():
        made[0].weight.copy_(torch.tensor(W1))
        made[2].weight.copy_(torch.tensor(W2))
    return made


def from_pytorch() -> None:
    import onnx
    import torch
    from safetensors.torch import save_file

    for name in ("float64", "float32", "float16", "bfloat16"):
        save_file(model(getattr(torch, name)).state_dict(), FOLDER / f"{name}.safetensors")
    save_file(model(torch.float64, bias=True).state_dict(), FOLDER / "biases.safetensors")
    named = {"encoder.weight": torch.tensor(W1), "decoder.weight": torch.tensor(W2)}
    save_file(named, FOLDER / "named.safetensors")
    x = torch.zeros(1, 3, dtype=torch.float64)
    torch.onnx.export(
        model(torch.float64), (x,), FOLDER / "exported.onnx", dynamo=True, external_data=False
    )
    made = onnx.load(FOLDER / "exported.onnx")
    for part in (made.graph, *made.graph.node):  # which hold paths of this machine
        del part.metadata_props[:]
    onnx.save(made, FOLDER / "exported.onnx")
    torch.onnx.export(
        model(torch.float32), (x.float(),), FOLDER / "traced.onnx", dynamo=False,
        input_names=["x"], dynamic_axes={"x": {0: "batch"}},
    )  # fmt: skip
    torch.onnx.export(model(torch.float64, bias=True), (x,), FOLDER / "biases.onnx", dynamo=False)
    torch.save(model(torch.float64).state_dict(), FOLDER / "pickled.pt")


def from_onnx() -> None:
    """Write graphs as other exporters make them."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    def write(name: str, nodes: list[Any], constants: dict[str, Any], rows: bool = True) -> None:
        ends = [
            helper.make_tensor_value_info(
                end, TensorProto.DOUBLE, [None, side] if rows else [side, None]
            )
            for end, side in (("x", 3), ("f", 2))
        ]
        tensors = [numpy_helper.from_array(array, each) for each, array in constants.items()]
        graph = helper.make_graph(nodes, "g", ends[:1], ends[1:], tensors)
        opset = helper.make_opsetid("", 17)
        made = helper.make_model(graph, opset_imports=[opset], ir_version=9)
        onnx.checker.check_model(made)
        (FOLDER / name).write_bytes(made.SerializeToString())

    node = helper.make_node
    write(  # columns of samples, sigmoid by hand
        "columns.onnx",
        [
            node("MatMul", ["A", "x"], ["z1"]), node("Neg", ["z1"], ["m"]),
            node("Exp", ["m"], ["e"]), node("Add", ["e", "one"], ["s"]),
            node("Div", ["one", "s"], ["h"]), node("MatMul", ["B", "h"], ["f"]),
        ],
        {"A": W1, "B": W2, "one": np.array(1.0)},
        rows=False,
    )  # fmt: skip
    write(  # kernels as Keras has them, of which one is a node and one is turned on the way
        "kernels.onnx",
        [
            node("Constant", [], ["A"], value=numpy_helper.from_array(W1.T.copy())),
            node("MatMul", ["x", "A"], ["z1"]), node("Relu", ["z1"], ["h"]),
            node("Transpose", ["B"], ["BT"], perm=[1, 0]),
            node("MatMul", ["h", "BT"], ["z2"]), node("Sigmoid", ["z2"], ["f"]),
        ],
        {"B": W2},
    )  # fmt: skip
    write(
        "softmax.onnx",
        [node("Gemm", ["x", "A"], ["z1"], transB=1), node("Relu", ["z1"], ["h"]),
         node("Gemm", ["h", "B"], ["z2"], transB=1), node("Softmax", ["z2"], ["f"])],
        {"A": W1, "B": W2},
    )  # fmt: skip


def from_bpviz() -> None:
    """Write what bpviz writes, and have the libraries agree with it before it is kept."""
    import onnx
    import onnxruntime
    from safetensors.numpy import load

    from bpviz.exchange.weights.onnx import write_onnx
    from bpviz.exchange.weights.safetensors import write_safetensors
    from bpviz.network import Activation, Network, predict

    X = np.random.default_rng(9).normal(size=(5, 3))
    for sigma in Activation:
        network = Network(W1, W2, sigma, sigma)
        path = FOLDER / f"bpviz-{sigma}.onnx"
        with open(path, "wb") as stream:
            write_onnx(stream, network, {"step": "7"})
        onnx.checker.check_model(onnx.load(path), full_check=True)
        run = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
        assert abs(run.run(None, {"x": X})[0] - predict(network, X)).max() < 1e-14
    path = FOLDER / "bpviz.safetensors"
    with open(path, "wb") as stream:
        write_safetensors(stream, Network(W1, W2), {"step": "7"})
    tensors = load(path.read_bytes())
    assert tensors["0.weight"].tobytes() == W1.tobytes()
    assert tensors["2.weight"].tobytes() == W2.tobytes()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    from_pytorch()
    from_onnx()
    from_bpviz()
    versions = {name: importlib.metadata.version(name) for name in LIBRARIES}
    (FOLDER / "versions.txt").write_text(json.dumps(versions, indent=2) + "\n")


if __name__ == "__main__":
    main()
