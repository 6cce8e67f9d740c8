#!/usr/bin/env python3
"""Makes a small workspace that builds in seconds: workspace.py FROM TO [--hostile]

It has the shipped places and catalogue but one year of spending, and three reports. With --hostile the
names of three places hold what should act nowhere: pipes, tags, terminal codes, formulae.
"""

import csv
import json
import pathlib
import shutil
import sys

HOSTILE = {
    "Manchester": "=Man|chester<script>alert(1)</script>\x1b[31m",
    "Bolton": "-1+Bol`ton`\u202e**b**![x](http://example.org)",
    "Greater Manchester": "@Greater\tManchester\r\n| a | b |\x9b2J",
}


def copy_part(source, target, names):
    target.mkdir(parents=True)
    package = json.loads((source / "datapackage.json").read_text())
    package["resources"] = [r for r in package["resources"] if r["name"] in names]
    (target / "datapackage.json").write_text(json.dumps(package))
    for name in names + ["sources", "source-columns"]:
        if (source / f"{name}.csv").exists():
            shutil.copy(source / f"{name}.csv", target)


def main():
    source, target = (pathlib.Path(name) / "datasets" for name in sys.argv[1:3])
    target.mkdir(parents=True)
    for name in ["places", "catalogue", "deflators"]:
        shutil.copytree(source / name, target / name)
    copy_part(source / "population", target / "population", ["population-count", "children"])
    copy_part(source / "revenue-outturn", target / "revenue-outturn", ["rsx-2024-25"])
    publish(target, ["E08000003", "E47000001", "E92000001"])
    if "--hostile" in sys.argv:
        rename(target / "places")


def publish(datasets, places):
    rows = "".join(f"report,{code}\n" for code in places)
    (datasets / "catalogue" / "publications.csv").write_text("kind,place\n" + rows)


def rename(folder):
    changed = 0
    for path in sorted(folder.glob("*.csv")):
        rows = list(csv.reader(path.open(newline="", encoding="utf-8-sig")))
        new = [[HOSTILE.get(cell, cell) for cell in row] for row in rows]
        changed += sum(a != b for a, b in zip(rows, new))
        if new != rows:
            with path.open("w", newline="", encoding="utf-8") as file:
                csv.writer(file, lineterminator="\n").writerows(new)
    package = json.loads((folder / "datapackage.json").read_text())
    for resource in package["resources"]:
        for key in ("hash", "bytes"):
            resource.pop(key, None)
    (folder / "datapackage.json").write_text(json.dumps(package))
    print(changed, "rows renamed")


if __name__ == "__main__":
    main()
