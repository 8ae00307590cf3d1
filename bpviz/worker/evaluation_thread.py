"""The thread of the looks at all samples: beside the trainer's, and behind it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
from concurrent.futures import Executor, ThreadPoolExecutor

_NICE = 10
"""Of what a processor has to give, such a thread gets a tenth beside an ordinary one."""

_UTILITY = 0x11  # macOS: the class of work that a person does not wait for
_BELOW_NORMAL = -1  # Windows


def evaluation_thread() -> Executor:
    """Return an executor with one thread of low priority, which begins with the first job."""
    return ThreadPoolExecutor(1, "evaluation", initializer=_step_back)


def thread_beside() -> Executor:
    """Return one with a thread of ordinary priority, for a look that the others keep waiting."""
    return ThreadPoolExecutor(1, "evaluation beside")


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
        if sys.platform == "linux":  # where what has the number of a thread concerns it alone
            thread = threading.get_native_id()
            nice = min(os.getpriority(os.PRIO_PROCESS, thread) + _NICE, 19)
            os.setpriority(os.PRIO_PROCESS, thread, nice)
            if os.sched_getscheduler(0) in (os.SCHED_RR, os.SCHED_FIFO):  # which know nothing of it
                os.sched_setparam(0, os.sched_param(1))
        elif sys.platform == "darwin":
            ctypes.CDLL(None).pthread_set_qos_class_self_np(_UTILITY, 0)
        elif sys.platform == "win32":
            kernel32 = ctypes.windll.kernel32
            kernel32.GetCurrentThread.restype = ctypes.c_void_p
            handle = ctypes.c_void_p(kernel32.GetCurrentThread())
            kernel32.SetThreadPriority(handle, _BELOW_NORMAL)
