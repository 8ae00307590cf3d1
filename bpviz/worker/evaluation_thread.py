"""The thread of the looks at all samples: beside the trainer's, and behind it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
import time
from concurrent.futures import Executor, ThreadPoolExecutor

_UTILITY = 0x11  # macOS: the class of work that a person does not wait for
_BELOW_NORMAL = -1  # Windows


def evaluation_thread() -> Executor:
    """Return an executor with one thread of low priority, which begins with the first job."""
    return ThreadPoolExecutor(1, "evaluation", initializer=_step_back)


def thread_beside() -> Executor:
    """Return one with a thread of ordinary priority, for a look that the others keep waiting."""
    return ThreadPoolExecutor(1, "evaluation beside")


class Spent:
    """The processor time of one piece of work, for those who look on from other threads."""

    def __init__(self) -> None:
        self._began: tuple[int, float] | None = None

    def begin(self) -> None:
        """Count from now on what the thread that calls this takes."""
        self._began = threading.get_ident(), time.thread_time()

    def seconds(self) -> float:
        """Return what it has taken; 0 before it has begun, and where no system tells.

        The thread must not have ended.
        """
        if self._began is None or not hasattr(time, "pthread_getcpuclockid"):
            return 0.0
        thread, before = self._began
        return time.clock_gettime(time.pthread_getcpuclockid(thread)) - before


def processors() -> int:
    """Return how many processors this program may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _step_back() -> None:
    """Let every ordinary thread have the processor first; where that cannot be, go on all the same.

    No thread takes that back, so it is this one's for good.
    """
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "linux":
            # Not only that it gets what others leave: Linux gives its processor to the interface
            # at once when that wakes up, which otherwise waits for milliseconds behind the trainer.
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))  # 0 is this thread
        elif sys.platform == "darwin":
            ctypes.CDLL(None).pthread_set_qos_class_self_np(_UTILITY, 0)
        elif sys.platform == "win32":
            kernel32 = ctypes.windll.kernel32
            kernel32.GetCurrentThread.restype = ctypes.c_void_p
            handle = ctypes.c_void_p(kernel32.GetCurrentThread())
            kernel32.SetThreadPriority(handle, _BELOW_NORMAL)
