//! What stands between a subject and its verb and does nothing there: *Kelvar, a supplier to Lumeno and Delta, signed*,
//! *Li Ming, who runs the Chip Association, said*; and the saying that ends a sentence: *…, officials said on Friday*.

use crate::extract::names::cut::title_end;
use crate::lexicon::format::{PlaceInfo, form, pos};
use crate::lexicon::{class, list};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::{Scene, is_relative};
use super::focus::is_medium;
use super::tables as t;
use super::verbs::{self, Tense};

/// Tokens of the longest insertion.
const LONGEST: u32 = 60;

pub(super) fn is_dash(mark: &str) -> bool {
    matches!(mark, "–" | "—" | "--" | "-")
}

impl Scene<'_, '_> {
    /// The mark that opens the insertions which end right in front of the verb group that starts at `verb`, or the *that* or
    /// *who* that opens what tells which one is meant.
    pub(super) fn insertion(&self, sentence: &Sentence, verb: u32) -> Option<u32> {
        let d = self.document;
        let Some(closing) = self.closing(sentence, verb) else {
            return self.restriction(sentence, verb);
        };
        if is_dash(d.str(closing)) {
            // *the plant in Dalian -- the largest in the region -- went into production*
            return (closing.saturating_sub(LONGEST).max(sentence.start + 1)..closing)
                .rev()
                .find(|at| is_dash(d.str(*at)) && !d.is(*at, flag::GLUED));
        }
        let mut open = self.opening(sentence, closing, true)?;
        // *vice president of the Chip Association, also known as the CA, said*
        while let Some(before) = self.opening(sentence, open, false) {
            open = before;
        }
        // *Intel has built two plants, which are large, said Liu Yan*: what stands in front is no subject
        let reports = matches!(d.str(verb), "reports" | "reported") && self.str(verb + 1) != "," && {
            let name = verb + 1 + u32::from(d.has(verb + 1, class::DET));
            name < sentence.end && d.is(name, flag::CAPITAL)
        };
        let told = (d.has(verb, class::SAYVERB) || reports) && self.has_verb(sentence.start, open);
        (!told).then_some(open)
    }

    /// *A service that lets firms share a wafer was unveiled*, *The man who led Kelvar resigned*: the word behind the first noun
    /// phrase of the sentence that opens a clause, which ends right in front of `verb` without a comma.
    fn restriction(&self, sentence: &Sentence, verb: u32) -> Option<u32> {
        /// Tokens of the clause.
        const LONGEST: u32 = 24;
        let d = self.document;
        // few sentences have one
        if self.first_relative(sentence) + 2 >= verb {
            return None;
        }
        let from = verb.saturating_sub(LONGEST).max(sentence.start + 1);
        let joins = |at: u32| d.is(at, flag::GLUED) && matches!(d.str(at), "-" | "'s" | "’s" | "'" | "’" | "%");
        let plain = |at: u32| !d.is(at, flag::MARK) || joins(at) || self.inside_name(at);
        let inner = (from..verb).rev().take_while(|at| plain(*at));
        let opens = |at: &u32| d.is_on(*at, list::WHICH_ONE);
        let relative = inner.filter(opens).last().filter(|at| at + 2 < verb)?;
        let joined = d.has(verb - 1, class::CONJ) || d.has(verb - 1, class::PREP);
        let noun = d.is(relative - 1, flag::CAPITAL) || d.info(relative - 1).pos & pos::NOUN != 0;
        if joined || !noun || self.has_verb(sentence.start, relative) || !self.has_verb(relative + 1, verb) {
            return None;
        }
        // *Firms that buy chips made in Peru will pay*: the verb of the sentence is yet to come
        let info = d.info(verb);
        let participle = info.form & form::PARTICIPLE != 0 || info.form & form::BASE != 0;
        let sure = d.has(verb, class::AUX) || d.has(verb, class::MODAL) || d.has(verb, class::SAYVERB) || !participle;
        let clause = (verb + 1..sentence.end).find(|at| !plain(*at)).unwrap_or(sentence.end);
        (sure || !self.has_verb(verb + 1, clause)).then_some(relative)
    }

    /// The first word of the sentence that may open a clause which tells which one is meant, else its end.
    fn first_relative(&self, sentence: &Sentence) -> u32 {
        let d = self.document;
        let (asked, first) = self.first_relative.get();
        if asked == sentence.start {
            return first;
        }
        let first = (sentence.start..sentence.end).find(|at| d.is_on(*at, list::WHICH_ONE));
        let first = first.unwrap_or(sentence.end);
        self.first_relative.set((sentence.start, first));
        first
    }

    /// The comma or dash in front of the verb, also where an adverb or a date stands between: *, on Monday said*.
    fn closing(&self, sentence: &Sentence, verb: u32) -> Option<u32> {
        let d = self.document;
        let mut at = verb;
        if at > sentence.start + 2 && !d.is(at - 1, flag::MARK) {
            let next = self.date_from(at);
            if let Some(date) = next.checked_sub(1).map(|last| &self.dates[last])
                && date.end == at
                && date.start > sentence.start + 1
            {
                at = date.start - u32::from(d.has(date.start - 1, class::PREP));
            } else if !d.is(at - 1, flag::CAPITAL) && d.info(at - 1).pos & pos::ADVERB != 0 {
                at -= 1;
            }
        }
        let mark = at.checked_sub(1).filter(|mark| *mark > sentence.start + 1)?;
        // *co-founded*
        let dash = is_dash(d.str(mark)) && !(d.str(mark) == "-" && d.is(mark, flag::GLUED));
        let closes = d.is(mark, flag::MARK) && (d.str(mark) == "," || dash);
        (closes && !self.inside_name(mark)).then_some(mark)
    }

    /// The comma that opens the insertion which the comma `closing` ends. Commas inside one are for the last one only:
    /// *a supplier to A, B and C,*; else they part the members of a list.
    fn opening(&self, sentence: &Sentence, closing: u32, last: bool) -> Option<u32> {
        let d = self.document;
        let (mut depth, mut inner) = (0, false);
        for at in (closing.saturating_sub(LONGEST).max(sentence.start + 1)..closing).rev() {
            if !d.is(at, flag::MARK) {
                continue;
            }
            match d.str(at) {
                ")" => depth += 1,
                "(" => depth -= 1,
                ";" | ":" | "“" | "”" | "\"" if depth <= 0 => return None,
                "," if depth <= 0 && !self.inside_date(at) && !self.inside_name(at) => {
                    if self.inserts(at, closing, inner) {
                        return (!self.introduces(sentence, at)).then_some(at);
                    }
                    // *…, will employ*: one that was closed here
                    let third = |at: u32| d.info(at).form & form::THIRD != 0 && d.info(at).verb != 0;
                    // *a firm that develops, makes, and sells chips,*
                    let and = |c: &u32| d.str(*c) == "," && d.str(c + 1) == "and" && third(c + 2);
                    let finite = third(at + 1) && !(at + 2..closing).any(|c| and(&c));
                    let goes_on = finite || d.has(at + 1, class::MODAL) || d.has(at + 1, class::AUX);
                    if !last || goes_on {
                        return None;
                    }
                    inner = true;
                }
                _ => {}
            }
        }
        None
    }

    /// What stands between the two commas tells of the name in front of them. `inner`: there are commas in it.
    pub(super) fn inserts(&self, open: u32, closing: u32, inner: bool) -> bool {
        let d = self.document;
        // *Li Ming, also a member of the board, said*
        let next = open + 1 + u32::from(d.str(open + 1) == "also");
        let relative = |at: u32| is_relative(d.str(at));
        if relative(next) {
            return self.has_verb(next, closing) && !(inner && self.names_person(open, closing));
        }
        // *Ming Chen, the Director of the Chip Committee,*
        let post = d.str(next) == "the" && d.is(next + 1, flag::CAPITAL) && title_end(d, next + 1, closing).is_some();
        if d.has(next, class::DET) && !d.is(next, flag::CAPITAL) && !post {
            // *a supplier to …*, *the largest chipmaker in …*: a noun in small letters, and no sentence of its own
            let stop = (next + 1..closing)
                .find(|at| {
                    // *the spin-off of …*
                    let opens = d.has(*at, class::PREP) || d.has(*at, class::SUBORD);
                    opens && !d.is(*at, flag::GLUED) || d.str(*at) == ","
                })
                .unwrap_or(closing);
            let noun = stop > next + 1
                && d.is(stop - 1, flag::WORD)
                && !d.is(stop - 1, flag::CAPITAL)
                && (d.info(stop - 1).pos & (pos::NOUN | pos::PLURAL) != 0 || d.is(stop - 1, flag::GLUED));
            let long = stop < closing && d.str(stop) != "," && !(inner && self.names_person(open, closing));
            let clause = |at: u32| relative(at) || d.str(at) == "that";
            // *, the aim is to form a park that serves firms,*: a sentence
            let phrase = || (next..closing).any(clause) && !self.has_verb(next, stop);
            return noun && (long || !inner) && (!self.has_verb(next, closing) || phrase());
        }
        // *the State Council, China's cabinet, issued*
        let owner = (next + 1..closing).find(|at| matches!(d.str(*at), "'s" | "’s"));
        if let Some(owner) = owner.filter(|owner| !inner && (next..*owner).all(|at| d.is(at, flag::CAPITAL))) {
            let noun = |at: u32| d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL) && !d.has(at, class::PREP);
            return owner + 1 < closing && noun(closing - 1) && !self.has_verb(owner + 1, closing);
        }
        // *The team, composed of A, B and C, won*
        if d.is_on(next, list::COMPOSED) && !d.is(next, flag::CAPITAL) {
            return !self.has_verb(next + 1, closing);
        }
        if inner {
            return false;
        }
        // *with a total investment of 10 billion yuan*
        if d.str(next) == "with" {
            return closing > next + 2 && !self.has_verb(next, closing);
        }
        // *vice president of the Chip Association*: of the person in front, not of another one behind
        if post || d.is(next, flag::WORD) && title_end(d, next, closing).is_some() {
            let person = |hit: &super::clause::Hit| hit.kind == Kind::Person;
            let told = |at: u32| [class::AUX, class::MODAL, class::SAYVERB].iter().any(|c| d.has(at, *c));
            return !(next..closing).any(told) && !self.entities_in(next, closing).iter().any(person);
        }
        // *The Lindo High-tech Zone, Anhui province, unveiled*
        if self.is_around(open, closing) {
            return true;
        }
        // *also known as …*, *backed by …*
        let adverb = d.info(next).pos & pos::ADVERB != 0 && d.info(next).form & form::PARTICIPLE == 0;
        let verb = next + u32::from(adverb);
        let forms = d.info(verb).form;
        verb + 1 < closing
            && forms & form::PARTICIPLE != 0
            && forms & form::BASE == 0
            && !d.is(verb, flag::CAPITAL)
            && !d.has(verb, class::SAYVERB)
            && (d.has(verb + 1, class::PREP) || d.has(verb + 1, class::SUBORD))
    }

    /// Nothing but the province or country of the place in front of the comma `open` stands up to `closing`.
    fn is_around(&self, open: u32, closing: u32) -> bool {
        let d = self.document;
        if !d.is(open + 1, flag::CAPITAL) {
            return false;
        }
        let Some(hit) = self.hits_in(open + 1, closing).next() else {
            return false;
        };
        let whole = hit.start == open + 1
            && hit.kind == Kind::Place
            && (hit.end == closing || hit.end + 1 == closing && d.has(hit.end, class::PLACENOUN));
        let wide = || self.grain(hit.entity).is_some_and(|grain| grain <= PlaceInfo::PROVINCE);
        let inner = || {
            let name = self.names.candidates.ending(open)?;
            let entity = *self.entities.of_candidate.get(name)?;
            self.entities.list.get(entity as usize)
        };
        whole && wide() && inner().is_some_and(|entity| entity.kind == Kind::Place)
    }

    /// *the director of customs, Ravi Patel,*: a person of whom that is the title stands behind a comma inside.
    fn names_person(&self, open: u32, closing: u32) -> bool {
        /// Tokens between the comma and the name.
        const NEAR: u32 = 3;
        let d = self.document;
        self.entities_in(open + 2, closing).iter().any(|hit| {
            let near = (hit.start.saturating_sub(NEAR).max(open + 1)..hit.start).rev();
            let mut near = near.take_while(|at| !d.has(*at, class::CONJ));
            hit.kind == Kind::Person && near.any(|at| d.str(at) == ",")
        })
    }

    /// *However, the firm …*, *At noon, an employee of …*: what ends at `open` is an introduction and no subject.
    fn introduces(&self, sentence: &Sentence, open: u32) -> bool {
        let d = self.document;
        let start = (sentence.start..open)
            .rev()
            .find(|at| d.str(*at) == "," && !self.inside_date(*at) && !self.inside_name(*at))
            .map_or(sentence.start, |comma| comma + 1);
        d.has(start, class::PREP)
            || d.has(start, class::SUBORD)
            || d.info(start).form & form::GERUND != 0 && d.str(start).ends_with("ing")
            || self.date_at(start).is_some()
            || open <= start + 2 && d.info(open - 1).pos & pos::ADVERB != 0
    }

    /// *The line, which was set up by Kelvar, and Lumeno,*: the comma in front of what tells of a thing that bears no name.
    pub(super) fn thing_told_of(&self, subject: (u32, u32)) -> Option<u32> {
        /// Tokens of the thing.
        const LONGEST: u32 = 10;
        let d = self.document;
        let comma = (subject.0 + 1..subject.1.min(subject.0 + LONGEST)).find(|at| d.str(*at) == ",")?;
        let relative = comma + 1 < subject.1 && d.str(comma + 1) == "which";
        let unnamed = relative && d.has(subject.0, class::DET) && self.hits_in(subject.0, comma).next().is_none();
        let closed = d.str(subject.1 - 1) == "," && self.has_verb(comma + 2, subject.1);
        (unnamed && closed).then_some(comma)
    }

    /// The comma in front of who says what stands before it: *Two people died, officials said on Friday*.
    pub(super) fn attribution(&self, sentence: &Sentence, verb: u32) -> Option<u32> {
        /// Tokens of who says it.
        const NEAR: u32 = 9;
        let d = self.document;
        // *…, Bloomberg has reported*
        let has = verb + 1 < sentence.end && d.value(verb, verb + 1, class::AUX) == Some("have");
        let outer = verb;
        let says = |at: u32| d.str(at) == "reported" || d.has(at, class::SAYVERB) && d.str(at) != "concluded";
        let verb = verb + u32::from(has && says(verb + 1));
        let behind = verb + 1;
        // *Output rose, Xinhua reported.*
        // *Output rose, Xinhua reported, citing officials*
        let medium = || {
            let name = self.names.candidates.ending(verb);
            let name = name.map(|name| self.names.candidates.list[name].start);
            name.is_some_and(|name| self.hits_in(name, verb).any(|hit| is_medium(self, hit.entity)))
        };
        let reported = || {
            // *Attendance came to 3,000, Kelvar Expo reported, 14 percent more than in May*
            let goes_on = || self.figure_at(behind + 1) && self.names.candidates.ending(verb).is_some();
            let later = || matches!(d.str(behind), "later" | "earlier");
            let ends = behind >= sentence.end
                || d.str(behind) == "."
                || later()
                || d.str(behind) == "," && (medium() || goes_on());
            d.str(verb) == "reported" && ends
        };
        let told = || {
            let front = matches!(d.str(verb), "reported" | "disclosed");
            front && self.apposed_person(outer).is_some()
        };
        // *Kelvar infringed a patent, a Lima jury ruled*
        const COURT: t::Groups = t::group("court");
        let ruled = || d.is_on(verb, list::COURT_FOUND) && self.noun_groups(verb - 1, verb) & COURT != 0;
        if verb < sentence.start + 4 || !d.has(verb, class::SAYVERB) && !reported() && !told() && !ruled() {
            return None;
        }
        let ends = behind >= sentence.end
            || matches!(d.str(behind), "." | "," | "later" | "earlier")
            || d.has(behind, class::PREP) && d.str(behind) != "of"
            || self.date_at(behind).is_some();
        if !ends {
            return None;
        }
        // *the state's minister, Amy Kuo, said on Friday*
        let apposed = self.apposed_person(outer);
        let outer = apposed.unwrap_or(outer);
        let comma = (outer.saturating_sub(NEAR).max(sentence.start + 2)..outer)
            .rev()
            .find(|at| {
                let owner = matches!(d.str(*at), "'s" | "’s" | "-");
                d.is(*at, flag::MARK) && !owner && !self.inside_name(*at) && !self.inside_date(*at)
            })?;
        let first = comma + 1;
        let opens = d.str(comma) == ","
            && first < verb
            && !d.has(first, class::CONJ)
            && !d.has(first, class::SUBORD)
            && !d.has(first, class::PREP)
            && !d.has(first, class::SAYING);
        // *media reports said*, *sources said*: a noun right in front of the verb
        let noun = d.info(outer - 1).pos & (pos::NOUN | pos::PLURAL) != 0;
        let last = outer - u32::from(noun);
        // *people briefed on the talks said*
        let which = first + 2 < last
            && (d.is_on(first, list::ANYBODY) || d.info(first).pos & pos::PLURAL != 0)
            && d.info(first + 1).form & form::PARTICIPLE != 0
            && d.has(first + 2, class::PREP);
        let own = if which { first + 2 } else { comma };
        (opens && !self.has_verb(own, last) && self.has_verb(sentence.start, comma)).then_some(comma)
    }

    /// The comma in front of the person in whose name a subject ends: *the state's minister, Amy Kuo, | said*.
    fn apposed_person(&self, verb: u32) -> Option<u32> {
        /// Tokens of a person's name.
        const LONGEST: u32 = 6;
        let d = self.document;
        let closing = verb.checked_sub(1).filter(|at| d.str(*at) == ",")?;
        let name = self.names.candidates.ending(closing)?;
        let name = self.names.candidates.list[name].start;
        let mut hits = self.hits_in(name, closing).take(1);
        let person = hits.any(|hit| hit.kind == Kind::Person && hit.end == closing);
        let comma = name.checked_sub(1).filter(|at| d.str(*at) == ",")?;
        (person && closing - name <= LONGEST).then_some(comma)
    }

    /// The subject of a verb that has none of its own, as the verb in front of *, and* or *, but* has it: *Kelvar gave no
    /// outlook, but said …*.
    pub(super) fn first_subject(&self, sentence: &Sentence, verb: u32) -> Option<(u32, u32)> {
        let d = self.document;
        let joint = verb.checked_sub(1).filter(|at| *at > sentence.start + 2)?;
        if !matches!(d.str(joint), "and" | "but") || d.str(joint - 1) != "," {
            return None;
        }
        let plain = |at: &u32| !d.is(*at, flag::CAPITAL) && d.info(*at).verb != 0 && !d.has(*at, class::AUX);
        let first = (sentence.start + 1..joint - 1)
            .filter(plain)
            .filter_map(|at| verbs::group(d, at, sentence.start))
            .find(|g| g.outer > sentence.start && !is_relative(d.str(g.outer - 1)))?;
        // *was arrested, and charged*: what was done to him
        if first.passive || first.tense == Tense::Conditional {
            return None;
        }
        let start = self.subject_start(sentence, first.outer);
        // *that*, *which*: a clause inside
        let inner = (first.head..joint).any(|at| is_relative(d.str(at)) || d.str(at) == "that");
        (start < first.outer && !inner).then_some((start, first.outer))
    }

    /// Where the subject ends that the verb group at `verb` shares with the verb before it: *Kelvar signed a deal with
    /// Lumeno and opened a plant*.
    pub(super) fn shared_subject(&self, subject: (u32, u32)) -> Option<u32> {
        let d = self.document;
        let joint = subject.1.checked_sub(1).filter(|at| *at > subject.0)?;
        if !matches!(d.str(joint), "and" | "but") {
            return None;
        }
        // *a son-in-law, Ravi Patel, who ruled and signed*: the antecedent's; *Kelvar, which makes chips, opened a plant and
        // hired*: that of the clause around it
        if let Some(relative) = (subject.0..joint).find(|at| is_relative(d.str(*at))) {
            let open = relative
                .checked_sub(1)
                .filter(|open| *open > subject.0 && d.str(*open) == ",")?;
            let mut commas = (relative..joint).filter(|at| d.str(*at) == "," && !self.inside_name(*at));
            let goes_on = |comma: u32| verbs::group(d, comma + 1, comma).is_some() || d.has(comma + 1, class::AUX);
            return commas.any(goes_on).then_some(open);
        }
        // *Shortly after the talks began, Kelvar signed a deal and opened*: not the verb of the clause in front
        let mut fronted = d.has(subject.0, class::SUBORD);
        (subject.0 + 1..joint)
            .filter(|at| {
                if d.has(*at, class::SUBORD) {
                    fronted = true;
                } else if d.str(*at) == "," {
                    fronted = false;
                }
                !fronted && !d.is(*at, flag::CAPITAL) && d.info(*at).verb != 0
            })
            .find_map(|at| verbs::group(d, at, subject.0))
            .map(|first| first.outer)
            .filter(|end| *end > subject.0)
    }
}
