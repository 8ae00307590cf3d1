#!/bin/sh
# Installs Debian packages without a question where that is allowed, or says the line to type.
#
#     sh scripts/apt_install.sh PACKAGE...
set -eu

say() { printf '%s\n' "$*" >&2; }

explain() {
    say "$1 Type this, then the same command again:"
    say ""
    say "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $packages"
    say ""
    exit 1
}

packages=$*
if ! command -v apt-get >/dev/null 2>&1; then
    say "Install what these Debian packages hold with the package manager of this system:"
    say ""
    say "    $packages"
    say ""
    exit 1
fi

if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    explain "Installing them takes the rights of root."
fi

say "Installing $packages ..."
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 ||
    say "The list of packages could not be brought up to date; trying with the old one."
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $packages >/dev/null ||
    explain "apt-get failed; it says why above."
