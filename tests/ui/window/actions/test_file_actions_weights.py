"""A run from weights of one's own: by menu, palette and drop, through Setup and back to drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from bpviz.datasets import DataRequest, catalog
from bpviz.exchange import WEIGHT_FORMATS, export_weights, read_weights
from bpviz.network import Network
from bpviz.training.commands import NewRun
from bpviz.training.settings import Settings
from bpviz.training.start_weights import StartWeights
from bpviz.ui.window.open_data.import_dialog import ImportDialog
from tests.ui.conftest import Stage


@pytest.fixture
def weights(tmp_path: Path) -> str:
    rng = np.random.default_rng(0)
    path = tmp_path / "weights.npz"
    np.savez(path, W1=rng.normal(size=(5, 784)), W2=rng.normal(size=(10, 5)))
    return str(path)


def choose_file(stage: Stage, path: str) -> None:
    stage.child("action_new_from_weights").trigger()
    asking = stage.window.findChild(QFileDialog)
    assert isinstance(asking, QFileDialog)
    stage.qtbot.waitUntil(asking.isVisible)
    assert all(f"*{each.suffix}" in asking.nameFilters()[0] for each in WEIGHT_FORMATS)
    asking.fileSelected.emit(path)
    asking.reject()


def drop(stage: Stage, path: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    event = QDropEvent(
        QPointF(QPoint(300, 300)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(stage.window.windowHandle(), event)


def begun(stage: Stage, count: int = 1) -> StartWeights:
    """Wait for so many new runs, and return the start weights of the last."""
    stage.qtbot.waitUntil(lambda: len(stage.new_runs()) == count)
    found = stage.new_runs()[-1].weights
    assert found is not None
    return found


def note(stage: Stage) -> str:
    label = stage.child("setup_weights")
    return str(label.text()) if label.isVisibleTo(stage.window) else ""


def test_that_a_file_of_weights_begins_a_run_which_setup_names_until_it_draws_again(
    stage: Stage, weights: str
) -> None:
    initializer = stage.child("initializer_edit")
    choose_file(stage, weights)
    own = begun(stage)
    settings = Settings(n_hidden=5)  # l comes with the weights, and the data stays
    assert stage.new_runs() == [NewRun(DataRequest("mnist"), settings, weights=own)]
    assert (own.source, own.network.W1.shape) == (weights, (5, 784))
    assert stage.child("hidden_size_edit").value() == 5
    assert initializer.currentText() == "weights.npz"
    assert "Start weights: weights.npz" in note(stage)
    assert stage.window.last_weights() == weights
    # What has no say in them keeps them: they are a network's of any σ, and the seed draws pairs.
    for at, (editor, value) in enumerate((("sigma1_edit", "tanh"), ("order_edit", "shuffled")), 2):
        box = stage.child(editor)
        box.setCurrentIndex(box.findData(value))
        assert begun(stage, at) is own
    stage.child("seed_edit").setValue(4)
    assert begun(stage, 4) is own
    assert stage.window.messages.message() == ""
    # A hidden size or data set that they cannot fit draws them again, and says so.
    stage.child("hidden_size_edit").setValue(6)
    last = stage.new_runs()[-1]
    assert (last.weights, last.settings.n_hidden, last.settings.seed) == (None, 6, 4)
    assert "those of weights.npz (l = 5, n = 784, d = 10)" in stage.window.messages.message()
    assert (note(stage), stage.window.last_weights()) == ("", "")
    assert initializer.currentData() == "normal"
    assert initializer.findText("weights.npz") < 0
    stage.request.start_from(own)
    box = stage.child("dataset_edit")
    box.setCurrentIndex(box.findData("moons"))
    assert stage.new_runs()[-1].weights is None
    assert "those of weights.npz (l = 5" in stage.window.messages.message()
    # So does an initializer, which needs no words.
    stage.request.choose(DataRequest("mnist"))
    stage.request.start_from(own)
    assert initializer.currentText() == "weights.npz"
    stage.child("hidden_size_edit").setValue(5)  # is that already
    initializer.setCurrentIndex(initializer.findData("he"))
    last = stage.new_runs()[-1]
    assert (last.weights, last.settings.initializer, last.settings.n_hidden) == (None, "he", 5)


def test_that_setup_shows_the_start_weights_of_the_run_that_is_really_there(
    stage: Stage, weights: str
) -> None:
    choose_file(stage, weights)
    own = begun(stage)
    asked = len(stage.mailbox.posted)
    before = Settings()
    stage.offer(acknowledged=asked, settings=before)  # refused: they did not fit
    assert (stage.request.weights, stage.request.settings) == (None, before)
    assert note(stage) == ""
    stage.offer(acknowledged=asked, settings=before.replace(n_hidden=5), start_weights=own, run=2)
    assert stage.request.weights is own  # one returned to that run
    assert "weights.npz" in note(stage)


def test_that_data_with_a_constant_input_more_does_not_keep_weights_and_other_noise_does(
    stage: Stage,
) -> None:
    stage.request.choose(DataRequest("moons"))
    rng = np.random.default_rng(0)
    request = stage.request
    shape = catalog.shape_of(request.data)
    assert shape is not None
    n, d = shape.n_inputs, shape.n_outputs
    own = StartWeights("/w.npz", Network(rng.normal(size=(3, n)), rng.normal(size=(d, 3))))
    request.start_from(own)
    request.change_data(noise=0.3)
    assert stage.new_runs()[-1].weights is own
    request.start(reload=True)
    assert stage.new_runs()[-1].weights is own
    request.change_data(constant=not catalog.entry("moons").options.constant)
    assert stage.new_runs()[-1].weights is None


def test_that_a_dropped_file_of_weights_is_one_and_one_of_data_is_imported(
    stage: Stage, weights: str, tmp_path: Path
) -> None:
    drop(stage, weights)
    own = begun(stage)
    assert own.name == "weights.npz"
    X, y = np.arange(24.0).reshape(12, 2), np.arange(12) % 2
    np.savez(tmp_path / "both.npz", X=X, y=y, W1=own.network.W1, W2=own.network.W2)
    drop(stage, str(tmp_path / "both.npz"))
    there = stage.window.findChildren
    stage.qtbot.waitUntil(lambda: any(d.isVisible() for d in there(ImportDialog)))
    next(d for d in there(ImportDialog) if d.isVisible()).reject()
    assert len(stage.new_runs()) == 1


def test_that_a_file_of_pytorch_brings_l_and_one_that_names_them_its_activations(
    stage: Stage, tmp_path: Path, weights: str
) -> None:
    net = read_weights(weights).network
    path = tmp_path / "weights.safetensors"
    export_weights(Network(net.W1, net.W2, "tanh", "softplus"), path)
    choose_file(stage, str(path))
    own = begun(stage)
    assert (own.network.W1 == net.W1).all()
    last = stage.new_runs()[-1].settings
    assert (last.n_hidden, last.sigma1, last.sigma2) == (5, "tanh", "softplus")
    assert stage.window.messages.message() == ""
    path = tmp_path / "single.npz"
    pair = {"0.weight": net.W1.astype(np.float32), "2.weight": net.W2.astype(np.float32)}
    np.savez(path, **pair)
    drop(stage, str(path))
    begun(stage, 2)
    assert "single.npz are float32; float64 holds" in stage.window.messages.message()


def test_that_a_file_that_holds_no_weights_is_one_sentence_and_the_run_stays(
    stage: Stage, tmp_path: Path, weights: str
) -> None:
    np.savez(tmp_path / "biases.npz", W1=np.ones((5, 784)), W2=np.ones((10, 5)), b1=np.ones(5))
    np.savez(tmp_path / "data.npz", X=np.ones((4, 2)), y=np.ones(4))
    for path, words in (
        ("data.npz", "has no array W1, but X, y"),
        ("biases.npz", "has biases (b1)"),
    ):
        choose_file(stage, str(tmp_path / path))
        stage.qtbot.waitUntil(lambda words=words: words in stage.window.messages.message())
    assert stage.new_runs() == []
    stage.window.commands.open()
    found = stage.window.commands.find("weights from")
    assert found[0].key == "action_new_from_weights"
    choose_file(stage, weights)
    begun(stage)
    assert stage.window.messages.message() == ""
