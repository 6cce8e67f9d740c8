#!/usr/bin/env python3
"""Looks at the pages and figures of reports/ as a reader’s programs do.

Markdown is rendered by GitHub’s rules (cmark-gfm, where installed): every table is a table, notes
resolve, no raw HTML is left, links inside the tree lead to files. Web pages that `placewise` writes
are parsed: language, title, headings in order, texts for pictures, heads of tables with scope, no
id twice, links within the page, contrast of colours (WCAG 2, AA). Figures are well-formed, under
40 kB, have title and description and are drawn by rsvg-convert or Chromium, where installed.

  python3 Tests/Checks/pages.py [--program FILE] [--figures N] [--seed N] [--keep FOLDER]

Exit 0: all well, or a tool is missing and said so; 1: something is not, each thing named.
"""
import argparse
import glob
import html.parser
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as xml

MOST_BYTES = 40_000
SVG = "{http://www.w3.org/2000/svg}"


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/placewise")
    parser.add_argument("--figures", type=int, default=60, help="figures drawn, by seed; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="folder for the pictures")
    return parser.parse_args()


class Report:
    """What was found wrong, and what was skipped."""

    def __init__(self):
        self.faults = []

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    @staticmethod
    def skip(tool, what):
        print(f"skipped: {tool} is not installed, so {what}")


# Markdown


def anchors(page):
    """The anchors GitHub gives the headings of a page."""
    found = set()
    for line in page.split("\n"):
        if line.startswith("#"):
            text = re.sub(r"[*`]|\[\^[^\]]*\]", "", line.lstrip("#").strip()).lower()
            found.add("".join(c for c in text.replace(" ", "-") if c.isalnum() or c in "-_"))
    return found


def links(path, page, report):
    outside = re.sub(r"```.*?```|`[^`]*`", "", page, flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", outside):
        if re.match(r"https?://", target):
            continue
        target, _, part = target.partition("#")
        file = os.path.join(os.path.dirname(path), urllib.parse.unquote(target)) if target else path
        if not os.path.exists(file):
            report.fault(path, f"the link to '{target}' leads nowhere")
        elif part and file.endswith(".md"):
            if part not in anchors(open(file, encoding="utf-8").read()):
                report.fault(path, f"no heading of '{target or path}' has the anchor '{part}'")


def blocks(page):
    """Tables and notes that the source means to have."""
    tables = [b.strip("\n") for b in page.split("\n\n") if b.startswith("| ") and "\n| " in b]
    rows = sum(len(t.split("\n")) - 1 for t in tables)
    return len(tables), rows


def markdown(report):
    pages = sorted(glob.glob("reports/**/*.md", recursive=True)) + ["README.md"]
    for path in pages:
        links(path, open(path, encoding="utf-8").read(), report)
    tool = shutil.which("cmark-gfm")
    if not tool:
        report.skip("cmark-gfm", "Markdown is not rendered")
        return len(pages)
    listed = subprocess.run([tool, "--list-extensions"], capture_output=True, text=True).stdout
    command = [tool]
    for name in ("table", "autolink", "strikethrough", "tagfilter", "footnotes"):
        command += ["-e", name] if name in listed else []
    for path in pages:
        page = open(path, encoding="utf-8").read()
        made = subprocess.run(command + [path], capture_output=True, text=True)
        if made.returncode:
            report.fault(path, "cmark-gfm: " + made.stderr.strip())
            continue
        text = made.stdout
        tables, rows = blocks(page)
        if text.count("<table>") != tables:
            report.fault(path, f"{tables} tables are written, {text.count('<table>')} are rendered")
        if text.count("<tr>") != rows:
            report.fault(path, f"{rows} rows are written, {text.count('<tr>')} are rendered")
        if "raw HTML omitted" in text:
            report.fault(path, "raw HTML stands in it")
        for line in re.sub(r"<pre>.*?</pre>|<code>.*?</code>", "", text, flags=re.S).split("\n"):
            if re.search(r"(^|\s)\|.*\|", re.sub(r"<[^>]*>", "", line)):
                report.fault(path, "a table is broken: " + line[:80])
        used = set(re.findall(r"\[\^([^\]]+)\](?!:)", re.sub(r"`[^`]*`", "", page)))
        defined = re.findall(r"^\[\^([^\]]+)\]: ", page, re.M)
        if used != set(defined) or len(defined) != len(set(defined)):
            report.fault(path, f"notes used and defined differ: {sorted(used ^ set(defined))[:5]}")
    return len(pages)


# Web pages


class Page(html.parser.HTMLParser):
    """A page as assistive technology walks through it."""

    void = {"meta", "img", "br", "hr", "link", "input", "col"}

    def __init__(self, name, report):
        super().__init__(convert_charrefs=True)
        self.name, self.report = name, report
        self.open, self.level, self.titles = [], 0, 0
        self.ids, self.targets, self.style = set(), [], ""
        self.has = {"lang": False, "title": "", "main": False, "charset": False}

    def fault(self, what):
        self.report.fault(self.name, what)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in self.void:
            self.open.append(tag)
        if given.get("id"):
            if given["id"] in self.ids:
                self.fault(f"the id '{given['id']}' stands twice")
            self.ids.add(given["id"])
        if tag == "html":
            self.has["lang"] = bool(given.get("lang"))
        elif tag == "meta":
            self.has["charset"] |= "charset" in given
        elif tag == "main":
            self.has["main"] = True
        elif tag == "img" and not (given.get("alt") or "").strip():
            self.fault("a picture has no text in its place")
        elif tag == "th" and given.get("scope") not in ("col", "row"):
            self.fault("a head of a table has no scope")
        elif tag == "a":
            self.targets.append(given.get("href") or "")
        elif re.fullmatch(r"h[1-6]", tag):
            depth = int(tag[1])
            if depth > self.level + 1:
                self.fault(f"a heading of level {depth} follows one of level {self.level}")
            self.level = depth
            self.titles += depth == 1

    def handle_endtag(self, tag):
        if tag in self.void:
            return
        if not self.open or self.open[-1] != tag:
            self.fault(f"'{tag}' is closed where '{self.open[-1] if self.open else 'nothing'}' is open")
        if self.open:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "title":
            self.has["title"] += data
        if self.open and self.open[-1] == "style":
            self.style += data

    def finish(self):
        for what, there in self.has.items():
            if not there:
                self.fault(f"it has no {what}")
        if self.titles != 1:
            self.fault(f"it has {self.titles} headings of level 1")
        if self.open:
            self.fault(f"never closed: {self.open}")
        for target in self.targets:
            if target.startswith("#") and target[1:] not in self.ids:
                self.fault(f"the link to '{target}' leads nowhere")
        contrast(self.name, self.style, self.report)


def luminance(colour):
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(d * 2 for d in digits)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast(name, style, report):
    """Every colour of words against every ground: there are few of either."""
    grounds = set(re.findall(r"background:\s*(#[0-9a-fA-F]{3,6})", style)) or {"#fff"}
    plain = [g for g in grounds if luminance(g) > 0.8]
    for colour in set(re.findall(r"(?<![-\w])color:\s*(#[0-9a-fA-F]{3,6})", style)):
        for ground in plain:
            if ratio(colour, ground) < 4.5:
                report.fault(name, f"{colour} on {ground} has a contrast of {ratio(colour, ground):.1f}")


def web(program, folder, report):
    if not os.path.exists(program):
        report.skip(program, "no web page is written")
        return 0
    asked = [
        ("report", "Manchester"), ("report", "Birmingham"), ("report", "Greater Manchester"),
        ("report", "England"), ("plan", "Manchester"), ("plan", "Birmingham"),
        ("compare", "looked_after_rate", "asc_net_adult_real", "--among", "core-cities"),
    ]
    names = []
    for number, words in enumerate(asked):
        name = os.path.join(folder, f"page-{number}-{words[0]}.html")
        made = subprocess.run(
            [program, *words, "--format", "html", "-o", name], capture_output=True, text=True)
        if made.returncode:
            report.fault(" ".join(words), made.stderr.strip())
            continue
        page = Page(" ".join(words), report)
        page.feed(open(name, encoding="utf-8").read())
        page.close()
        page.finish()
        names.append((words, name))
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if not browser:
        report.skip("Chromium", "no page is opened in a browser")
        return len(names)
    for words, name in names[:2]:
        seen = subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "file://" + name],
            capture_output=True, text=True, timeout=120)
        tables = open(name, encoding="utf-8").read().count("<table>")
        if seen.stdout.count("<table>") != tables:
            report.fault(" ".join(words), "a browser finds other tables than were written")
    return len(names)


# Figures


def figures(count, seed, folder, report):
    paths = sorted(glob.glob("reports/**/figures/*.svg", recursive=True))
    for path in paths:
        size = os.path.getsize(path)
        if size > MOST_BYTES:
            report.fault(path, f"{size} bytes are more than {MOST_BYTES}")
        try:
            root = xml.parse(path).getroot()
        except xml.ParseError as error:
            report.fault(path, f"not well-formed: {error}")
            continue
        if root.find(f"{SVG}title") is None or root.find(f"{SVG}desc") is None:
            report.fault(path, "it has no title or no description")
        if root.get("role") != "img":
            report.fault(path, "it is not marked as a picture")
        within(path, root, report)
    drawn = paths if count == 0 else random.Random(seed).sample(paths, min(count, len(paths)))
    tool = shutil.which("rsvg-convert")
    if not tool:
        report.skip("rsvg-convert", "no figure is drawn")
        return len(paths)
    for path in drawn:
        picture = os.path.join(folder, path.replace("/", "-").removesuffix(".svg") + ".png")
        made = subprocess.run([tool, "-o", picture, path], capture_output=True, text=True)
        if made.returncode or not os.path.exists(picture) or os.path.getsize(picture) < 1000:
            report.fault(path, "it cannot be drawn: " + made.stderr.strip())
    return len(paths)


SIZES = {"tt": 18, "st": 14, "sm": 12}


def within(path, root, report):
    """Words that begin or end outside the sheet are cut off; a letter is about half as wide as high."""
    box = [float(n) for n in (root.get("viewBox") or "0 0 0 0").split()]
    for text in root.iter(f"{SVG}text"):
        classes = (text.get("class") or "").split()
        try:
            x, y = float(text.get("x", 0)), float(text.get("y", 0))
        except ValueError:
            continue
        if text.get("transform"):
            continue
        words = "".join(text.itertext())
        size = next((SIZES[c] for c in classes if c in SIZES), 13)
        width = len(words) * size * 0.42
        left = x - (width if "e" in classes else width / 2 if "c" in classes else 0)
        if left < box[0] - 2 or left + width > box[0] + box[2] + 2 or not 0 < y <= box[1] + box[3]:
            report.fault(path, f"'{words[:50]}' is cut off")


def main():
    options = arguments()
    report = Report()
    folder = options.keep or tempfile.mkdtemp(prefix="placewise-pages-")
    os.makedirs(folder, exist_ok=True)
    try:
        pages = markdown(report)
        written = web(options.program, folder, report)
        drawn = figures(options.figures, options.seed, folder, report)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    for fault in report.faults[:50]:
        print(fault)
    if len(report.faults) > 50:
        print(f"and {len(report.faults) - 50} more")
    print(f"{pages} pages, {written} web pages, {drawn} figures: {len(report.faults)} faults")
    return 1 if report.faults else 0


sys.exit(main())
