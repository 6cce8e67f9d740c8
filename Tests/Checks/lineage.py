#!/usr/bin/env python3
"""Follows figures from the reports to the cells of the files they come from.

Draws figures by seed from reports/places/*/indicators.csv, lets `placewise explain --figures` answer
for all of them from a database built aside, and reads every file, line and column that it names with
Python's csv module: first our data set, then, where the publishers' files are at hand, the published
file, whose SHA-256 must be the one named.

  python3 Tests/Checks/lineage.py [--program FILE] [--figures N] [--seed N] [--reference FOLDER]

Exit 0: all agree; 1: some do not, each named.
"""
import argparse
import csv
import glob
import hashlib
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

csv.field_size_limit(1 << 30)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/placewise")
    parser.add_argument("--figures", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reference", default=os.environ.get("PLACEWISE_REFERENCE", "../shared"))
    return parser.parse_args()


def drawn(count, seed):
    rows = []
    for path in sorted(glob.glob("reports/places/*/indicators.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                rows.append((row["areacd"], row["indicator"], row["period"], row["observation"]))
    return random.Random(seed).sample(rows, min(count, len(rows)))


class Files:
    """Rows of CSV files by the physical line on which they start."""

    def __init__(self):
        self.known = {}

    def row(self, path, line):
        if path not in self.known:
            data = open(path, "rb").read()
            for encoding in ("utf-8-sig", "cp1252"):
                try:
                    text = data.decode(encoding)
                    break
                except UnicodeDecodeError:
                    continue
            rows = {}
            reader = csv.reader(io.StringIO(text, newline=""))
            start = 1
            for fields in reader:
                rows[start] = fields
                start = reader.line_num + 1
            self.known[path] = rows
        return self.known[path].get(line)


def published(reference):
    """The publishers' files at hand, by SHA-256."""
    found = {}
    for path in glob.glob(os.path.join(reference, "data", "**", "*.csv"), recursive=True):
        with open(path, "rb") as file:
            found[hashlib.sha256(file.read()).hexdigest()] = path
    return found


def number(text):
    cleaned = re.sub(r"[£,\s%]", "", text or "")
    try:
        return float(cleaned)
    except ValueError:
        return None


def same(measure, ours, theirs):
    """True where both say the same number, or neither says one.

    Pay is kept in pence by our data set and published in pounds.
    """
    one, other = number(ours), number(theirs)
    if one is None and other is None:
        return True
    if one is None or other is None:
        return False
    if measure.startswith("ashe.") and one == other * 100:
        return True
    # A file in pounds may be kept in thousands, and a rate with fewer digits of noise.
    return any(abs(one * scale - other) <= 1e-6 * max(1.0, abs(other)) for scale in (1, 1000, 0.001))


def explained(program, figures):
    """What the program says of the figures, from a database built in a folder of its own."""
    folder = tempfile.mkdtemp(prefix="placewise-lineage-")
    try:
        shutil.copytree("datasets", os.path.join(folder, "datasets"))
        with open(os.path.join(folder, "figures.csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["areacd", "indicator", "period"])
            writer.writerows(figure[:3] for figure in figures)
        for line in (["build", "--quiet"], ["explain", "--figures", "figures.csv"]):
            ran = subprocess.run(
                [program, *line], cwd=folder, capture_output=True, text=True, check=False)
            if ran.returncode != 0:
                raise SystemExit(f"placewise {line[0]}: exit {ran.returncode}: {ran.stderr.strip()}")
        return json.loads(ran.stdout)
    finally:
        shutil.rmtree(folder)


def main():
    options = arguments()
    files = Files()
    reference = published(options.reference) if os.path.isdir(options.reference) else {}
    wrong, cells, followed = [], 0, 0
    figures = drawn(options.figures, options.seed)
    answers = explained(os.path.abspath(options.program), figures)
    for (place, indicator, period, observation), answer in zip(figures, answers, strict=True):
        name = f"{place} {indicator} {period}"
        stored = answer.get("stored value")
        if observation and (stored is None or abs(stored - float(observation)) > 0.51):
            wrong.append(f"{name}: the report says {observation}, explain {stored}")
        if not answer["inputs"] and "remark" not in answer:
            wrong.append(f"{name}: neither an input nor a reason")
        for cell in answer["inputs"]:
            cells += 1
            row = files.row(cell["file"], cell["line"])
            if row is None or cell["column"] > len(row) or row[cell["column"] - 1] != (cell["raw"] or ""):
                wrong.append(f"{name}: {cell['file']}:{cell['line']}, column {cell['column']}")
                continue
            path = reference.get(cell["publisher_sha256"])
            # England as the sum of the authorities' rows stands in no single row.
            if path is None or cell["publisher_line"] is None:
                continue
            row = files.row(path, cell["publisher_line"])
            column = cell["publisher_column"]
            if row is None or column > len(row) or not same(cell["measure"], cell["raw"], row[column - 1]):
                found = row[column - 1] if row and column <= len(row) else None
                wrong.append(
                    f"{name}: {cell['publisher_file']}:{cell['publisher_line']}, column {column}: "
                    f"found {found!r}, ours {cell['raw']!r}")
                continue
            followed += 1
    print(f"{len(figures)} figures, {cells} cells of ours, {followed} followed to a published file, "
          f"{len(wrong)} wrong")
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
