//! Joins the runs of one name, step by step: over what stands between two runs.

use crate::extract::names::runs::Run;
use crate::extract::names::shape;
use crate::lexicon::class;
use crate::text::flag;

use super::{Joined, Joiner, any, same_line, topic};

/// Heads of bodies, strong and weak, and of events.
const HEADS: [u8; 3] = [class::ORGHEAD, class::ORGHEADWEAK, class::EVENTHEAD];

/// A name that is being joined.
struct Joining {
    first: Run,
    /// The run joined last.
    last: Run,
    name: Joined,
    /// Index of the next run.
    next: usize,
    /// The field of a body has begun, and may go on over *and*.
    field: bool,
    /// It went on over a comma.
    listed: bool,
    /// The body that this one is a unit of, and what that one is a unit of.
    wholes: Vec<Joined>,
}

impl Joining {
    fn of(first: Run, next: usize) -> Self {
        Self {
            first,
            last: first,
            name: Joined {
                start: first.start,
                end: first.end,
                opens: first.opens,
                of: false,
                bracket: false,
                part_of: u32::MAX,
                long_end: first.end,
                user: None,
            },
            next,
            field: false,
            listed: false,
            wholes: Vec::new(),
        }
    }

    /// Takes the next run in, up to `end`.
    fn take(&mut self, run: Run, end: u32) {
        self.name.end = end;
        self.last = run;
        self.next += 1;
    }

    /// Ends the name at `end`, and passes over the runs that start before it.
    fn end_at(&mut self, end: u32, runs: &[Run]) {
        self.name.end = end;
        while self.next < runs.len() && runs[self.next].start < end {
            self.next += 1;
        }
    }

    /// Starts the field of a body, behind *of*, *for* and *on*.
    fn start_field(&mut self) {
        self.field = true;
        self.name.of = true;
    }
}

/// What stands between a name and the next run.
enum Over {
    /// The name ends.
    Nothing,
    /// It goes on: the index of the first run behind, and where the name ends now.
    Name(usize, u32),
    /// The next run starts the body that it is a unit of.
    Whole,
}

impl From<Option<(usize, u32)>> for Over {
    fn from(joined: Option<(usize, u32)>) -> Self {
        joined.map_or(Self::Nothing, |(next, end)| Self::Name(next, end))
    }
}

impl Joiner<'_, '_> {
    /// Joins what belongs to run `r`; the index of the next run that is left.
    pub(super) fn one(&self, r: usize, out: &mut Vec<Joined>) -> usize {
        let mut joining = Joining::of(self.runs[r], r + 1);
        while self.step(&mut joining) {}
        let Joining {
            mut name, next, wholes, ..
        } = joining;
        if wholes.is_empty() && self.keeps_mark(&name) {
            name.end += 1;
        }
        self.extend_left(&mut name);
        name.long_end = name.end;
        if let Some(whole) = wholes.first() {
            name.long_end = whole.end;
            name.part_of = out.len() as u32 + 1;
        }
        out.push(name);
        let base = out.len() as u32;
        for (index, mut whole) in wholes.into_iter().enumerate() {
            whole.opens &= index > 0;
            // counted from the first of them
            if whole.part_of != u32::MAX {
                whole.part_of += base;
            }
            out.push(whole);
        }
        next.max(r + 1)
    }

    /// Takes in what stands behind the name; false where it ends.
    fn step(&self, j: &mut Joining) -> bool {
        let d = self.document;
        if let Some(end) = self.legal_form(j.name.end) {
            j.end_at(end, self.runs);
            return false;
        }
        if let Some(end) = self.known_mark(&j.name) {
            j.end_at(end, self.runs);
            return true;
        }
        if let Some(end) = self.head_phrase(j.name.start, j.name.end) {
            self.take_head(j, end);
            return true;
        }
        if let Some(end) = self.small_committee(&j.name) {
            j.name.end = end;
            return true;
        }
        let small = self.small_society(&j.name).or_else(|| self.small_zone(&j.name));
        if let Some(end) = small
            .or_else(|| self.small_last(&j.name))
            .or_else(|| self.small_party(&j.name))
        {
            j.name.end = end;
            return false;
        }
        let Some(run) = self.runs.get(j.next).copied() else {
            return false;
        };
        let end = j.name.end;
        let beside = run.start == end
            && same_line(d, end - 1, run.start)
            && self.any_head(&run)
            && d.has(j.last.end - 1, class::PLACEHEAD);
        if beside {
            j.take(run, run.end);
            return true;
        }
        if let Some(end) = self.rest(&j.name, &run) {
            j.name.bracket |= end > run.end;
            j.take(run, end);
            return true;
        }
        let gap = run.start.saturating_sub(end);
        if self.is_of_division(&j.name, &run) {
            j.take(run, run.end);
            return true;
        }
        if gap == 1 && self.is_numbered_zone(&j.last, &run) {
            j.take(run, run.end);
            return true;
        }
        if (2..=3).contains(&gap) && self.is_of_games(j, &run) {
            j.start_field();
            j.take(run, run.end);
            return true;
        }
        if gap == 0
            || gap > 2 && !matches!(self.str(end), "(" | "“" | "\"")
            || !same_line(d, end.saturating_sub(1), run.start)
        {
            return false;
        }
        if let Some(end) = self.fixed(&j.last, &run) {
            j.take(run, end);
            return true;
        }
        let word = self.str(end).to_ascii_lowercase();
        match self.over(j, &run, gap, &word) {
            Over::Nothing => false,
            Over::Whole => {
                j.next = self.one(j.next, &mut j.wholes);
                false
            }
            Over::Name(after, end) => {
                j.name.bracket |= word == "(";
                if after > j.next {
                    j.last = self.runs[after - 1];
                    j.last.start = j.last.start.max(j.name.start);
                }
                j.name.end = end;
                j.next = after;
                true
            }
        }
    }

    /// *Convention and Exhibition | Center*, *Department of | State*: a head of several words up to `end`.
    fn take_head(&self, j: &mut Joining, end: u32) {
        if (j.name.end..end).any(|at| self.document.str(at) == "of") {
            j.start_field();
        }
        j.name.end = end;
        while j.next < self.runs.len() && self.runs[j.next].start < end {
            j.last = self.runs[j.next];
            // *… Development Zone* + *Management Committee*: the run goes on
            j.name.end = j.name.end.max(j.last.end);
            j.next += 1;
        }
    }

    /// Whether the name goes on over `word`, which stands `gap` tokens in front of the run.
    fn over(&self, j: &mut Joining, run: &Run, gap: u32, word: &str) -> Over {
        let d = self.document;
        let article = gap == 2 && self.str(j.name.end + 1).eq_ignore_ascii_case("the");
        let (next, last) = (j.next, j.last);
        if gap == 1 || article {
            match word {
                "of" => return self.over_of(j, run, gap),
                "at" => {
                    let unit = j.name.of || self.strong_head(&last);
                    let whole = unit && (self.strong_head(run) || self.known_org(run));
                    return if whole { Over::Whole } else { Over::Nothing };
                }
                "for" | "on" | "against" if !j.name.of => return self.over_purpose(j, run, word),
                _ => {}
            }
        }
        // *Association for Relations Across the Lima Strait*: a small word with the capital of a name
        let inner = matches!(word, "across" | "among" | "between") && d.is(j.name.end, flag::CAPITAL);
        if inner && (gap == 1 || article) && j.field && self.strong_head(&j.first) {
            return Over::Name(next + 1, run.end);
        }
        if gap == 2 {
            // *Chamber of Commerce, Industries, and Agriculture*
            let listed = word == "," && j.listed && self.str(j.name.end + 1) == "and";
            return listed
                .then(|| self.and(&j.name, &last, run, j.field, next))
                .flatten()
                .into();
        }
        match word {
            "”" | "\"" if gap == 1 && self.opens_quoted(&j.name, run) => {
                j.name.start -= 1;
                Over::Name(next + 1, run.end)
            }
            "(" if gap == 1 => self.bracket(&j.name, &last, run, next).into(),
            "“" | "\"" | "‘" | "'" if gap == 1 => {
                let quoted = self.quoted(run, next).or_else(|| self.nickname(&j.first, run, next));
                quoted
                    .or_else(|| (word == "'").then(|| self.owned(&last, run, next)).flatten())
                    .into()
            }
            "for" | "on" | "with" | "in" if gap == 1 && self.is_more_of_field(j, run, word) => {
                j.field |= word == "for";
                Over::Name(next + 1, run.end)
            }
            "and" | "&" if gap == 1 => self.and(&j.name, &last, run, j.field, next).into(),
            "," if gap == 1 && j.field && self.list_goes_on(next) => {
                j.listed = true;
                Over::Name(next + 1, run.end)
            }
            "," if gap == 1 => self.comma(&j.name, run, next).into(),
            "'s" | "’s" | "’" if gap == 1 => {
                let house = self.house(&j.name, run).map(|end| (next + 1, end));
                // *Ministry of Education's Higher Education Department* is two
                let ministry = j.name.of
                    && self.strong_head(&j.first)
                    && run.end - run.start > 1
                    && d.str(j.name.end - 1) != "People";
                house
                    .or_else(|| (!ministry).then(|| self.owned(&last, run, next)).flatten())
                    .into()
            }
            _ => Over::Nothing,
        }
    }

    /// The name goes on over a preposition behind its first field or place.
    fn is_more_of_field(&self, j: &Joining, run: &Run, word: &str) -> bool {
        let d = self.document;
        let Joining { first, last, name, .. } = j;
        match word {
            // *Union for the Conservation of Nature on Land*
            "on" => name.of && last.end - last.start == 1 && topic(d, last.start) && topic(d, run.start),
            // *Association for Friendship with Foreign Countries*
            "with" => self.friends(name, last, run),
            // *Peruvian Chamber of Commerce in Korea*, *Kelvar Mission in Libya (KMIL)*
            "in" => self.is_abroad(name, run),
            // *Annual Meeting of the Lima Association for Light*, *Office of the High Commissioner for Human Rights*
            _ if !name.of => false,
            _ if topic(d, run.start) && (self.meets(name, last) || d.has(last.end - 1, class::TITLE)) => true,
            // *University of Lima for Science and Technology*, *Department of Inspection for Factories*
            _ => self.strong_head(first) && self.is_field(run),
        }
    }

    /// *Ministry of X*, *Gulf of X*, and units of bodies: *Department of X of the Ministry of Y*.
    fn over_of(&self, j: &mut Joining, run: &Run, gap: u32) -> Over {
        let d = self.document;
        let (next, last, first, name) = (j.next, j.last, j.first, j.name);
        let goes_on = Over::Name(next + 1, run.end);
        // *Communist Party of China Dezhou Municipal Committee*: no unit of the rest
        let known = || {
            d.class_end(name.start, class::ORG)
                .is_some_and(|e| e > run.start && e < run.end)
        };
        if known() || gap == 1 && self.is_place_of(&last, run) {
            return goes_on;
        }
        if !name.of {
            // *Construction of Kelvar Park*: a trade is no body
            let single = name.end - name.start == 1;
            let trade = single && d.value(name.start, name.end, class::ORGHEADWEAK) == Some("company");
            if self.is_seated(&last, run) || trade || !any(d, last.end - 1, &HEADS) {
                return Over::Nothing;
            }
            let body = self.is_body(run, next) || self.is_half(run, next).is_some() || self.opens_firm(run, next);
            if shape::person(d, run.start, run.end).is_some() && !body {
                return Over::Nothing;
            }
            if body && !single && !d.has(last.end - 1, class::EVENTHEAD) {
                // a unit of a larger body: both are names
                return Over::Whole;
            }
            if single && d.str(name.start) == "Board" && self.is_company(run, next) {
                return Over::Whole;
            }
            // *Board of the Lima Trade and Investment Institute*
            if let Some(end) = self.is_half(run, next).filter(|_| single) {
                j.start_field();
                return Over::Name(next + 2, end);
            }
            j.start_field();
            return goes_on;
        }
        // *Department of Chips of | the Ministry of Education*
        if j.field && self.strong_head(&first) && self.is_body(run, next) {
            return Over::Whole;
        }
        // *Union for the Conservation of Nature*
        let nature = last.end - last.start == 1 && topic(d, last.start) && topic(d, run.start);
        // *Union of Democratic Forces of Guinea*
        let party = || shape::is_country(d, run.start, run.end) && self.is_party(&first);
        // *Department of Industry of Hunan Province*
        let province = || d.has(run.end - 1, class::PLACEHEAD) && self.strong_head(&first);
        if gap == 1 && (nature || party() || province()) {
            goes_on
        } else {
            Over::Nothing
        }
    }

    /// *Gulf of Lima*, *Republic of Peru*: one place, while *Norton District of Lima* is two.
    fn is_place_of(&self, last: &Run, run: &Run) -> bool {
        let d = self.document;
        let head = last.end - 1;
        let opens = |at: u32, end: u32| d.class_end(at, class::PLACEPRE) == Some(end);
        let place = opens(last.start, last.end)
            || opens(last.start, last.end + 1)
            || opens(head, last.end + 1)
            || any(d, head, &[class::PLACEHEAD, class::PLACEPRE]) && !self.is_head(last);
        place
            && self.is_place(run)
            && !d.has(head, class::ORGHEAD)
            && (last.start..head).all(|at| topic(d, at) || d.has(at, class::DEMONYM))
    }

    /// *Center for Chips*, *Forum on Trade*, *Action Plan for Fostering and Developing Chip Clusters*.
    fn over_purpose(&self, j: &mut Joining, run: &Run, word: &str) -> Over {
        let d = self.document;
        let (last, head) = (j.last, j.last.end - 1);
        let work = || {
            word == "for"
                && d.has(head, class::OTHERHEAD)
                && last.end - last.start > 1
                && (run.start..run.end).all(|at| topic(d, at))
        };
        let event = || d.has(head, class::EVENTHEAD) && word == "for" && self.any_head(run);
        let field = topic(d, run.start) || d.has(run.start, class::ORGMOD) || event();
        if field && (any(d, head, &HEADS) || work()) {
            j.start_field();
            Over::Name(j.next + 1, run.end)
        } else {
            Over::Nothing
        }
    }

    /// *Organizing Committee for the 2026 Lima Games*: the society of an event with its year.
    fn is_of_games(&self, j: &Joining, run: &Run) -> bool {
        let d = self.document;
        let at = j.name.end;
        let the = u32::from(self.str(at + 1) == "the");
        let year = at + 1 + the;
        run.start == year + 1
            && matches!(self.str(at), "for" | "of")
            && d.is(year, flag::NUMBER)
            && d.token(year).len == 4
            && same_line(d, at, run.start)
            && d.has(run.end - 1, class::EVENTHEAD)
            && self.strong_head(&j.last)
            && !d.has(j.last.end - 1, class::EVENTHEAD)
            && !j.name.of
    }
}
