#!/usr/bin/env bash
# Times `placewise import` of a large file of payments against `sqlite3 .import --csv` of the same
# file into a plain table, and against DuckDB's typed load where its Python module is installed:
# payments-benchmark.sh [ROWS] [RUNS]. Medians of whole processes that take turns; needs GNU time,
# sqlite3, python3 and the release build.
# The goals: less than 64 MB of memory with 154,000 suppliers, at least 3.5 times as fast as
# .import and 1.3 times as fast as DuckDB.
# Last seen on two free cores, medians of three: 3.62 s and 54 MB against 11.28 s of .import (3.1
# times as fast: short of the goal) and 4.73 s of DuckDB (1.31 times).
set -euo pipefail
cd "$(dirname "$0")/../.."

rows="${1:-5000000}"
runs="${2:-3}"
program="$PWD/.build/release/placewise"
[ -x "$program" ] || swift build -c release --product placewise
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cp -r datasets "$folder/datasets"
python3 Tests/Benchmarks/payment-rows.py "$rows" > "$folder/payments.csv"

# The register and the schema come with a first tiny import.
printf 'areacd,indicator,period,observation\nE06000001,invented.first,2024-25,1\n' \
  > "$folder/first.csv"
"$program" import "$folder/first.csv" --workspace "$folder" >/dev/null 2>&1
mv "$folder/placewise.db" "$folder/first.db"
cat > "$folder/import.sql" <<SQL
CREATE TABLE payments (body TEXT, directorate TEXT, service TEXT, type TEXT, paid TEXT,
  number TEXT, amount REAL, supplier TEXT, description TEXT);
.import --csv --skip 1 $folder/payments.csv payments
SQL
cat > "$folder/duck.py" <<PY
import duckdb
con = duckdb.connect("$folder/duck.db")
con.execute("SET threads TO 2")
con.execute("""CREATE TABLE payments AS SELECT body, directorate, service, type,
  strptime(paid, '%d/%m/%Y')::DATE AS paid, number,
  CAST(round(CAST(replace(replace(replace(replace(amount, '£', ''), ',', ''), '(', '-'), ')', '')
    AS DECIMAL(18, 2)) * 100) AS BIGINT) AS pence, supplier, description
  FROM read_csv('$folder/payments.csv', header = true, all_varchar = true, names = ['body',
  'directorate', 'service', 'type', 'paid', 'number', 'amount', 'supplier', 'description'])""")
con.close()
PY
has_duck=no
python3 -c 'import duckdb' 2>/dev/null && has_duck=yes

for ((run = 0; run < runs; run++)); do
  cp "$folder/first.db" "$folder/placewise.db"
  /usr/bin/time -f '%e %U %S %M' -a -o "$folder/ours" \
    "$program" import "$folder/payments.csv" --workspace "$folder" >/dev/null 2>&1
  rm -f "$folder/plain.db"
  /usr/bin/time -f '%e %U %S %M' -a -o "$folder/theirs" \
    sqlite3 "$folder/plain.db" < "$folder/import.sql"
  if [ "$has_duck" = yes ]; then
    rm -f "$folder/duck.db"
    /usr/bin/time -f '%e %U %S %M' -a -o "$folder/duck" python3 "$folder/duck.py"
  fi
done
sqlite3 "$folder/placewise.db" \
  "SELECT count(*) || ' payments of ' || sum(pence) || ' pence' FROM payment"

# Prints the median seconds and the largest memory of a file of times.
summary() {
  sort -n "$2" | awk -v name="$1" '
    { wall[NR] = $1; work[NR] = $2 + $3; if ($4 > most) most = $4 }
    END {
      printf "%-20s %6.2f s  (processor %5.2f s)  %5.1f MB\n", name, wall[int((NR + 1) / 2)],
        work[int((NR + 1) / 2)], most / 1024
    }'
}
median() { sort -n "$1" | awk '{ wall[NR] = $1 } END { print wall[int((NR + 1) / 2)] }'; }
summary "placewise import" "$folder/ours"
summary "sqlite3 .import" "$folder/theirs"
awk -v ours="$(median "$folder/ours")" -v theirs="$(median "$folder/theirs")" \
  'BEGIN { printf "%.2f times as fast as .import\n", theirs / ours }'
if [ "$has_duck" = yes ]; then
  summary "DuckDB, typed" "$folder/duck"
  awk -v ours="$(median "$folder/ours")" -v theirs="$(median "$folder/duck")" \
    'BEGIN { printf "%.2f times as fast as DuckDB\n", theirs / ours }'
fi
