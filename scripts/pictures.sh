#!/bin/sh
# Makes the pictures of README and docs anew, with the program itself.
set -eu
cd -- "$(dirname -- "$0")/.."
python=${PYTHON:-.venv/bin/python}
mkdir -p docs/images
picture() {
    "$python" main.py render --epochs 1 --out "docs/images/$1.png" --theme "$2" $3
}
picture overview-light light ""
picture overview-dark dark ""
picture loss-light light "--panel loss_panel"
picture gradients-dark dark "--panel gradients_panel"
picture debug-dark dark "--layout debug --phase grad_W1 --row 3"
"$python" main.py render --dataset iris --steps 500 --panel graph_panel --phase grad_W1 --row 3 \
    --size 1000x640 --out docs/images/network-light.png
"$python" main.py render --dataset moons --steps 40000 --layout explore \
    --out docs/images/explore-light.png
"$python" main.py render --epochs 1 --layout explore --theme dark \
    --out docs/images/explore-dark.png
"$python" main.py render --dataset digits --steps 0 --both-rules 10000 --layout check --theme dark \
    --out docs/images/check-dark.png
"$python" scripts/printed_rule.py --figures docs/images
