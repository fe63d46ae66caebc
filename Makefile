PYTHON ?= python3
BIN = .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test lint fmt strings screens bench setup

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## start the demonstration: web server and jobs (PORT, DATABASE_URL)
	@$(PYTHON) dev.py run

test: ## the whole suite on SQLite and PostgreSQL, with contracts, linters, catalogues, browser
	@$(PYTHON) dev.py test

setup: ## the virtual environment with everything the tests need
	@$(PYTHON) dev.py setup

fmt: setup ## format the code
	@$(BIN)/ruff check -q --fix . ; $(BIN)/ruff format -q .

lint: setup ## linters, types, import contracts
	@$(BIN)/ruff check . && $(BIN)/ruff format --check -q . && $(BIN)/mypy && $(BIN)/lint-imports

strings: setup ## extract and merge the interface's texts, then check both catalogues
	@$(BIN)/python tools/strings.py update && $(BIN)/python tools/strings.py check

screens: setup ## photograph the main pages and every paper in both languages into docs/screens/
	@$(BIN)/python tools/screens.py && $(BIN)/python tools/papers.py

bench: setup ## measure papers, search and import on this machine
	@$(BIN)/python -m bench
