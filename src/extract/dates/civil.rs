//! Arithmetic of the proleptic Gregorian calendar (Howard Hinnant's algorithms, public domain).

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub year: i32,
    pub month: u32,
    pub day: u32,
}

impl Day {
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let good = (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        good.then_some(Self { year, month, day })
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i64 {
        let y = i64::from(self.year) - i64::from(self.month <= 2);
        let era = y.div_euclid(400);
        let yoe = y.rem_euclid(400);
        let m = i64::from(self.month);
        let doy = (153 * (if m > 2 { m - 3 } else { m + 9 }) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
    }

    pub fn from_number(n: i64) -> Self {
        let z = n + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        Self {
            year: (yoe + era * 400 + i64::from(month <= 2)) as i32,
            month: month as u32,
            day: (doy - (153 * mp + 2) / 5 + 1) as u32,
        }
    }

    pub fn plus_days(self, n: i64) -> Self {
        Self::from_number(self.number() + n)
    }

    /// 1 Monday to 7 Sunday.
    pub fn weekday(self) -> u32 {
        ((self.number() + 3).rem_euclid(7) + 1) as u32
    }

    /// Monday of the day's week.
    pub fn monday(self) -> Self {
        self.plus_days(1 - i64::from(self.weekday()))
    }

    /// ISO 8601 week: year and number.
    pub fn week(self) -> (i32, u32) {
        let thursday = self.plus_days(4 - i64::from(self.weekday()));
        let first = Self {
            year: thursday.year,
            month: 1,
            day: 1,
        };
        (thursday.year, ((thursday.number() - first.number()) / 7 + 1) as u32)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match u32::try_from(self.year) {
            Ok(year @ 0..10_000) => f.write_str(&hyphenated(&four_digits(year), &[self.month, self.day])),
            _ => write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day),
        }
    }
}

/// A year, month and day, or a year and a month, as they are written with hyphens: `2024`, `[5, 3]` is `2024-05-03`.
pub fn hyphenated(year: &str, parts: &[u32]) -> String {
    let mut out = String::with_capacity(year.len() + 3 * parts.len());
    out.push_str(year);
    for part in parts {
        debug_assert!(*part < 100);
        out.push('-');
        out.push(digit(part / 10));
        out.push(digit(part % 10));
    }
    out
}

fn digit(n: u32) -> char {
    char::from(b'0' + (n % 10) as u8)
}

/// A year of four digits.
pub fn four_digits(year: u32) -> String {
    debug_assert!(year < 10_000);
    [1000, 100, 10, 1].iter().map(|place| digit(year / place)).collect()
}

pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Year and month `n` months on.
pub fn plus_months(year: i32, month: u32, n: i32) -> (i32, u32) {
    let all = year * 12 + month as i32 - 1 + n;
    (all.div_euclid(12), all.rem_euclid(12) as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for n in -200_000..200_000 {
            let day = Day::from_number(n);
            assert_eq!(day.number(), n);
            assert!(Day::new(day.year, day.month, day.day).is_some());
        }
        assert_eq!(
            Day {
                year: 2023,
                month: 9,
                day: 25
            }
            .weekday(),
            1
        );
        assert_eq!(
            Day {
                year: 2023,
                month: 9,
                day: 25
            }
            .week(),
            (2023, 39)
        );
        assert_eq!(plus_months(2023, 1, -1), (2022, 12));
    }
}
