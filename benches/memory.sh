#!/usr/bin/env bash
# Peak memory, with all threads: one article of 1, 10 and 100 MB, a stream of 2 GB that lies on no disk, a folder of
# 200,000 files.
#
#   benches/memory.sh [STREAM [FILES]]      2G and 200000 by default
#
# LIMIT (120) is how many seconds of processor time an article may take.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export ICBRIEF=${ICBRIEF:-$here/../target/release/icbrief}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

row() {
    python3 - "$@" <<'PY'
import os, resource, sys, time
name, size, stdin, *arguments = sys.argv[1:]
start = time.monotonic()
pid = os.fork()
if pid == 0:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if name.startswith("article"):
        resource.setrlimit(resource.RLIMIT_CPU, (int(os.environ.get("LIMIT", 120)),) * 2)
    if stdin:
        os.dup2(os.open(stdin, os.O_RDONLY), 0)
    os.execv(os.environ["ICBRIEF"], ["icbrief", "extract", *arguments])
_, status, usage = os.wait4(pid, 0)
took = time.monotonic() - start
print(f"{name:<24} {int(size) / 1e6:9.1f} {took:9.2f} {int(size) / took / 1e6:8.2f} {usage.ru_maxrss / 1024:9.0f}"
      + (f"   exit status {os.waitstatus_to_exitcode(status)}" if status else ""), flush=True)
PY
}

printf '%-24s %9s %9s %8s %9s\n' '' MB s MB/s 'peak MiB'
for size in 1M 10M 100M; do
    "$here/corpus.py" --text "$size" >"$work/article.txt"
    row "article of $size" "$(stat -c %s "$work/article.txt")" "" --max-article-bytes 1G "$work/article.txt"
done
rm "$work/article.txt"

# 20 MB of it are made and go by as often as it takes: making text anew is slower than reading it.
stream=${1:-2G}
bytes=$(numfmt --from=iec "$stream")
"$here/corpus.py" 20M >"$work/part"
mkfifo "$work/pipe"
python3 - "$work/part" "$bytes" >"$work/pipe" <<'PY' &
import sys
part, left = open(sys.argv[1], "rb").read(), int(sys.argv[2])
while left > 0:
    sys.stdout.buffer.write(part)
    left -= len(part)
PY
row "stream of $stream" "$bytes" "$work/pipe" --input-format jsonl -
wait

files=${2:-200000}
python3 - "$work" "$files" <<'PY'
import itertools, json, os, sys
work, files = sys.argv[1], int(sys.argv[2])
texts = [json.loads(line)["text"] for line in itertools.islice(open(work + "/part"), 2000)]
for i in range(files):
    folder = f"{work}/files/{i // 1000:04}"
    if i % 1000 == 0:
        os.makedirs(folder)
    with open(f"{folder}/{i}.txt", "w") as file:
        # A short piece of an article: the number of files is what is measured.
        file.write(texts[i % len(texts)][:400])
PY
row "$files files" "$((files * 400))" "" "$work/files"
