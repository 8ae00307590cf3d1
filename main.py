"""Start bpviz from a checkout: ``python main.py``, the same as the command ``bpviz``."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said before an import that an older one cannot read
    sys.exit("bpviz needs Python 3.11 or newer; `make run` finds one.")


def main() -> int:
    """Open the window, or do what the arguments say, and return the exit status."""
    try:
        from bpviz.start import main as start

        return start()
    except KeyboardInterrupt:  # before bpviz hears it itself
        print("bpviz: Interrupted before it began.", file=sys.stderr)
        print("Type the same command to begin it again.", file=sys.stderr)
        return 130
    except ModuleNotFoundError as error:
        package = (error.name or "bpviz").split(".")[0]
        if package == "bpviz":
            raise  # a fault of the program, not a missing package
        sys.exit(f"bpviz needs the package {package}, which is not installed; type `make run`.")


if __name__ == "__main__":
    sys.exit(main())
