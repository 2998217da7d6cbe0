# `make app` opens the dashboard, `make impact` what funders read, `make test` runs every test. Each sets up what is
# missing and nothing twice.

PYTHON ?= python3
DATABASE ?= .data/tel_en_vertel.duckdb
PORT ?= 8501
EDITIONS ?= .data/editions
IMPACT_PORT ?= 8502

IN_VENV := .venv/bin/python
PIP := $(PYTHON) -m pip --python $(IN_VENV)
INSTALL := $(PIP) install --quiet --disable-pip-version-check --require-hashes

.PHONY: app impact test bench bench-quick manual lock clean help
.NOTPARALLEL:
.DEFAULT_GOAL := help

help:
	@echo "make app          set up, load the sample projects, open the dashboard"
	@echo "make impact       publish two sample projects, open the pages for funders"
	@echo "make test         set up, Chromium included, and run every test"
	@echo "make bench        measure everything (long); make bench-quick: under a minute"
	@echo "make manual       write the manual's generated pages again"
	@echo "make lock         pin the dependencies again, with hashes (needs uv)"
	@echo "make clean        remove what was set up; the database stays"

app: .venv/app.done .venv/deduce.done $(DATABASE)
	TEL_EN_VERTEL_DB=$(DATABASE) $(IN_VENV) -m streamlit run streamlit_app.py --server.port $(PORT)

impact: .venv/app.done $(EDITIONS)
	$(IN_VENV) -m pipelines serve --editions $(EDITIONS) --port $(IMPACT_PORT)

test: .venv/test.done .venv/deduce.done
	$(IN_VENV) -m ruff check .
	@chromium="$$(bash .ci/chromium)" && CHROMIUM="$$chromium" $(IN_VENV) -m pytest --numprocesses 2 --dist loadfile

bench: .venv/test.done
	$(IN_VENV) -m tests.bench

bench-quick: .venv/test.done
	$(IN_VENV) -m tests.bench --quick

manual: .venv/app.done
	$(IN_VENV) -m docs.manual

# --without-pip: Debian keeps what gives a venv its own pip in a package that may not be there; pip itself is.
$(IN_VENV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Tel en Vertel needs Python 3.11 or newer. Try: make PYTHON=python3.12 app"; exit 1; }
	@$(PYTHON) -m pip --version >/dev/null 2>&1 \
		|| { echo "Tel en Vertel needs pip. On Debian: apt-get install python3-pip"; exit 1; }
	$(PYTHON) -m venv --without-pip .venv

.venv/app.done: requirements.txt | $(IN_VENV)
	@echo "Installing what the dashboard needs (a minute or two, once) ..."
	@$(INSTALL) -r requirements.txt
	@touch $@

.venv/test.done: requirements-dev.txt | $(IN_VENV)
	@echo "Installing what the dashboard and its tests need (a minute or two, once) ..."
	@$(INSTALL) -r requirements-dev.txt
	@touch $@ .venv/app.done

.venv/deduce.done: .venv/app.done
	@echo "Building the lists that take names out of stories (one to two minutes, once) ..."
	@$(IN_VENV) -c "from deduce import Deduce; Deduce()" >/dev/null
	@touch $@

# A database that exists is never touched: it holds somebody's registrations.
$(DATABASE): | .venv/app.done .venv/deduce.done
	@echo "Loading the sample projects ..."
	@mkdir -p $(@D)
	@$(IN_VENV) -m sample_data.load --db $@ || { rm -f $@ $@.wal; exit 1; }

# Two of the sample projects; the third is too small to be published. A folder that exists is never touched, and then no
# database is asked for either. A database without the samples gives no editions, which the pages say.
$(EDITIONS): | .venv/app.done
	@$(MAKE) --no-print-directory $(DATABASE)
	@echo "Publishing two sample projects ..."
	-@$(IN_VENV) -m pipelines publish --db $(DATABASE) --project "Achter de voordeur Rivierenbuurt (voorbeeld)" \
		--editions $@ --by neighbourhood --signed-by "M. de Boer (verzonnen)" --json
	-@$(IN_VENV) -m pipelines publish --db $(DATABASE) --project "Samen sterk Oosterveld (voorbeeld)" \
		--editions $@ --by age_band --signed-by "M. de Boer (verzonnen)" --json

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv: pipx install uv"; exit 1; }
	uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header -o requirements.txt
	uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header \
		--extra test --extra bench -c requirements.txt -o requirements-dev.txt

clean:
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
