#!/usr/bin/env python3
"""Fit the weights of rules/names/evidence.tsv to an annotated corpus.

usage: cargo run --release --example evidence CORPUS.jsonl > dump.tsv
       tools/fit-evidence.py CORPUS.jsonl dump.tsv [--write]

A multinomial logistic regression over the pooled evidence of each name, with the hand-set weights as the centre
of the penalty: what the corpus says nothing about stays as it was written. Prints the new table; --write
replaces the weights in rules/names/evidence.tsv. Needs numpy.
"""
import argparse, collections, json, pathlib
import numpy as np

KINDS = ["people", "organisations", "places"]
SCALE = 20.0
TABLE = pathlib.Path(__file__).resolve().parent.parent / "rules/names/evidence.tsv"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpus"), ap.add_argument("dump"), ap.add_argument("--write", action="store_true")
    ap.add_argument("--penalty", type=float, default=3e-4)
    a = ap.parse_args()
    gold = {}
    for line in open(a.corpus, encoding="utf-8"):
        r = json.loads(line)
        gold[r["id"]] = {(m["start"], m["end"]): k for k, kind in enumerate(KINDS) for m in r["gold"].get(kind, [])}
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [l.split("\t") for l in lines if l and not l.startswith("#")][1:]
    names = [r[0] for r in rows]
    at = {n: i for i, n in enumerate(names)}
    start = np.array([[float(x) for x in r[1:5]] for r in rows]) / SCALE
    count = collections.Counter()
    evidence = {}
    for line in open(a.dump, encoding="utf-8"):
        doc, s, e, name, ev = line.rstrip("\n").split("\t")
        s, e = int(s), int(e)
        g = gold[doc]
        label = g.get((s, e))
        if label is None:
            if any(x < e and y > s for x, y in g):
                continue
            label = 3
        count[doc, name, label] += 1
        evidence[doc, name] = [at[x] for x in ev.split()]
    keys = sorted(evidence)
    index = {k: i for i, k in enumerate(keys)}
    X = np.zeros((len(keys), len(names)), dtype=np.float32)
    for k, ev in evidence.items():
        X[index[k], ev] = 1
    Y = np.zeros((len(keys), 4), dtype=np.float32)
    for (doc, name, label), n in count.items():
        Y[index[doc, name], label] += min(n, 4)
    total = Y.sum(1, keepdims=True)
    W = start.copy()
    m, v = np.zeros_like(W), np.zeros_like(W)
    accuracy = lambda W: float(Y[np.arange(len(Y)), (X @ W).argmax(1)].sum() / Y.sum())
    print(f"# names {len(keys)}, accuracy before {accuracy(W):.4f}")
    for step in range(1, 1201):
        Z = X @ W
        P = np.exp(Z - Z.max(1, keepdims=True))
        P /= P.sum(1, keepdims=True)
        G = X.T @ (P * total - Y) / Y.sum() + a.penalty * (W - start)
        m, v = 0.9 * m + 0.1 * G, 0.999 * v + 0.001 * G * G
        W -= 0.02 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-9)
    print(f"# accuracy after {accuracy(W):.4f}")
    seen = X.sum(0)
    fitted = np.rint(W * SCALE).astype(int)
    out = []
    for line in lines:
        cells = line.split("\t")
        if cells[0] in at and len(cells) == 6:
            cells[1:5] = [str(x) for x in fitted[at[cells[0]]]]
            print("\t".join(cells[:5] + [str(int(seen[at[cells[0]]]))]))
        out.append("\t".join(cells))
    if a.write:
        TABLE.write_text("\n".join(out) + "\n", encoding="utf-8")


main()
