"""Times and memory of a process, and how they are summed up."""

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec

P = ParamSpec("P")
_BEGUN = time.perf_counter()


def since_start_ms() -> float:
    """Return the milliseconds since this process was started (on Linux), or since this module was loaded."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        begun = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - begun) * 1000
    except (OSError, AttributeError):
        return (time.perf_counter() - _BEGUN) * 1000


def peak_mb() -> float:
    """Return the most memory this process has held, in megabytes of 2**20 bytes."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        held = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(held.split()[1]) / 1024
    except (OSError, StopIteration):
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def timed_ms(act: Callable[P, object], *given: P.args, **named: P.kwargs) -> float:
    """Return how long an act takes, in milliseconds."""
    begun = time.perf_counter()
    act(*given, **named)
    return (time.perf_counter() - begun) * 1000


def percentile(times: Sequence[float], share: int) -> float:
    """Return the value that `share` percent of the times do not pass."""
    if len(times) == 1:
        return times[0]
    return statistics.quantiles(times, n=100, method="inclusive")[share - 1]


def tell(result: object) -> None:
    """Print a result as the last line, for whoever started this process."""
    sys.stdout.write(json.dumps(result) + "\n")
    sys.stdout.flush()
