# `make draft COUNTRY=NPL` and `make test` do all set-up on a fresh machine.
COUNTRY ?=
PYTHON ?= python3
BIN := .venv/bin
FROM := $(if $(BOTHSHORES_DATA),--from $(BOTHSHORES_DATA))

.DEFAULT_GOAL := help
.PHONY: help setup draft test check docs clean

help:
	@echo 'make draft COUNTRY=NPL   set up and draft a plan (BOTHSHORES_DATA=FOLDER adds official files)'
	@echo 'make test                set up and pass every test'
	@echo 'make check               lint, types, contracts, fast tests'

$(BIN)/bothshores: pyproject.toml uv.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@test -x $(BIN)/uv || $(BIN)/python -m pip --quiet --disable-pip-version-check install uv
	@UV_PROJECT_ENVIRONMENT=.venv UV_NO_PROGRESS=1 $(BIN)/uv sync --quiet --frozen --inexact
	@touch $(BIN)/bothshores

setup: $(BIN)/bothshores

draft: setup
	@test -n '$(COUNTRY)' || { echo 'Say which country: make draft COUNTRY=NPL'; exit 2; }
	@$(BIN)/bothshores draft $(COUNTRY) $(FROM) $(ARGS)

test: setup
	@$(BIN)/python -m pytest

check: setup
	@$(BIN)/ruff check src tests benchmarks
	@$(BIN)/ruff format --check src tests benchmarks
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m pytest -m 'not slow' -n 2

docs: setup
	@$(BIN)/python -m bothshores.cli catalogue reference --out docs/reference

clean:
	rm -rf .venv build dist
