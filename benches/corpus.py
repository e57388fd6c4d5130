#!/usr/bin/env python3
"""Writes distinct news text of any size, made from the fixtures, as JSON Lines (or `--text`: articles between blank lines).

    benches/corpus.py 20M > news.jsonl        the same bytes on every run
    benches/corpus.py 2G --seed 7 | icbrief extract --input-format jsonl - > records.jsonl

The same five articles again and again would flatter every figure: words, rules and branches would be in the cache, and
names would be known. So each article takes its sentences from several fixtures, names of people, organisations and places
are replaced by others (made of syllables, one in three from another fixture), and numbers are drawn anew.
"""

import argparse
import json
import random
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "fixtures"
ONSETS = "b br ch d dr f g gr h j k kh l m n p pr q r s sh st t tr v w x y z zh".split()
NUCLEI = "a e i o u ai ao ei ia ie ou ua uo".split()
CODAS = ["", "", "", "n", "ng", "r", "l", "s", "k", "nd"]
NUMBER = re.compile(r"(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w-])")


def size(text):
    shift = {"K": 10, "M": 20, "G": 30}.get(text[-1].upper())
    return int(text[:-1]) << shift if shift else int(text)


def number(random):
    """Keeps length, commas and years, so that dates stay dates."""
    def draw(match):
        text = match[0]
        if re.fullmatch(r"(19|20)\d\d|[12]?\d|3[01]", text):
            return str(random.randint(2008, 2025) if len(text) == 4 else random.randint(1, 28))
        return "".join(
            c if not c.isdigit() else str(random.randint(1 if i == 0 else 0, 9)) for i, c in enumerate(text)
        )
    return draw


def word(random):
    parts = (random.choice(ONSETS) + random.choice(NUCLEI) + random.choice(CODAS) for _ in range(random.randint(1, 3)))
    return "".join(parts).capitalize()


def load():
    """Paragraphs of each fixture, its names by kind, and all names by kind."""
    articles, pool = [], {"people": [], "organisations": [], "places": []}
    for gold in sorted((ROOT / "gold").glob("*.json")):
        data = json.loads(gold.read_text())
        text = next(ROOT.glob("*/" + data["file"])).read_text()
        paragraphs = [p for p in re.split(r"\n\s*\n", text) if p.strip()]
        names = {}
        for kind in pool:
            for entity in data[kind]:
                name = entity["name"]
                if len(name) > 3:
                    names[name] = kind
                    pool[kind].append(name)
        articles.append((paragraphs, names, re.compile("|".join(
            r"\b" + re.escape(name) + r"\b" for name in sorted(names, key=len, reverse=True)) or r"(?!)")))
    return articles, pool


def invent(random, kind, name, pool):
    if random.random() < 1 / 3:
        return random.choice(pool[kind])
    if kind == "people":
        return " ".join(word(random) for _ in name.split())
    parts = name.split()
    # Of places and organisations the generic words stay: "Nordhaven Research" becomes "Zhailond Research".
    return " ".join([word(random)] + parts[1:])


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("size", type=size, help="bytes, or with K, M, G")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--text", action="store_true", help="no JSON")
    given = arguments.parse_args()
    draw = random.Random(given.seed)
    articles, pool = load()
    written = count = 0
    out = sys.stdout.buffer
    while written < given.size:
        head, names, pattern = draw.choice(articles)
        made = {}
        body = []
        for paragraph in range(max(4, len(head))):
            source = (head, names, pattern) if paragraph == 0 or draw.random() < 0.5 else draw.choice(articles)
            chosen = source[0][0] if paragraph == 0 else draw.choice(source[0][1:] or source[0])
            kinds = source[1]
            for name in kinds:
                if name not in made:
                    made[name] = invent(draw, kinds[name], name, pool)
            chosen = source[2].sub(lambda match: made[match[0]], chosen)
            body.append(NUMBER.sub(number(draw), chosen))
        text = "\n\n".join(body)
        count += 1
        line = text + "\n\n" if given.text else json.dumps({"id": count, "text": text}, ensure_ascii=False) + "\n"
        data = line.encode()
        written += len(data)
        out.write(data)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        sys.stderr.close()
