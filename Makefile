# Almanac's commands. `make` alone lists them.
#
# Everything a target needs it installs: Go modules by go itself, garble into
# .bin, the browser tests' packages into web/node_modules, and Chromium from the
# system's packages. Node is needed for tests only.

ADDR   ?= 127.0.0.1:8080
# ENGINE=plain keeps names and panic messages in the engine, for debugging.
ENGINE ?= small
# garble strips the engine further than the Go linker can; it must know the
# toolchain, so its version is pinned.
GARBLE_VERSION := v0.17.0

SHELL    := /bin/bash
# garble patches the linker of the Go release it was made for, and the budgets hold
# for that release. With another Go, the go command fetches this one by itself.
GO_RELEASE := go1.26.8
GO_VERSION := $(firstword $(subst -, ,$(shell go env GOVERSION 2>/dev/null)))
ifeq ($(filter go1.26.%,$(GO_VERSION)),)
export GOTOOLCHAIN := $(GO_RELEASE)
GO_VERSION := $(GO_RELEASE)
endif
# Go asks git for the commit, which fails when somebody else owns the clone.
export GOFLAGS := $(shell go env GOFLAGS 2>/dev/null) -buildvcs=false

BIN      := .bin
GARBLE   := $(BIN)/garble-$(GARBLE_VERSION)
ALMANAC  := $(BIN)/almanac
# What the engine is compiled from, what the scripts are bundled from, what the command is built from.
GO_FILES := $(shell find build index wasm web -name '*.go' -not -name '*_test.go' -not -path '*/node_modules/*')
WEB_FILES    := $(shell find web/src web/page -name '*.ts' -o -name '*.html')

# Packages that the engine is made of: they are tested under WebAssembly too.
# A test in build/rules holds this list to what the engine imports.
WASM_PACKAGES := ./index/leb128 ./index/analyze ./index/pack ./index/statistic/identity ./wasm/engine ./wasm/engine/ask ./wasm/wire ./wasm/service
ENGINE_FILES  := $(wildcard wasm/*.go $(WASM_PACKAGES:%=%/*.go)) go.mod go.sum
ENGINE_FILES  := $(filter-out %_test.go,$(ENGINE_FILES))

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 14

.PHONY: run
run: build ## build a site from the sample archive and serve it (ADDR=127.0.0.1:8080)
	$(ALMANAC) build -o dist build/sample
	$(ALMANAC) serve dist --addr $(ADDR)

.PHONY: build
build: $(ALMANAC) ## build the almanac command, engine and element embedded, into .bin/

$(ALMANAC): $(GO_FILES) web/dist/engine.wasm web/dist/almanac.js go.mod go.sum
	go build -trimpath -o $@ ./build/almanac

# The engine and the scripts are files of their own, so that a change to one does
# not rebuild the other. Both depend on Go's version: worker.js carries the script
# with which that version's programs start.
web/dist/engine.wasm: $(ENGINE_FILES) build/assets/engine.go $(wildcard build/strip/*.go) $(BIN)/engine-$(ENGINE) $(BIN)/$(GO_VERSION) | $(if $(filter small,$(ENGINE)),$(GARBLE))
	go run ./build/assets -only engine -engine $(ENGINE) -garble $(GARBLE)

# Stamps: a new value is a new file, so what depends on it is built again.
$(BIN)/engine-$(ENGINE):
	@mkdir -p $(BIN) && rm -f $(BIN)/engine-* && touch $@

$(BIN)/$(GO_VERSION):
	@mkdir -p $(BIN) && rm -f $(BIN)/go1.* && touch $@

web/dist/almanac.js: $(WEB_FILES) build/assets/scripts.go $(BIN)/$(GO_VERSION)
	go run ./build/assets -only scripts
	@touch $@

$(GARBLE):
	@mkdir -p $(BIN)
	GOBIN=$(CURDIR)/$(BIN) go install mvdan.cc/garble@$(GARBLE_VERSION)
	mv $(BIN)/garble $@

.PHONY: test
test: check test-go test-wasm test-web size test-e2e ## run every test; about five minutes the first time

.PHONY: check
check: ## formatting and vet, for the machine and for WebAssembly
	@unformatted=$$(gofmt -l build index wasm web/*.go); if [ -n "$$unformatted" ]; then echo "run gofmt -w on: $$unformatted"; exit 1; fi
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./wasm $(WASM_PACKAGES)

.PHONY: test-go
test-go: build ## Go tests
	go test ./...

# The engine's own tests once more, compiled to WebAssembly, stripped and run by
# Node. ENGINE=plain runs them with stack traces.
.PHONY: test-wasm
test-wasm: ## the engine's Go tests under WebAssembly
	@$(call need,node,Node 20 or newer)
	go build -o $(BIN)/assets ./build/assets
	STRIP="$(if $(filter small,$(ENGINE)),$(CURDIR)/$(BIN)/assets -strip)" GOOS=js GOARCH=wasm go test -exec="bash $(CURDIR)/build/wasm-exec.sh" $(WASM_PACKAGES)

.PHONY: test-web
test-web: web/node_modules ## type check and unit tests of the TypeScript
	cd web && npm run --silent typecheck && npm run --silent test

.PHONY: test-e2e
test-e2e: build web/node_modules ## browser tests in headless Chromium
	@bash build/chromium.sh
	cd web && CHROMIUM="$$(bash ../build/chromium.sh --print)" npm run --silent e2e

# npm ci takes exactly what package-lock.json names.
web/node_modules: web/package-lock.json
	@$(call need,npm,Node 20 or newer with npm)
	cd web && npm ci --no-audit --no-fund
	@touch $@

.PHONY: test-all
test-all: test ## what is too slow for every day: race detector, fuzzing, the corpora in ../shared
	go test -race ./index/... ./wasm/... ./build/...
	ALMANAC_SLOW=1 go test -count=1 -timeout 60m ./build/relevance
	$(MAKE) reproducible
	$(MAKE) fuzz FUZZTIME=1m

# The same source must give the same bytes wherever it lies and whatever the caches
# hold; a pack's readers and caches rely on names made of content.
.PHONY: reproducible
reproducible: build ## build everything again, elsewhere and from nothing, and compare
	@copy=$$(mktemp -d) && trap 'chmod -R u+w "$$copy" && rm -rf "$$copy"' EXIT && \
	git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$$copy" && \
	GOCACHE="$$copy/cache/go" GARBLE_CACHE="$$copy/cache/garble" $(MAKE) -C "$$copy" --no-print-directory ENGINE=$(ENGINE) build && \
	for f in web/dist/engine.wasm web/dist/almanac.js web/dist/worker.js $(ALMANAC); do cmp "$$f" "$$copy/$$f" && echo "same bytes: $$f" || exit 1; done

FUZZTIME ?= 20s
BENCH    ?= .
.PHONY: fuzz
fuzz: ## every fuzz test for FUZZTIME (20s)
	@for p in $$(go list -f '{{if .TestGoFiles}}{{.Dir}}{{end}}' ./index/... ./wasm/...); do \
	  for f in $$(grep -hoE '^func (Fuzz[A-Za-z0-9_]*)' $$p/*_test.go 2>/dev/null | sed 's/func //' | sort -u); do \
	    echo "$$p $$f"; (cd $$p && go test -run='^$$' -fuzz="^$$f\$$" -fuzztime=$(FUZZTIME) .) || exit 1; \
	  done; \
	done

.PHONY: bench
bench: ## Go benchmarks of cleaning, splitting and extraction (BENCH=regexp)
	go test -run='^$$' -bench='$(BENCH)' -benchmem $$(grep -rl '^func Benchmark' --include='*_test.go' build index wasm | xargs -n1 dirname | sort -u | sed 's|^|./|')

.PHONY: size
size: build ## sizes of engine, scripts and sample pack against build/budgets.json
	go run ./build/size

.PHONY: golden
golden: build ## rewrite the golden files; look at the diff before you commit it
	go test $$(grep -rlE 'flag\.Bool\("update"' --include='*_test.go' build index wasm | xargs -n1 dirname | sort -u | sed 's|^|./|') -update

.PHONY: clean
clean: ## delete what was built
	rm -rf $(BIN) dist web/.build web/node_modules
	find web/dist -type f -not -name .keep -delete

# $(call need,command,what to install)
define need
command -v $(1) >/dev/null || { echo "$(1) is missing: install $(2)"; exit 1; }
endef
