#!/usr/bin/env python3
"""Kills a command at random moments: kills.py import|build|payments|export PROGRAM WORKSPACE COUNT

After each kill the content must be wholly the old or wholly the new, and the same command run again
must end with the new and leave nothing behind. `payments` is the import of a large file of payments;
after each kill, and after the run again, `verify` must find nothing wrong with its database. Prints one line of figures; the exit code says whether all was well.
"""

import collections
import csv
import hashlib
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

WHAT, PROGRAM, WORKSPACE, COUNT = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), int(sys.argv[4])
DATABASE = WORKSPACE / "placewise.db"
EXPORT = WORKSPACE / "figures"
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
TIDY = "areacd,indicator,period,observation\n"


def command(*words):
    return [PROGRAM, *words, "--workspace", str(WORKSPACE), "--quiet"]


def rows(name, count):
    path = WORKSPACE / name
    with path.open("w") as file:
        file.write(TIDY)
        for number in range(count):
            file.write(f"E080000{number % 10 + 1:02d},local.{name[:3]}{number // 400},{1990 + number // 10 % 40}-04-01/P1Y,{number}\n")
    return str(path)


def publish(codes):
    text = "kind,place\n" + "".join(f"report,{code}\n" for code in codes)
    (WORKSPACE / "datasets/catalogue/publications.csv").write_text(text)


def state():
    """What a reader finds: the sources of the database, or the database with its reports, or an export."""
    if WHAT == "export":
        digest = hashlib.sha256()
        for path in sorted(path for path in EXPORT.rglob("*") if path.is_file()):
            digest.update(str(path.relative_to(EXPORT)).encode() + path.read_bytes())
        return digest.hexdigest()[:8]
    try:
        connection = sqlite3.connect(DATABASE, timeout=20)
        check = "integrity_check" if WHAT == "payments" else "quick_check"
        if connection.execute(f"PRAGMA {check}").fetchone()[0] != "ok":
            return "damaged"
        if WHAT == "import":
            found = str(connection.execute("SELECT count(*) FROM observation").fetchone()[0])
        elif WHAT == "payments":
            # Names, sources and losses come and go with their payments.
            found = " ".join(str(connection.execute(f"SELECT {what}").fetchone()[0]) for what in (
                "count(*) || '/' || sum(pence) FROM payment", "count(*) FROM payment_supplier",
                "count(*) FROM payment_source", "count(*) FROM source"))
        else:
            listed = connection.execute("SELECT path, sha256 FROM build_output ORDER BY path").fetchall()
            found = hashlib.sha256(repr(listed).encode()).hexdigest()[:8]
            for path, digest in listed:
                file = WORKSPACE / "reports" / path
                if not file.exists() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
                    found += " with other reports"
                    break
        connection.close()
        return found
    except sqlite3.Error as error:
        return f"unreadable: {error}"


def verified():
    """Whether `verify` finds nothing wrong with the database of a killed load of payments."""
    return WHAT != "payments" or subprocess.run(command("verify"), **QUIET).returncode == 0


def leftovers():
    return [path.name for path in WORKSPACE.glob(".placewise-*")] + [
        path.name for path in WORKSPACE.glob("placewise.db-*")]


class Import:
    def prepare(self):
        DATABASE.unlink(missing_ok=True)
        subprocess.run(command("import", rows("old.csv", 50)), check=True, **QUIET)
        self.saved = WORKSPACE / "saved"
        shutil.copy(DATABASE, self.saved)
        self.line = command("import", rows("new.csv", 60_000), rows("two.csv", 60_000))

    def reset(self, _):
        for path in WORKSPACE.glob("placewise.db*"):
            path.unlink()
        shutil.copy(self.saved, DATABASE)


class Payments(Import):
    def prepare(self):
        DATABASE.unlink(missing_ok=True)
        small, large = self.made(1_000, 1), self.made(200_000, 2)
        subprocess.run(command("import", small), check=True, **QUIET)
        self.saved = WORKSPACE / "saved"
        shutil.copy(DATABASE, self.saved)
        self.line = command("import", large)

    def made(self, count, seed):
        path = WORKSPACE / f"payments-{seed}.csv"
        maker = pathlib.Path(__file__).parent.parent / "Benchmarks/payment-rows.py"
        with path.open("w") as file:
            subprocess.run([sys.executable, maker, str(count), str(seed)], stdout=file, check=True)
        return str(path)


class Build:
    sets = [["E08000003"], ["E08000003", "E92000001"]]

    def prepare(self):
        publish(self.sets[0])
        self.line = command("build")
        subprocess.run(self.line, check=True, **QUIET)
        self.now = 0

    def reset(self, _):
        self.now = 1 - self.now
        publish(self.sets[self.now])


class Export:
    def prepare(self):
        self.line = command("export", str(EXPORT), "--as", "datapackage")
        self.export()
        self.saved = WORKSPACE / "saved"
        shutil.copytree(EXPORT, self.saved)
        # Another title of an indicator is another export.
        path = WORKSPACE / "datasets/catalogue/indicators.csv"
        with path.open(newline="", encoding="utf-8") as file:
            table = list(csv.reader(file))
        table[1][table[0].index("title")] += " (anew)"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(table)
        self.export()
        self.reset(0)

    def export(self):
        subprocess.run(command("build"), check=True, **QUIET)
        subprocess.run(self.line, check=True, **QUIET)

    def reset(self, _):
        shutil.rmtree(EXPORT, ignore_errors=True)
        shutil.copytree(self.saved, EXPORT)


def main():
    random.seed(COUNT)
    job = {"import": Import, "payments": Payments, "build": Build, "export": Export}[WHAT]()
    job.prepare()
    found, bad, killed, whole = collections.Counter(), [], 0, 0.0
    old = state()
    job.reset(0)
    began = time.time()
    subprocess.run(job.line, check=True, **QUIET)
    whole, new = time.time() - began, state()
    first = whole
    wanted = {old, new}
    for trial in range(COUNT):
        job.reset(trial)
        before = state()
        process = subprocess.Popen(job.line, start_new_session=True, **QUIET)
        try:
            process.wait(timeout=random.uniform(0, whole * 1.05))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed += 1
        after, sound = state(), verified()
        found["new" if after != before else "old"] += 1
        began = time.time()
        again = subprocess.run(job.line, **QUIET).returncode
        # How long it takes changes with what else the machine does.
        if after == before and again == 0:
            whole = time.time() - began
        end, sound = state(), sound and verified()
        if not sound or after not in wanted or again != 0 or end != ((wanted - {before}) or {new}).pop() or leftovers():
            bad.append((trial, before, after, again, end, leftovers(), sound))
    print(f"{COUNT} runs of {first:.2f} s, {killed} killed, {found['old']} old, {found['new']} new, "
          f"{len(bad)} neither or not mended")
    for one in bad[:5]:
        print("   ", one)
    return 1 if bad or killed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
