# The commands of this repository; `make help` lists them.
#
# They run in .venv, or another VENV, which scripts/setup.sh makes.  Everything is called through its
# Python, never through the scripts in its bin, so that the checkout may be moved and its path hold
# spaces.

export VENV ?= .venv
PY := $(VENV)/bin/python
ARGS ?=

.PHONY: help run test test-newest check bench clean environment

help:
	@echo 'make run     open the window; ARGS="--dataset digits --hidden 16" passes options on'
	@echo 'make test    every check, then every test with a few of its cases; ARGS=--every-case'
	@echo '             tries all, ARGS="-k mnist" chooses among the tests'
	@echo 'make test-newest   the same with the newest versions that pyproject.toml allows'
	@echo 'make check   style, format, types and import contracts'
	@echo 'make bench   measure the engine and the live window'
	@echo 'make clean   remove what the other commands made: .venv, caches, builds'
	@echo
	@echo 'The first of them sets everything up; PYTHON=python3.12 chooses the interpreter,'
	@echo 'VENV=.venv-3.12 an environment beside the usual one.'

environment:
	@sh scripts/setup.sh

run:
	@sh scripts/setup.sh $(if $(DISPLAY),screen,offscreen)
	@$(PY) -m bpviz.training.warmup
	@$(PY) main.py $(ARGS)

check: environment
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy --num-workers 2
	$(PY) -m mypy main.py scripts
	$(PY) -m mypy benchmarks
	$(PY) -c 'from importlinter.cli import lint_imports_command as main; main()'

# What the tests need beside the environment is made while the checks look at the sources.
test: environment
	@(sh scripts/setup.sh offscreen && $(PY) -m bpviz.training.warmup) & \
	beside=$$!; \
	$(MAKE) --no-print-directory check || { kill $$beside 2>/dev/null; exit 1; }; \
	wait $$beside
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder --max-worker-restart 0 $(ARGS)

test-newest:
	@$(MAKE) test NEWEST=yes VENV=$(if $(filter .venv,$(VENV)),.venv-newest,$(VENV))

bench:
	@sh scripts/setup.sh $(if $(DISPLAY),screen,offscreen)
	$(PY) benchmarks/engine.py
	$(PY) benchmarks/c_engine.py
	$(if $(DISPLAY),,QT_QPA_PLATFORM=offscreen )$(PY) benchmarks/live.py

clean:
	rm -rf .venv .venv-* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
