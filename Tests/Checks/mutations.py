#!/usr/bin/env python3
"""Changes covered lines one at a time and asks whether the tests notice.

    mutations.py [--draw 30] [--seed 1] [--needed 27] [--modules Tabular,Statistics,Disclosure]
                 [--folder DIR] [--through COMMAND] [--seconds N] [--list]

Works on a copy of the lower floors (see floors.sh), never on the sources themselves. A line is drawn
from those that the module's tests run, then one classic change of an operator on it: a comparison, + and
-, a constant by one, a negated condition, a removed statement, true and false, && and ||. A change that
does not build is drawn again, and so is one that survives and stands in equivalent.csv with the reason why it
changes nothing that could be seen. Tests that fail, crash or run four times as long as usual have caught it.
What was tried is kept in DIR/mutations-SEED.json, so that a run goes on where it was stopped; --seconds stops
it after a while, --list only prints what there is to draw from. Exit code: 0 with enough caught, 1 otherwise.
"""

import argparse
import csv
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FLOORS = ["CSQLite", "Tabular", "Store", "Statistics", "Disclosure"]
TESTS = ["TestSupport", "TabularTests", "StoreTests", "StatisticsTests", "DisclosureTests"]

# One build serves both to count what is covered and to try changes.
BUILD = ["swift", "build", "--build-tests", "--enable-code-coverage"]

COMPARISONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
SIGNS = {"+": "-", "-": "+", "+=": "-=", "-=": "+=", "&+": "&-", "&-": "&+"}
LOGIC = {"&&": "||", "||": "&&"}
OPERATOR = re.compile(r"(?<= )(<=|>=|==|!=|<|>|\+=|-=|&\+|&-|\+|-|&&|\|\|)(?= |$)")
NUMBER = re.compile(r"(?<![\w.$])(0x[0-9A-Fa-f_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?)(?![\w])")
CONDITION = re.compile(r"^(\s*(?:\} else )?(?:if|while|guard)) ([^,{]+?) ((?:else )?\{.*)$")
STATEMENT = re.compile(
    r"^\s*(?!(?:let|var|guard|if|for|while|switch|case|return|throw|defer|else|lazy|static|private|@)\b)(?:(?:[\w.\[\]()!?]+(?: [\w.\[\]()]+)* )(?:=|[-+*/|&^]=|&\+=|<<=|>>=) .+|(?:try )?[\w.]+\(.*\)|"
    r"continue|break)$"
)


def run(command, package, through, limit):
    """Runs a command in the package; gives its exit code (None past the limit) and its words."""
    process = subprocess.Popen(
        through + ["timeout", "-k", "2", str(int(limit)), *command], cwd=package, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace",
        # A crash would be reported for a long time, and not be less of a crash.
        env={**os.environ, "SWIFT_BACKTRACE": "enable=no"}, preexec_fn=hold_memory,
        start_new_session=True,
    )
    words, _ = process.communicate()
    end_session(process.pid)
    code = process.returncode
    return (None if code in (124, 137) else code), words


def end_session(leader):
    """Ends what a command left running: tests that never end outlive the one that started them."""
    for name in os.listdir("/proc"):
        try:
            if name.isdigit() and os.getsid(int(name)) == leader:
                os.kill(int(name), signal.SIGKILL)
        except ProcessLookupError:
            pass


def hold_memory():
    """A changed loop may ask for all there is."""
    resource.setrlimit(resource.RLIMIT_AS, (12 << 30, 12 << 30))


def test(name):
    return ["swift", "test", "--skip-build", "--disable-xctest", "--filter", f"^{name}Tests\\."]


def synchronise(package):
    """Brings the copy to the state of the sources; leaves alone what is the same."""
    if not (package / "Package.swift").exists():
        subprocess.run([ROOT / "Tests/Checks/floors.sh", package, "--copy"], check=True)
    for top, names in (("Sources", FLOORS), ("Tests", TESTS)):
        for name in names:
            wanted = {p.relative_to(ROOT) for p in (ROOT / top / name).rglob("*") if p.is_file()}
            for path in (package / top / name).rglob("*"):
                if path.is_file() and path.relative_to(package) not in wanted:
                    path.unlink()
            for path in wanted:
                copy = package / path
                if not copy.exists() or copy.read_bytes() != (ROOT / path).read_bytes():
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(ROOT / path, copy)


def coverage(package, names, through):
    """The lines that each module's own tests run, by file, and how long the tests take.

    Kept until sources or tests change.
    """
    tools = pathlib.Path(shutil.which("swiftc")).resolve().parent
    kept = package / "coverage.json"
    found = json.loads(kept.read_text()) if kept.exists() else {}
    stale = [name for name in names if found.get(name, {}).get("state") != state(package, name)]
    if stale:
        code, words = run(BUILD, package, through, 400)
        if code != 0:
            sys.exit(f"the package does not build:\n{words[-3000:]}")
    for name in stale:
        begun = time.monotonic()
        code, words = run(test(name) + ["--enable-code-coverage"], package, through, 400)
        if code != 0:
            sys.exit(f"the tests of {name} fail without any change:\n{words[-3000:]}")
        seconds = time.monotonic() - begun
        built = package / ".build" / "debug"
        report = subprocess.run(
            [tools / "llvm-cov", "export", "-format=lcov", built / "floorsPackageTests.xctest",
             "-instr-profile", built / "codecov" / "default.profdata"],
            capture_output=True, text=True, check=True).stdout
        found[name] = {
            "state": state(package, name), "lines": lines(report, package / "Sources" / name),
            "seconds": seconds}
        kept.write_text(json.dumps(found))
    return {name: found[name]["lines"] for name in names}, {name: found[name]["seconds"] for name in names}


def state(package, name):
    """A digest of a module and its tests: what was found of others is worth nothing."""
    digest = hashlib.sha256()
    for folder in (f"Sources/{name}", f"Tests/{name}Tests", "Tests/TestSupport"):
        for path in sorted((package / folder).rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(package)).encode() + path.read_bytes())
    return digest.hexdigest()


def lines(report, folder):
    """From a report in the form of lcov: `{file: {line: times run}}` for the files of a folder."""
    found, current = {}, None
    for line in report.splitlines():
        if line.startswith("SF:"):
            path = pathlib.Path(line[3:])
            current = found.setdefault(str(path.relative_to(folder)), {}) if path.is_relative_to(folder) else None
        elif line.startswith("DA:") and current is not None:
            number, count = line[3:].split(",")[:2]
            current[int(number)] = int(count)
    return found


def masked(text):
    """The text with comments and the insides of string literals blanked, same length."""
    out = list(text)
    for match in re.finditer(r'"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|//[^\n]*', text):
        for index in range(match.start(), match.end()):
            if out[index] != "\n":
                out[index] = "\x01"
    return "".join(out)


def changes(line, mask):
    """Every classic change of a line: `(kind, new line)`."""
    # How much room is kept in advance changes nothing that can be tested.
    if "reserveCapacity" in mask or mask.lstrip().startswith(("@", "import ", "#")):
        return
    for match in OPERATOR.finditer(mask):
        for kind, table in (("comparison", COMPARISONS), ("sign", SIGNS), ("logic", LOGIC)):
            if match[1] in table:
                yield kind, line[: match.start()] + table[match[1]] + line[match.end():]
    for match in NUMBER.finditer(mask):
        if more := one_more(match[1]):
            yield "constant", line[: match.start()] + more + line[match.end():]
    for match in re.finditer(r"\b(true|false)\b", mask):
        yield "truth", line[: match.start()] + {"true": "false", "false": "true"}[match[1]] + line[match.end():]
    match = CONDITION.match(mask)
    if match and not re.match(r"(let|var|case)\b", match[2]):
        yield "condition", f"{match[1]} !({line[match.start(2):match.end(2)]}) {line[match.start(3):]}"
    whole = mask.count("(") == mask.count(")") and mask.count("[") == mask.count("]")
    if whole and (STATEMENT.match(mask) or mask.strip() == "return"):
        yield "statement", ""


def one_more(number):
    """The number and one; None where a double is too large to tell."""
    plain = number.replace("_", "")
    if plain.lower().startswith("0x"):
        return hex(int(plain, 16) + 1)
    if re.search(r"[.e]", plain):
        return repr(float(plain) + 1) if float(plain) + 1 != float(plain) else None
    return str(int(plain) + 1)


def drawable(package, covered):
    """All covered lines that can be changed: `(module, file, line number, [(kind, new)])`."""
    found = []
    for name in sorted(covered):
        for file in sorted(covered[name]):
            path = package / "Sources" / name / file
            text = path.read_text()
            plain, masks = text.split("\n"), masked(text).split("\n")
            for number, times in sorted((int(n), t) for n, t in covered[name][file].items()):
                if times > 0:
                    all_changes = list(changes(plain[number - 1], masks[number - 1]))
                    if all_changes:
                        found.append((name, file, number, all_changes))
    return found


def judge(package, change, seconds, through):
    """Builds with one change and runs the module's tests: how it ended, or None without a build."""
    name, file, number, new = change
    path = package / "Sources" / name / file
    text = path.read_text()
    rows = text.split("\n")
    rows[number - 1] = new
    path.write_text("\n".join(rows))
    try:
        code, _ = run(BUILD, package, through, 400)
        if code != 0:
            return None
        code, words = run(test(name), package, through, 4 * seconds + 20)
    finally:
        path.write_text(text)
    if code == 0:
        return "survived"
    return "caught: took too long" if code is None else \
        "caught: a test failed" if re.search(r"✘|issue", words) else "caught: crashed"


def equivalents():
    """Changes known to change nothing that could be seen: `{(file, before, after): why}`."""
    with (ROOT / "Tests/Checks/equivalent.csv").open(newline="", encoding="utf-8") as file:
        return {(row["file"], row["before"], row["after"]): row["why"] for row in csv.DictReader(file)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--draw", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--needed", type=int)
    parser.add_argument("--modules", default="Tabular,Statistics,Disclosure")
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--through", default="", help="a command that every build and test is started by")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    package = (options.folder or pathlib.Path(tempfile.gettempdir()) / "placewise-floors").resolve()
    through, names = shlex.split(options.through), options.modules.split(",")
    started = time.monotonic()
    if (ROOT / "../shared").is_dir():
        os.environ.setdefault("PLACEWISE_REFERENCE", str((ROOT / "../shared").resolve()))

    synchronise(package)
    covered, usual = coverage(package, names, through)
    for name in names:
        counts = [times for file in covered[name].values() for times in file.values()]
        share = 100 * sum(times > 0 for times in counts) / len(counts)
        print(f"{name}: {share:.1f} % of {len(counts)} lines are run by its tests")
    pool = drawable(package, {name: covered[name] for name in names})
    print(f"{len(pool)} lines, {sum(len(c) for *_, c in pool)} changes to draw from")
    if options.list:
        return

    kept = package / f"mutations-{options.seed}.json"
    journal = json.loads(kept.read_text()) if kept.exists() else {}
    states = {name: state(package, name) for name in names}
    known_states = journal.get("states", {})
    done = [entry for entry in journal.get("done", []) if known_states.get(entry[0]) == states.get(entry[0])]
    journal = {"states": states, "done": done}
    chance = random.Random(options.seed)
    judged, caught, same, known_same = 0, 0, 0, equivalents()
    while judged < options.draw:
        name, file, number, all_changes = chance.choice(pool)
        kind, new = chance.choice(all_changes)
        old = (package / "Sources" / name / file).read_text().split("\n")[number - 1]
        key = [name, file, old, new]
        known = next((entry for entry in done if entry[:4] == key), None)
        if not known:
            if time.monotonic() - started > options.seconds:
                print(f"stopped after {judged}; run again to go on")
                sys.exit(2)
            known = key + [judge(package, (name, file, number, new), usual[name], through)]
            done.append(known)
            kept.write_text(json.dumps(journal, indent=1))
        if known[4] is None:
            continue
        why = known_same.get((f"Sources/{name}/{file}", old.strip(), new.strip()))
        if why and known[4] == "survived":
            same += 1
            print(f"    equivalent: {kind} in Sources/{name}/{file}:{number}: {why}")
            continue
        judged += 1
        caught += known[4] != "survived"
        print(f"{judged:3} {known[4]}: {kind} in Sources/{name}/{file}:{number}")
        print(f"      before {old.strip()}\n      after  {new.strip() or '(removed)'}", flush=True)
    print(f"{caught} of {judged} changes were caught; {same} more drawn change nothing that could be seen")
    sys.exit(0 if caught >= (options.needed if options.needed is not None else judged) else 1)


if __name__ == "__main__":
    main()
