"""RunContext: what the parts of a session share."""

from __future__ import annotations

from bpviz.datasets.dataset import Dataset
from bpviz.network.weights import Network
from bpviz.training.journal.entries import RateChange
from bpviz.training.journal.journal import Journal
from bpviz.training.run.engine import Engine
from bpviz.training.run.replay import Replayer
from bpviz.training.run.run_state import RunState, Standing
from bpviz.training.run.timeline import Branch
from bpviz.training.settings import Settings


class RunContext:
    """The state of a run, the engine that stands there, and how to come to another place.

    Parameters
    ----------
    settings : Settings
    dataset : Dataset
    first_branch : int
        Number of the branch with which it begins.
    network : Network, optional
        Start weights of a person's own, which fit; drawn unless given.

    Attributes
    ----------
    settings : Settings
    dataset : Dataset
    network : Network or None
        Start weights of a person's own; None where they are drawn.
    standing : Standing
        Holder of the state.
    replayer : Replayer
        With the keyframes of all branches.
    """

    def __init__(
        self,
        settings: Settings,
        dataset: Dataset,
        first_branch: int = 0,
        network: Network | None = None,
    ) -> None:
        self.settings = settings
        self.dataset = dataset
        self.network = network
        journal = Journal([RateChange(0, settings.learning_rate)], settings.gradient_rule)
        branch = Branch.first(first_branch, journal)
        self.standing = Standing(RunState({first_branch: branch}, first_branch, first_branch + 1))
        self.replayer = Replayer(settings, dataset, network)
        self._engines: tuple[Engine, Engine | None] = self.replayer.new_engine(), None
        self.replayer.keep(branch, self.engine)

    @property
    def state(self) -> RunState:
        """How the run stands."""
        return self.standing.state

    @property
    def branch(self) -> Branch:
        """The branch it stands on."""
        return self.standing.state.branch

    def stand(self, state: RunState) -> None:
        """Let `state` be how the run stands: the moment at which a move or a change is made."""
        self.standing.state = state

    @property
    def engine(self) -> Engine:
        """The engine that stands here; where a call was interrupted, one is brought here anew."""
        state, (engine, spare) = self.standing.state, self._engines
        if engine.spot is state.spot:
            return engine
        if spare is not None and spare.spot is state.spot:
            self._engines = spare, engine
            return spare
        self.replayer.bring(engine, state.branch, state.step)
        engine.spot = state.spot
        return engine

    @property
    def spare(self) -> Engine:
        """Another engine, to go elsewhere with."""
        here, spare = self.engine, self._engines[1]
        if spare is None:
            spare = self.replayer.new_engine()
            self._engines = here, spare
        return spare

    def give_up_spare(self) -> None:
        """Give the memory of the other engine back, until one is needed."""
        self._engines = self.engine, None
