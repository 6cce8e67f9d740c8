#!/usr/bin/env bash
# Times `placewise import` of a large tidy file against `sqlite3 .import --csv` of the same file
# into a plain typed table: tidy-benchmark.sh [ROWS] [RUNS]. Medians of whole processes that take
# turns; needs GNU time, sqlite3, python3 and the release build.
# The goals: less than 64 MB of memory, and at least 3.5 times as fast.
set -euo pipefail
cd "$(dirname "$0")/../.."

rows="${1:-5000000}"
runs="${2:-3}"
program="$PWD/.build/release/placewise"
[ -x "$program" ] || swift build -c release --product placewise
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cp -r datasets "$folder/datasets"
python3 Tests/Benchmarks/tidy-rows.py datasets/places/places.csv "$rows" > "$folder/tidy.csv"

# The register and the schema come with a first tiny import.
printf 'areacd,indicator,period,observation\nE06000001,invented.first,2024-25,1\n' \
  > "$folder/first.csv"
"$program" import "$folder/first.csv" --workspace "$folder" >/dev/null 2>&1
mv "$folder/placewise.db" "$folder/first.db"
cat > "$folder/import.sql" <<SQL
CREATE TABLE tidy (areacd TEXT, areanm TEXT, geography TEXT, indicator TEXT, period TEXT,
  observation REAL, measure TEXT, unit TEXT, lci_95 REAL, uci_95 REAL, status TEXT, notes TEXT);
.import --csv --skip 1 $folder/tidy.csv tidy
SQL

for ((run = 0; run < runs; run++)); do
  cp "$folder/first.db" "$folder/placewise.db"
  /usr/bin/time -f '%e %U %S %M' -a -o "$folder/ours" \
    "$program" import "$folder/tidy.csv" --workspace "$folder" >/dev/null 2>&1
  rm -f "$folder/plain.db"
  /usr/bin/time -f '%e %U %S %M' -a -o "$folder/theirs" \
    sqlite3 "$folder/plain.db" < "$folder/import.sql"
done
sqlite3 "$folder/placewise.db" "SELECT count(*) || ' figures' FROM observation"

# Prints the median seconds and the largest memory of a file of times.
summary() {
  local name="$1" file="$2"
  sort -n "$file" | awk -v name="$name" '
    { wall[NR] = $1; work[NR] = $2 + $3; if ($4 > most) most = $4 }
    END {
      printf "%-20s %6.2f s  (processor %5.2f s)  %5.1f MB\n", name, wall[int((NR + 1) / 2)],
        work[int((NR + 1) / 2)], most / 1024
    }'
}
summary "placewise import" "$folder/ours"
summary "sqlite3 .import" "$folder/theirs"
median() { sort -n "$1" | awk '{ wall[NR] = $1 } END { print wall[int((NR + 1) / 2)] }'; }
awk -v ours="$(median "$folder/ours")" -v theirs="$(median "$folder/theirs")" \
  'BEGIN { printf "%.2f times as fast\n", theirs / ours }'
