#!/usr/bin/env python3
"""Write rules/lexicon/generated/holidays.tsv, the days of holidays that move, year by year, and period-codes.tsv,
written codes of reported periods.

usage: tools/dates.py [--check]

The festivals of the Chinese calendar are computed from new moons and the sun's longitude after Jean Meeus, Astronomical
Algorithms (2nd ed. 1998), chapters 25 and 49, in China's time (UTC+8) and by the rule that the month of the winter
solstice is the eleventh; Easter by the Gregorian computus (the same book, chapter 8); Ramadan and the two Eids by the
arithmetical Islamic calendar (30-year cycle, civil epoch), which may be a day off the sighting of the moon; the rest by
weekday of month. --check writes nothing and fails where a file differs or a well-known day comes out wrong.
"""
import datetime
import math
import pathlib
import sys

OUT = pathlib.Path(__file__).resolve().parent.parent / "rules" / "lexicon" / "generated"
YEARS = range(1980, 2051)
PERIOD_YEARS = range(1995, 2051)
CHINA = 8 / 24
EPOCH = 1721424.5


def day_of(jd):
    """The civil day in China of a Julian day in universal time."""
    return datetime.date.fromordinal(math.floor(jd + CHINA - EPOCH))


def new_moon(k):
    """Julian day (UT, within some minutes) of new moon number k, 0 being that of January 2000."""
    t = k / 1236.85
    jd = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
    e = 1 - 0.002516 * t
    m = math.radians(2.5534 + 29.10535670 * k)
    mm = math.radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    f = math.radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    o = math.radians(124.7746 - 1.56375588 * k)
    s = math.sin
    jd += (-0.40720 * s(mm) + 0.17241 * e * s(m) + 0.01608 * s(2 * mm) + 0.01039 * s(2 * f) + 0.00739 * e * s(mm - m)
           - 0.00514 * e * s(mm + m) + 0.00208 * e * e * s(2 * m) - 0.00111 * s(mm - 2 * f) - 0.00057 * s(mm + 2 * f)
           + 0.00056 * e * s(2 * mm + m) - 0.00042 * s(3 * mm) + 0.00042 * e * s(m + 2 * f)
           + 0.00038 * e * s(m - 2 * f) - 0.00024 * e * s(2 * mm - m) - 0.00017 * s(o))
    return jd - 68 / 86400


def sun(jd):
    """The sun's apparent longitude in degrees."""
    t = (jd - 2451545) / 36525
    m = math.radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t)
    c = ((1.914602 - 0.004817 * t) * math.sin(m) + (0.019993 - 0.000101 * t) * math.sin(2 * m)
         + 0.000289 * math.sin(3 * m))
    omega = math.radians(125.04 - 1934.136 * t)
    return (280.46646 + 36000.76983 * t + 0.0003032 * t * t + c - 0.00569 - 0.00478 * math.sin(omega)) % 360


def midnight(day):
    """Julian day of the start of a day in China."""
    return day.toordinal() + EPOCH - CHINA


def sector(day):
    """Which twelfth of its way the sun is in at the start of the day."""
    return int(sun(midnight(day)) // 30)


def solar(year, month, degrees):
    """The day in a month (or the next) on which the sun reaches a longitude."""
    day = datetime.date(year, month, 1)
    while (sun(midnight(day + datetime.timedelta(1))) - degrees) % 360 > 180:
        day += datetime.timedelta(1)
    return day


def months(year):
    """First days of the months from the one that holds the solstice of the year before, with their numbers."""
    first, last = solar(year - 1, 12, 270), solar(year, 12, 270)
    k = round((first.toordinal() - 730125) / 29.530588861) - 2
    starts = [day_of(new_moon(k + i)) for i in range(18)]
    from_ = max(i for i, s in enumerate(starts) if s <= first)
    to = max(i for i, s in enumerate(starts) if s <= last)
    leap = to - from_ == 13
    out, number = [], 11
    for i in range(from_, to):
        if i > from_:
            # in a year of thirteen months the first in which the sun enters no new twelfth is the leap month
            if leap and sector(starts[i]) == sector(starts[i + 1]):
                leap = False
                out.append((starts[i], 0))
                continue
            number = number % 12 + 1
        out.append((starts[i], number))
    return out


def chinese(year, month, day):
    start = next(s for s, n in months(year) if n == month)
    return start + datetime.timedelta(day - 1)


def easter(year):
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)


def islamic(year, month, day):
    """The first such day that falls into the civil year."""
    for hijri in range(int((year - 622) * 1.0307) - 1, int((year - 622) * 1.0307) + 3):
        days = day + math.ceil(29.5 * (month - 1)) + (hijri - 1) * 354 + (3 + 11 * hijri) // 30
        date = datetime.date.fromordinal(days + 227014)
        if date.year == year:
            return date
    return None


def weekday(year, month, day, n):
    """The n-th (or, below zero, the last) such weekday (1 Monday) of a month."""
    if n < 0:
        last = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)
        return last - datetime.timedelta((last.isoweekday() - day) % 7)
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta((day - first.isoweekday()) % 7 + 7 * (n - 1))


def plus(date, days):
    return date + datetime.timedelta(days)


HOLIDAYS = [
    (["Spring Festival", "Chinese New Year", "Lunar New Year", "Chinese Lunar New Year"], lambda y: chinese(y, 1, 1)),
    (["Lunar New Year's Eve", "Chinese New Year's Eve"], lambda y: plus(chinese(y, 1, 1), -1)),
    (["Lantern Festival"], lambda y: chinese(y, 1, 15)),
    (["Dragon Boat Festival", "Duanwu Festival"], lambda y: chinese(y, 5, 5)),
    (["Qixi Festival"], lambda y: chinese(y, 7, 7)),
    (["Mid-Autumn Festival", "Moon Festival", "Chuseok"], lambda y: chinese(y, 8, 15)),
    (["Double Ninth Festival", "Chongyang Festival"], lambda y: chinese(y, 9, 9)),
    (["Qingming Festival", "Tomb-Sweeping Day", "Tomb Sweeping Day", "Qingming"], lambda y: solar(y, 4, 15)),
    (["Good Friday", "good friday"], lambda y: plus(easter(y), -2)),
    (["Easter", "Easter Sunday", "easter"], easter),
    (["Easter Monday"], lambda y: plus(easter(y), 1)),
    (["Ash Wednesday"], lambda y: plus(easter(y), -46)),
    (["Palm Sunday"], lambda y: plus(easter(y), -7)),
    (["Ascension Day"], lambda y: plus(easter(y), 39)),
    (["Pentecost", "Whit Sunday"], lambda y: plus(easter(y), 49)),
    (["Eid al-Fitr", "Hari Raya Aidilfitri", "eid al-fitr", "eid al fitr", "eid-al-fitr", "eid ul-fitr", "eid-ul-fitr"], lambda y: islamic(y, 10, 1)),
    (["Eid al-Adha", "eid al-adha", "eid al adha", "eid-al-adha", "eid ul-adha", "eid-ul-adha", "eid-ul-azha"], lambda y: islamic(y, 12, 10)),
    (["Thanksgiving", "Thanksgiving Day"], lambda y: weekday(y, 11, 4, 4)),
    (["Black Friday"], lambda y: plus(weekday(y, 11, 4, 4), 1)),
    (["Cyber Monday"], lambda y: plus(weekday(y, 11, 4, 4), 4)),
    (["Martin Luther King Day", "Martin Luther King Jr. Day"], lambda y: weekday(y, 1, 1, 3)),
    (["Memorial Day", "memorial day"], lambda y: weekday(y, 5, 1, -1)),
    (["Labor Day", "labor day"], lambda y: weekday(y, 9, 1, 1)),
    (["Columbus Day"], lambda y: weekday(y, 10, 1, 2)),
    (["Mother's Day"], lambda y: weekday(y, 5, 7, 2)),
    (["Father's Day"], lambda y: weekday(y, 6, 7, 3)),
]

KNOWN = {"Spring Festival": ["1985-02-20", "2000-02-05", "2020-01-25", "2023-01-22", "2033-01-31"],
         "Mid-Autumn Festival": ["2020-10-01", "2023-09-29", "2024-09-17", "2025-10-06"],
         "Dragon Boat Festival": ["2023-06-22", "2024-06-10", "2025-05-31"],
         "Qingming Festival": ["2023-04-05", "2024-04-04"],
         "Easter": ["2000-04-23", "2024-03-31", "2025-04-20"],
         "Thanksgiving": ["2023-11-23", "2024-11-28"]}


def holidays():
    yield "# Holidays that move: days by year; made by tools/dates.py\nclass\tphrase\tvalue\n"
    for names, day in HOLIDAYS:
        days = [day(year) for year in YEARS]
        assert all(d is None or d.year == y for d, y in zip(days, YEARS)), names
        for known in KNOWN.get(names[0], []):
            assert known in map(str, days), (names[0], known)
        value = " ".join(f"{d.year}-{d.month:02}-{d.day:02}" for d in days if d)
        for name in names:
            yield f"MOVINGHOLIDAY\t{name}\t{value}\n"


def period_codes():
    """FY and a year is a code of its own; Q24 and H24 stand behind their number (2Q24)."""
    yield "# Codes of reported periods; made by tools/dates.py\nclass\tphrase\tvalue\n"
    for year in PERIOD_YEARS:
        for class_, letters in [("PERIODCODE", "FY"), ("PERIODTAIL", "Q"), ("PERIODTAIL", "H")]:
            for written in sorted({f"{year % 100:02}", f"{year}"}, key=len):
                yield f"{class_}\t{letters}{written}\t{year}\n"


def main():
    for name, rows in [("holidays.tsv", holidays), ("period-codes.tsv", period_codes)]:
        text = "".join(rows())
        if "--check" not in sys.argv:
            (OUT / name).write_text(text)
        elif (OUT / name).read_text() != text:
            sys.exit(f"{name} is not what this script writes")


if __name__ == "__main__":
    main()
