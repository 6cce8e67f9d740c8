"""An independent reading of files of payments: rows with an amount, and their sum in pence.

    python3 payments-sums.py FILE...

Prints one line for each file: name, rows, pence. It shares nothing with the importer: the column
of amounts is looked up by its exact heading, and amounts are read as decimal numbers.
"""

import csv
import decimal
import io
import re
import sys

HEADINGS = [
    "net amount(£)", "net amount(œ)", "net amount (£)", "net amount", "net",
    "total (excludes vat)", "invoice line value (net of vat)", "invoice line value", "amount paid",
    "sum of inv amount", "amount £", "amount",
]


def rows(path):
    data = open(path, "rb").read()
    for encoding in ("utf-8-sig", "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    return list(csv.reader(io.StringIO(text, newline="")))


def pence(cell):
    text = cell.strip().replace("£", "").replace("œ", "").replace(",", "")
    sign = 1
    if text.startswith("(") and text.endswith(")"):
        sign, text = -1, text[1:-1]
    if text.endswith("-") and len(text) > 1:
        sign, text = -1, text[:-1]
    if not re.fullmatch(r"-?\d+(\.\d*)?([eE][-+]?\d+)?|-?\.\d+", text):
        return None
    whole = decimal.Decimal(text) * 100
    return sign * int(whole.quantize(decimal.Decimal(1), rounding=decimal.ROUND_HALF_UP))


def amount_column(table):
    best = None
    for row in table:
        names = [cell.strip().lower() for cell in row]
        for rank, heading in enumerate(HEADINGS):
            if heading in names and len([name for name in names if name]) > 2:
                if best is None or rank < best[0]:
                    best = (rank, names.index(heading))
    return best[1] if best else None


def read(path):
    table = rows(path)
    column = amount_column(table)
    count, total = 0, 0
    for row in table:
        if column is None or len(row) <= column:
            continue
        found = pence(row[column])
        others = [cell for index, cell in enumerate(row) if index != column and cell.strip()]
        # An amount alone is a total of those above.
        if found is None or not others:
            continue
        count += 1
        total += found
    return count, total


for name in sys.argv[1:]:
    count, total = read(name)
    print(f"{name}\t{count}\t{total}")
