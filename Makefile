# The front door; meson does the work. See README.md.
#
#   make          build the command and the library in build/
#   make demo     install what is missing, build, convert the samples to demo/
#   make check    install what is missing, then all tests: gcc, sanitizers, clang
#   make check-cluster   the engines of resconv-batch(7): Spark, Slurm, parallel
#   make check-threads   a batch under the thread sanitizer
#   make bench    measure our steps and those of other programs
#   make install  install below PREFIX (/usr/local), DESTDIR is honoured
#   make update-golden   rewrite the golden files from what the program does
#   make picture  draw the README's picture anew
#   make clean    remove what the above made

PREFIX ?= /usr/local
SETUP = meson setup --prefix '$(PREFIX)'
SAMPLES = tests/golden/samples/lighthouses.md \
	tests/golden/samples/beekeeping.txt
# The command asks its library what can be written.
WRITTEN = $$($(1)/src/cli/resconv --list-formats | awk '$$3 == "write" {print $$1}')

all: build/build.ninja
	meson compile -C build
	@echo 'The command is build/src/cli/resconv.'

build/build.ninja:
	$(SETUP) build

# Install the packages of packages.txt, as far as its sections $(1) name them,
# that are not there. The lists of packages are only fetched when they are old.
define packages
	@set -e; command -v dpkg-query >/dev/null || { \
	  echo 'No Debian: the packages of packages.txt are taken as installed.'; \
	  exit 0; }; \
	want=$$(awk '/^#/ {next} /:$$/ {on = index(" $(1) ", " " $$1 " "); next} \
	  on && NF {print $$1}' packages.txt); lack=; \
	for p in $$want; do \
	  [ "$$(dpkg-query -W -f '$${db:Status-Status}' $$p 2>/dev/null)" = \
	    installed ] || lack="$$lack $$p"; \
	done; \
	[ -n "$$lack" ] || exit 0; \
	[ "$$(id -u)" = 0 ] && sudo= || sudo=sudo; \
	get="$$sudo env DEBIAN_FRONTEND=noninteractive apt-get"; \
	echo "Installing:$$lack"; \
	$$get install -qq -y --no-install-recommends $$lack >/dev/null 2>&1 || { \
	  $$get update -qq; \
	  $$get install -qq -y --no-install-recommends $$lack >/dev/null; }
endef

demo:
	$(call packages,build:)
	@[ -f build-release/build.ninja ] || $(SETUP) --buildtype release \
	  -Dtests=disabled build-release >/dev/null
	@meson compile -C build-release >/dev/null || meson compile -C build-release
	@rm -rf demo
	@set -e; for format in $(call WRITTEN,build-release); do \
	  build-release/src/cli/resconv -q -t $$format -o demo/$$format/ $(SAMPLES); \
	  for file in demo/$$format/*; do echo "$$file"; done; \
	done
	@echo 'From: $(SAMPLES)'
	@echo 'Open demo/html/ in a browser and demo/pdf/ in a viewer.'

# Every test there is, three times: as users build it, with the sanitizers
# (where the corpus is only converted, not scored again), and by clang, whose
# warnings are errors too.
check:
	$(call packages,build: test:)
	@tests/check.sh

# Engines that spread work over machines, each with its daemons started and
# stopped by the test: Spark with two workers, GNU parallel, Slurm with one node.
check-cluster: all
	$(call packages,build: cluster:)
	@[ -x build-cluster/bin/python ] || python3 -m venv build-cluster
	@build-cluster/bin/python -c 'import pyspark' 2>/dev/null || \
	  build-cluster/bin/pip install -q pyspark
	tests/cluster/run.py --build build --need \
	  --spark-python "$$PWD/build-cluster/bin/python"

# A hundred documents on four threads, watched by the thread sanitizer.
check-threads:
	@[ -f build-tsan/build.ninja ] || meson setup -Dtests=enabled \
	  -Db_sanitize=thread -Db_lundef=false build-tsan >/dev/null
	@meson compile -C build-tsan >/dev/null
	meson test -C build-tsan --suite threads --print-errorlogs

# Our steps and those of every peer that is there, to
# tests/bench/table.md and bench.svg.
bench:
	@[ -f build-release/build.ninja ] || $(SETUP) --buildtype release \
	  -Dtests=disabled build-release >/dev/null
	@meson compile -C build-release >/dev/null
	tests/bench/run.py --build build-release

install: all
	meson install -C build --no-rebuild

update-golden: all
	tests/golden/run.py --build build --update
	tests/cli/batch.py --build build --update Golden

picture: all
	build/src/cli/resconv -q -t pdf $(lastword $(SAMPLES)) | \
	  pdftoppm -png -r 75 -gray -f 1 -l 1 -singlefile - README

clean:
	rm -rf build build-check build-asan build-clang build-release build-tsan \
	  build-cluster demo

.PHONY: all demo check check-cluster check-threads bench install update-golden picture clean
