#!/usr/bin/env python3
"""Damages a database and asks whether it is noticed: damage.py PROGRAM DATABASE WORKSPACE COUNT

COUNT times one bit is turned over, COUNT times the file is cut short. `verify` must end with 1 or 5
wherever a row has changed or cannot be read, must end within 20 seconds, must never be ended by a signal
and must not write to the file.
"""

import hashlib
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM, SOUND, WORKSPACE, COUNT = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])


def content(path):
    """A digest of all rows and of the schema, or None where they cannot be read."""
    digest = hashlib.sha256()
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        connection.text_factory = bytes
        names = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        digest.update(repr(names).encode())
        for name, _ in names:
            quoted = name.decode(errors="replace").replace('"', '""')
            for row in connection.execute(f'SELECT * FROM "{quoted}" NOT INDEXED'):
                digest.update(repr(row).encode())
        connection.close()
    # A damaged name of a column is none in UTF-8.
    except (sqlite3.Error, OverflowError, UnicodeDecodeError):
        return None
    return digest.hexdigest()


def main():
    random.seed(COUNT)
    bytes_, wanted = SOUND.read_bytes(), content(SOUND)
    codes, bad = {"flip": {}, "cut": {}}, []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "placewise.db"
        for trial in range(2 * COUNT):
            kind = "flip" if trial < COUNT else "cut"
            if kind == "flip":
                damaged = bytearray(bytes_)
                damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(8)
            else:
                damaged = bytes_[: random.randrange(len(bytes_))]
            path.write_bytes(damaged)
            try:
                run = subprocess.run(
                    [PROGRAM, "verify", "--db", str(path), "--workspace", WORKSPACE],
                    capture_output=True, timeout=20)
                code = run.returncode
            except subprocess.TimeoutExpired:
                code = "hang"
            codes[kind][code] = codes[kind].get(code, 0) + 1
            changed = kind == "cut" or content(path) != wanted
            if code not in (0, 1, 5) or (code == 0 and changed) or path.read_bytes() != bytes(damaged):
                bad.append((trial, kind, code, len(damaged), run.stderr[-200:] if code != "hang" else ""))
    print(f"{COUNT} bits turned over: exits {dict(sorted(codes['flip'].items(), key=str))}; "
          f"{COUNT} cut short: exits {dict(sorted(codes['cut'].items(), key=str))}; {len(bad)} not noticed")
    for one in bad[:5]:
        print("   ", one)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
