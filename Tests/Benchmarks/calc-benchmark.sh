#!/usr/bin/env bash
# Times `placewise calc` against other programs, whole processes from CSV to CSV.
#
#   calc-benchmark.sh
#
# Medians of five runs with the largest memory. Needs GNU time and the release build; pandas,
# numpy and scipy are installed into a folder of their own where that works and left out otherwise.
# Goals: crude rate >= 8 times as fast as pandas, direct standardisation >= 2 times, life
# expectancy >= 100 times as fast as the R reference, which took 8.7 s for the same table on the
# same kind of machine (R is not run here).
set -euo pipefail
cd "$(dirname "$0")/../.."

program="$PWD/.build/release/placewise"
[ -x "$program" ] || swift build -c release --product placewise
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

python=""
if python3 -m venv "$folder/peers" >/dev/null 2>&1 \
  && "$folder/peers/bin/pip" install --quiet pandas numpy scipy >/dev/null 2>&1; then
  python="$folder/peers/bin/python"
fi

# The three tables, the same ones on every run.
python3 - "$folder" <<'PYTHON'
import random, sys

folder = sys.argv[1]
draw = random.Random(7)
with open(f"{folder}/rates.csv", "w") as out:
    out.write("area,x,n\n")
    for row in range(1_000_000):
        x = draw.randrange(12 if row % 3 == 0 else 3000)
        out.write(f"E{row:08},{x},{20_000 + draw.randrange(500_000)}\n")

# Weights per band that fall with age, as in a European standard population of 19 bands.
weights = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500,
           5000, 4000, 2500, 1500, 1000]
with open(f"{folder}/bands.csv", "w") as out:
    out.write("area,band,x,n,stdpop\n")
    for area in range(10_000):
        for band, weight in enumerate(weights):
            n = 500 + draw.randrange(9000)
            x = draw.randrange(2 + n * (band + 1) // 400)
            out.write(f"E{area:08},{band},{x},{n},{weight}\n")

ages = ";".join(str(age) for age in [0, 1] + list(range(5, 90, 5)))
# Deaths per person rise by half from band to band, to about a quarter in the last one.
rates = [0.0002 * 1.5**band for band in range(19)]
with open(f"{folder}/lives.csv", "w") as out:
    out.write("area,startage,deaths,pops\n")
    for area in range(2_000):
        pops = [1000 + draw.randrange(9000) for _ in range(19)]
        deaths = [1 + int(n * rate * (0.8 + 0.4 * draw.random())) for n, rate in zip(pops, rates)]
        out.write(f"E{area:08},{ages},{';'.join(map(str, deaths))},{';'.join(map(str, pops))}\n")
PYTHON

cat > "$folder/rates.py" <<'PYTHON'
import sys
import numpy as np, pandas as pd
from scipy import stats

table = pd.read_csv(sys.argv[1])
x = table["x"].to_numpy(float)
n = table["n"].to_numpy(float)
z = stats.norm.ppf(0.975)
lower, upper = np.empty(len(x)), np.empty(len(x))
small = x < 10
# The ten small counts are looked up: the quickest way to write it.
k = np.arange(10)
low = np.where(k == 0, 0, stats.chi2.ppf(0.025, 2 * np.maximum(k, 1)) / 2)
high = stats.chi2.ppf(0.975, 2 * k + 2) / 2
lower[small], upper[small] = low[x[small].astype(int)], high[x[small].astype(int)]
big = x[~small]
lower[~small] = big * (1 - 1 / (9 * big) - z / (3 * np.sqrt(big))) ** 3
big = big + 1
upper[~small] = big * (1 - 1 / (9 * big) + z / (3 * np.sqrt(big))) ** 3
table["value"] = x / n * 1e5
table["lower"] = lower / n * 1e5
table["upper"] = upper / n * 1e5
table.to_csv(sys.argv[2], index=False)
PYTHON

cat > "$folder/bands.py" <<'PYTHON'
import sys
import numpy as np, pandas as pd

table = pd.read_csv(sys.argv[1])
weight, x, n = table["stdpop"], table["x"], table["n"]
table["a"] = weight * x / n
table["b"] = weight**2 * x / n**2
sums = table.groupby("area", sort=False)[["x", "n", "stdpop", "a", "b"]].sum()
z = 1.959963984540054
total = sums["x"]
low = total * (1 - 1 / (9 * total) - z / (3 * np.sqrt(total))) ** 3
up = (total + 1) * (1 - 1 / (9 * (total + 1)) + z / (3 * np.sqrt(total + 1))) ** 3
rate = sums["a"] / sums["stdpop"]
spread = np.sqrt(sums["b"] / sums["stdpop"] ** 2 / total)
out = pd.DataFrame({
    "total_count": total, "total_pop": sums["n"], "value": rate * 1e5,
    "lower": (rate + spread * (low - total)) * 1e5,
    "upper": (rate + spread * (up - total)) * 1e5})
out.to_csv(sys.argv[2])
PYTHON

# measure NAME COMMAND...: prints and keeps in `median` the median wall seconds of five runs.
measure() {
  local name="$1"
  shift
  rm -f "$folder/times"
  for _ in 1 2 3 4 5; do
    python3 - "$folder/times" "$@" <<'PYTHON'
import os, subprocess, sys, time

start = time.perf_counter()
child = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
with open(sys.argv[1], "a") as out:
    out.write(f"{time.perf_counter() - start} {usage.ru_maxrss}\n")
sys.exit(os.waitstatus_to_exitcode(status))
PYTHON
  done
  median="$(sort -n "$folder/times" | awk 'NR == 3 { print $1 }')"
  sort -n "$folder/times" | awk -v name="$name" '
    { wall[NR] = $1; if ($2 > most) most = $2 }
    END { printf "%-52s %7.3f s  %5.0f MB\n", name, wall[3], most / 1024 }'
}

# against GOAL PEER: how many times as fast as the peer's seconds the last measured run was.
against() {
  awk -v own="$1" -v peer="$2" -v goal="$3" 'BEGIN {
    ratio = peer / own
    printf "  %.1f times as fast; the goal is %d: %s\n", ratio, goal, (ratio >= goal) ? "met" : "MISSED"
  }'
}

measure "crude rate, 1,000,000 rows: placewise" \
  "$program" calc crude_rate "$folder/rates.csv" -o "$folder/out.csv"
own="$median"
if [ -n "$python" ]; then
  measure "crude rate, 1,000,000 rows: pandas" \
    "$python" "$folder/rates.py" "$folder/rates.csv" "$folder/peer.csv"
  against "$own" "$median" 8
fi

measure "direct standardisation, 190,000 rows: placewise" \
  "$program" calc dsr_dobson "$folder/bands.csv" --by area -o "$folder/out.csv"
own="$median"
if [ -n "$python" ]; then
  measure "direct standardisation, 190,000 rows: pandas" \
    "$python" "$folder/bands.py" "$folder/bands.csv" "$folder/peer.csv"
  against "$own" "$median" 2
fi

measure "life expectancy, 2,000 areas: placewise" \
  "$program" calc life_expectancy "$folder/lives.csv" -o "$folder/out.csv"
echo "life expectancy, 2,000 areas: R, as measured earlier    8.7   s"
against "$median" 8.7 100
[ -n "$python" ] || echo "pandas could not be installed: left out"
