# make        builds ./soi, one static binary
# make test   the whole check: what continuous integration runs
# make fmt    writes all Go files the one way
# make fuzz   every fuzz target, FUZZTIME each
# make bench  Soi beside Bleve's own search and SQLite, a report in Markdown;
#             BENCHFLAGS="-copies 5" for 100,000 documents
#
# The recipes name ./testdata apart because ./... leaves a folder of that
# name out.

GO       ?= go
FUZZTIME ?= 10s
SKIPPED   = $(CURDIR)/skipped.out
PACKAGES  = ./... ./testdata ./testdata/browser ./testdata/shared
CHROMIUM  = $(firstword $(foreach name,chromium chromium-browser google-chrome,$(shell command -v $(name))))

.PHONY: soi test format tidy vet race full fuzz cross chromium bench fmt clean

soi:
	CGO_ENABLED=0 $(GO) build -trimpath -o soi ./cmd/soi

test: chromium format tidy vet race full fuzz cross
	@if [ -s $(SKIPPED) ]; then echo "make test: passed, but not everything was tested here:"; sort -u $(SKIPPED); \
	else echo "make test: everything passed"; fi

format:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); \
	if [ -n "$$unformatted" ]; then echo "not as gofmt writes it (make fmt):"; echo "$$unformatted"; exit 1; fi

tidy:
	$(GO) mod tidy -diff
	$(GO) mod verify

vet:
	$(GO) vet $(PACKAGES)
	$(GO) tool staticcheck $(PACKAGES)

# The race detector makes the corpora and the browser several times slower and
# finds nothing there that the short tests do not: -short leaves them to full.
race:
	CGO_ENABLED=1 $(GO) test -race -shuffle=on -short $(PACKAGES)

full: chromium
	@rm -f $(SKIPPED)
	SOI_SKIPPED=$(SKIPPED) $(GO) test -shuffle=on -timeout 15m $(PACKAGES)

fuzz:
	@set -e; for package in $$($(GO) list ./...); do \
	  for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
	    GO=$(GO) .ci/fuzz $$package $$target $(FUZZTIME); \
	  done; \
	done

cross:
	CGO_ENABLED=0 GOOS=windows GOARCH=amd64 $(GO) build -o /dev/null ./cmd/soi
	CGO_ENABLED=0 GOOS=darwin  GOARCH=arm64 $(GO) build -o /dev/null ./cmd/soi
	CGO_ENABLED=0 GOOS=linux   GOARCH=amd64 $(GO) build -o /dev/null ./cmd/soi

# The browser tests need a Chromium. Where this may install one it does, and
# then the tests may not be skipped.
chromium:
ifeq ($(CHROMIUM),)
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-core; \
	else echo "no Chromium here and no way to install one: the browser tests will be skipped"; fi
endif

# SQLite is the command of the system; without it its columns stay empty.
bench:
	@command -v sqlite3 >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq sqlite3; } || true
	@$(GO) run ./cmd/bench $(BENCHFLAGS)

fmt:
	gofmt -w $$(git ls-files '*.go')

clean:
	rm -f soi
