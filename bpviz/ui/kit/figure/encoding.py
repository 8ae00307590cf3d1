"""A page, or any widget that is visible, as the bytes of an SVG, a PDF or a picture of pixels."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMarginsF,
    QMessageLogContext,
    QRectF,
    QSize,
    QSizeF,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.figure_mode import figure_painted
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.figure import svg
from bpviz.ui.kit.figure.page import FigurePage, Words
from bpviz.ui.kit.figure.painting import paint_widget

UNIT = 96
"""Units of a figure in an inch, as CSS has them."""

MOST_PIXELS = 16_384
"""Pixels of a side of a picture."""


class Format(StrEnum):
    """The formats of a figure; the value is the ending of its file's name."""

    SVG = "svg"
    PDF = "pdf"
    PNG = "png"
    JPG = "jpg"

    @property
    def vector(self) -> bool:
        """Whether lines stay lines, however large it is shown."""
        return self in (Format.SVG, Format.PDF)


def encoded(page: FigurePage, kind: Format, dpi: float = UNIT) -> bytes:
    """Return the figure in a format; `dpi` counts where it has pixels.

    Raises
    ------
    ValueError
        If it would have more pixels than a picture can have.
    """
    return encoded_widget(page, page.asked, kind, page.words, dpi, page.left_out)


def encoded_widget(
    widget: QWidget,
    size: QSize,
    kind: Format,
    words: Words,
    dpi: float = UNIT,
    without: Collection[QWidget] = (),
) -> bytes:
    """Return what a visible widget shows, drawn as large as `size` in units of 1/96 inch."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if kind.vector:
        resolution = widget.logicalDpiY()  # letters are as large as those that were laid out
        device: QSvgGenerator | QPdfWriter = (
            _svg(buffer, size, resolution)
            if kind is Format.SVG
            else _pdf(buffer, size, resolution, words)
        )
        scale = size.width() / widget.width()
        if kind is Format.PDF:
            scale *= resolution / UNIT
        _paint(device, widget, scale, without)
    else:
        image = picture(widget, size, dpi, without)
        image.setText("Title", words.title)
        image.setText("Description", words.caption)
        writer = QImageWriter(buffer, kind.encode())
        writer.setQuality(95 if kind is Format.JPG else -1)
        if not writer.write(image):
            raise ValueError(f"{image.width()} × {image.height()}")
    data = bytes(buffer.data().data())
    if kind is Format.SVG:
        return svg.finished(data, (size.width(), size.height()), words.title, words.caption)
    return data


def picture(
    widget: QWidget, size: QSize, dpi: float = UNIT, without: Collection[QWidget] = ()
) -> QImage:
    """Return what a visible widget shows as pixels, so many of them in an inch."""
    ratio = dpi / UNIT
    width, height = round(size.width() * ratio), round(size.height() * ratio)
    if not 1 <= min(width, height) <= max(width, height) <= MOST_PIXELS:
        raise ValueError(f"{width} × {height}")
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(current_theme().window))
    per_metre = round(widget.logicalDpiY() / 0.0254)  # as that of the screen, for its letters
    image.setDotsPerMeterX(per_metre)
    image.setDotsPerMeterY(per_metre)
    _paint(image, widget, width / widget.width(), without)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    return image


def _paint(
    device: QSvgGenerator | QPdfWriter | QImage,
    widget: QWidget,
    scale: float,
    without: Collection[QWidget],
) -> None:
    with _gradients_unsaid(), figure_painted(), QPainter(device) as painter:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # else PDF has JPEG
        painter.scale(scale, scale)
        painter.fillRect(QRectF(widget.rect()), QColor(current_theme().window))
        paint_widget(painter, widget, without)


@contextmanager
def _gradients_unsaid() -> Iterator[None]:
    """Let Qt not warn of each shade of a button that it cannot write as PDF: it is left out."""

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message.startswith("QPdfEngine: unable to create a gradient"):
            return
        if before is not None:
            before(kind, context, message)
        else:
            print(message, file=sys.stderr)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _svg(buffer: QBuffer, size: QSize, resolution: int) -> QSvgGenerator:
    device = QSvgGenerator()
    device.setOutputDevice(buffer)
    device.setSize(size)
    device.setViewBox(QRectF(0, 0, size.width(), size.height()))
    device.setResolution(resolution)
    return device


def _pdf(buffer: QBuffer, size: QSize, resolution: int, words: Words) -> QPdfWriter:
    device = QPdfWriter(buffer)
    device.setResolution(resolution)
    points = QSizeF(size.width() * 72 / UNIT, size.height() * 72 / UNIT)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    page = QPageSize(points, QPageSize.Unit.Point, "", exact)
    device.setPageLayout(
        QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point)
    )
    device.setTitle(words.title)
    device.setCreator("bpviz")
    return device
