#!/usr/bin/env bash
# Times `placewise build` from nothing and unchanged, and `--version` against sqlite3.
# Medians of five whole processes; needs GNU time and the release build.
set -euo pipefail
cd "$(dirname "$0")/../.."

program="$PWD/.build/release/placewise"
[ -x "$program" ] || swift build -c release --product placewise
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cp -r datasets "$folder/datasets"

# Prints median wall seconds and the largest memory in MB of five runs of a command.
measure() {
  local name="$1" before="$2"
  shift 2
  for _ in 1 2 3 4 5; do
    eval "$before"
    /usr/bin/time -f '%e %M' -a -o "$folder/times" "$@" >/dev/null 2>&1
  done
  sort -n "$folder/times" | awk -v name="$name" '
    { wall[NR] = $1; if ($2 > most) most = $2 }
    END { printf "%-34s %6.2f s  %6.0f MB\n", name, wall[3], most / 1024 }'
  rm "$folder/times"
}

measure "build from nothing" 'rm -rf "$folder/reports" "$folder"/placewise.db' \
  "$program" build --workspace "$folder"
measure "build, nothing changed" : "$program" build --workspace "$folder"
measure "build --check" : "$program" build --check --workspace "$folder"
python3 - "$program" <<'PYTHON' || true
import statistics, subprocess, sys, time

def median(command):
    times = []
    for _ in range(41):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)

try:
    ratio = median([sys.argv[1], "--version"]) / median(["sqlite3", ":memory:", "select 1"])
    print(f"--version against sqlite3           {ratio:5.1f} times")
except FileNotFoundError:
    print("--version against sqlite3: sqlite3 is not installed")
PYTHON
