#!/usr/bin/env bash
# Makes a package of the lower floors alone, which builds in a minute: floors.sh FOLDER
# Their sources and tests are links, or copies with --copy; the folder is for sanitizers and coverage.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$1
mkdir -p "$folder/Sources" "$folder/Tests"
for name in CSQLite Tabular Store Statistics Disclosure; do
  if [ "${2:-}" = --copy ]; then cp -r "$root/Sources/$name" "$folder/Sources/"
  else ln -sfn "$root/Sources/$name" "$folder/Sources/$name"; fi
done
for name in TestSupport TabularTests StoreTests StatisticsTests DisclosureTests; do
  if [ "${2:-}" = --copy ]; then cp -r "$root/Tests/$name" "$folder/Tests/"
  else ln -sfn "$root/Tests/$name" "$folder/Tests/$name"; fi
done
python3 - "$root/Package.swift" "$folder/Package.swift" <<'P'
import re, sys
text = open(sys.argv[1]).read()
start = text.index("let package = Package(")
open(sys.argv[2], "w").write(text[:start] + '''let package = Package(
  name: "floors",
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    floor("Tabular"),
    floor("Store", ["CSQLite"]),
    floor("Statistics"),
    floor("Disclosure"),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "Tabular"),
    tests(of: "Store", ["CSQLite"]),
    tests(of: "Statistics", ["Tabular"], data: ["Vectors"]),
    tests(of: "Disclosure", data: ["Cases"]),
  ]
)
''')
P
