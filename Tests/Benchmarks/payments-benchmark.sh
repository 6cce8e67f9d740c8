#!/usr/bin/env bash
# Times what Placewise does with a large file of payments against what people use for it:
# payments-benchmark.sh [ROWS] [RUNS] [FILE]
#   loading: `sqlite3 .import --csv` into a plain table, DuckDB's typed load, and pandas reading the
#            file in chunks, typed, and writing them with to_sql
#   sums by body, financial year and service, straight from the file: DuckDB and polars
# Medians of whole processes that take turns. Needs GNU time, sqlite3, python3 and the release
# build; a Python module that is not installed is left out (PYTHON names another python3). FILE is
# one that payment-rows.py made before. DuckDB and polars have two threads.
# The goals: less than 64 MB of memory with 154,000 suppliers; at least 3.5 times as fast as
# .import, 1.3 times as fast as DuckDB and 10 times as fast as pandas; sums 1.8 times as fast as
# DuckDB and 1.5 times as fast as polars.
# Last seen on two cores, medians of five: 2.72 s and 58 MB; 4.23 times as fast as .import, 2.05 as
# DuckDB, 11.0 as pandas; sums in 0.90 s, 1.81 times as fast as DuckDB and 2.24 as polars.
set -euo pipefail
cd "$(dirname "$0")/../.."

rows="${1:-5000000}"
runs="${2:-3}"
python="${PYTHON:-python3}"
program="$PWD/.build/release/placewise"
[ -x "$program" ] || swift build -c release --product placewise
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cp -r datasets "$folder/datasets"
payments="${3:-$folder/payments.csv}"
[ -n "${3:-}" ] || python3 Tests/Benchmarks/payment-rows.py "$rows" > "$payments"

# The register and the schema come with a first tiny import.
printf 'areacd,indicator,period,observation\nE06000001,invented.first,2024-25,1\n' \
  > "$folder/first.csv"
"$program" import "$folder/first.csv" --workspace "$folder" >/dev/null 2>&1
mv "$folder/placewise.db" "$folder/first.db"
cat > "$folder/import.sql" <<SQL
CREATE TABLE payments (body TEXT, directorate TEXT, service TEXT, type TEXT, paid TEXT,
  number TEXT, amount REAL, supplier TEXT, description TEXT);
.import --csv --skip 1 $payments payments
SQL
cat > "$folder/duck.py" <<PY
import duckdb, os, sys
rows = """SELECT body, directorate, service, type,
  strptime(paid, '%d/%m/%Y')::DATE AS paid, number,
  CAST(round(CAST(replace(replace(replace(replace(amount, '£', ''), ',', ''), '(', '-'), ')', '')
    AS DECIMAL(18, 2)) * 100) AS BIGINT) AS pence, supplier, description
  FROM read_csv('$payments', header = true, all_varchar = true, names = ['body',
  'directorate', 'service', 'type', 'paid', 'number', 'amount', 'supplier', 'description'])"""
sums = f"""SELECT body, year(paid) - (month(paid) < 4)::INT AS year, service, count(*) AS payments,
  sum(pence) AS pence FROM ({rows}) GROUP BY ALL ORDER BY ALL"""
con = duckdb.connect("$folder/duck.db" if sys.argv[1] == "load" else ":memory:")
con.execute("SET threads TO 2")
if sys.argv[1] == "load":
    con.execute(f"CREATE TABLE payments AS {rows}")
else:
    con.execute(f"COPY ({sums}) TO '$folder/duck-sums.csv' (HEADER)")
con.close()
PY
cat > "$folder/by-polars.py" <<PY
import os
os.environ["POLARS_MAX_THREADS"] = "2"
import polars as pl
pounds = pl.col("Net Amount")
for old, new in (("£", ""), (",", ""), ("(", "-"), (")", "")):
    pounds = pounds.str.replace_all(old, new, literal=True)
day = pl.col("day")
(pl.scan_csv("$payments", infer_schema=False)
 .select(pl.col("Body Name").alias("body"), pl.col("Service Label").alias("service"),
         pl.col("Payment Date").str.to_date("%d/%m/%Y").alias("day"),
         (pounds.cast(pl.Float64) * 100).round().cast(pl.Int64).alias("pence"))
 .with_columns((day.dt.year() - (day.dt.month() < 4).cast(pl.Int32)).alias("year"))
 .group_by("body", "year", "service").agg(pl.len().alias("payments"), pl.col("pence").sum())
 .sort("body", "year", "service").collect(engine="streaming")
 .write_csv("$folder/polars-sums.csv"))
PY
cat > "$folder/by-pandas.py" <<PY
import sqlite3
import pandas
con = sqlite3.connect("$folder/pandas.db")
for part in pandas.read_csv("$payments", dtype=str, chunksize=200_000):
    amount = part["Net Amount"]
    for old, new in (("£", ""), (",", ""), ("(", "-"), (")", "")):
        amount = amount.str.replace(old, new, regex=False)
    part["Net Amount"] = (amount.astype(float) * 100).round().astype("int64")
    part["Payment Date"] = pandas.to_datetime(
        part["Payment Date"], format="%d/%m/%Y").dt.strftime("%Y-%m-%d")
    part.to_sql("payments", con, index=False, if_exists="append")
con.commit()
con.close()
PY
has() { "$python" -c "import $1" 2>/dev/null; }
has_duck=no has_polars=no has_pandas=no
if has duckdb; then has_duck=yes; fi
if has polars; then has_polars=yes; fi
if has pandas; then has_pandas=yes; fi

# Runs a command and notes what it took under a name. The file was read just before, so that all
# find it in memory alike, whoever ran before them.
timed() {
  local name="$1"
  shift
  cat "$payments" > /dev/null
  /usr/bin/time -f '%e %U %S %M' -a -o "$folder/$name" "$@" >/dev/null 2>&1
}
for ((run = 0; run < runs; run++)); do
  cp "$folder/first.db" "$folder/placewise.db"
  timed ours "$program" import "$payments" --workspace "$folder"
  rm -f "$folder/plain.db" "$folder/duck.db" "$folder/pandas.db"
  timed plain sqlite3 -init "$folder/import.sql" "$folder/plain.db" ""
  if [ $has_duck = yes ]; then timed duck "$python" "$folder/duck.py" load; fi
  if [ $has_pandas = yes ]; then timed pandas "$python" "$folder/by-pandas.py"; fi
  timed our-sums "$program" inspect "$payments" --summary --format csv --workspace "$folder" \
    --output "$folder/our-sums.csv"
  if [ $has_duck = yes ]; then timed duck-sums "$python" "$folder/duck.py" sums; fi
  if [ $has_polars = yes ]; then timed polars-sums "$python" "$folder/by-polars.py"; fi
done

# All have the same rows and the same pence, or the comparison is worth nothing.
pence="$(sqlite3 "$folder/placewise.db" "SELECT count(*) || ' ' || sum(pence) FROM payment")"
echo "payments and pence: $pence"
same() { [ "$2" = "$pence" ] || { echo "$1 has others: $2"; exit 1; }; }
if [ $has_pandas = yes ]; then
  same pandas "$(sqlite3 "$folder/pandas.db" \
    'SELECT count(*) || " " || sum("Net Amount") FROM payments')"
fi
if [ $has_duck = yes ]; then
  same DuckDB "$("$python" - "$folder/duck.db" <<'PY'
import duckdb, sys
print(*duckdb.connect(sys.argv[1]).execute("SELECT count(*), sum(pence) FROM payments").fetchone())
PY
  )"
fi
"$python" - "$folder" "$pence" <<'PY'
import csv, os, sys
folder, pence = sys.argv[1:]
for name in ("our", "duck", "polars"):
    path = f"{folder}/{name}-sums.csv"
    if not os.path.exists(path):
        continue
    count, total = 0, 0
    for row in csv.DictReader(open(path, encoding="utf-8")):
        count += int(row["payments"])
        total += int(row["pence"]) if "pence" in row else round(float(row["pounds"]) * 100)
    if f"{count} {total}" != pence:
        sys.exit(f"the sums of {name} have others: {count} {total}")
PY

# Prints the median seconds and the largest memory of a name, and how much faster ours is.
middle() { sort -n "$folder/$1" | awk '{ wall[NR] = $1 } END { print wall[int((NR + 1) / 2)] }'; }
summary() {
  [ -f "$folder/$2" ] || { echo "$1: not installed, left out"; return 0; }
  awk '{ print $2 + $3 }' "$folder/$2" | sort -n > "$folder/work"
  awk -v name="$1" -v wall="$(middle "$2")" -v ours="$(middle "$3")" \
    -v work="$(awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }' "$folder/work")" '
    $4 > most { most = $4 }
    END {
      printf "%-24s %6.2f s  (processor %6.2f s)  %7.1f MB  %5.2f times ours\n", name, wall, work,
        most / 1024, wall / ours
    }' "$folder/$2"
}
summary "placewise import" ours ours
summary "sqlite3 .import" plain ours
summary "DuckDB, typed" duck ours
summary "pandas, typed, to_sql" pandas ours
summary "placewise --summary" our-sums our-sums
summary "DuckDB, sums" duck-sums our-sums
summary "polars, sums" polars-sums our-sums
