#!/usr/bin/env bash
# Times `placewise import` of every published file of service use into a fresh database:
# service-use.sh [RUNS]. The files are those of PLACEWISE_REFERENCE, or ../shared beside the
# package, below data/service-use; dictionaries, covers and notes, which hold no figures, are
# found by a first import and left out. Medians of whole processes; needs GNU time, sqlite3 and
# the release build.
# The goals: less than 4 s and less than 150 MB; the exit status is 1 where one is missed.
set -euo pipefail
cd "$(dirname "$0")/../.."

runs="${1:-5}"
program="$PWD/.build/release/placewise"
[ -x "$program" ] || swift build -c release --product placewise
files="${PLACEWISE_REFERENCE:-$PWD/../shared}/data/service-use"
[ -d "$files" ] || { echo "the published files are not there: $files" >&2; exit 0; }
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cp -r datasets "$folder/datasets"

mapfile -t all < <(find "$files/" -name '*.csv' | sort)
# Exit 3: some were refused.
"$program" import "${all[@]}" --keep-going --workspace "$folder" >/dev/null 2>"$folder/said" || true
sed -n 's/^error: \(.*\.csv\): .*without figures.*/\1/p; s/^error: \(.*\.csv\): .*no figures.*/\1/p' \
  "$folder/said" | sort > "$folder/refused"
mapfile -t good < <(printf '%s\n' "${all[@]}" | comm -23 - "$folder/refused")
echo "${#good[@]} files, $(cat "${good[@]}" | wc -c | awk '{ printf "%.1f", $1 / 1e6 }') MB;" \
  "$(wc -l < "$folder/refused") without figures"

for ((run = 0; run < runs; run++)); do
  rm -f "$folder/placewise.db"
  code=0
  /usr/bin/time -q -f '%e %U %S %M' -a -o "$folder/times" \
    "$program" import "${good[@]}" --workspace "$folder" >/dev/null 2>&1 || code=$?
  # 3: nine rows of the local authority tool are no rates of England and are rejected.
  [ "$code" = 0 ] || [ "$code" = 3 ] || { echo "import ended with $code" >&2; exit 1; }
done
sqlite3 "$folder/placewise.db" "SELECT count(*) || ' figures' FROM observation"
sort -n "$folder/times" | awk '
  { wall[NR] = $1; work[NR] = $2 + $3; if ($4 > most) most = $4 }
  END {
    middle = int((NR + 1) / 2)
    printf "import of service use  %5.2f s  (processor %5.2f s)  %5.1f MB\n", wall[middle],
      work[middle], most / 1024
    exit wall[middle] < 4 && most < 150 * 1024 ? 0 : 1
  }'
