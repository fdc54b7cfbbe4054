# What a person types. The work is in scripts/, in Package.swift and in ./kindred.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# Swift is often unpacked beside the system and not in the PATH.
export PATH := $(PATH):/opt/swift/usr/bin:/usr/local/swift/usr/bin

SWIFT_SOURCES := Package.swift Sources Tests Fuzz
PREFIX ?= /usr/local
SWIFT_TEST := swift test --disable-xctest

.PHONY: help
help: ## Show this list
	@echo "Kindred. The two commands to know: make demo, make test."
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## Install what is missing of the Debian packages Kindred is built on
	@scripts/setup

.PHONY: build
build: setup ## Build the program, as it is used at night
	swift build -c release --product kindred

.PHONY: demo
demo: setup ## Build, run the sample council from end to end, and say where to look
	@./kindred demo

.PHONY: test
test: setup lint ## Run every check: format, imports, all tests
	swift build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT_TEST) --skip-build

.PHONY: lint
lint: ## Check the format and the documentation comments
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)

.PHONY: format
format: ## Put the sources into the format that lint wants
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

.PHONY: sanitize
sanitize: setup ## Run the tests under the address and the thread sanitizer
	scripts/sanitize address
	scripts/sanitize thread

.PHONY: torture
torture: build ## Kill a run and fill its disk at every call; cut and change extracts in every way
	scripts/torture

.PHONY: bench
bench: build ## Measure the intake against libcsv, the night by stage, criteria, journeys, families, pages
	scripts/bench
	scripts/bench-night
	scripts/bench-criteria
	scripts/bench-families
	SECONDS_EACH=5 scripts/bench-site 20000

.PHONY: bench-criteria
bench-criteria: build ## Ask criteria of invented families with Kindred and with DuckDB, and compare
	scripts/bench-criteria

.PHONY: bench-linkage
bench-linkage: build ## Link the same files with Kindred and with Splink, and compare
	scripts/bench-linkage

.PHONY: accuracy
accuracy: build ## Find the people of invented councils, and compare with the truth
	scripts/people-accuracy

.PHONY: people-model
people-model: build ## Train the model for people anew, on an invented council
	scripts/people-model

.PHONY: browser
browser: build ## Walk the review application with a real browser; leaves pictures of every page
	scripts/browser

.PHONY: bench-site
bench-site: build ## Measure the review application's pages with twenty sessions at once
	scripts/bench-site

.PHONY: bench-reports
bench-reports: build ## Measure the reports of ten thousand families of concern
	scripts/bench-reports

.PHONY: agreement
agreement: setup ## Ask every pack of 100,000 families beside a second evaluator; live 10,000 histories of claims
	CRITERIA_FAMILIES=100000 KINDRED_HISTORIES=10000 swift test -c release -Xswiftc -enable-testing \
	  --disable-xctest --scratch-path .build/optimised --filter 'AgreementTests|HistoryTests'

.PHONY: fuzz
fuzz: setup ## Feed mutated bytes to what reads files, a minute each
	scripts/fuzz

.PHONY: install
install: setup ## Install a program that needs no Swift, into PREFIX (/usr/local)
	swift build -c release --product kindred --static-swift-stdlib --scratch-path .build/install
	install -D -m 0755 .build/install/release/kindred $(DESTDIR)$(PREFIX)/bin/kindred

.PHONY: clean
clean: ## Remove everything that was built; the workspace stays
	rm -rf .build
