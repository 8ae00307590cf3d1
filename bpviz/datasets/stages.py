"""One rising fraction of progress over several stages of a loading."""

from __future__ import annotations

from bpviz.datasets.progress import Meter, ProgressCallback


class Stages:
    """Deals shares of one progress out to stages that each count in their own unit.

    Remembers what the callback raised, so that a cancelled loading is never taken for a damaged
    file, whatever the exception is.

    Parameters
    ----------
    callback : ProgressCallback or None
    what : str
        Passed on to the callback.
    """

    def __init__(self, callback: ProgressCallback | None, what: str) -> None:
        self._callback = callback
        self._what = what
        self._start = 0.0
        self._share = 0.0
        self.raised: BaseException | None = None

    def stage(self, end: float, total: int) -> Meter:
        """Return the meter of the stage that ends at the fraction `end`, with `total` work."""
        self._start = min(self._start + self._share, 1.0)
        self._share = max(end - self._start, 0.0)
        return Meter(self._report, self._what, max(total, 1))

    def finish(self) -> None:
        """Report that everything is done."""
        self.stage(1.0, 1).finish()

    def _report(self, what: str, fraction: float | None) -> None:
        if self._callback is None:
            return
        try:
            self._callback(what, min(self._start + self._share * (fraction or 0.0), 1.0))
        except BaseException as error:
            self.raised = error
            raise
