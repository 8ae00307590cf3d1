"""A panel as a figure: made once more, in the state that it is in, and drawn where nobody sees it.

The panel in the window keeps its size, its look and its place meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGraphicsView

from bpviz.network.rules import GradientRule
from bpviz.training.events import Frame
from bpviz.training.step.phases import Phase
from bpviz.ui.core.formatting import count, localized, translated, translator
from bpviz.ui.core.panel import Panel
from bpviz.ui.core.phase_names import phase_name
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import Theme, drawn_in, on_paper
from bpviz.ui.kit.figure.encoding import picture
from bpviz.ui.kit.figure.page import FigurePage, Words
from bpviz.ui.window.carry_over import carry_over, scroll_alike

_tr = translator("Figure")


def circumstances(frame: Frame) -> str:
    """Return of what and where a figure is: data set, l, λ, step, and the rule if it is printed."""
    parts = []
    if frame.dataset is not None:
        parts.append(translated(frame.dataset.title))
    parts.append(f"l = {count(frame.network.n_hidden)}")
    parts.append(f"λ = {localized(f'{frame.learning_rate:.6g}')}")
    parts.append(_tr("step {step}").format(step=count(frame.step)))
    if frame.phase is not Phase.DRAW:
        parts.append(_tr("next: {phase}").format(phase=phase_name(frame.phase)))
    exact = frame.gradient_rule is GradientRule.EXACT
    parts.append(_tr("exact gradient") if exact else _tr("gradient as printed"))
    return " · ".join(parts)


def title_of(panel: Panel) -> str:
    """Return what a panel shows, in words."""
    subject = panel.figure_subject()
    return f"{panel.title()}: {subject}" if subject else panel.title()


@contextmanager
def page_of(
    panel: Panel,
    frame: Frame,
    size: QSize,
    theme: Theme,
    *,
    selection: Selection | None = None,
    words: Words | None = None,
) -> Iterator[FigurePage]:
    """Make a page of what a panel shows of `frame`; within, `theme` is in force.

    Parameters
    ----------
    panel : Panel
        It is not touched.
    size : QSize
        In pixels of 1/96 inch.
    selection : Selection, optional
        The weight that is selected in the window.
    words : Words, optional
        Title and caption in place of those that say what is shown.
    """
    with drawn_in(on_paper(theme)) as look:
        twin = panel.another()
        page: FigurePage | None = None
        try:
            twin.setPalette(look.palette())
            twin.resize(panel.size())
            twin.note_frame(frame)
            twin.show_frame(frame)
            carry_over(panel, twin)
            twin.show_frame(frame)
            twin.select(selection)
            if words is None:
                words = Words(title_of(twin), circumstances(frame))
            out = twin.figure_leaves_out()
            page = FigurePage(twin, size, words, leaves_out=out, forms=twin.is_form)
            twin.show_frame(frame)
            page.settle()
            if not page.whole:
                scroll_alike(panel, twin)
            if page.findChildren(QGraphicsView):  # axes take the room of their words once painted
                picture(page, page.asked, without=page.left_out)
            page.set_caption(words.caption)
            yield page
        finally:
            shiboken6.delete(twin if page is None else page)


def show_on(page: FigurePage, frame: Frame) -> None:
    """Let a page of `page_of` show its panel at another step, its colours on the same scales."""
    assert isinstance(page.content, Panel)
    page.content.show_frame(frame)
    page.set_caption(circumstances(frame))
