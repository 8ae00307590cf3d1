"""The command ``bpviz``, and ``python -m bpviz``."""

import sys


def run() -> int:
    """Run bpviz as this process; return the exit status where it was interrupted at once."""
    try:
        from bpviz.start import main

        main()
    except KeyboardInterrupt:  # before bpviz hears it itself
        print("bpviz: Interrupted before it started.", file=sys.stderr)
        print("Run the same command to start again.", file=sys.stderr)
    return 130


if __name__ == "__main__":
    sys.exit(run())
