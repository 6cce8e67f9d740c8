#!/bin/sh
# Builds the fuzz driver of the CSV reader and runs it: csv-reader-fuzz.sh [SECONDS] [CORPUS]
# What breaks it is left in the corpus folder as crash-*.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tests="$here/../TabularTests"
find "$here/../../Sources/Tabular" -name '*.swift' > "$folder/sources"
# The helpers of the tests import the module that here is compiled together with them.
for name in Outcome ReferenceReader ShortForms; do
  sed '/import Tabular/d' "$tests/$name.swift" > "$folder/$name.swift"
done
swiftc -O -sanitize=fuzzer,address -parse-as-library -swift-version 6 \
  "$here/CSVReaderFuzz.swift" "$folder"/*.swift @"$folder/sources" -o "$folder/fuzz"
corpus=${2:-$folder/corpus}
mkdir -p "$corpus"
"$folder/fuzz" -max_total_time="${1:-60}" -max_len=400 -timeout=10 \
  -artifact_prefix="$corpus/" -dict="$here/csv.dict" "$corpus"
