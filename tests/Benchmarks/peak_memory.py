"""The peak memory of this process."""
import resource
import sys


def peak_kb():
    """In KB. The ru_maxrss of Linux is not it: a process starts with that of the one that started it."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
