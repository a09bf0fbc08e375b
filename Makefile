# Everything runs in .venv, which the first target that needs it makes. `make help` lists the targets.
BIN := .venv/bin
ARGS ?=
INSTALLED_FROM := pyproject.toml setup.py constraints.txt scripts/setup.sh

.DEFAULT_GOAL := help
# Without compiled files kept, each program that a test starts compiles all modules again.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE

.PHONY: help demo test test-long lint format types layers wheel-check bench docs renew-constraints clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1 \2/p' $(MAKEFILE_LIST) \
		| while read -r name what; do printf '  make %-18s %s\n' "$$name" "$$what"; done

demo: .venv/.installed-run ## assess both study sites, then serve the screen (ARGS=--no-serve stops after printing)
	@$(BIN)/collabnet demo $(ARGS)

test: .venv/.installed-test ## all tests, on all cores; ARGS="-k word" chooses, ARGS=-n0 takes one process
	@scripts/install_packages.sh
	@$(BIN)/pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder $(ARGS)

test-long: .venv/.installed-test ## more: measures on 1,000 random networks of each kind, further walks on the screen
	@COLLABNET_RANDOM_NETWORKS=1000 $(BIN)/pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder -m "long or not long" tests/metrics tests/engine tests/dashboard $(ARGS)

lint: .venv/.installed-dev ## ruff: rules and layout
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: .venv/.installed-dev ## put every file into ruff's layout
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: .venv/.installed-dev ## mypy, strict
	@$(BIN)/python scripts/check_types.py

layers: .venv/.installed-test ## which module may import which
	@$(BIN)/lint-imports

wheel-check: .venv/.installed-dev ## build the wheel, install it in an empty place, run it there
	@$(BIN)/python scripts/check_wheel.py

bench: .venv/.installed-bench ## the main job, every measure beside other programs, and the screen
	@$(BIN)/python -m benchmarks.run $(ARGS)
	@$(BIN)/python -m benchmarks.measures
	@$(BIN)/python -m benchmarks.speed_page > docs/reference/speed.md
	@$(BIN)/python -m benchmarks.screen
	@$(BIN)/python -m benchmarks.screen_load
	@$(BIN)/python -m benchmarks.screen_page > docs/reference/screen-speed.md

docs: .venv/.installed-docs ## the documentation as a site, in build/site
	@$(BIN)/python -m sphinx -q -W --keep-going -b html docs build/site

renew-constraints: ## resolve all versions afresh into constraints.txt
	@scripts/renew_constraints.sh

clean: ## remove .venv, caches and what was built
	@rm -rf .venv build dist ./*.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find collabnet dashboards sample_networks tests scripts benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

.venv/.installed-%: $(INSTALLED_FROM)
	@scripts/setup.sh $*
