#!/bin/sh
# Makes the environment in .venv, or what VENV names, and, if asked, installs the system libraries
# that Qt needs.
#
#     sh scripts/setup.sh             the environment alone
#     sh scripts/setup.sh offscreen   and the libraries for running without a screen
#     sh scripts/setup.sh screen      and those for an X screen
#
# Cheap when nothing is to be done.  PYTHON names the interpreter to use instead of one found.  With
# NEWEST, the versions are not those of constraints.txt but the newest that pyproject.toml allows,
# looked for once a day.
set -eu
cd -- "$(dirname -- "$0")/.."
venv=${VENV:-.venv}
if [ -n "${NEWEST:-}" ]; then
    versions="--upgrade --upgrade-strategy eager"
else
    versions="--constraint constraints.txt"
fi

say() { printf '%s\n' "$*" >&2; }

# Tried by running: a name on the path may be a stub that only knows how to complain.
runs() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
makes_environments() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

candidates() { printf '%s\n' python3.13 python3.12 python3.11 python3; }

find_python() {
    for name in $(candidates); do
        if runs "$name" && makes_environments "$name"; then
            python=$name
            return 0
        fi
    done
    return 1
}

choose_python() {
    if [ -n "${PYTHON:-}" ]; then
        python=$PYTHON
        if ! runs "$python"; then
            say "PYTHON is $python, which is not a Python 3.11 or newer."
            exit 1
        fi
        return
    fi
    find_python && return
    packages="python3 python3-venv"
    for name in $(candidates); do
        if runs "$name"; then # only its package for environments is missing, as Debian has it
            packages=$("$name" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
            break
        fi
    done
    say "A Python 3.11 or newer that can make environments is missing."
    sh scripts/apt_install.sh $packages
    if ! find_python; then
        say "No Python 3.11 or newer was found. Install one and name it: make run PYTHON=/path/to/it"
        exit 1
    fi
}

# What an environment depends on; the folder too, because the package is installed in place.
state() { { pwd; cat pyproject.toml constraints.txt; [ -z "${NEWEST:-}" ] || date +%F; } | cksum; }

has_pip() { "$1" -c 'import pip' >/dev/null 2>&1; }

# Whether it is the interpreter that PYTHON names, if it names one.
wanted() { [ -z "${PYTHON:-}" ] || [ "$("$PYTHON" -V 2>/dev/null)" = "$("$1" -V)" ]; }

make_environment() {
    works=no
    existing=$venv/bin/python
    if has_pip "$existing" && runs "$existing" && wanted "$existing"; then
        works=yes
        [ "$(cat "$venv/bpviz-state" 2>/dev/null)" = "$(state)" ] && return
    fi
    if [ "$works" = no ]; then
        choose_python
        say "Making $venv with $("$python" --version) ..."
        "$python" -m venv --clear "$venv"
    fi
    say "Installing the packages into $venv; the first time takes a minute or two ..."
    rm -f "$venv/bpviz-state"
    if ! "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
        $versions --editable '.[test,check]'; then
        say "The packages could not be installed; pip says why above. Then type the same again."
        exit 1
    fi
    state >"$venv/bpviz-state"
}

install_libraries() {
    missing=$("$venv/bin/python" scripts/missing_libraries.py "$1")
    [ -z "$missing" ] && return
    say "Qt needs system libraries that are missing."
    sh scripts/apt_install.sh $missing
    missing=$("$venv/bin/python" scripts/missing_libraries.py "$1")
    if [ -n "$missing" ]; then
        say "Libraries of these packages still cannot be loaded: $missing"
        exit 1
    fi
}

make_environment
[ $# -eq 0 ] || install_libraries "$1"
