"""Writes a made file of payments: the same for the same number of rows and seed.

    python3 payment-rows.py ROWS [SEED] > payments.csv

Nine columns, 330 bodies, 154,000 suppliers; 14 in 100 amounts are awkward (pound sign, thousands
separators, minus or brackets). 5,000,000 rows are about 830 MB. No name in it is anybody's.
"""

import random
import sys

rows = int(sys.argv[1])
random.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 2026)

FIRST = ["Northam", "Millbridge", "Thornwick", "Mereshire", "Eastmere", "Westmere", "Oakford"]
WORK = ["Building Services", "Care Homes", "Transport", "Catering Supplies", "Engineering",
        "Recruitment", "Environmental", "Consulting", "Print and Design", "Facilities"]
bodies = [f"{FIRST[n % 7]} {n} Council" for n in range(330)]
suppliers = [f"{FIRST[n % 7]} {WORK[n // 7 % 10]} {n} Ltd" for n in range(154_000)]
directorates = ["Adults and Health", "Children and Families", "Environment and Highways",
                "Housing and Regeneration", "Corporate Resources", "Public Health"]
services = [f"{d} - Service {n}" for d in directorates for n in range(10)]
types = ["Third Party Payments", "Supplies and Services", "Premises Related Costs", "Transport",
         "Agency Staff", "Equipment and Materials", "Grants and Contributions", "Training"]
days = [f"{d:02d}/{m:02d}/{y}" for y in range(2015, 2025) for m in range(1, 13)
        for d in range(1, 29)]


def amount():
    pence = int(random.lognormvariate(7.5, 1.6) * 100)
    kind = random.random()
    plain = f"{pence // 100}.{pence % 100:02d}"
    if kind > 0.14:
        return plain
    grouped = f"{pence // 100:,}.{pence % 100:02d}"
    if kind > 0.09:
        return f'"{grouped}"' if "," in grouped else grouped
    if kind > 0.06:
        return f'"£{grouped}"' if "," in grouped else f"£{plain}"
    return f"-{plain}" if kind > 0.03 else f"({plain})"


out = sys.stdout
out.write("Body Name,Directorate,Service Label,Expense Type,Payment Date,Transaction Number,"
          "Net Amount,Supplier Name,Description\n")
choose = random.random
lines = []
for number in range(rows):
    service = services[int(choose() * 60)]
    lines.append(
        f"{bodies[number * 330 // rows]},{service[:service.index(' - ')]},{service},"
        f"{types[int(choose() * 8)]},{days[int(choose() * len(days))]},{510000000 + number},"
        f"{amount()},{suppliers[int(choose() * 154_000)]},Order {int(choose() * 900000)}\n")
    if len(lines) == 10_000:
        out.write("".join(lines))
        lines = []
out.write("".join(lines))
