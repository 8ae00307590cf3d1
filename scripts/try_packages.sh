#!/bin/sh
# Builds the sdist, out of it the wheel, and tries both where nothing else of bpviz is.
#
#     sh scripts/try_packages.sh [PYTHON...]      of python3.11, python3.12 and python3.13 by default
#
# Into a new environment of each Python goes the wheel with the newest packages that it asks for:
# every data set is loaded, digits are trained on, to the same bits everywhere, a picture is made,
# and mypy reads the types.  Then `make test` runs in the unpacked sdist, with TESTS or a few tests.
set -eu
cd -- "$(dirname -- "$0")/.."
[ $# -gt 0 ] || set -- python3.11 python3.12 python3.13
own=$PWD/${VENV:-.venv}/bin/python
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export QT_QPA_PLATFORM=offscreen

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

wrong='from bpviz.training import Settings; Settings(n_hidden="three")'
load='
from bpviz.datasets import catalog, load
for entry in catalog.ENTRIES:
    assert load(entry.name).n_samples == entry.n_samples
'

"$own" -m build --outdir "$folder/packages" . >"$folder/log" 2>&1 || fail "$(cat "$folder/log")"
mkdir "$folder/elsewhere"
cd "$folder/elsewhere"
number=0
expected=
for python in "$@"; do
    number=$((number + 1))
    bin=$folder/environment$number/bin
    "$python" -m venv "${bin%/bin}"
    "$bin/python" -m pip install --quiet --disable-pip-version-check "$folder"/packages/*.whl
    [ "$("$bin/bpviz" --version)" = "$("$bin/python" -m bpviz --version)" ] ||
        fail "$python: the command and the module differ."
    "$bin/python" -c "$load"
    digest=$("$bin/bpviz" train --dataset digits --steps 2000 --digest 2>/dev/null | tail -n 1)
    [ -n "$digest" ] && [ "$digest" = "${expected:=$digest}" ] ||
        fail "$python: trained to $digest, not $expected."
    "$bin/bpviz" render --dataset xor --steps 1000 --out picture.png >/dev/null
    "$own" -m mypy --python-executable "$bin/python" --no-incremental -c "$wrong" |
        grep -q 'Settings.*incompatible type "str"' || fail "$python: its types cannot be read."
    "$bin/python" -m pip list --format freeze --disable-pip-version-check |
        grep -Ei '^(numba|numpy|pyside6_essentials)=' | tr '\n' ' '
    "$bin/python" --version
done

tar -xzf "$folder"/packages/*.tar.gz
cd bpviz-*
unset VENV
make test PYTHON="$1" ARGS="${TESTS:-tests/docs tests/test_setup.py tests/test_packaging.py}"
