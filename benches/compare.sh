#!/usr/bin/env bash
# Reads the same text with icbrief, with simpler tools and with its peers.
#
#   benches/compare.sh [CORPUS]     CORPUS: JSON Lines with `text`; by default 20 MB made by benches/corpus.py
#
# ICBRIEF=path measures another build. compromise and wink-nlp come from npm into a temporary folder ($PEERS keeps it) and
# read the first 2 MB; without npm or a network they are passed over. Speed is bytes of article text per second of wall-clock
# time, the best of three runs, with start-up; memory is the peak of the resident set.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
icbrief=${ICBRIEF:-$here/../target/release/icbrief}
[ -x "$icbrief" ] || { echo "no $icbrief: cargo build --release" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

corpus=${1:-$work/corpus.jsonl}
[ $# -gt 0 ] || "$here/corpus.py" 20M >"$corpus"
python3 - "$corpus" "$work" <<'PY'
import json, sys
size = 0
with open(sys.argv[2] + "/text", "w") as text, open(sys.argv[2] + "/small.jsonl", "w") as small:
    for line in open(sys.argv[1]):
        article = json.loads(line)["text"]
        text.write(article + "\n\n")
        if size < 2 << 20:
            small.write(line)
            size += len(article.encode())
open(sys.argv[2] + "/small", "w").write(str(size))
PY
large=$(wc -c <"$work/text")
small=$(cat "$work/small")

peers=${PEERS:-$work/peers}
mkdir -p "$peers"
if command -v npm >/dev/null; then
    [ -d "$peers/node_modules/wink-nlp" ] ||
        (cd "$peers" && npm install --silent --no-audit --no-fund compromise@14 wink-nlp@2 wink-eng-lite-web-model@1 >/dev/null 2>&1) ||
        echo "compromise and wink-nlp: skipped, npm cannot get them"
else
    echo "compromise and wink-nlp: skipped, no npm"
fi
cat >"$peers/compromise.cjs" <<'JS'
const nlp = require('compromise');
const lines = require('fs').readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean);
for (const line of lines) {
    const doc = nlp(JSON.parse(line).text);
    console.log(JSON.stringify([doc.people().out('array'), doc.places().out('array'), doc.organizations().out('array'),
        doc.numbers().out('array')]));
}
JS
cat >"$peers/wink.cjs" <<'JS'
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
const lines = require('fs').readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean);
for (const line of lines) {
    const doc = nlp.readDoc(JSON.parse(line).text);
    console.log(JSON.stringify(doc.entities().out(nlp.its.detail)));
}
JS

python3 - "$work" "$corpus" "$large" "$small" "$icbrief" "$peers" <<'PY'
import os, shutil, sys, time
work, corpus, large, small, icbrief, peers = sys.argv[1:]
large, small = int(large), int(small)
months = "(January|February|March|April|May|June|July|August|September|October|November|December)"
dates = months + r" [0-9]{1,2}(, [0-9]{4})?"
rows = [("wc -w", large, ["wc", "-w", work + "/text"])]
if shutil.which("rg"):
    rows.append(("ripgrep, dates", large, ["rg", "-j1", "-o", dates, work + "/text"]))
else:
    rows.append(("grep, dates", large, ["grep", "-oE", dates, work + "/text"]))
for threads in "12":
    run = [icbrief, "extract", "--threads", threads, "--input-format", "jsonl", corpus]
    rows.append((f"icbrief, {threads} thread" + "s" * (threads == "2"), large, run))
if os.path.isdir(peers + "/node_modules/wink-nlp"):
    for name in "compromise", "wink":
        rows.append(({"wink": "wink-nlp"}.get(name, name), small, ["node", f"{peers}/{name}.cjs", work + "/small.jsonl"]))

def run(command):
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        # Not /dev/null: grep would stop at the first date.
        os.dup2(os.open(work + "/out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    # grep ends with 1 if there is no date at all.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[0]} failed")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

print(f"{large / 1e6:.1f} MB of text\n\n{'':<20} {'MB/s':>8} {'MB/cpu s':>9} {'icbrief':>9} {'peak MiB':>9}")
found = []
for name, size, command in rows:
    runs = [run(command) for _ in range(3 if size == large else 1)]
    found.append((name, size / min(r[0] for r in runs) / 1e6, size / min(r[1] for r in runs) / 1e6, max(r[2] for r in runs)))
one = next(speed for name, speed, *_ in found if name == "icbrief, 1 thread")
for name, speed, cpu, peak in found:
    print(f"{name:<20} {speed:8.2f} {cpu:9.2f} {one / speed:8.2f}× {peak:9.1f}")
print("\n“icbrief”: how many times as fast one thread of icbrief is.")
PY
