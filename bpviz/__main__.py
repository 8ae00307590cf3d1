"""The command ``bpviz``, and ``python -m bpviz``."""

import sys


def run() -> int:
    """Run bpviz as this process; return the exit status where it was interrupted at once."""
    try:
        from bpviz.start import main

        main()
    except KeyboardInterrupt:  # before bpviz hears it itself
        print("bpviz: Interrupted before it began.", file=sys.stderr)
        print("Type the same command to begin it again.", file=sys.stderr)
    return 130


if __name__ == "__main__":
    sys.exit(run())
