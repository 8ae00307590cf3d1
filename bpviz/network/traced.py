"""One pair through the kernels: every quantity of a step, and room for what it does next."""

from __future__ import annotations

from bpviz.network import kernels
from bpviz.network.memory import as_read
from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats, Indices
from bpviz.network.weights import Network


def traced(
    net: Network, entries: tuple[Indices, Floats], x: Floats, y: Floats, rule: GradientRule
) -> tuple[StepTrace, kernels.Workspace]:
    """Return the trace of a step on a pair, and a workspace of the same memory.

    What the step does next only writes to λ·δ1 and λ·δ2 there, which are no part of the trace.

    Parameters
    ----------
    net : Network
    entries : (k,) and (k,)
        Columns and values of the entries of x that are not 0.
    x, y : (n,), (d,) float64
        The pair; both become read-only.
    rule : GradientRule
    """
    ws, loss = workspace_of(net, entries, y, rule)
    trace = StepTrace(
        x=x,
        y=y,
        z1=ws.z1[:],
        h=ws.h[:],
        z2=ws.z2[:],
        f=ws.f[:],
        loss=loss,
        sigma2_prime=ws.prime2[:],
        delta2=ws.delta2[:],
        sigma1_prime=ws.prime1[:],
        delta1=ws.delta1[:],
        gradient_rule=rule,
    )
    return trace, ws


def workspace_of(
    net: Network, entries: tuple[Indices, Floats], y: Floats, rule: GradientRule
) -> tuple[kernels.Workspace, float]:
    """Return the quantities alone, and the loss; see `traced`."""
    indices, values = entries
    ws = kernels.Workspace.empty(net.n_hidden, net.n_outputs)
    loss = kernels.trace_pair(
        net.W1T,
        net.W2,
        as_read(indices),
        as_read(values),
        as_read(y),
        net.sigma1.code,
        net.sigma2.code,
        rule is GradientRule.AS_PRINTED,
        ws,
    )
    return ws, float(loss)
