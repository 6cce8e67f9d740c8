#!/usr/bin/env bash
# Black-box checks of the release binary: hostile, broken and interrupted input, full disks, locks.
#   Tests/check.sh            the short form
#   Tests/check.sh --all      200 kills of each command, 500 damaged databases: 20 minutes
# One line for each check, "ok" or "FAIL", and the counts at the end. PLACEWISE names another binary.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2
root=$PWD
built=${PLACEWISE:-$root/.build/release/placewise}
[ -x "$built" ] || { echo "there is no $built: swift build -c release --product placewise"; exit 2; }
kills=8 damages=25
if [ "${1:-}" = --all ]; then kills=200 damages=500; fi

work=$(mktemp -d)
chmod 755 "$work"
trap 'umount "$work/disk" 2>/dev/null; rm -rf "$work"' EXIT
cp "$built" "$work/placewise" # so that other builds do not matter, and other users can run it
program=$work/placewise
passed=0 failed=0

ok() { passed=$((passed + 1)); echo "ok   $1"; }
fail() { failed=$((failed + 1)); echo "FAIL $1${2:+: $2}"; }
skip() { echo "     $1: not checked, ${2} is missing"; }
has() { command -v "$1" >/dev/null; }

# Runs a command; its exit code and words are then in $code and $words, its seconds in $seconds.
run() {
  local begin=$EPOCHREALTIME
  words=$("$@" 2>&1 </dev/null)
  code=$?
  seconds=$(awk "BEGIN { print $EPOCHREALTIME - $begin }")
}
# expect NAME CODE TEXT: what the last run should have ended with and said.
expect() {
  if [ "$code" != "$2" ]; then fail "$1" "exit $code, expected $2: ${words:0:200}"
  elif [[ $words != *"$3"* ]]; then fail "$1" "said: ${words:0:200}"
  else ok "$1"; fi
}
# bounded NAME SECONDS MEGABYTES TEXT COMMAND...: refused with 4 within time and memory.
bounded() {
  local name=$1 most=$2 room=$3 text=$4
  shift 4
  run python3 -c '
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL).returncode
print("peak", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
sys.exit(code)' "$@"
  local peak=${words##*peak }
  if [ "$code" != 4 ] || [[ $words != *"$text"* ]]; then fail "$name" "exit $code: ${words:0:200}"
  elif [ "$peak" -gt "$room" ] || awk "BEGIN { exit !($seconds > $most) }"; then
    fail "$name" "$seconds s and $peak MB, expected at most $most s and $room MB"
  else ok "$name ($(printf %.1f "$seconds") s, $peak MB)"; fi
}
sum() { (cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum); }
count() { "$program" sql "SELECT count(*) FROM observation" --db "$1" --format csv 2>&1 | tail -1; }
tidy() { # tidy ROWS [NAME]
  echo 'areacd,indicator,period,observation'
  awk -v n="$1" -v name="${2:-a}" 'BEGIN { for (i = 0; i < n; i++) printf "E080000%02d,local.%s%d,%d-04-01/P1Y,%d\n", i % 10 + 1, name, i / 400, 1990 + int(i / 10) % 40, i }'
}

python3 Tests/Checks/workspace.py "$root" "$work/small" || exit 2
small=$work/small
db=$work/x.db
in=(--workspace "$small")
tidy 50 >"$work/old.csv"
tidy 300000 >"$work/big.csv"
fresh() { rm -f "$db"*; "$program" import "$work/old.csv" "${in[@]}" --db "$db" --quiet 2>/dev/null; }

# -- manual and completions
if has groff; then
  run bash -c '"$0" help --man | groff -man -ww -Tutf8 2>&1 >/dev/null' "$program"
  if [ "$code$words" = 0 ]; then ok "the manual page sets without a warning"; else fail "the manual page" "$words"; fi
else skip "the manual page" groff; fi
for shell in bash zsh fish; do
  if has $shell; then
    run bash -c '"$0" help --completions "$1" | "$1" -n' "$program" $shell
    expect "completions for $shell are understood by it" 0 ""
  else skip "completions for $shell" $shell; fi
done

# -- output that is lost
run bash -c '"$0" places --workspace "$1" >/dev/full' "$program" "$small"
expect "a full device as output is reported" 6 "No space left"
run bash -c '"$0" places --workspace "$1" >&-' "$program" "$small"
expect "a closed output is reported" 6 "error"
run bash -c 'set -o pipefail; "$0" places --all-tiers --workspace "$1" | head -1 >/dev/null' "$program" "$small"
if { [ "$code" = 141 ] || [ "$code" = 0 ]; } && [ -z "$words" ]; then ok "a reader that goes away ends it quietly"; else fail "a reader that goes away" "exit $code: $words"; fi

# -- output that would take the place of something else
fresh
run "$program" indicators --workspace "$small" --db "$db" -o "$db"
[ "$(count "$db")" = 50 ] && expect "output does not take the place of the database" 2 "is a database" || fail "output over the database" "$words"
printf kept >"$work/kept.txt"; ln -s kept.txt "$work/link.csv"
run "$program" indicators --workspace "$small" --db "$db" -o "$work/link.csv"
[ "$(cat "$work/kept.txt")" = kept ] && [ ! -L "$work/link.csv" ] && expect "a symbolic link is replaced, not followed" 0 "" || fail "a symbolic link as output" "$words"
run bash -c 'cd "$1" && "$0" report Leeds --db "$2" -o .' "$program" "$small" "$db"
expect "a report does not take the place of the workspace" 2 "a folder of its own"
run env TMPDIR=/proc "$program" build --check "${in[@]}"
expect "a temporary folder that cannot be made is named" 6 "TMPDIR"

# -- what is loaded, and loaded once
fresh
run "$program" import "$work/old.csv" "${in[@]}" --db "$db"
[ "$(count "$db")" = 50 ] && expect "the same file again changes nothing" 0 "already" || fail "the same file again"
fresh
run bash -c 'cat "$1" | "$0" import - --workspace "$2" --db "$3"' "$program" "$work/big.csv" "$small" "$db"
[ "$(count "$db")" = 300050 ] && ok "a pipe is read like a file" || fail "a pipe is read like a file" "$words"
fresh
mkfifo "$work/pipe.csv"
(tidy 1000 p >"$work/pipe.csv") &
run timeout 20 "$program" import "$work/pipe.csv" "${in[@]}" --db "$db"
wait
[ "$(count "$db")" = 1050 ] && ok "a named pipe is read like a file" || fail "a named pipe" "exit $code: $words"

# -- files that change while they are read
fresh
cp "$work/big.csv" "$work/moving.csv"
("$program" import "$work/moving.csv" "${in[@]}" --db "$db" >/dev/null 2>"$work/words"; echo $? >"$work/code") &
sleep 0.1
echo 'E08000001,local.more,2024-25,1' >>"$work/moving.csv"
wait
found=$(count "$db") code=$(cat "$work/code")
case $code:$found in
  4:50 | 0:300050 | 0:300051) ok "a file that grows while it is read is loaded whole or refused (exit $code)" ;;
  *) fail "a file that grows while it is read" "exit $code, $found rows" ;;
esac

# -- sizes
head='areacd,indicator,period,observation\n1,"'
bounded "a gigabyte in one quoted field, piped" 10 200 "longer than the limit" \
  bash -c '{ printf "$1"; head -c 1G /dev/zero | tr "\0" x; } | "$0" inspect - --workspace "$2"' "$program" "$head" "$small"
truncate -s 1G "$work/sparse.csv"
bounded "a gigabyte of NUL in a sparse file" 10 200 "a NUL character" "$program" inspect "$work/sparse.csv" "${in[@]}"
bounded "/dev/zero" 10 200 "a NUL character" "$program" import /dev/zero "${in[@]}" --db "$db"
head -c 10000000 /dev/zero | tr '\0' , >"$work/columns.csv"
printf '\n1,2\n' >>"$work/columns.csv"
bounded "ten million columns" 10 250 "longer than can be held" "$program" inspect "$work/columns.csv" "${in[@]}"
awk 'BEGIN { for (i = 0; i < 1000000; i++) print "title " i ",," }' >"$work/titles.csv"
bounded "a million rows above no header" 10 300 "fit no known layout" "$program" inspect "$work/titles.csv" "${in[@]}"

# -- package files
cp -r "$small" "$work/bad"
package=$work/bad/datasets/population/datapackage.json
refuse() { # refuse NAME TEXT
  bounded "$1" 10 200 "$2" "$program" build --workspace "$work/bad"
  cp "$small/datasets/population/datapackage.json" "$package"
}
python3 -c 'print("[" * 1000000)' >"$package"; refuse "a package file nested without end" "not a Data Package"
truncate -s 1G "$package"; refuse "a package file of a gigabyte" "expected at most"
for path in ../../../x.csv /etc/passwd file:///etc/passwd http://example.org/x.csv; do
  sed "s#\"population-count.csv\"#\"$path\"#" "$small/datasets/population/datapackage.json" >"$package"
  refuse "a resource that is $path" "expected a file in the package's own folder"
done
for target in /etc/passwd /dev/zero ../../../old.csv; do
  ln -sf "$target" "$work/bad/datasets/population/population-count.csv"
  why="leads out of the package's own folder"
  [ "$target" = /dev/zero ] && why="may not be read"
  refuse "a resource that is a link to $target" "$why"
done

# -- queries
limit() { # limit NAME TEXT QUERY
  run timeout 30 "$program" sql "$3" --limit 0 --timeout 2 --db "$db" "${in[@]}"
  expect "$1" 2 "$2"
}
fresh
endless='WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)'
limit "a query without end is stopped" "longer than 2 s" "$endless SELECT sum(x) FROM c"
limit "a query that fills the disk is stopped" "longer than 2 s" "$endless SELECT count(*) FROM (SELECT randomblob(1000) r FROM c ORDER BY r)"
limit "a query that fills the memory is stopped" "512 MB" "$endless SELECT printf('%.*c', 9000000, 'x') FROM c"
limit "a search that SQLite cannot interrupt is stopped" "longer than 2 s" "SELECT instr(printf('%.*c', 9000000, 'a'), printf('%.*c', 4000000, 'a') || 'b')"
limit "a query that writes is refused" "only reads" "UPDATE source SET title = ''"
limit "a query that loads code is refused" "not authorized" "SELECT load_extension('libm.so.6')"

# -- names
python3 Tests/Checks/workspace.py "$root" "$work/names" --hostile >/dev/null
run "$program" build --workspace "$work/names"
expect "places with hostile names are built" 0 "built"
run python3 Tests/Checks/harmful.py "$work/names/reports"
expect "nothing in their names acts in Markdown, CSV or SVG ($words)" 0 "0 problems"
run bash -c '"$0" places --workspace "$1"; "$0" report chester --workspace "$1"' "$program" "$work/names"
if LC_ALL=C grep -qP '[\x00-\x08\x0b-\x1f\x7f]' <<<"$words"; then fail "a terminal is shown no control character"; else ok "a terminal is shown no control character"; fi

# -- locks
hold() { # hold SECONDS
  python3 -c '
import sqlite3, sys, time
c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute("BEGIN IMMEDIATE")
print(flush=True); time.sleep(float(sys.argv[2]))' "$db" "$1" >"$work/held" &
  until [ -s "$work/held" ]; do sleep 0.05; done
}
tidy 1000 two >"$work/two.csv"
fresh; hold 1.5
run "$program" import "$work/two.csv" "${in[@]}" --db "$db"; wait
[ "$(count "$db")" = 1050 ] && expect "a lock of another program is waited for" 0 "" || fail "a lock is waited for" "$words"
fresh; : >"$work/held"; hold 8
run "$program" import "$work/two.csv" "${in[@]}" --db "$db"; wait
[ "$(count "$db")" = 50 ] && expect "a lock that stays ends it with 5, and nothing is changed" 5 "another command" || fail "a lock that stays" "$words"
cp -r "$small" "$work/both"
"$program" build --workspace "$work/both" >/dev/null 2>&1 & first=$!
"$program" build --workspace "$work/both" >/dev/null 2>&1 & second=$!
wait $first; one=$?
wait $second; two=$?
run "$program" verify --workspace "$work/both"
if [ "$code" = 0 ] && { [ $one = 0 ] || [ $two = 0 ]; } && [[ $one$two =~ ^[05]+$ ]] && ! ls "$work/both"/.placewise-* >/dev/null 2>&1; then
  ok "two builds at once leave one whole result (exits $one and $two)"
else fail "two builds at once" "exits $one, $two; $words"; fi

# -- storage
fresh
before=$(count "$db")
run bash -c 'ulimit -f 2048; "$0" import "$1" --workspace "$2" --db "$3"' "$program" "$work/big.csv" "$small" "$db"
[ "$(count "$db")" = "$before" ] && expect "a limit on the size of files ends it with 6, and nothing is changed" 6 "" || fail "a limit on the size of files" "$words"
mkdir "$work/disk"
if mount -t tmpfs -o size=3m tmpfs "$work/disk" 2>/dev/null; then
  cp "$db" "$work/disk/x.db"
  run "$program" import "$work/big.csv" "${in[@]}" --db "$work/disk/x.db"
  [ "$(count "$work/disk/x.db")" = "$before" ] && [ "$(ls -A "$work/disk")" = x.db ] && expect "a full disk ends import with 6, and nothing is changed" 6 "" || fail "a full disk" "$words $(ls -A "$work/disk")"
  rm -f "$work/disk"/*
  run "$program" build "${in[@]}" --db "$work/disk/x.db"
  [ -z "$(ls -A "$work/disk")" ] && [ ! -e "$small/reports" ] && expect "a full disk ends build with 6, and nothing is left" 6 "" || fail "a full disk under build" "$words"
  umount "$work/disk"
else skip "a full disk" "the right to mount"; fi
if [ "$(id -u)" = 0 ] && has setpriv; then
  mkdir "$work/shut"; fresh; cp "$db" "$work/shut/x.db"; chmod 444 "$work/shut/x.db"; chmod 555 "$work/shut"
  nobody=(setpriv --reuid 65534 --regid 65534 --clear-groups)
  run "${nobody[@]}" "$program" import "$work/two.csv" "${in[@]}" --db "$work/shut/x.db"
  expect "a folder that may not be written to ends it with 6 and its name" 6 "$work/shut/x.db"
  run "${nobody[@]}" "$program" sources "${in[@]}" --db "$work/shut/x.db"
  expect "what is in it can be read" 0 "old.csv"
else skip "folders that may not be written to" "another user"; fi

# -- time
run "$program" build "${in[@]}"
plain=$(sum "$small/reports")
if has faketime; then
  rm -rf "$small/placewise.db" "$small/reports"
  run faketime '1970-01-02 00:00:00' "$program" build "${in[@]}"
  [ "$(sum "$small/reports")" = "$plain" ] && expect "a clock in 1970 gives the same reports" 0 "" || fail "a clock in 1970" "$words"
else skip "a clock in 1970" faketime; fi

# -- interruption
fresh
mkfifo "$work/wait"
for signal in INT TERM; do
  "$program" import - "${in[@]}" --db "$db" <>"$work/wait" >/dev/null 2>&1 & waiting=$!
  sleep 1
  kill -$signal $waiting
  for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 $waiting 2>/dev/null || break; sleep 0.2; done
  kill -KILL $waiting 2>/dev/null
  wait $waiting 2>/dev/null
  code=$? words=
  expect "SIG$signal ends an import that waits for its input" "$([ $signal = INT ] && echo 130 || echo 143)" ""
done
for signal in INT TERM; do
  fresh
  "$program" import "$work/big.csv" "${in[@]}" --db "$db" >/dev/null 2>&1 & child=$!
  sleep 0.1; kill -$signal $child 2>/dev/null; wait $child; code=$?
  found=$(count "$db")
  case $code:$found in
    130:50 | 143:50 | 0:300050) ok "SIG$signal leaves the old or the new (exit $code)" ;;
    *) fail "SIG$signal" "exit $code, $found rows" ;;
  esac
done
mkdir "$work/k1" && cp -r "$small/datasets" "$work/k1"
run python3 Tests/Checks/kills.py import "$program" "$work/k1" "$kills"
expect "import killed at any moment: $words" 0 ""
mkdir "$work/k2" && cp -r "$small/datasets" "$work/k2"
run python3 Tests/Checks/kills.py build "$program" "$work/k2" "$kills"
expect "build killed at any moment: $words" 0 ""
mkdir "$work/k3" && cp -r "$small/datasets" "$work/k3"
run python3 Tests/Checks/kills.py payments "$program" "$work/k3" "$kills"
expect "a load of payments killed at any moment: $words" 0 ""
mkdir "$work/k4" && cp -r "$small/datasets" "$work/k4"
run python3 Tests/Checks/kills.py export "$program" "$work/k4" "$kills"
expect "export killed at any moment: $words" 0 ""

# -- damage
fresh
run python3 Tests/Checks/damage.py "$program" "$db" "$small" "$damages"
expect "damage is found: $words" 0 ""
printf 'no database, though it is long enough to look like one' >"$work/no.db"
run "$program" verify "${in[@]}" --db "$work/no.db"
expect "another file is refused as a database" 5 "no.db"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
