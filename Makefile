# The README's commands. Each sets up what it needs first, and says what it is doing.
PYTHON ?= python3
BIN := $(if $(wildcard .venv/Scripts),.venv/Scripts,.venv/bin)
PORT ?= 8000
TEST = $(BIN)/pytest -n auto
# Which of the slow tests `make test` runs: without what `make sweep` does, unless SLOW says slow.
SLOW ?= slow and not sweep
# What `make mutants` spoils, and how many spoilt places it tries: all take hours, so SEED chooses them.
MODULES ?= hooks/library/core hooks/library/kinds hooks/library/rules hooks/library/problems hooks/library/sections
SAMPLE ?= 200
SEED ?= 20261128
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r
# What people read, and what is spelt as .typos.toml says.
READ = guides docs/*.md resources.yaml hooks/library/texts hooks/library/problems/messages.yaml *.md
export NO_MKDOCS_2_WARNING = 1
# What Python compiles is kept, whatever this machine's settings say: else every command compiles the library and the tests anew.
unexport PYTHONDONTWRITEBYTECODE
TINY = PYTHONPATH=hooks $(BIN)/python tests/tiny_library.py .cache/tiny
WITH_TINY = TINY_SITE=.cache/tiny/site
WITH_BOTH = BUILT_SITE=site $(WITH_TINY)

.PHONY: serve build check advice quick test sweep canary audit coverage mutants links bench aloud schema lock clean

serve: node_modules/.package-lock.json ## build the site and show it while you write
	@echo "Serving the library at http://127.0.0.1:$(PORT)/ (stop with Ctrl+C)"
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: node_modules/.package-lock.json ## build the site into site/; any warning stops it
	$(BIN)/mkdocs build --strict
	@echo "Built the library in site/"

check: node_modules/.package-lock.json ## check the content, and that it can be printed, in about a second
	@$(BIN)/python hooks/content.py

advice: .venv/test.stamp ## what may be better said in another way, of all content or of FILES; it stops nothing
	@$(BIN)/python hooks/content.py --advice $(FILES)

quick: .venv/test.stamp node_modules/.test.stamp ## form, types, imports, scripts, and the tests that need no real site: under a minute
	@PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python tests/side_by_side.py \
	  "the tiny library" "$(TINY)" \
	  mypy "$(BIN)/mypy" \
	  "ruff check" "$(BIN)/ruff check ." \
	  "ruff format" "$(BIN)/ruff format --check ." \
	  typos "$(BIN)/typos $(READ)" \
	  lint-imports "PYTHONPATH=hooks $(BIN)/lint-imports" \
	  biome "node_modules/.bin/biome ci --colors=off" \
	  tsc "node_modules/.bin/tsc --noEmit"
	$(WITH_TINY) $(TEST) -m "not slow"

test: quick check build ## what quick does, then content, build, links, and the tests that look at one of each in a browser and on paper
	$(BIN)/python hooks/links.py site
	$(BIN)/python tests/browser_setup.py
	$(WITH_BOTH) $(TEST) -m "$(SLOW)"

sweep: .venv/test.stamp node_modules/.test.stamp build ## the tests that look at every page, sheet and state, and the canary
	$(BIN)/python tests/browser_setup.py
	$(TINY)
	$(WITH_BOTH) $(TEST) -m sweep

canary: .venv/test.stamp node_modules/.test.stamp ## harmful words in every text of every kind: checked, built, printed and opened in a browser
	$(BIN)/python tests/browser_setup.py
	$(TEST) tests/canary

coverage: .venv/test.stamp node_modules/.test.stamp ## which lines and branches of the library the tests run; fails under the floor in pyproject.toml
	$(BIN)/mkdocs build --strict
	$(BIN)/python tests/browser_setup.py
	$(TINY)
	$(WITH_BOTH) $(TEST) --cov --cov-report term-missing:skip-covered

mutants: .venv/test.stamp node_modules/.test.stamp ## spoil the code a little, SAMPLE times, in a copy, and see whether a test notices; MODULES says which
	rm -rf .cache/mutants && mkdir -p .cache/mutants
	git ls-files -z | tar --null -T - -cf - | tar -xf - -C .cache/mutants
	ln -s ../../node_modules .cache/mutants/node_modules
	sed 's|^module-path = .*|module-path = [$(foreach module,$(MODULES),"$(module)",)]|' cosmic-ray.toml > .cache/mutants/cosmic-ray.toml
	cd .cache/mutants && export PATH="$(abspath $(BIN)):$$PATH" && cosmic-ray init cosmic-ray.toml mutants.sqlite \
	  && python tests/sample_mutants.py mutants.sqlite $(SAMPLE) $(SEED) \
	  && cosmic-ray baseline cosmic-ray.toml && cosmic-ray exec cosmic-ray.toml mutants.sqlite \
	  && python tests/surviving_mutants.py mutants.sqlite

audit: .venv/java.stamp node_modules/.test.stamp build ## the slow ones: axe, Nu, html-validate, Lighthouse on the built site
	$(BIN)/python tests/browser_setup.py
	$(BIN)/python tests/audit/audit.py site

links: .venv/test.stamp ## ask every outside address, and remember what was found in guides/shared/link-health.jsonl
	$(BIN)/python hooks/links.py --online --update --suggest

bench: .venv/bench.stamp build ## how fast the finder is with 1,000 guides, pages and sheets are made, links checked, and long lists read
	$(BIN)/python tests/browser_setup.py
	$(BIN)/python tests/bench/search.py
	$(BIN)/python tests/bench/pages.py
	$(BIN)/python tests/bench/sheets.py
	$(BIN)/python tests/bench/links.py
	$(BIN)/python tests/bench/reading.py

aloud: .venv/test.stamp ## how long what is said in a guide, or a session or workshop (KIND), takes aloud; needs espeak-ng
	$(BIN)/python tests/bench/aloud.py $(KIND)

schema: .venv/site.stamp ## write docs/schema/ from the model
	$(BIN)/python hooks/content.py --schema

lock: ## make the lock files afresh from requirements*.in (needs uv)
	for name in requirements requirements-test requirements-bench requirements-node requirements-java; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	    --no-emit-find-links $$name.in -o $$name.txt || exit 1; done

clean: ## remove what the other commands made
	rm -rf site .venv .cache node_modules .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis .coverage

.venv/site.stamp: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("The library needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@echo "Setting up the environment in .venv (about half a minute)"
	@$(PYTHON) -m venv .venv || { echo "Python could not make an environment; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(if $(wildcard .venv/Scripts),.venv/Scripts,.venv/bin)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

# Node.js: the machine's own where it is new enough and has npm, else one from PyPI.
.venv/node.stamp: requirements-node.txt .venv/site.stamp
	@if node -e 'process.exit(process.versions.node.split(".")[0] < 20)' 2>/dev/null && npm --version >/dev/null 2>&1; \
	then echo "Using this machine's Node.js $$(node --version)"; \
	else echo "Installing Node.js into .venv: this machine has none that is new enough"; \
	  $(INSTALL) requirements-node.txt; fi
	@touch $@

node_modules/.package-lock.json: package-lock.json .venv/node.stamp
	@echo "Installing the typefaces and the search engine from npm"
	@PATH="$(abspath $(BIN)):$$PATH" npm ci --omit=dev --no-audit --no-fund
	@touch $@

node_modules/.test.stamp: package-lock.json .venv/node.stamp
	@echo "Installing what the tests and audits need from npm"
	@PATH="$(abspath $(BIN)):$$PATH" npm ci --no-audit --no-fund
	@touch node_modules/.package-lock.json $@

.venv/java.stamp: requirements-java.txt .venv/test.stamp
	@if ! java -version >/dev/null 2>&1; then echo "Installing Java into .venv: this machine has none"; \
	  $(INSTALL) requirements-java.txt; fi
	@touch $@

.venv/bench.stamp: requirements-bench.txt .venv/test.stamp
	@echo "Installing what the benchmarks compare with"
	@$(INSTALL) requirements-bench.txt
	@touch $@

.venv/test.stamp: requirements-test.txt .venv/site.stamp
	@echo "Installing what the tests need"
	@$(INSTALL) requirements-test.txt
	@touch $@
