"""``python -m bpviz``, the same as the command ``bpviz``."""

import sys

from bpviz.start import main

if __name__ == "__main__":
    sys.exit(main())
