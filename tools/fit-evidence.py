#!/usr/bin/env python3
"""Fit the weights of rules/names/evidence.tsv to annotated corpora.

usage: cargo run --release --example evidence CORPUS.jsonl > dump.tsv
       tools/fit-evidence.py CORPUS.jsonl dump.tsv [CORPUS2.jsonl dump2.tsv ...] [--write]

A multinomial logistic regression over the pooled evidence of each name, with the hand-set weights as the centre
of the penalty: what the corpus says nothing about stays as it was written. A corpus that marks some kinds only (places,
say) tells of an unmarked name that it is of none of these; the article counts for half. Prints the new table; --write
replaces the weights in rules/names/evidence.tsv. Needs numpy.
"""
import argparse, collections, json, pathlib
import numpy as np

KINDS = ["people", "organisations", "places"]
SCALE = 20.0
TABLE = pathlib.Path(__file__).resolve().parent.parent / "rules/names/evidence.tsv"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="+"), ap.add_argument("--write", action="store_true")
    ap.add_argument("--penalty", type=float, default=3e-4)
    a = ap.parse_args()
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [l.split("\t") for l in lines if l and not l.startswith("#")][1:]
    names = [r[0] for r in rows]
    at = {n: i for i, n in enumerate(names)}
    start = np.array([[float(x) for x in r[1:5]] for r in rows]) / SCALE
    count = collections.Counter()
    evidence, known = {}, {}
    for corpus, dump in zip(a.files[::2], a.files[1::2]):
        gold = {}
        marked = set()
        for line in open(corpus, encoding="utf-8"):
            r = json.loads(line)
            gold[r["id"]] = {(m["start"], m["end"]): k for k, kind in enumerate(KINDS) for m in r["gold"].get(kind, [])}
            marked |= {k for k, kind in enumerate(KINDS) if kind in r["gold"]}
        for line in open(dump, encoding="utf-8"):
            doc, s, e, name, ev = line.rstrip("\n").split("\t")
            s, e = int(s), int(e)
            if doc not in gold:
                continue
            g = gold[doc]
            label = g.get((s, e))
            if label is None:
                if any(x < e and y > s for x, y in g):
                    continue
                label = 3
            count[doc, name, label] += 1
            evidence[doc, name] = [at[x] for x in ev.split()]
            known[doc] = marked
    keys = sorted(evidence)
    index = {k: i for i, k in enumerate(keys)}
    X = np.zeros((len(keys), len(names)), dtype=np.float32)
    for k, ev in evidence.items():
        X[index[k], ev] = 1
    # what a label leaves open: one kind, or with 3 every kind that the corpus does not mark
    open_ = [[[k == label or label == 3 and k not in marked for k in range(4)] for label in range(4)]
             for marked in (known[k[0]] for k in keys)]
    open_ = np.array(open_, dtype=np.float32)
    N = np.zeros((len(keys), 4), dtype=np.float32)
    for (doc, name, label), n in count.items():
        N[index[doc, name], label] += min(n, 4) * (1 if len(known[doc]) == 3 else 0.5)
    total = N.sum(1, keepdims=True)
    W = start.copy()
    m, v = np.zeros_like(W), np.zeros_like(W)
    def accuracy(W):
        best = (X @ W).argmax(1)
        return float((open_[np.arange(len(keys)), :, best] * N).sum() / N.sum())
    print(f"# names {len(keys)}, accuracy before {accuracy(W):.4f}")
    for step in range(1, 1201):
        Z = X @ W
        P = np.exp(Z - Z.max(1, keepdims=True))
        P /= P.sum(1, keepdims=True)
        # each label's share of the names it leaves open
        Q = open_ * P[:, None, :]
        Y = (N[:, :, None] * Q / (Q.sum(2, keepdims=True) + 1e-12)).sum(1)
        G = X.T @ (P * total - Y) / N.sum() + a.penalty * (W - start)
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
