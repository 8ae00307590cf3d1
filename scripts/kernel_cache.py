"""The kernel cache on trial: it may help and must never harm.

    python -m scripts.kernel_cache damage   every file in every way: the same digest, whole again
    python -m scripts.kernel_cache kill     what processes that were killed leave behind
    python -m scripts.kernel_cache cost     a warm start with and without the checksums

It works in a cache of its own, which a first start fills. `damage` damages all files at once, and
then each one that a warm start reads, in every way; after each, a start must end with 0, say
nothing, come to the digest of the first, compile no more than was damaged, and leave every file
whole: that takes half an hour. `kill` kills pairs of writers, and pairs of starts. `cost` prints
the processor time of a warm start as a ratio: to one that does not look at checksums, and to one
with numba's own cache. `--rounds` makes them longer or shorter; the exit code is 1 if something
was not as it must be.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bpviz import cache_files
from bpviz.options import count

ROOT = Path(__file__).resolve().parents[1]

START = """
import json, sys
from bpviz import cache_files
from bpviz.network import compiler
from numba.core import event
from numba.core.caching import FunctionCache

how = sys.argv.pop(1)
whole, asked = cache_files.read, []
if how == "unverified":
    cache_files.read = lambda file: file.read_bytes()[32:]
elif how == "numba":
    compiler.numba.config.CACHE_DIR = str(compiler.CACHE_FOLDER.parent / "numba")
    compiler._Kernels = lambda folder, function: FunctionCache(function)
elif how == "watched":
    cache_files.read = lambda file: asked.append(file.name) or whole(file)
heard = event.RecordingListener()
event.register("numba:compile", heard)

from bpviz.app import main

code = main()
print(json.dumps({"read": asked, "compiled": len(heard.buffer) // 2}))
sys.exit(code)
"""
TRAINING = ("train", "--dataset", "xor", "--steps", "500", "--digest", "--json")

WRITER = """
import os, sys
from pathlib import Path
from bpviz import cache_files

folder = Path(sys.argv[1])
print("begun", flush=True)
while True:
    for name in "abc":
        cache_files.write(folder / f"{name}.kernel", os.urandom(1) * 400_000)
"""


def empty(file: Path, rng: random.Random) -> None:
    """Leave nothing in it."""
    file.write_bytes(b"")


def cut(file: Path, rng: random.Random) -> None:
    """Leave its beginning."""
    content = file.read_bytes()
    file.write_bytes(content[: rng.randrange(1, len(content))])


def flip(file: Path, rng: random.Random) -> None:
    """Flip one bit."""
    content = bytearray(file.read_bytes())
    content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    file.write_bytes(content)


def lengthen(file: Path, rng: random.Random) -> None:
    """Append something."""
    file.write_bytes(file.read_bytes() + rng.randbytes(rng.randrange(1, 100)))


def fill_with_garbage(file: Path, rng: random.Random) -> None:
    """Keep its length alone."""
    file.write_bytes(rng.randbytes(file.stat().st_size))


def exchange(file: Path, rng: random.Random) -> None:
    """Put the content of the next entry there."""
    entries = sorted(file.parent.glob("*.kernel"))
    file.write_bytes(entries[(entries.index(file) + 1) % len(entries)].read_bytes())


def put_a_folder_there(file: Path, rng: random.Random) -> None:
    """Put a folder there that is not empty."""
    file.unlink()
    file.mkdir()
    (file / "something").touch()


def make_it_a_pipe(file: Path, rng: random.Random) -> None:
    """Put a pipe there, which nobody writes to."""
    file.unlink()
    os.mkfifo(file)


def make_it_endless(file: Path, rng: random.Random) -> None:
    """Put a link to a device there."""
    file.unlink()
    file.symlink_to("/dev/zero")


def make_it_huge(file: Path, rng: random.Random) -> None:
    """Let it have a length of a terabyte, without taking room."""
    os.truncate(file, 2**40)


def let_others_write(file: Path, rng: random.Random) -> None:
    """Let others write to it."""
    file.chmod(0o666)


def give_it_away(file: Path, rng: random.Random) -> None:
    """Make it another user's, which root alone can do."""
    if os.geteuid() == 0:
        os.chown(file, 12_345, 12_345)
    else:
        let_others_write(file, rng)


WAYS: tuple[Callable[[Path, random.Random], None], ...] = (
    empty, cut, flip, lengthen, fill_with_garbage, exchange, put_a_folder_there, make_it_a_pipe,
    make_it_endless, make_it_huge, let_others_write, give_it_away,
)  # fmt: skip


@dataclass(frozen=True)
class Start:
    """How a training in a process of its own ended: digest, kernels compiled, files asked for."""

    digest: str
    compiled: int
    read: tuple[str, ...]


def environment(home: Path) -> dict[str, str]:
    """Return this process's environment, with the cache in `home`."""
    return {**os.environ, "XDG_CACHE_HOME": str(home), "BPVIZ_NO_KERNEL_CACHE": ""}


def command(how: str = "watched") -> list[str]:
    """Return the command line of a training."""
    return [sys.executable, "-c", START, how, *TRAINING]


def start(home: Path, how: str = "watched") -> Start:
    """Train; AssertionError if that fails or says anything beside its result."""
    done = subprocess.run(
        command(how), cwd=ROOT, env=environment(home), capture_output=True, text=True
    )
    assert (done.returncode, complaints(done.stderr)) == (0, []), (
        f"exit {done.returncode}\n{done.stderr}"
    )
    report, watched = map(json.loads, done.stdout.splitlines())
    return Start(report["digest"], watched["compiled"], tuple(watched["read"]))


def complaints(stderr: str) -> list[str]:
    """Return the lines that say anything but that kernels are compiled."""
    return [line for line in stderr.splitlines() if not line.startswith("Compiling the kernels")]


def files(home: Path) -> list[Path]:
    """Return the entries of the one folder of kernels in `home`."""
    return sorted(home.glob("bpviz/kernels-*/*.kernel"))


def not_whole(home: Path) -> list[str]:
    """Return the names of the entries that would not be loaded."""
    return [file.name for file in files(home) if cache_files.read(file) is None]


def damage(home: Path, rounds: int, seed: int = 0) -> None:
    """Damage a warm cache in every way, `rounds` times each file."""
    rng = random.Random(seed)
    cold = start(home)
    warm = start(home)
    assert warm.digest == cold.digest
    assert warm.compiled == 0, f"a warm start compiles {warm.compiled} kernels"
    print(f"{len(files(home))} files, of which a warm start reads {len(warm.read)}", flush=True)
    for way in WAYS:
        for file in files(home):
            way(file, rng)
        assert start(home) == cold, way.__name__
        assert not not_whole(home), way.__name__
        print(f"all at once, {way.__name__}: compiled anew and whole", flush=True)
    folder = files(home)[0].parent
    for way in WAYS:
        for name in sorted(warm.read) * rounds:
            way(folder / name, rng)
            assert not_whole(home) == [name], (way.__name__, name)
            again = start(home)
            assert again.digest == cold.digest, (way.__name__, name)
            assert 0 < again.compiled < cold.compiled, (way.__name__, name)
            assert not not_whole(home), (way.__name__, name)
        print(f"each of {len(warm.read)}, {way.__name__}: compiled anew and whole", flush=True)
    assert start(home) == warm


def kill_writers(folder: Path, rounds: int, seed: int = 0) -> None:
    """Kill two processes that write the same files, and look at what is there."""
    rng = random.Random(seed)
    for _ in range(rounds):
        writers = [
            subprocess.Popen([sys.executable, "-c", WRITER, folder], cwd=ROOT, stdout=-1)
            for _ in range(2)
        ]
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"begun\n"
        time.sleep(rng.uniform(0.0, 0.05))
        for writer in writers:
            writer.kill()
            writer.communicate()
        for file in folder.glob("*.kernel"):
            content = cache_files.read(file)
            assert content is not None, f"{file.name} is half written"
            assert content == content[:1] * 400_000


def kill_starts(home: Path, rounds: int, seed: int = 0) -> None:
    """Kill two trainings that fill the same cache, at any moment; then look whether one can."""
    rng = random.Random(seed)
    begun = time.perf_counter()
    cold = start(home)
    longest = time.perf_counter() - begun
    for i in range(rounds):
        if i % 4 == 0:  # the ones in between begin with what was left
            shutil.rmtree(home / "bpviz")
        both = [
            subprocess.Popen(command(), cwd=ROOT, env=environment(home), stdout=subprocess.DEVNULL)
            for _ in range(2)
        ]
        time.sleep(rng.uniform(0.0, longest))
        for one in both:
            one.kill()
            one.wait()
        assert not not_whole(home)
        print(f"killed {i + 1}: {len(files(home))} kernels are kept", flush=True)
        if i % 4 == 3 or i == rounds - 1:
            assert start(home).digest == cold.digest
            assert start(home).compiled == 0


def cost(home: Path, rounds: int) -> None:
    """Print the processor time of a warm start as ratios, the median of `rounds`."""
    seconds: dict[str, list[float]] = {"verified": [], "unverified": [], "numba": []}
    for how in ("verified", "numba"):
        start(home, how)
    for _ in range(rounds):
        for how, all_of_it in seconds.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            assert start(home, how).compiled == 0
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            all_of_it.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    for how in ("unverified", "numba"):
        ratio = statistics.median(
            a / b for a, b in zip(seconds["verified"], seconds[how], strict=True)
        )
        print(f"verified / {how}: {ratio:.3f}")
    print(f"a verified warm start: {statistics.median(seconds['verified']):.2f} s of processor")


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        prog="kernel_cache", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("what", choices=("damage", "kill", "cost"))
    parser.add_argument("--rounds", type=count("rounds", 1), help="how often (1, 200, 20)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        try:
            if options.what == "damage":
                damage(home, options.rounds or 1)
            elif options.what == "kill":
                kill_writers(home, options.rounds or 200)
                print("no writer left half a file", flush=True)
                kill_starts(home, (options.rounds or 200) // 10 + 1)
            else:
                cost(home, options.rounds or 20)
        except AssertionError as error:
            print(f"Not as it must be: {error}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
