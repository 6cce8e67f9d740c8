#!/usr/bin/env bash
# Makes the documentation of every library from its comments: documentation.sh [FOLDER]
# Fails where a link leads nowhere. Open FOLDER/NAME.doccarchive in any reader of DocC archives.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-${TMPDIR:-/tmp}/placewise-documentation}
command -v docc >/dev/null || { echo "no docc: documentation is not made"; exit 0; }
mkdir -p "$folder"
cd "$root"
# It ends badly over the program itself, which has no public names; what the libraries gave is looked at.
swift package --scratch-path "$folder/build" dump-symbol-graph --minimum-access-level public \
  > "$folder/symbols.log" 2>&1 || true
faults=0
for page in Sources/*/*.docc; do
  name=$(basename "$page" .docc)
  rm -rf "$folder/$name" && mkdir "$folder/$name"
  find "$folder/build" -path '*/symbolgraph/*' \( -name "$name.symbols.json" -o -name "$name@*.json" \) \
    -exec cp {} "$folder/$name/" \;
  if [ ! -s "$folder/$name/$name.symbols.json" ]; then
    echo "$name: no names; see $folder/symbols.log"
    faults=1
    continue
  fi
  docc convert "$page" --additional-symbol-graph-dir "$folder/$name" --analyze \
    --fallback-display-name "$name" --fallback-bundle-identifier "placewise.$name" \
    --output-path "$folder/$name.doccarchive" > "$folder/$name.log" 2>&1 || faults=1
  if grep -h -A3 'warning:\|error:' "$folder/$name.log"; then faults=1; fi
  echo "$name: $(find "$folder/$name.doccarchive/data" -name '*.json' | wc -l) pages"
done
exit $faults
