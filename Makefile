# Everything a clone needs: python3 and make. `make run` opens the console; `make test` and `make lint` are what CI runs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help install run serve chat test eval bench lint format screenshots constraints clean

help: ## Muestra esta ayuda
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The stamps are files, so that a second `make run` starts at once; they follow what decides what is installed.
$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'EcoBot necesita Python 3.11 o más nuevo (make PYTHON=python3.12 …).' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml constraints.txt
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.tools: $(VENV)/.installed
	$(PIP) install --constraint constraints.txt --editable '.[test,lint]'
	@touch $@

install: $(VENV)/.installed ## Crea .venv e instala EcoBot

run: $(VENV)/.installed ## Abre la consola (e inicia el servidor si hace falta)
	@$(BIN)/ecobot-console

serve: $(VENV)/.installed ## Inicia el servidor en primer plano, sin pantalla
	@$(BIN)/ecobot-console serve

chat: $(VENV)/.installed ## Abre el cliente de chat contra el servidor local
	@$(BIN)/ecobot-chat

test: $(VENV)/.tools ## Pasa las pruebas
	$(BIN)/python -m pytest

eval: $(VENV)/.tools ## Evalúa el cerebro local con preguntas aparte; falla si no llega al nivel
	$(BIN)/python -m eval.run

bench: $(VENV)/.tools ## Mide respuestas locales y del modelo, y pasa 100.000 preguntas deformadas por el cerebro
	$(BIN)/python -m bench.local_answers
	$(BIN)/python -m bench.groq_relay
	$(BIN)/python -m bench.mutations

lint: $(VENV)/.tools ## Estilo, formato, tipos y contratos de importación
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.tools ## Da formato al código
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

screenshots: $(VENV)/.tools ## Rehace las imágenes de docs/
	$(BIN)/python -m docs.take_screenshots

constraints: $(VENV)/.tools ## Anota en constraints.txt las versiones instaladas
	$(BIN)/python -m pip freeze --exclude-editable > constraints.txt

clean: ## Borra lo que se puede rehacer
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
