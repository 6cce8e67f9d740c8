#!/bin/sh
# Builds and runs the CSV benchmark: csv-benchmark.sh [MEGABYTES]
# The goals: plain at most 3 times the newline count, quoted at most 6 times.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
find "$here/../../Sources/Tabular" -name '*.swift' > "$folder/sources"
swiftc -O -wmo -swift-version 6 -enable-upcoming-feature MemberImportVisibility \
  -parse-as-library -module-name csvbenchmark \
  "$here/CSVBenchmark.swift" @"$folder/sources" -o "$folder/csvbenchmark"
"$folder/csvbenchmark" "${1:-128}" "$folder"
