"""RunFile: where a run is saved, and what of it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from bpviz.training.document.kept import Document
from bpviz.training.run.run_state import RunState
from bpviz.training.session import Session

_opened = count(1)


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """How a run stood when it was saved."""

    state: RunState
    tips: Mapping[int, int]

    @classmethod
    def of(cls, session: Session) -> Mark:
        """Note how a run stands now."""
        return cls(session.state, {branch.number: branch.tip for branch in session.branches})

    def is_of(self, session: Session) -> bool:
        """Whether nothing was trained or changed since; to look elsewhere is no change."""
        then, now = self.state, session.state
        if now is then:
            return True
        if now.tip != self.tips.get(now.number) or now.breakpoints is not then.breakpoints:
            return False
        if now.watches != then.watches:
            return False
        # Of all branches: it may have trained on one, and gone back to another.
        return now.branches.keys() == then.branches.keys() and all(
            branch is then.branches[number] and branch.tip == self.tips[number]
            for number, branch in now.branches.items()
        )


@dataclass(eq=False)
class RunFile:
    """The file of a run.

    Attributes
    ----------
    path : str
        Empty where it was never saved.
    mark : Mark or None
        How it stood when it was saved last.
    opened : int
        Different for each time that a run is opened; 0 for one that was begun here.
    view : str
        What the window wanted to find again, as JSON.
    """

    path: str = ""
    mark: Mark | None = None
    opened: int = 0
    view: str = ""

    @classmethod
    def opened_from(cls, path: str, document: Document, session: Session) -> RunFile:
        """Return the file of a run that was just brought back; a recipe has no path."""
        view = document.extras.get("view")
        words = json.dumps(view) if isinstance(view, dict) else ""
        mark = Mark.of(session) if path else None
        left = document.extras.get("file")  # of a run that was not saved when its program ended
        place = os.path.abspath(path) if path else left if isinstance(left, str) else ""
        return cls(place, mark, next(_opened), words)
