#!/usr/bin/env python3
"""Changes input cells one at a time and proves that exactly the figures that rest on each move.

Draws figures by seed from reports/places/*/indicators.csv, lets `placewise explain` name their input
cells and takes one of each. In a copy of the workspace each cell is changed in turn:

  * `explain --cell` says, from the lineage of the unchanged workspace, which figures rest on it;
  * `build --check --update-lock` must exit 1 and name exactly those;
  * `diff` against the unchanged database must exit 1 and give the same list, each with the cause
    "source revised" and the cell.

Some figures rest on a cell and cannot move or show it, and are counted: blanks, noughts times a
number, a fall of 100% to within rounding, what the deflator of the base year is multiplied by and
divided by (prices of that year, real changes), means that residents weigh, and shares of jobs below a level of pay, for which lineage names every percentile although
one far from the level matters little. A leap that is marked `u` because of the years beside it is a
standing, not a figure.

  python3 Tests/Checks/movement.py [--program FILE] [--cells N] [--seed N]

Exit 0: all agree; 1: some do not, each named.
"""
import argparse
import csv
import glob
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time


CSV = ("--format", "csv", "--raw")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/placewise")
    parser.add_argument("--cells", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


class Workspace:
    """A copy of this workspace that may be changed."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.folder = tempfile.mkdtemp(prefix="placewise-movement-")
        shutil.copytree("datasets", os.path.join(self.folder, "datasets"))
        shutil.copytree("reports", os.path.join(self.folder, "reports"))

    def start(self, *line):
        return subprocess.Popen(
            [self.program, *line], cwd=self.folder, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)

    def finish(self, process, expect=0):
        output, words = process.communicate()
        if process.returncode != expect:
            raise SystemExit(f"{' '.join(process.args[1:5])}: exit {process.returncode}, expected "
                             f"{expect}: {words.strip()[-2000:]}")
        return output

    def run(self, *line):
        return self.finish(self.start(*line))

    def rows(self, process, expect=0):
        return list(csv.DictReader(io.StringIO(self.finish(process, expect))))

    def moves(self, process):
        """The rows of a command that exits 1 where something moved, and 0 where nothing did.

        A rule of sick pay may stand in pages and move no figure: check exits 1 for the pages alone.
        """
        output, words = process.communicate()
        rows = list(csv.DictReader(io.StringIO(output)))
        if process.returncode != int(bool(rows)) and "0 figures moved" not in words:
            raise SystemExit(f"{' '.join(process.args[1:5])}: exit {process.returncode} with "
                             f"{len(rows)} rows: {words.strip()[-2000:]}")
        return rows

    def path(self, name):
        return os.path.join(self.folder, name)


def drawn(workspace, count, seed):
    """One numeric input cell for each of some figures, no cell twice."""
    rows = []
    for path in sorted(glob.glob("reports/places/*/indicators.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            rows += [(r["areacd"], r["indicator"], r["period"]) for r in csv.DictReader(file)
                     if r["observation"]]
    chance = random.Random(seed)
    chance.shuffle(rows)
    with open(workspace.path("figures.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["areacd", "indicator", "period"])
        writer.writerows(rows[:count * 3])
    cells = []
    for answer in json.loads(workspace.run("explain", "--figures", "figures.csv")):
        inputs = [(c["file"], c["line"], c["column"], c["raw"], c["measure"])
                  for c in answer["inputs"] if is_number(c.get("raw"))]
        new = [c for c in inputs if c not in cells]
        if new and len(cells) < count:
            cells.append(chance.choice(new))
    return cells


def is_number(text):
    try:
        return float(text) == float(text)
    except (TypeError, ValueError):
        return False


def moved(raw, measure):
    """Another number, far enough away to show in every sum, with as many decimals."""
    decimals = len(raw.split(".")[1]) if "." in raw else 0
    value = float(raw)
    if measure.startswith("sick_pay."):
        # The rules are held against one another: only a small change is credible, and lower
        # earnings limits are whole pounds.
        if decimals == 0 and value > 50:
            return f"{value - 2:.0f}"
        return f"{value * 0.98:.{max(decimals, 2)}f}"
    step = max(abs(value) * 2, 10.0 if decimals else 1_000_000.0)
    return f"{value + step:.{decimals}f}"


def change(path, line, column, old, new):
    """Replaces one field; our data sets have no line breaks within fields."""
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")
    fields = next(csv.reader([lines[line - 1].decode("utf-8")]))
    assert fields[column - 1] == old, f"{path}:{line}: {fields[column - 1]!r}, expected {old!r}"
    fields[column - 1] = new
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(fields)
    lines[line - 1] = text.getvalue().encode("utf-8")
    with open(path, "wb") as file:
        file.write(b"\n".join(lines))


class Wrong(list):
    """What is wrong, said at once."""

    def append(self, line):
        print(line, file=sys.stderr)
        super().append(line)


def figure(row):
    return (row["indicator"], row["place"], row["period"])


def figures(rows):
    """The figures of a list of moves or uses; a mark beside a number that stayed is none."""
    return {figure(r) for r in rows if not is_mark(r)}


def is_mark(row):
    parts = set(row.get("what", "value").split(", "))
    return "notes" in parts and parts <= {"status", "notes", "compared", "trend"}


def cannot_move(row, measure, is_base):
    if not (row["value"] or row["lower"]):
        return False
    value = float(row["value"] or row["lower"])
    return (
        value == 0
        # Residents weigh a mean, which may move by less than it is printed.
        or measure == "population.all" and "e" in row["status"]
        or "_change" in row["indicator"] and value < -99.9
        or is_base and ("_change" in row["indicator"] or row["period"].startswith("2024-"))
        or row["indicator"].startswith(("sick_", "below_flat_rate", "lower_rate")))


def names(some):
    return ", ".join(" ".join(x) for x in sorted(some)[:6]) + (" …" if len(some) > 6 else "")


def main():
    options = arguments()
    began = time.monotonic()
    workspace = Workspace(options.program)
    try:
        wrong, total, stayed = check(workspace, options)
    finally:
        shutil.rmtree(workspace.folder)
    seconds = time.monotonic() - began
    print(f"{options.cells} cells changed one at a time, {total} figures moved, each named by check "
          f"and diff with its cause; {stayed} that rest on them cannot show it; {len(wrong)} wrong "
          f"({seconds:.0f} s)")
    return 1 if wrong else 0


def check(workspace, options):
    workspace.run("build")
    cells = drawn(workspace, options.cells, options.seed)
    asked = [word for file, line, column, _, _ in cells
             for word in ("--cell", f"{file}:{line}:{column}")]
    resting = {}
    for row in workspace.rows(workspace.start("explain", *asked, *CSV)):
        resting.setdefault(row["cell"], []).append(row)
    wrong, total, stayed = Wrong(), 0, 0
    for done, (file, line, column, raw, measure) in enumerate(cells):
        if done and done % 20 == 0:
            print(f"{done} cells, {total} figures moved, {len(wrong)} wrong", file=sys.stderr)
        cell = f"{file}:{line}:{column}"
        name = f"{cell} ({measure}, {raw} → {moved(raw, measure)})"
        allowed = figures(resting.get(cell, []))
        # A blank need not move; it may, where it says of how many people councils are missing.
        expected = figures(row for row in resting.get(cell, []) if row["value"] or row["lower"])
        kept = workspace.path(file) + ".kept"
        shutil.copyfile(workspace.path(file), kept)
        change(workspace.path(file), line, column, raw, moved(raw, measure))
        # Neither writes anything, so both may read at once.
        naming = workspace.start("build", "--check", "--update-lock", "--quiet", *CSV)
        telling = workspace.start("diff", "placewise.db", ".", "--update-lock", "--quiet", *CSV)
        named, told = workspace.moves(naming), workspace.moves(telling)
        os.replace(kept, workspace.path(file))
        check_list = figures(named)
        total += len(check_list)
        # A base that turns from a debt into money makes figures of which there was no row before.
        allowed |= {figure(row) for row in named if row["old"] == "no row"}
        if check_list - allowed:
            wrong.append(f"{name}: moved, but does not rest on it: {names(check_list - allowed)}")
        rest = expected - check_list
        is_base = measure == "deflator.gdp" and float(raw) == 100
        still = {figure(x) for x in resting.get(cell, []) if cannot_move(x, measure, is_base)}
        stayed += len(rest & still)
        if rest - still:
            wrong.append(f"{name}: rests on it, but did not move: {names(rest - still)}")
        if figures(told) != check_list:
            wrong.append(f"{name}: check and diff differ: {names(figures(told) ^ check_list)}")
        where = f"{file}:{line}, column {column}: {measure} of "
        for row in told:
            if is_mark(row):
                continue
            if row["cause"] != "source revised" or where not in row["why"]:
                wrong.append(f"{name}: {row['place']} {row['indicator']} {row['period']}: cause "
                             f"{row['cause']!r}, {row['why']!r}")
    return wrong, total, stayed


if __name__ == "__main__":
    sys.exit(main())
