# Everything a fresh machine needs is installed by `make setup`; `make run` and `make test` call it.
# Works on Debian and Ubuntu with Swift 6, git, make, apt and python3.

SHELL := /bin/bash
.DEFAULT_GOAL := help

SAMPLE := samples/skolskjuts-rada
AT := 2026-06-02T08:00+02:00
SYSTEM_PACKAGES := libcsv-dev libxml2-dev libsqlite3-dev
PAGE_PACKAGES := chromium poppler-utils
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
RELEASE := .build/release/inspel

.PHONY: help setup build run test test-swift test-pages lint docs clean

help:
	@echo "make setup   install what is missing"
	@echo "make run     build, and run the sample dialogue to its annex"
	@echo "make test    build, and run every test"
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
	@swift build -c release --product inspel 2>&1 | tail -n 1

run: build
	@$(RELEASE) run $(SAMPLE) --at $(AT)

test: test-swift test-pages

test-swift: setup
	swift build --build-tests
	swift test --skip-build

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

clean:
	rm -rf .build .venv $(SAMPLE)/out
