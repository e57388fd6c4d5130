#!/usr/bin/env bash
# Is the time linear on hostile text? Measures each kind of benches/worst.py at a tenth of its usual size and in full, and
# prints how many times as long the second takes. `user` time of one thread, less that of an empty article.
#
#   benches/worst.sh [KIND ...]
#
# Ends with 1 if one takes over 15 times as long for ten times the text. LIMIT (60) is how many seconds one run may take.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export ICBRIEF=${ICBRIEF:-$here/../target/release/icbrief} LIMIT=${LIMIT:-60}
exec python3 - "$here/worst.py" "$@" <<'PY'
import os, resource, subprocess, sys, tempfile
script, *wanted = sys.argv[1:]
limit = int(os.environ["LIMIT"])

def run(kind, count):
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        if kind:
            subprocess.run([sys.executable, script, kind, str(count)], stdout=file, check=True)
        pid = os.fork()
        if pid == 0:
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.execv(os.environ["ICBRIEF"], ["icbrief", "extract", "--threads", "1", file.name])
        _, status, usage = os.wait4(pid, 0)
        time = usage.ru_utime + usage.ru_stime
        return os.path.getsize(file.name), None if status else time, usage.ru_maxrss / 1024

empty = min(run("", 0)[1] for _ in range(5))
kinds = [line.split("\t") for line in subprocess.check_output([sys.executable, script], text=True).splitlines()]
print(f"{'':<22} {'MB':>7} {'s at 1/10':>10} {'s':>8} {'ratio':>7} {'MB/s':>8} {'peak MiB':>9}")
bad = []
for kind, count in kinds:
    if wanted and kind not in wanted:
        continue
    small = [run(kind, int(count) // 10) for _ in range(3)]
    size, large, peak = run(kind, int(count))
    if any(time is None for _, time, _ in small) or large is None:
        print(f"{kind:<22} {size / 1e6:7.2f} over {limit} s, or failed")
        bad.append(kind)
        continue
    # Under 2 ms nothing can be told from the noise.
    small, large = max(min(time for _, time, _ in small) - empty, 0.002), max(large - empty, 0.002)
    ratio = large / small
    print(f"{kind:<22} {size / 1e6:7.2f} {small:10.4f} {large:8.3f} {ratio:7.1f} {size / large / 1e6:8.2f} {peak:9.0f}", flush=True)
    if ratio > 15:
        bad.append(kind)
print("not linear: " + ", ".join(bad) if bad else "all linear")
sys.exit(bool(bad))
PY
