"""What the panels of weights draw."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.network import Network
from bpviz.ui.panels.weights.panel import WeightsPanel
from tests.ui.frames import make_frame, make_network
from tests.ui.panels.weights.making import choose, float32


def test_that_the_panels_have_their_names(panel: WeightsPanel) -> None:
    assert panel.objectName() == f"weights{panel.matrix[1]}_panel"
    assert ("W₁" if panel.matrix == "W1" else "W₂") in panel.title()


def test_that_the_image_is_the_float32_of_the_shown_quantity(
    panel: WeightsPanel, qtbot: QtBot
) -> None:
    frame = make_frame(step=5)
    number = panel.matrix[1]
    assert frame.preview is not None
    assert frame.last_change is not None
    expected = {
        "W": getattr(frame.network, panel.matrix),
        "G": getattr(frame.preview, f"grad_{panel.matrix}"),
        "dW": frame.last_change.W1() if number == "1" else frame.last_change.W2(),
    }
    panel.show_frame(frame)
    for quantity in ("W", "G", "dW", "W"):
        choose(panel, quantity, qtbot)
        assert panel.image_item.image.dtype == np.float32
        assert np.array_equal(panel.image_item.image, float32(expected[quantity]))


def test_that_before_the_first_step_there_is_no_change(panel: WeightsPanel, qtbot: QtBot) -> None:
    panel.show_frame(make_frame(step=0))
    choose(panel, "dW", qtbot)
    assert np.isnan(panel.image_item.image).all()
    assert panel.head.caption.text() == "no step has been done yet"
    assert "‖" not in panel.head.title.text()


def test_that_gradient_products_are_made_only_when_shown(panel: WeightsPanel, qtbot: QtBot) -> None:
    frame = make_frame()
    panel.show_frame(frame)
    name = f"grad_{panel.matrix}"
    assert name not in vars(frame.preview)
    choose(panel, "G", qtbot)
    assert name in vars(frame.preview)


def test_that_it_draws_the_network_while_data_is_loading(panel: WeightsPanel, qtbot: QtBot) -> None:
    frame = make_frame(dataset_loaded=False)
    for quantity in ("G", "dW", "W"):
        choose(panel, quantity, qtbot)
        panel.show_frame(frame)
    assert np.array_equal(panel.image_item.image, float32(getattr(frame.network, panel.matrix)))


def test_that_the_caption_says_whose_numbers_these_are(panel: WeightsPanel, qtbot: QtBot) -> None:
    caption = panel.findChild(QWidget, f"weights{panel.matrix[1]}_caption")
    title = panel.findChild(QWidget, f"weights{panel.matrix[1]}_title")
    assert caption is not None
    assert title is not None
    panel.show_frame(make_frame(step=48211, sample=7))
    assert "48\u202f211" in caption.text()
    assert f"‖{panel.symbol}‖" in title.text()
    choose(panel, "G", qtbot)
    assert "sample 7" in caption.text()
    assert f"∂{panel.symbol}" in title.text()
    choose(panel, "dW", qtbot)
    assert "48\u202f210" in caption.text()
    assert f"Δ{panel.symbol}" in title.text()


def test_that_every_quantity_keeps_a_symmetric_scale_of_its_own(
    panel: WeightsPanel, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(step=3))
    seen = {}
    for quantity in ("W", "G", "dW"):
        choose(panel, quantity, qtbot)
        low, high = panel.image_item.levels
        assert low == -high < 0
        assert np.abs(panel.image_item.image).max() <= high
        seen[quantity] = high
    assert len(set(seen.values())) == 3
    choose(panel, "W", qtbot)
    assert panel.image_item.levels[1] == seen["W"]


def test_that_the_scale_is_kept_while_a_run_goes_on_until_somebody_fits_it(
    panel: WeightsPanel,
) -> None:
    network = make_network(784, 8, 10)
    large = Network(40 * network.W1, 40 * network.W2, network.sigma1, network.sigma2)
    panel.show_frame(make_frame(network=large))
    limit = panel.image_item.levels[1]
    panel.show_frame(make_frame(step=1, network=network))
    assert panel.image_item.levels[1] == limit
    panel.view.fit_wanted.emit()
    assert panel.image_item.levels[1] < limit / 10


def test_that_a_quantity_chosen_again_is_fitted_to_what_it_is_now(
    panel: WeightsPanel, qtbot: QtBot
) -> None:
    network = make_network(784, 8, 10)
    large = Network(40 * network.W1, 40 * network.W2, network.sigma1, network.sigma2)
    panel.show_frame(make_frame(network=large))
    limit = panel.image_item.levels[1]
    panel.show_frame(make_frame(step=1, network=network))
    for quantity in ("G", "W"):
        choose(panel, quantity, qtbot)
    assert panel.image_item.levels[1] < limit / 10
