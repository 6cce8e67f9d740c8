#!/usr/bin/env python3
"""Opens what `placewise export` writes with the tools it is written for, and compares the values.

Needs a database that was built (`placewise build`, or --db FILE). Each tool is tried where it is
installed and skipped, with a word, where it is not: frictionless, csvw, DuckDB and Datasette as Python
packages, PostgreSQL as `initdb`, `pg_ctl` and `psql`, in a private cluster that is removed again.

  python3 Tests/Checks/exports.py [--program FILE] [--db FILE] [--kills N] [--all]

Exit 0: all agree; 1: some do not, each named.
"""
import argparse
import csv
import glob
import hashlib
import importlib.util
import json
import os
import pwd
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

csv.field_size_limit(1 << 30)
failures = []


def check(what, holds, detail=""):
    print(("ok: " if holds else "FAILED: ") + what + (f" ({detail})" if detail else ""))
    if not holds:
        failures.append(what)


def skip(tool):
    print(f"skipped: {tool} is not installed here")


def has(module):
    return importlib.util.find_spec(module) is not None


def export(options, folder, form):
    line = [options.program, "export", folder, "--as", form] + options.place
    start = time.time()
    done = subprocess.run(line, capture_output=True, text=True)
    check(f"export as {form}", done.returncode == 0,
          done.stderr.strip() + f", {time.time() - start:.1f} s")


def digests(folder):
    found = {}
    for path in sorted(glob.glob(f"{folder}/**", recursive=True)):
        if os.path.isfile(path):
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def repeated(options, scratch, form):
    """The same bytes on a second run in another time zone and locale."""
    again = f"{scratch}/{form}-again"
    environment = dict(os.environ, TZ="Pacific/Auckland", LC_ALL="tr_TR.UTF-8")
    subprocess.run([options.program, "export", again, "--as", form] + options.place,
                   capture_output=True, env=environment)
    check(f"{form}: the same bytes in another time zone and locale",
          digests(f"{scratch}/{form}") == digests(again))
    shutil.rmtree(again, ignore_errors=True)


def killed(options, scratch, form):
    """A run that is killed leaves the folder as it was, whole or absent."""
    folder = f"{scratch}/{form}"
    whole = digests(folder)
    chance = random.Random(1)
    bad = stopped = 0
    for number in range(options.kills):
        target = folder if number % 2 else f"{scratch}/new-{form}"
        process = subprocess.Popen(
            [options.program, "export", target, "--as", form] + options.place,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.random() * 1.2)
        process.send_signal(signal.SIGKILL if number % 4 < 2 else signal.SIGTERM)
        stopped += process.wait() != 0
        there = digests(target)
        bad += there != whole and bool(there)
        if target != folder:
            shutil.rmtree(target, ignore_errors=True)
    subprocess.run([options.program, "export", folder, "--as", form] + options.place,
                   capture_output=True)
    left = [name for name in os.listdir(scratch) if name.startswith(".placewise-")]
    check(f"{form}: killed {stopped} times of {options.kills}, nothing partial, nothing left",
          bad == 0 and not left and digests(folder) == whole, f"{bad} partial, {len(left)} left")


def package(options, folder):
    with open(f"{folder}/datapackage.json", encoding="utf-8") as file:
        description = json.load(file)
    resources = description["resources"]
    wrong = 0
    for resource in resources:
        with open(f"{folder}/{resource['path']}", "rb") as file:
            content = file.read()
        wrong += resource["bytes"] != len(content)
        wrong += resource["hash"] != "sha256:" + hashlib.sha256(content).hexdigest()
        header = content.split(b"\n", 1)[0].decode().split(",")
        wrong += header != [field["name"] for field in resource["schema"]["fields"]]
    check(f"datapackage.json vouches for {len(resources)} files", wrong == 0)
    if has("frictionless"):
        frictionless(options, folder, description)
    else:
        skip("frictionless")
    if has("csvw"):
        web(options, folder)
    else:
        skip("csvw")
    if has("duckdb"):
        duck(options, folder)
    else:
        skip("DuckDB")


def sample(options, names):
    """All names, or a few by seed: the tools in Python read some thousand rows a second."""
    return names if options.all else sorted(random.Random(1).sample(names, min(6, len(names))))


def frictionless(options, folder, description):
    import frictionless as tool
    chosen = sample(options, [one["name"] for one in description["resources"][3:]])
    kept = [one for one in description["resources"]
            if one["name"] in chosen or not one["name"].startswith("values-")]
    path = f"{folder}/some.json"
    with open(path, "w", encoding="utf-8") as file:
        json.dump(dict(description, resources=kept), file)
    start = time.time()
    report = tool.Package(path).validate()
    os.remove(path)
    problems = report.flatten(["type", "message"])[:3]
    check(f"frictionless {tool.__version__}: {len(kept)} resources valid", report.valid,
          f"{problems or ''} {time.time() - start:.1f} s")


def web(options, folder):
    import csvw
    paths = sorted(glob.glob(f"{folder}/values/*.csv-metadata.json"))
    wrong = []
    for path in sample(options, paths) + glob.glob(f"{folder}/*.csv-metadata.json"):
        table = csvw.CSVW(path, validate=True)
        if not table.is_valid:
            wrong.append(os.path.basename(path))
    check("CSV on the Web: metadata and tables valid", not wrong, " ".join(wrong))


def duck(options, folder):
    import duckdb
    database = sqlite3.connect(f"file:{options.database}?mode=ro", uri=True)
    connection = duckdb.connect()
    rows = connection.execute(
        f"SELECT indicator, areacd, period, observation FROM read_csv('{folder}/values/*.csv',"
        " header = true, all_varchar = true)").fetchall()
    decimals = dict(database.execute("SELECT id, decimals FROM indicator"))
    stored = {}
    for indicator, place, start, months, value in database.execute(
            "SELECT indicator, place, period_start, period_months, value FROM indicator_value"):
        length = "P0D" if months == 0 else f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"
        stored[indicator, place, f"{start}/{length}"] = value
    wrong = 0
    for indicator, place, period, text in rows:
        value = stored.get((indicator, place, period), "none")
        if value is None or text is None:
            wrong += value is not None or text is not None
        else:
            wrong += abs(float(text) - value) > 0.5000001 * 10 ** -decimals[indicator]
    check(f"DuckDB {duckdb.__version__}: {len(rows)} values as in the database, rounded",
          wrong == 0 and len(rows) == len(stored), f"{wrong} differ")


def datasette(options, folder):
    if not has("datasette"):
        return skip("Datasette")
    asked = [
        ("/-/metadata.json", lambda page: "placewise" in page["databases"]),
        ("/placewise/v_indicator.json?_shape=objects&place=E08000003&indicator=asc_net_adult_real",
         lambda page: len(page["rows"]) > 0),
        ("/placewise/place.json?place=Leeds&_shape=objects", lambda page: len(page["rows"]) > 100),
    ]
    for path, holds in asked:
        done = subprocess.run(
            [sys.executable, "-m", "datasette", f"{folder}/placewise.db", "--metadata",
             f"{folder}/metadata.json", "--get", path], capture_output=True, text=True)
        try:
            good = done.returncode == 0 and holds(json.loads(done.stdout))
        except (ValueError, KeyError):
            good = False
        check(f"Datasette: {path.split('?')[0]}", good, done.stderr[-200:] if not good else "")
    database = sqlite3.connect(f"file:{folder}/placewise.db?mode=ro", uri=True)
    rows = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("payment", "payment_supplier", "reject")]
    check("Datasette: no payments and no rejected rows in the copy", rows == [0, 0, 0])


def tool(name):
    found = shutil.which(name)
    if found:
        return found
    there = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"))
    return there[-1] if there else None


def postgres(options, folder):
    tools = {name: tool(name) for name in ("initdb", "pg_ctl", "psql")}
    if not all(tools.values()):
        return skip("PostgreSQL")
    user = None
    if os.geteuid() == 0:
        names = {entry.pw_name for entry in pwd.getpwall()}
        user = next((name for name in ("postgres", "nobody") if name in names), None)
        if not user or not shutil.which("setpriv"):
            return skip("a user for PostgreSQL")
    home = tempfile.mkdtemp(prefix="placewise-postgres-")
    account = pwd.getpwnam(user) if user else None
    if account:
        os.chown(home, account.pw_uid, account.pw_gid)
    prefix = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}",
              "--clear-groups"] if account else []

    def run(*line, **more):
        return subprocess.run(prefix + list(line), capture_output=True, text=True, cwd=home, **more)

    cluster = f"{home}/cluster"
    try:
        made = run(tools["initdb"], "-D", cluster, "-U", "check", "-A", "trust", "-E", "UTF8",
                   "--locale=C")
        started = run(tools["pg_ctl"], "-D", cluster, "-w", "-l", f"{home}/log", "-o",
                      f"-k {home} -c listen_addresses=''", "start") if made.returncode == 0 else made
        if started.returncode != 0:
            check("PostgreSQL: a private cluster", False, (made.stderr + started.stderr)[-300:])
            return
        psql = [tools["psql"], "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", home, "-U", "check",
                "-d", "postgres"]
        start = time.time()
        loaded = subprocess.run(psql + ["-f", "schema.sql", "-f", "load.sql"], cwd=folder,
                                capture_output=True, text=True)
        check("PostgreSQL: schema.sql and load.sql", loaded.returncode == 0,
              loaded.stderr[-300:] or f"{time.time() - start:.1f} s")
        if loaded.returncode == 0:
            compare(options, psql)
            timings(psql)
    finally:
        run(tools["pg_ctl"], "-D", cluster, "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)


def compare(options, psql):
    """Every row of the views, digit for digit."""
    database = sqlite3.connect(f"file:{options.database}?mode=ro", uri=True)
    for view in ("v_indicator", "v_spend_per_head", "v_pay_share", "v_sources"):
        names = [row[1] for row in database.execute(f"PRAGMA table_info({view})")]
        own = sorted(
            tuple("" if value is None else repr(value) if isinstance(value, float) else str(value)
                  for value in row)
            for row in database.execute(f"SELECT * FROM {view}"))
        done = subprocess.run(
            psql + ["-c", f"COPY (SELECT * FROM placewise.{view}) TO STDOUT (FORMAT csv)"],
            capture_output=True, text=True)
        rows = list(csv.reader(done.stdout.splitlines(True)))
        numbers = {index for index, row in enumerate(database.execute(f"PRAGMA table_info({view})"))
                   if row[2] == "REAL"}
        theirs = sorted(
            tuple(repr(float(value)) if index in numbers and value else value
                  for index, value in enumerate(row)) for row in rows)
        check(f"PostgreSQL: {len(own)} rows of {view}, {len(names)} columns, to the last digit",
              own == theirs, done.stderr[-200:])


def timings(psql):
    query = ("SELECT count(*), avg(value) FROM placewise.v_spend_per_head "
             "WHERE indicator = 'asc_net_adult_real' AND period_start = '2024-04-01'")
    done = subprocess.run(psql + ["-c", "\\timing on", "-c", query, "-c", query, "-c",
                                  "SELECT pg_size_pretty(pg_database_size('postgres'))"],
                          capture_output=True, text=True)
    words = [line for line in done.stdout.splitlines() if "Time" in line or "MB" in line]
    print("PostgreSQL: one indicator and year by view, and the size: " + "; ".join(
        word.strip() for word in words))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/placewise")
    parser.add_argument("--db", default="placewise.db")
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--all", action="store_true", help="every table, also with the slow tools")
    options = parser.parse_args()
    options.program = os.path.abspath(options.program)
    options.database = os.path.abspath(options.db)
    options.place = ["--db", options.database]
    scratch = tempfile.mkdtemp(prefix="placewise-exports-")
    os.chmod(scratch, 0o755)
    try:
        for form in ("datapackage", "postgres", "datasette"):
            export(options, f"{scratch}/{form}", form)
            repeated(options, scratch, form)
            killed(options, scratch, form)
        package(options, f"{scratch}/datapackage")
        datasette(options, f"{scratch}/datasette")
        postgres(options, f"{scratch}/postgres")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
