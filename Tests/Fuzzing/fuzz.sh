#!/usr/bin/env bash
# Builds the fuzz drivers apart from the product and runs them, as many at a time as there are cores:
#   Tests/Fuzzing/fuzz.sh [SECONDS] [DRIVER...]     default: 20 seconds each of all drivers
# Prints inputs tried and processor time. What breaks a driver is left as crash-* in
# .build-fuzz/DRIVER, and becomes a test. Skipped where libFuzzer is not installed.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-20}
shift || true
[ $# -gt 0 ] || set -- csv header money number date period package formula markdown svg

# The runtime's own report of a crash would wait for ever here.
export SWIFT_BACKTRACE=enable=no
scratch=.build-fuzz
mkdir -p "$scratch"
if ! [ -f "$scratch/probe" ]; then
  printf '@_cdecl("LLVMFuzzerTestOneInput")\n%s\n' \
    'public func f(_ p: UnsafePointer<UInt8>, _ n: Int) -> CInt { 0 }' >"$scratch/probe.swift"
  swiftc -sanitize=fuzzer,address -parse-as-library "$scratch/probe.swift" -o "$scratch/probe" \
    >/dev/null 2>&1 || { echo "skipped: this Swift has no libFuzzer"; exit 0; }
fi

# The package manager cannot link a program without a main, so what the drivers drive is compiled
# with them as one module, without the imports of the modules that it belongs to. It is little:
# whatever else the product has is left out.
sources() {
  find Sources/Tabular Sources/Places/Time Sources/Evidence/{Time,Values} Sources/Indicators/Formula \
    Sources/Importers/{Cells,Packages} Sources/Reporter/{Markdown,Numbers} -name '*.swift' \
    ! -name PrintedValue.swift
  ls Sources/Importers/Files/{ImportError,RegularFile}.swift Sources/Importers/Layouts/ImportOptions*.swift \
    Sources/Importers/Payments/Payment{Date,Money}.swift Sources/Importers/Streaming/PlainNumber.swift \
    Sources/Reporter/Figures/SVGElement.swift Sources/Reporter/HTML/HTMLInline.swift \
    Tests/TabularTests/{Outcome,ReferenceReader,ShortForms}.swift Tests/Fuzzing/*.swift
}
modules='Tabular|Store|Places|Evidence|Importers|Statistics|Disclosure|Indicators|Reporter'
sources | xargs cat Tests/Fuzzing/fuzz.sh | sha256sum >"$scratch/now"
if ! cmp -s "$scratch/now" "$scratch/built"; then
  rm -rf "$scratch/sources"
  mkdir "$scratch/sources"
  for file in $(sources); do
    grep -vE "^(@testable )?import ($modules)\$" "$file" >"$scratch/sources/${file//\//-}"
  done
  swiftc -O -wmo -num-threads 2 -sanitize=fuzzer,address -parse-as-library -swift-version 6 \
    -enable-upcoming-feature ExistentialAny -module-name Fuzz "$scratch/sources"/*.swift \
    -o "$scratch/fuzz" 2> >(grep -v "Cannot export local symbol '__asan" >&2)
  mv "$scratch/now" "$scratch/built"
fi

# Runs one driver for its time and writes its line of the table.
run() {
  local driver=$1 folder=$scratch/$1 dictionary=()
  mkdir -p "$folder"
  [ ! -f "Tests/Fuzzing/$driver.dict" ] || dictionary=(-dict="Tests/Fuzzing/$driver.dict")
  [ ! -f "Tests/Fuzzing/$driver.seed" ] || cp "Tests/Fuzzing/$driver.seed" "$folder/"
  local TIMEFORMAT=%U result=0
  { time PLACEWISE_FUZZ=$driver "$scratch/fuzz" -seed="${PLACEWISE_FUZZ_SEED:-0}" -max_total_time="$seconds" -max_len=400 \
    -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$folder/" "${dictionary[@]}" "$folder" \
    >"$scratch/$driver.log" 2>&1; } 2>"$scratch/$driver.time" || result=$?
  printf '%-10s %9s inputs %8s seconds of a processor\n' "$driver" \
    "$(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$scratch/$driver.log")" \
    "$(cat "$scratch/$driver.time")"
  if [ "$result" != 0 ]; then
    grep -E "Fatal|ERROR|SUMMARY|Test unit" "$scratch/$driver.log" | head -5
    return 1
  fi
}

failed=0
for driver in "$@"; do
  while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n || failed=1; done
  run "$driver" &
done
while [ "$(jobs -rp | wc -l)" -gt 0 ]; do wait -n || failed=1; done
exit "$failed"
