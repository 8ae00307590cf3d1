"""The theme in force: who has its colours, and when."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from bpviz.ui.core.theme import (
    DARK,
    LIGHT,
    MUTED,
    WARNING,
    Theme,
    current_theme,
    theme_changed,
)
from bpviz.ui.kit.heatmap.items import as_image
from bpviz.ui.kit.heatmap.view import Heatmap
from tests.ui.themes import use_theme


class Listener(QWidget):
    """Notes what it and its label look like when it is told of another theme."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel("g", self)
        self.label.setForegroundRole(MUTED)
        self.seen: list[tuple[Theme, str, str]] = []
        theme_changed.connect(self.look)

    def look(self) -> None:
        ink = self.label.palette().color(self.label.foregroundRole()).name()
        self.seen.append((current_theme(), self.palette().window().color().name(), ink))


def test_that_whoever_is_told_has_the_palette_already_shown_or_not(qtbot: Any) -> None:
    shown, hidden = Listener(), Listener()
    for each in (shown, hidden):
        qtbot.addWidget(each)
    shown.show()
    use_theme(DARK)
    use_theme(DARK)  # nothing new
    use_theme(LIGHT)
    for each in (shown, hidden):
        assert each.seen == [(t, t.window, t.muted) for t in (DARK, LIGHT)]


def test_that_nobody_is_told_who_is_gone(qtbot: Any) -> None:
    gone = Listener()
    gone.deleteLater()
    QApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)
    use_theme(DARK)
    assert gone.seen == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("rich", [False, True])
def test_that_a_label_is_written_in_the_colour_of_its_role(
    qtbot: Any, theme: Theme, rich: bool
) -> None:
    label = QLabel("<b>███</b>" if rich else "███")
    qtbot.addWidget(label)
    for role, colour in ((MUTED, theme.muted), (WARNING, theme.warning)):
        label.setForegroundRole(role)
        use_theme(DARK if theme is LIGHT else LIGHT)
        use_theme(theme)
        image = label.grab().toImage()
        ink = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
        assert colour in ink
        assert theme.text not in ink


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_that_the_palette_of_the_application_is_the_theme(qapp: Any, theme: Theme) -> None:
    use_theme(theme)
    assert current_theme() is theme
    roles = QPalette.ColorRole
    for role, colour in ((roles.Window, theme.window), (roles.WindowText, theme.text)):
        assert QApplication.palette().color(role) == QColor(colour)


def test_that_a_test_finds_the_light_theme_whatever_came_before(qapp: Any) -> None:
    assert current_theme() is LIGHT
    assert QApplication.palette().window().color().name() == LIGHT.window


WEIGHTS = {
    "as they begin": lambda rng: rng.normal(size=4000) / 3.7,
    "trained, most of them small": lambda rng: rng.normal(size=4000) ** 3 / 45,
    "of any size alike": lambda rng: rng.uniform(-1, 1, size=4000),
    "beside one large one": lambda rng: rng.normal(size=4000) / 15,
}


def lightness(pixels: Any) -> Any:
    """CIE L*, 0 … 100, of sRGB pixels 0xAARRGGBB."""
    parts = np.stack([pixels >> 16 & 255, pixels >> 8 & 255, pixels & 255], -1) / 255.0
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    Y = linear @ [0.2126, 0.7152, 0.0722]
    return np.where(Y > 216 / 24389, 116 * np.cbrt(Y) - 16, Y * 24389 / 27)


@pytest.mark.parametrize("weights", WEIGHTS.values(), ids=WEIGHTS.keys())
def test_that_pictures_of_weights_have_the_same_contrast_in_both_themes(
    qtbot: Any, weights: Any
) -> None:
    values = np.clip(weights(np.random.default_rng(7)), -1.0, 1.0).reshape(40, 100)
    heatmap = Heatmap("weights")
    qtbot.addWidget(heatmap)
    heatmap.resize(700, 400)
    heatmap.show()
    contrasts = []
    for theme in (LIGHT, DARK):
        use_theme(theme)
        heatmap.set_matrix(values, as_image(values), 1.0)
        QApplication.processEvents()
        drawn = heatmap.plot.mapFromScene(heatmap.box.sceneBoundingRect()).boundingRect()
        picture = heatmap.plot.grab(drawn.adjusted(2, 2, -2, -2)).toImage()
        picture = picture.convertToFormat(QImage.Format.Format_RGB32)
        contrasts.append(lightness(np.frombuffer(picture.constBits(), np.uint32)).std())
    assert contrasts[0] == pytest.approx(contrasts[1], rel=0.1)
    assert min(contrasts) > 2


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_that_a_signed_colour_says_size_by_lightness_and_sign_by_hue(theme: Theme) -> None:
    table = theme.signed.getLookupTable(0.0, 1.0, 257)[:, :3].astype(int)
    light = lightness(table[:, 0] << 16 | table[:, 1] << 8 | table[:, 2])
    away = np.abs(light - light[128])
    for side in (away[128:], away[128::-1]):
        assert (np.diff(side) > -0.2).all()
    far = np.abs(np.arange(257) - 128) > 12
    bluer = table[:, 2] > table[:, 0]
    assert bluer[:128][far[:128]].all()
    assert not bluer[129:][far[129:]].any()
