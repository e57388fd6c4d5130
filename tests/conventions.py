#!/usr/bin/env python3
"""Count how much of a corpus's misses is its convention and not a fault.

usage: tests/conventions.py ICBRIEF SHARED

ICBRIEF is the program, SHARED the folder with eval/ (the scorers) and corpora/. Some corpora write or mark things otherwise than
SPEC.md asks of a record. For each of them this prints the scorer's own figure, then the same figure with what differs by the
conventions below taken as right, and how often each convention decided. Nothing here changes a record or a floor: the figures
of tests/floors.tsv are the scorer's own. What is not surely a convention counts as a miss.

dates-wikiwars        the two ends of a stretch (*1861-1863*, *from 3 to 9 May*) are two dates there; SPEC.md asks for one interval.
names-worldwide-dev   only calendar dates are marked: no *yesterday*, *last week*, *two years ago*, and no times on the clock.
                      A rule is left out when the set marks none of at least ten dates that it finds.
recognizers-datetime  a stretch ends with the first day after it, `(2018-05-30,2018-06-02,P3D)`; a time has no day unless one is
                      told beside it; a time without a.m. or p.m. means both; months and years that stand alone stay open
                      (`XXXX-08`); a length (*the next 3 months*) is counted out from the day it is told; *in two months* has the
                      day of the month that it is told on.
figures-newsquant, figures-cqe-*
                      units have other names (`horsepower` for `[HP]`); X per share, barrel, month … is one unit there and
                      `unit` with `per` here; cents and pence are units of their own there and parts of the currency here.
Exit status 0; 2 if something could not be run.
"""
import collections
import datetime
import json
import pathlib
import re
import subprocess
import sys

# Names of units in the corpora for the codes of SPEC.md (UCUM), beside those that the scorer knows.
UNITS = {
    "[HP]": "horsepower brake-horsepower", "deg": "degree degree-angle", "rpm": "revolutions-per-minute rpm",
    "dB": "decibel", "Gt": "gigaton gigatonne", "Mbit/s": "megabit-per-second", "kHz": "kilohertz",
    "[lbf_av].[ft_i]": "foot-pound-force pound-foot", "[ft_i].[lbf_av]": "foot-pound-force pound-foot",
    "N.m": "newton-metre newton-meter", "[lb_av]": "pound-mass pound", "[cft_i]": "cubic-foot", "t": "ton",
    "m/s": "metre-per-second meter-per-second", "g": "gram",
}
HUNDREDTHS = {"cent", "penny"}
# A rule of dates is the corpus's convention when it marks none of that many.
UNMARKED = 10


def scorer(shared):
    """The scorer's own functions, without running it."""
    source = (shared / "eval" / "spans").read_text(encoding="utf-8").split("\ndef main")[0]
    names = {}
    exec(compile(source, "spans", "exec"), names)
    return names


def read(icbrief, shared, name):
    """The corpus's articles with their records."""
    path = shared / "corpora" / f"{name}.jsonl"
    done = subprocess.run([icbrief, "extract", path], stdout=subprocess.PIPE)
    if done.returncode:
        print(f"conventions: exit status {done.returncode} on {path}", file=sys.stderr)
        sys.exit(2)
    records = {record["source"]["id"]: record for record in map(json.loads, done.stdout.splitlines())}
    with open(path, encoding="utf-8") as lines:
        return [(article, records[article["id"]]) for article in map(json.loads, lines)]


def f1(right, system, gold):
    return 2 * right / (system + gold) if system + gold else 0.0


def within(inner, outer):
    return outer["start"] <= inner["start"] and inner["end"] <= outer["end"]


def strict_dates(articles, spans):
    """F1 of exact spans; with both ends of an interval as two dates."""
    gold = right = system = ends = 0
    for article, record in articles:
        want = article["gold"]["dates"]
        got = spans["mentions"](record, "dates", want)
        exact = {(x["start"], x["end"]) for x in got}
        gold += len(want)
        system += len(got)
        right += sum((w["start"], w["end"]) in exact for w in want)
        for x in got:
            inside = [w for w in want if within(w, x) and (w["start"], w["end"]) != (x["start"], x["end"])]
            two = len(inside) == 2 and "/" in str(x.get("value"))
            ends += two and inside[0]["start"] == x["start"] and inside[1]["end"] == x["end"]
    return f1(right, system, gold), f1(right + 2 * ends, system + ends, gold), {"both ends of a stretch": ends}


def relaxed_dates(articles, spans):
    """F1 of overlapping dates; without what rules find that the corpus marks nowhere."""
    gold = found = 0
    rules = collections.defaultdict(lambda: [0, 0])
    for article, record in articles:
        want = article["gold"].get("dates")
        if want is None:
            continue
        got = spans["mentions"](record, "dates", want)
        gold += len(want)
        found += sum(any(spans["over"](w, x) for x in got) for w in want)
        for x in got:
            rules[x["rule"]][any(spans["over"](w, x) for w in want)] += 1
    system = sum(map(sum, rules.values()))
    left_out = {rule: none for rule, (none, marked) in rules.items() if not marked and none >= UNMARKED}

    return f1(found, system, gold), f1(found, system - sum(left_out.values()), gold), left_out


def quantities(articles, spans):
    """F1 of value and unit; with the names of units above."""
    def score():
        right = system = gold = 0
        for article, record in articles:
            got = list(record["figures"]) + list(spans["durations"](record))
            got = [x for x in got if x.get("value") is not None or x.get("min") is not None]
            gold, system = gold + len(article["gold"]["quantities"]), system + len(got)
            for quantity in article["gold"]["quantities"]:
                hit = next((x for x in got if spans["quantity_ok"](quantity, x, True)), None)
                if hit is not None:
                    got.remove(hit)
                    right += 1
        return right, f1(right, system, gold)

    before, raw = score()
    own, known = spans["unit_names"], spans["quantity_ok"]

    def names(unit):
        more = UNITS.get(unit or "", "").split()
        return own(unit) | set(more) | {name.replace("-", " ") for name in more}

    def same(quantity, x, with_unit):
        if known(quantity, x, with_unit):
            return True
        head, per, _ = quantity["normalized_unit"].lower().partition(" per ")
        if per and not x.get("per"):
            return False
        if head.split()[-1:] and head.split()[-1] in HUNDREDTHS and x.get("kind") == "money" and x.get("value") is not None:
            return known(dict(quantity, normalized_unit=x["unit"]), dict(x, value=x["value"] * 100), False)
        return bool(per) and known(dict(quantity, normalized_unit=head), x, with_unit)

    spans["unit_names"], spans["quantity_ok"] = names, same
    after, adjusted = score()
    spans["unit_names"], spans["quantity_ok"] = own, known
    return raw, adjusted, {"the unit under another name": after - before}


def first_day(value):
    """First day of an EDTF day, month, quarter, year, decade or century; None for another form."""
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        return datetime.date(*map(int, match.groups()))
    if match := re.fullmatch(r"(\d{4})-(3[3-6])", value):
        return datetime.date(int(match[1]), (int(match[2]) - 33) * 3 + 1, 1)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return datetime.date(int(match[1]), int(match[2]), 1) if 1 <= int(match[2]) <= 12 else None
    if match := re.fullmatch(r"(\d{2,4})(X{0,2})", value):
        return datetime.date(int(value.replace("X", "0")), 1, 1) if len(value) == 4 else None
    return None


def day_after(value):
    """The day after the last one of the same forms."""
    start = first_day(value)
    if start is None:
        return None
    years = {0: 1, 1: 10, 2: 100}[value.count("X")] if re.fullmatch(r"\d{2,4}X{0,2}", value) else 0
    if years:
        return start.replace(year=start.year + years)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return start + datetime.timedelta(days=1)
    months = start.month - 1 + (3 if re.fullmatch(r"\d{4}-3[3-6]", value) else 1)
    return start.replace(year=start.year + months // 12, month=months % 12 + 1)


def convention(gold, item, reference):
    """Which convention makes the item's value the same as one of the corpus's values; None if none does."""
    value = str(item.get("value"))
    clock = lambda text: [tuple(map(int, part)) for part in re.findall(r"[T ](\d\d)(?::(\d\d))?", text.replace("T24", "T00"))]
    ours = [tuple(int(n or 0) for n in part) for part in re.findall(r"T(\d\d)(?::(\d\d))?", value)]
    start, _, end = value.partition("/")
    for want in gold:
        # 2016-11-08 03:00:00/2016-11-08 04:00:00, 07:15:00, T07:15, T15
        theirs = [tuple(int(n or 0) for n in part) for part in re.findall(r"(?:^|[T /])(\d\d)(?::(\d\d))?(?::\d\d)?(?![-\d])", want)]
        days = re.findall(r"\d{4}-\d\d-\d\d", want)
        if ours and theirs == ours and (not days or days == re.findall(r"\d{4}-\d\d-\d\d", value)):
            return "notation of a time with a day" if days else "a time without a day"
        if days and not theirs and len(days) == 2 and want == "/".join(days):
            begin, stop = map(datetime.date.fromisoformat, days)
            last = end or start
            if first_day(start) == begin and (day_after(last) == stop or end and first_day(last) == stop):
                return "a stretch that ends with the day after"
            if length := re.fullmatch(r"P(\d+)([DWMY])", value):
                count, unit = int(length[1]), length[2]
                span = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25}[unit] * count
                if abs((stop - begin).days - span) <= max(2, span * 0.02):
                    return "a length counted from the day of telling"
        if re.fullmatch(r"XXXX-\d\d", want) and value[4:] == want[4:] or re.fullmatch(r"XXXX-\d\d-\d\d", want) and value[4:] == want[4:]:
            return "a month or day left open"
        if re.fullmatch(r"\d{4}-\d\d-\d\d", want) and re.fullmatch(r"\d{4}(-\d\d)?", value) and want.startswith(value):
            return "no finer than told: in two months"
    return None


def recognized(articles):
    """Spans and values found, of the corpus's dates; with the conventions."""
    gold = spans = right = 0
    counts = collections.Counter()
    for article, record in articles:
        for want in article["gold"]["recognizers"]:
            values = (want.get("resolution") or {}).get("values") or [want.get("resolution") or {}]
            ok = set()
            for value in values:
                ok |= {str(value.get("value")), str(value.get("timex"))}
                if value.get("start") and value.get("end"):
                    ok.add(f"{value['start']}/{value['end']}")
                ok |= {str(value[key]) for key in ("start", "end") if value.get(key) and not (value.get("start") and value.get("end"))}
            start = want["start"] if want.get("end") else article["text"].lower().find((want["text"] or "").lower())
            end = want["end"] if want.get("end") else start + len(want["text"] or "")
            hits = [x for x in record["dates"] if x["start"] < end and x["end"] > start]
            figures = [x for x in record["figures"] if x["start"] < end and x["end"] > start]
            gold, spans = gold + 1, spans + bool(hits or figures)
            if any(str(x.get("value")) in ok or str(x.get("timex")) in ok for x in hits):
                right += 1
                continue
            why = next(filter(None, (convention(ok, x, article.get("date")) for x in hits)), None)
            if why:
                counts[why] += 1
    return spans / gold, right / gold, (right + sum(counts.values())) / gold, counts


def main(icbrief, shared):
    icbrief, shared = pathlib.Path(icbrief).resolve(), pathlib.Path(shared).resolve()
    spans = scorer(shared)
    rows = [("dates-wikiwars", "strict F1", strict_dates), ("names-worldwide-dev", "dates relaxed F1", relaxed_dates)]
    rows += [(name, "value + unit F1", quantities) for name in ("figures-newsquant", "figures-cqe-currency", "figures-cqe-dimension")]
    show = lambda counts: "; ".join(f"{why} {n}" for why, n in sorted(counts.items(), key=lambda row: -row[1]))
    for name, what, measure in rows:
        raw, adjusted, counts = measure(read(icbrief, shared, name), spans)
        print(f"{name}\t{what}\t{raw:.3f}\t{adjusted:.3f}\t{show(counts)}")
    span, raw, adjusted, counts = recognized(read(icbrief, shared, "recognizers-datetime"))
    print(f"recognizers-datetime\tspan recall\t{span:.3f}\t{span:.3f}\t")
    print(f"recognizers-datetime\tvalue recall\t{raw:.3f}\t{adjusted:.3f}\t{show(counts)}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
