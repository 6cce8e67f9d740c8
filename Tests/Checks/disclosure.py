#!/usr/bin/env python3
"""Protects random tables and has another solver try to work the hidden cells out.

Draws tables by seed: counts by two or three dimensions with totals, with regions between, two tables
that share a margin, and payments to suppliers. `placewise calc disclosure` says which cells are
hidden; SciPy's solver then finds the least and the greatest value every hidden cell can have, given
what is published, and compares that room with what the rule asks for.

  python3 Tests/Checks/disclosure.py [--program FILE] [--tables N] [--first SEED] [--auditor FILE]

--auditor FILE  a Python file whose `check(case)` gives {"violations": ...}: asked as well
Exit 0: no cell can be worked out closer than its rule allows; 1: some can, each named.
"""
import argparse
import importlib.util
import itertools
import json
import math
import random
import subprocess
import sys
import tempfile
import time

try:
    import numpy
    from scipy.optimize import Bounds, LinearConstraint, milp
except ImportError:
    print("skipped: SciPy is not installed")
    sys.exit(0)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/placewise")
    parser.add_argument("--tables", type=int, default=50)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--auditor")
    return parser.parse_args()


class Table:
    """Leaves by their codes, and the sums that are published beside them."""

    def __init__(self):
        self.cells, self.equations = {}, []

    def add(self, dimensions, leaves):
        """All sums of one table. A dimension is its leaves and [(sum, parts)], lowest first."""
        totals = dict(leaves)
        for at, (_, sums) in enumerate(dimensions):
            for name, parts in sums:
                others = {code[:at] + code[at + 1:] for code in totals if code[at] in parts}
                for other in sorted(others):
                    whole = other[:at] + (name,) + other[at:]
                    of = [other[:at] + (part,) + other[at:] for part in parts]
                    totals[whole] = sum(totals[part] for part in of)
                    self.equations.append(["|".join(whole), ["|".join(part) for part in of]])
        self.cells.update({"|".join(code): value for code, value in totals.items()})


def simple(prefix, count):
    codes = [f"{prefix}{number}" for number in range(count)]
    return codes, [("Total", codes)]


def regional(count):
    codes, _ = simple("P", count)
    half = count // 2
    return codes, [
        ("North", codes[:half]), ("South", codes[half:]), ("Total", ["North", "South"])]


def counts(seed):
    """A table of people, skewed as such tables are, and the rule that nothing below a threshold shows."""
    rng = random.Random(seed)
    places = rng.randint(4, 9)
    dimensions = [regional(places) if seed % 4 == 3 else simple("P", places)]
    dimensions.append(simple("c", rng.randint(3, 5)))
    if seed % 3 == 2:
        dimensions.append((["f", "m"], [("Total", ["f", "m"])]))
    leaves = {
        code: math.floor(math.exp(rng.uniform(0, 5)) - 1)
        for code in itertools.product(*(codes for codes, _ in dimensions))}
    table = Table()
    if seed % 3 == 2 and seed % 2 == 0:
        # Two tables that share places and their totals: by category, and by sex.
        for left_out in (2, 1):
            kept = [dimension for at, dimension in enumerate(dimensions) if at != left_out]
            margin = {}
            for code, value in leaves.items():
                short = code[:left_out] + code[left_out + 1:]
                margin[short] = margin.get(short, 0) + value
            table.add(kept, margin)
    else:
        table.add(dimensions, leaves)
    threshold = rng.choice([3, 4, 5, 5, 10])
    return {
        "kind": "secondary", "integer": True, "known": {"lower": 1},
        "requirement": {"threshold": threshold, "width": threshold - 2},
        "cells": table.cells, "equations": table.equations,
        "primary": sorted(c for c, value in table.cells.items() if 0 < value < threshold)}


def payments(seed):
    """Payments to suppliers, none of whom another may know to within 15% (the p% rule)."""
    rng = random.Random(seed)
    dimensions = [simple("P", rng.randint(4, 7)), simple("c", 4)]
    paid = {}
    for code in itertools.product(*(codes for codes, _ in dimensions)):
        for _ in range(rng.randint(0, 12)):
            pence = round(math.exp(rng.uniform(2, 10)) * 100)
            by = paid.setdefault(code, {})
            supplier = rng.randrange(30)
            by[supplier] = by.get(supplier, 0) + pence
    every = itertools.product(*(codes + ["Total"] for codes, _ in dimensions))
    table, protection, primary = Table(), {}, []
    table.add(dimensions, {
        code: sum(paid.get(code, {}).values())
        for code in itertools.product(*(codes for codes, _ in dimensions))})
    for code in every:
        together = {}
        for leaf, by in paid.items():
            if all(part in ("Total", own) for part, own in zip(code, leaf)):
                for supplier, pence in by.items():
                    together[supplier] = together.get(supplier, 0) + pence
        if not together:
            continue
        first, second = (sorted(together.values(), reverse=True) + [0])[:2]
        short = 0.15 * first - (sum(together.values()) - first - second)
        if short > 0 or len(together) == 1:
            name = "|".join(code)
            primary.append(name)
            room = math.ceil(max(short, 0)) / 100
            protection[name] = {"lpl": room, "upl": room}
    return {
        "kind": "secondary", "integer": False, "known": {"lower": 0},
        "requirement": {"protection": "each cell's own"}, "protection": protection,
        "cells": {name: value / 100 for name, value in table.cells.items()},
        "equations": table.equations, "primary": sorted(primary)}


def rooms(case, hidden):
    """The least and the greatest value of every hidden cell, None where there is no greatest."""
    column = {cell: at for at, cell in enumerate(sorted(hidden))}
    rows, sums = [], []
    for whole, parts in case["equations"]:
        row, rest = [0.0] * len(column), 0.0
        for cell, sign in [(whole, -1), *((part, 1) for part in parts)]:
            if cell in column:
                row[column[cell]] += sign
            else:
                rest -= sign * case["cells"][cell]
        if any(row):
            rows.append(row)
            sums.append(rest)
    slack = 0 if case["integer"] else 1e-6
    constraints = LinearConstraint(
        numpy.array(rows), numpy.array(sums) - slack, numpy.array(sums) + slack) if rows else ()
    found = {}
    for cell, at in column.items():
        ends = []
        for sign in (1, -1):
            cost = numpy.zeros(len(column))
            cost[at] = sign
            answer = milp(
                cost, constraints=constraints,
                integrality=numpy.full(len(column), int(case["integer"])),
                bounds=Bounds(case["known"]["lower"], numpy.inf))
            ends.append(None if answer.x is None else float(answer.x[at]))
        if ends[0] is None:
            raise ValueError(f"no value is possible for {cell}")
        found[cell] = ends
    return found


def violations(case, hidden):
    bad = []
    for cell, (low, high) in rooms(case, hidden).items():
        value, wide = case["cells"][cell], math.inf if high is None else high - low
        if cell not in case["primary"]:
            if wide < 1e-4:
                bad.append(f"{cell} is fixed at {low}")
            continue
        need = case.get("protection", {}).get(cell)
        if need is None:
            if wide < case["requirement"].get("width", 0) - 1e-6:
                bad.append(f"{cell} is between {low} and {high}")
        elif wide < 1e-4 or low > value - need["lpl"] + 1e-3 or (
                high is not None and high < value + need["upl"] - 1e-3):
            bad.append(f"{cell} ({value}) is between {low} and {high}, needs {need}")
    return bad


def main():
    options = arguments()
    second = None
    if options.auditor:
        specification = importlib.util.spec_from_file_location("auditor", options.auditor)
        second = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(second)
    began, wrong, small, hidden_cells, refused, naive = time.time(), 0, 0, 0, 0, 0
    with tempfile.NamedTemporaryFile("w+", suffix=".json") as file:
        for seed in range(options.first, options.first + options.tables):
            case = payments(seed) if seed % 5 == 4 else counts(seed)
            file.seek(0)
            file.truncate()
            json.dump({"id": f"drawn-{seed}", **case}, file)
            file.flush()
            run = subprocess.run(
                [options.program, "calc", "disclosure", file.name], capture_output=True, text=True)
            if run.returncode not in (0, 1) or not run.stdout:
                print(f"table {seed}: exit {run.returncode}, {run.stderr.strip()}")
                refused += 1
                continue
            answer = json.loads(run.stdout)
            hidden = set(answer["suppressed"])
            bad = violations(case, hidden)
            if answer["verdict"] != "safe":
                bad.append("its own audit calls it " + answer["verdict"])
            naive += bool(violations(case, set(case["primary"])))
            missed = set(case["primary"]) - hidden
            noughts = [c for c in hidden if case["integer"] and case["cells"][c] == 0]
            bad += [f"{c} is shown" for c in sorted(missed)] + [f"{c} hides 0" for c in noughts]
            if second:
                bad += [f"second auditor: {v}" for v in
                        second.check({**case, "suppressed": sorted(hidden)})["violations"].items()]
            for line in bad:
                print(f"table {seed}: {line}")
            wrong += bool(bad)
            small += len(case["primary"])
            hidden_cells += len(hidden)
    print(f"{options.tables} tables, {small} cells to protect, {hidden_cells} hidden, "
          f"{wrong} tables with a cell that can be worked out, {refused} not protected, "
          f"{time.time() - began:.0f} s; hiding those alone would have failed {naive} tables")
    return 0 if naive and not wrong and not refused else 1


sys.exit(main())
