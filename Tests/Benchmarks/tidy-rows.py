"""Writes a tidy file of invented figures for real places: tidy-rows.py PLACES.csv ROWS > FILE.

The same arguments give the same bytes. Rows come as publishers sort them: by indicator, place and
period.
"""

import csv
import random
import sys

HEADER = (
    "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes\n"
)
KINDS = [("Percentage", "%"), ("Rate", "per 1,000"), ("Count", "persons")]
STATUSES = [""] * 90 + ["p"] * 6 + ["r"] * 2 + ["e"] * 2


def places(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [
            (row["code"], row["name"], row["kind"])
            for row in csv.DictReader(file)
            if row["code"].startswith("E0") and not row["end"]
        ]


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text


def main():
    path, count = sys.argv[1], int(sys.argv[2])
    random.seed(20240401)
    heads = [f"{code},{quoted(name)},{kind}" for code, name, kind in places(path)]
    periods = [f"{year}-04-01/P1Y" for year in range(2005, 2025)]
    write = sys.stdout.write
    write(HEADER)
    uniform, number = random.random, 0
    written = 0
    while written < count:
        number += 1
        measure, unit = KINDS[number % 3]
        unit = quoted(unit)
        indicator = f"invented.service{number % 40}.item{number:04d}"
        lines = []
        for head in heads:
            for period in periods:
                if written == count:
                    break
                written += 1
                value = uniform() * 100
                status = STATUSES[int(uniform() * 100)]
                lines.append(
                    f"{head},{indicator},{period},{value:.2f},{measure},{unit},"
                    f"{value * 0.9:.2f},{value * 1.1:.2f},{status},\n"
                )
        write("".join(lines))


main()
