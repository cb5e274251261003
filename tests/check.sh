#!/bin/sh
# All tests: as users build it and with the sanitizers; then the warnings of a
# release build and of clang.
# The last line counts what the three runs of meson's test suites did.
set -u
cd "$(dirname "$0")/.."
passed=0 failed=0 skipped=0

configure() { # DIR OPTIONS...
	dir=$1
	shift
	[ -f "$dir/build.ninja" ] || meson setup -Dtests=enabled "$@" "$dir" \
	    >"$dir.log" 2>&1 || { cat "$dir.log"; exit 1; }
	rm -f "$dir.log"
}

build() { # DIR
	echo "== building $1"
	meson compile -C "$1" >"$1/compile.log" 2>&1 || {
		cat "$1/compile.log"
		exit 1
	}
}

count() { # DIR NAME: a number of the summary that meson prints
	awk -v name="$2:" '$1 == name {n = $2} END {print n + 0}' "$1/test.out"
}

run_tests() { # DIR
	echo "== testing $1"
	meson test -C "$1" --no-rebuild --print-errorlogs >"$1/test.out" 2>&1
	status=$?
	cat "$1/test.out"
	grep -h '^absent:' "$1/meson-logs/testlog.txt" | sort -u
	passed=$((passed + $(count "$1" Ok)))
	failed=$((failed + $(count "$1" Fail) + $(count "$1" Timeout)))
	skipped=$((skipped + $(count "$1" Skipped)))
	[ $status = 0 ] || [ $failed -gt 0 ] || failed=$((failed + 1))
}

configure build-check
build build-check
run_tests build-check

configure build-asan -Db_sanitize=address,undefined -Db_lundef=false
build build-asan
RESCONV_CORPUS=convert
RESCONV_KILLS=10
ASAN_OPTIONS=detect_leaks=1:abort_on_error=0
UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
LSAN_OPTIONS=print_suppressions=0:suppressions=$PWD/tests/lsan.supp
export LSAN_OPTIONS RESCONV_CORPUS RESCONV_KILLS ASAN_OPTIONS UBSAN_OPTIONS
run_tests build-asan

configure build-release --buildtype release -Dtests=disabled
build build-release

CC=clang configure build-clang
build build-clang

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ] && [ $passed -gt 0 ]
