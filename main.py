"""Start bpviz from a checkout: ``python main.py``, the same as the command ``bpviz``."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said before an import that an older one cannot read
    sys.exit("bpviz needs Python 3.11 or newer; `make run` finds one.")


def main() -> int:
    """Open the window, or do what the arguments say, and return the exit status."""
    try:
        from bpviz.__main__ import run

        return run()
    except ModuleNotFoundError as error:
        package = (error.name or "bpviz").split(".")[0]
        if package == "bpviz":
            raise  # a fault of the program, not a missing package
        sys.exit(f"bpviz needs the package {package}, which is not installed; type `make run`.")


if __name__ == "__main__":
    sys.exit(main())
