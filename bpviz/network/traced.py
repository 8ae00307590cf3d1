"""One pair through the kernels: every quantity of a step."""

from __future__ import annotations

from bpviz.network import kernels
from bpviz.network.memory import as_read
from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats, Indices
from bpviz.network.weights import Network


def traced(
    net: Network, entries: tuple[Indices, Floats], x: Floats, y: Floats, rule: GradientRule
) -> StepTrace:
    """Return the trace of a step on a pair.

    Parameters
    ----------
    net : Network
    entries : (k,) and (k,)
        Columns and values of the entries of x that are not 0.
    x, y : (n,), (d,) float64
        The pair; both become read-only.
    rule : GradientRule
    """
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
    return StepTrace(
        x=x,
        y=y,
        z1=ws.z1,
        h=ws.h,
        z2=ws.z2,
        f=ws.f,
        loss=float(loss),
        sigma2_prime=ws.prime2,
        delta2=ws.delta2,
        sigma1_prime=ws.prime1,
        delta1=ws.delta1,
        gradient_rule=rule,
    )
