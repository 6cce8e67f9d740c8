#!/usr/bin/env bash
# Builds the fuzz drivers apart from the product and runs them:
#   Tests/Fuzzing/fuzz.sh [SECONDS] [DRIVER...]     default: 20 seconds each of all drivers
# What breaks one is left as crash-* in .build-fuzz/DRIVER, and becomes a test.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-20}
shift || true
all=(money number date period header package formula markdown svg)
[ $# -gt 0 ] || set -- csv "${all[@]}"

# The runtime's own report of a crash would wait for ever here.
export SWIFT_BACKTRACE=enable=no
scratch=.build-fuzz
mkdir -p "$scratch"
flags=(-O -wmo -sanitize=fuzzer,address -parse-as-library -enable-testing -swift-version 6
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility
  -I "$scratch" -I Sources/CSQLite)

# The package manager cannot link a program without a main, so the modules are compiled one by one,
# lowest first, and only where a source is newer.
objects=()
for module in Tabular Store Places Evidence Importers Statistics Disclosure Indicators Reporter; do
  object=$scratch/$module.o
  objects+=("$object")
  [ -f "$object" ] && [ -z "$(find Sources -newer "$object" -name '*.swift')" ] && continue
  find "Sources/$module" -name '*.swift' >"$scratch/$module.sources"
  swiftc "${flags[@]}" -module-name "$module" -emit-module \
    -emit-module-path "$scratch/$module.swiftmodule" -emit-object -o "$object" \
    @"$scratch/$module.sources"
done
swiftc "${flags[@]}" Tests/Fuzzing/Drivers.swift "${objects[@]}" -lsqlite3 -o "$scratch/fuzz"

for driver in "$@"; do
  echo "== $driver"
  if [ "$driver" = csv ]; then
    bash Tests/Fuzzing/csv-reader-fuzz.sh "$seconds" "$scratch/csv" 2>&1 | tail -2
    continue
  fi
  mkdir -p "$scratch/$driver"
  dictionary=()
  [ ! -f "Tests/Fuzzing/$driver.dict" ] || dictionary=(-dict="Tests/Fuzzing/$driver.dict")
  PLACEWISE_FUZZ=$driver "$scratch/fuzz" -max_total_time="$seconds" -max_len=400 -timeout=10 \
    -rss_limit_mb=2048 -artifact_prefix="$scratch/$driver/" "${dictionary[@]}" "$scratch/$driver" \
    2>&1 | grep -E "Fatal|ERROR|SUMMARY|Done|DONE|Test unit" | head -5
  ! ls "$scratch/$driver"/crash-* "$scratch/$driver"/timeout-* >/dev/null 2>&1 || exit 1
done
