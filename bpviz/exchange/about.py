"""About: the circumstances of what is exported, as metadata and headings name them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz import __version__
from bpviz.training.settings import Settings

if TYPE_CHECKING:
    from bpviz.training.session import Session


@dataclass(frozen=True, slots=True)
class About:
    """Where numbers come from.

    Attributes
    ----------
    dataset : str
        What the data set is called: a name of the catalogue, or that of a file.
    step : int or None
        Updates done.
    learning_rate : float or None
        λ of the next update.
    settings : Settings or None
        Those of the run; the gradient rule is that of the next update.
    branch : str
        Name of the branch.
    """

    dataset: str = ""
    step: int | None = None
    learning_rate: float | None = None
    settings: Settings | None = None
    branch: str = ""

    def entries(self) -> dict[str, str]:
        """Return what is known, by names that stay the same in every version and language.

        Numbers are written so that they read back to the same bits.
        """
        known: dict[str, object] = {
            "program": f"bpviz {__version__}",
            "dataset": self.dataset,
            "branch": self.branch,
            "step": self.step,
            "learning_rate": self.learning_rate,
        }
        if self.settings is not None:
            for name in ("seed", "order", "initializer", "gradient_rule"):
                known[name] = getattr(self.settings, name)
        return {name: str(value) for name, value in known.items() if value not in (None, "")}


def about_run(session: Session) -> About:
    """Return the circumstances of a run where it stands; of a file, its name without the folder."""
    name = session.dataset.name
    return About(
        dataset=os.path.basename(name.rstrip("/\\")) or name,
        step=session.step,
        learning_rate=session.learning_rate,
        settings=session.settings.replace(gradient_rule=session.gradient_rule),
        branch=str(session.branch.name),
    )
