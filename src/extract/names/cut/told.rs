//! Where a run of a headline in capitals is cut: in front of its verb.

use crate::extract::names::headline::{is_done_by_person, is_held_by, is_past, is_plain_verb, is_told, tells};
use crate::extract::names::shape;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::text::flag;

use super::{Cut, Rest, Seam};

impl Cut<'_, '_> {
    /// *Kelvar | Jointly Invest in Chips*: an adverb of a headline in capitals with its verb.
    pub(super) fn headline_adverb(&self) -> Option<Seam> {
        let Self {
            document, from, end, ..
        } = *self;
        let adverb = |at: u32| {
            document.is(at, flag::HEADLINE)
                && document.info(at).pos == pos::ADVERB
                && document.info(at + 1).verb != 0
                && !document.is(at, flag::LINE)
                && document.classes(at) & (1 << class::SURNAME | 1 << class::GIVEN | 1 << class::PLACE) == 0
        };
        let at = (from + 1..end.saturating_sub(1)).find(|at| adverb(*at))?;
        Some(Seam {
            end: at,
            next: at + 2,
            rest: Rest::Run,
        })
    }

    /// *Li Xiaomin Inspects Development*: the verb of a headline in capitals.
    pub(super) fn headline(&self) -> Option<Seam> {
        const NAMES: u128 = 1 << class::SURNAME | 1 << class::GIVEN | 1 << class::PLACE | 1 << class::ORG;
        let Self {
            document, from, end, ..
        } = *self;
        // *Kelvar and Orlin | Establish School of Optics*, *Kelvar | Co-Founded Lab*: a word that is nothing but a verb
        let told = |at: u32| {
            let info = document.info(at);
            document.is(at, flag::HEADLINE)
                && !document.is(at, flag::UPPER)
                && at + 1 < end
                && info.pos == pos::VERB
                && info.form & (form::BASE | form::PAST) != 0
                && tells(document, at)
                && document.classes(at) & NAMES == 0
        };
        let past = |at: u32| at > from + 1 && document.is(at, flag::HEADLINE) && is_past(document, at, end);
        let past = |at: u32| past(at) || at > from + 1 && is_done_by_person(document, from, at);
        if let Some(verb) = (from + 1..end).find(|at| told(*at) || past(*at) || self.is_done_by_holder(*at)) {
            let prefix = document.str(verb - 1) == "-" && document.is(verb, flag::GLUED);
            let last = if prefix { verb.saturating_sub(2).max(from) } else { verb };
            return Some(Seam {
                end: last,
                next: verb + 1,
                rest: Rest::Run,
            });
        }
        let verb = (from + 1..end).find(|at| {
            document.is(*at, flag::HEADLINE)
                && document.info(*at).form & form::THIRD != 0
                && (document.classes(*at) & (1 << class::SURNAME | 1 << class::GIVEN) == 0
                    && (shape::person(document, from, *at).is_some() || is_plain_verb(document, *at) && *at + 1 < end)
                    || is_told(document, *at, end)
                    // *President of Peru Holds a Meeting*
                    || *at + 1 == end && is_held_by(document, from, *at)
                    // *Governor Lin | Visits Steel Plant*, *Kelvar | Picks Lima as Plant Site*
                    || self.is_done_by(*at))
        })?;
        // *University Holds Ceremony*: a head alone names nobody
        let names = verb > from + 1 || !document.has(from, class::ORGHEAD) || document.has(from, class::ORG);
        Some(Seam {
            end: if names { verb } else { from },
            next: verb + 1,
            rest: Rest::Run,
        })
    }

    /// *Mayor Sun | Met Guests*, *Vice President Sun | Led a Delegation*: the past of a verb behind a post and a family name.
    fn is_done_by_holder(&self, verb: u32) -> bool {
        let Self { document, from, .. } = *self;
        let family = 1 << class::SURNAME | 1 << class::SURNAMEZH | 1 << class::SURNAMEKO;
        let info = document.info(verb);
        verb == from + 1
            && from > 0
            && document.is(verb, flag::HEADLINE)
            && info.form & form::PAST != 0
            && info.pos & pos::NOUN == 0
            && document.classes(from - 1) & (1 << class::TITLE | 1 << class::HONORIFIC) != 0
            && document.classes(from) & family != 0
            // *Mayor Wang Ran*
            && !shape::is_pinyin_given(document, verb)
    }

    /// A verb of headlines that is a noun as well, with what it does behind; or any verb behind one word and its post.
    fn is_done_by(&self, verb: u32) -> bool {
        let Self {
            document, from, end, ..
        } = *self;
        let titled = || {
            let post = 1 << class::TITLE | 1 << class::HONORIFIC;
            verb == from + 1
                && from > 0
                && document.classes(from - 1) & post != 0
                && !shape::is_ordinary(document, from)
                && tells(document, verb)
        };
        let goes_on = || {
            let behind = verb + 1;
            let small = [class::DET, class::PREP, class::PRON]
                .iter()
                .any(|c| document.has(behind, *c));
            behind < end || behind < document.len() && (small || document.is(behind, flag::NUMBER))
        };
        let own = !document.is(verb, flag::LINE) && !document.is(verb, flag::UPPER);
        own && (titled() || document.is_on(verb, list::HEADLINE_VERBS) && goes_on())
    }
}
