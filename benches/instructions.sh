#!/usr/bin/env bash
# Counts the instructions of each stage under valgrind and compares them with benches/instructions.tsv.
#
#   benches/instructions.sh            fails if a stage takes over 5 % more than is written there
#   benches/instructions.sh --accept   writes what is counted now; say in the commit what it is worth
#
# Needs valgrind, and gungraun-runner of the version in Cargo.lock. Without them it says so and passes.
set -euo pipefail
cd "$(dirname "$0")/.."
counts=benches/instructions.tsv

skip() { echo "skipped: $1"; exit 0; }
command -v valgrind >/dev/null || skip "valgrind is not installed"
version=$(awk '$0 == "name = \"gungraun\"" { getline; gsub(/[^0-9.]/, ""); print }' Cargo.lock)
runner=${GUNGRAUN_RUNNER:-$(command -v gungraun-runner || true)}
[ -n "$runner" ] || skip "no gungraun-runner (cargo install --locked gungraun-runner --version $version)"
export GUNGRAUN_RUNNER=$runner

log=$(mktemp)
trap 'rm -f "$log"' EXIT
GUNGRAUN_COLOR=never cargo bench --locked --bench instructions >"$log" 2>&1 || { cat "$log"; exit 1; }
# "instructions::stages::read fixtures:…", then "  Instructions:   123456|…"
now=$(awk '/^instructions::/ { split($1, part, "::"); name = part[3] }
           /^ *Instructions:/ { split($2, count, "|"); print name "\t" count[1] }' "$log")
[ -n "$now" ] || { cat "$log"; echo "no counts in the output of the benches"; exit 1; }

if [ "${1:-}" = --accept ]; then
    { printf '# stage\tinstructions over all fixtures\n'; printf '%s\n' "$now"; } >"$counts"
    cat "$counts"
    exit
fi
printf '%s\n' "$now" | awk -F'\t' -v file="$counts" '
    BEGIN { while ((getline line < file) > 0) if (line !~ /^#/) { split(line, field, "\t"); old[field[1]] = field[2] } }
    !($1 in old) { printf "%-10s %15d   not in %s\n", $1, $2, file; bad = 1; next }
    {
        change = 100 * ($2 / old[$1] - 1)
        worse = change > 5
        bad += worse
        better += change < -5
        printf "%-10s %15d → %15d  %+6.1f %%%s\n", $1, old[$1], $2, change, worse ? "  too many" : ""
    }
    END {
        if (better) print "fewer than before: benches/instructions.sh --accept keeps the gain"
        if (bad) print "if it is meant: benches/instructions.sh --accept, and commit " file
        exit bad > 0
    }'
