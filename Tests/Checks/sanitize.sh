#!/usr/bin/env bash
# Runs all tests under a sanitizer, the sources optimised: sanitize.sh address|thread [FOLDER]
# FOLDER takes a copy of the package and what is built (default: a folder in $TMPDIR).
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
kind=${1:?address or thread}
folder=${2:-${TMPDIR:-/tmp}/placewise-$kind}
case $kind in address | thread) ;; *) echo "address or thread, not '$kind'" >&2; exit 2 ;; esac
export PLACEWISE_REFERENCE=${PLACEWISE_REFERENCE:-$root/../shared} SWIFT_BACKTRACE=enable=no
# Foundation keeps 4 KB for each empty file that it reads, which is no fault of ours.
export ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS="halt_on_error=0 exitcode=66"

rm -rf "$folder/package"
mkdir -p "$folder/package"
git -C "$root" ls-files -z | (cd "$root" && xargs -0 cp --parents -t "$folder/package")
cd "$folder/package"
# Unoptimised sources would take the better part of a day; the tests themselves stay as they are.
sed -i -e 's/dependencies: arrows, swiftSettings: settings)/dependencies: arrows, swiftSettings: settings + [.unsafeFlags(["-O"])])/' \
  -e '/treatAllWarnings/d' -e '/strictMemorySafety/d' Package.swift
grep -q unsafeFlags Package.swift
if [ "$kind" = thread ]; then
  cp "$root/Tests/Checks/sanitizers/SeenMutex.swift" Sources/Store/
  grep -rlw Mutex Sources | grep -v SeenMutex | while read -r file; do
    sed -i -e 's/\bMutex\b/SeenMutex/g' -e 's/^import Synchronization$/import Store/' "$file"
    case $file in Sources/Store/*) sed -i '/^import Store$/d' "$file" ;; esac
  done
fi
swift build --build-tests --sanitize="$kind" --scratch-path "$folder/build" > "$folder/build.log" 2>&1 \
  || { tail -30 "$folder/build.log"; exit 1; }

faults=0
for tests in Tests/*Tests; do
  name=$(basename "$tests")
  began=$(date +%s)
  code=0
  swift test --skip-build --disable-xctest --sanitize="$kind" --scratch-path "$folder/build" \
    --filter "^$name\\." > "$folder/$name.log" 2>&1 || code=$?
  found=$(grep -c 'ERROR: AddressSanitizer\|WARNING: ThreadSanitizer' "$folder/$name.log" || true)
  ended=$(grep -o 'Test run with .*' "$folder/$name.log" | tail -1)
  echo "$name: $found reports in $(($(date +%s) - began)) s; ${ended:-no end of the run}; exit $code"
  if [ "$found" -gt 0 ] || [ "$code" -ne 0 ]; then faults=1; fi
done
exit $faults
