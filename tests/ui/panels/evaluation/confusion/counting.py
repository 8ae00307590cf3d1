"""Three classes, one of which never occurs."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint

from bpviz.ui.panels.evaluation.confusion.matrix import ConfusionMatrix

NAMES = ("cat", "dog", "owl")

COUNTS = np.array([[5, 2, 0], [1, 7, 0], [0, 0, 0]])


def middle(matrix: ConfusionMatrix, spot: tuple[int, int]) -> QPoint:
    return matrix.layout_now().cell(*spot).center().toPoint()
