"""``python -m bpviz``, the same as the command ``bpviz``."""

import sys

if __name__ == "__main__":
    try:
        from bpviz.start import main

        main()
    except KeyboardInterrupt:  # before bpviz hears it itself
        print("bpviz: Interrupted before it began.", file=sys.stderr)
        print("Type the same command to begin it again.", file=sys.stderr)
        sys.exit(130)
