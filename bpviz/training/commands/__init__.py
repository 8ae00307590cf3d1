"""What the interface asks of the trainer: frozen requests, the only thing that crosses over."""

from __future__ import annotations

from bpviz.training.commands.asking import (
    AskContributions,
    AskDifference,
    AskTrail,
    AskWatches,
    CancelQuestion,
    FindLargest,
    FindSteps,
)
from bpviz.training.commands.base import Command
from bpviz.training.commands.branches import (
    DeleteBranches,
    RenameBranch,
    RestoreBranches,
    SwitchBranch,
)
from bpviz.training.commands.changes import (
    EditWeight,
    HoldSample,
    Redo,
    SetGradientRule,
    SkipSample,
    TrainNext,
    TrainOwn,
    Undo,
)
from bpviz.training.commands.checks import CancelCheck, CheckGradient, SweepWeight
from bpviz.training.commands.documents import CopyRecipe, DeclineLeft, OpenRun, SaveRun
from bpviz.training.commands.exports import CancelExport, Export
from bpviz.training.commands.inside import AdvancePhase, AdvanceRow, BackPhase, BackRow, FinishStep
from bpviz.training.commands.looking import CompareBranches, SelectSample, Subscribe, SwitchOff
from bpviz.training.commands.paired_run import CompareRules
from bpviz.training.commands.run import (
    Advance,
    Back,
    CancelLoading,
    CancelMove,
    NewRun,
    Pause,
    Restart,
    Run,
    Seek,
    SetLearningRate,
    SetSpeed,
)
from bpviz.training.commands.stops import (
    AddBreakpoint,
    ChangeBreakpoint,
    ClearHits,
    RemoveBreakpoint,
    RunBack,
)
from bpviz.training.commands.watching import AddWatch, RemoveWatch

__all__ = [
    "AddBreakpoint",
    "AddWatch",
    "Advance",
    "AdvancePhase",
    "AdvanceRow",
    "AskContributions",
    "AskDifference",
    "AskTrail",
    "AskWatches",
    "Back",
    "BackPhase",
    "BackRow",
    "CancelCheck",
    "CancelExport",
    "CancelLoading",
    "CancelMove",
    "CancelQuestion",
    "ChangeBreakpoint",
    "CheckGradient",
    "ClearHits",
    "Command",
    "CompareBranches",
    "CompareRules",
    "CopyRecipe",
    "DeclineLeft",
    "DeleteBranches",
    "EditWeight",
    "Export",
    "FindLargest",
    "FindSteps",
    "FinishStep",
    "HoldSample",
    "NewRun",
    "OpenRun",
    "Pause",
    "Redo",
    "RemoveBreakpoint",
    "RemoveWatch",
    "RenameBranch",
    "Restart",
    "RestoreBranches",
    "Run",
    "RunBack",
    "SaveRun",
    "Seek",
    "SelectSample",
    "SetGradientRule",
    "SetLearningRate",
    "SetSpeed",
    "SkipSample",
    "Subscribe",
    "SweepWeight",
    "SwitchBranch",
    "SwitchOff",
    "TrainNext",
    "TrainOwn",
    "Undo",
]
