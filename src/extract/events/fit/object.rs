//! What stands behind a verb: its object and the rest of the clause.

use crate::lexicon::{class, list};
use crate::text::{Document, Sentence};

use super::super::clause::Scene;
use super::super::find::behind_name;
use super::super::tables as t;
use super::super::trigger::{behind_date, behind_occasion, head_groups, kinds, named_behind_post};

/// What stands behind a verb, looked at once for all its rows.
pub(in crate::extract::events) struct Object {
    pub(in crate::extract::events) start: u32,
    pub(in crate::extract::events) clause_end: u32,
    /// Where its first noun phrase ends.
    pub(in crate::extract::events) stop: u32,
    /// Groups of its nouns, kinds of its entities, and whether figures stand anywhere in the clause.
    pub(in crate::extract::events) bits: t::Groups,
    /// Kinds of the figures in the first noun phrase.
    pub(in crate::extract::events) near: t::Groups,
}

impl Object {
    pub(super) fn new(scene: &Scene<'_, '_>, s: &Sentence, start: u32) -> Self {
        /// Tokens between a verb and the quotation that is its object's name: *called the step “unjustified”*.
        const NEAR: u32 = 8;
        let clause_end = behind_name(scene, s, scene.clause_end(s, start));
        let from = behind_occasion(scene, behind_date(scene, start)).min(clause_end);
        let (mut bits, stop) = head_groups(scene, from, clause_end);
        // *a 3.1 % rise in sales* is a metric as sales are
        if stop > from && scene.document.has(stop - 1, class::CHANGE) {
            if matches!(scene.str(stop), "in" | "of") {
                bits |= head_groups(scene, stop + 1, clause_end).0;
            }
            if stop > from + 1 {
                // *an 11 % revenue increase*
                bits |= scene.groups(stop - 2, stop - 1) & const { t::group("metric") };
            }
        }
        // *unveiled the Galaxy Note 8 on Friday*, *last August*
        let dated = scene.dates_in(from, stop).next().map_or(stop, |i| scene.dates[i].start);
        if scene.is_named(from, dated) {
            bits |= t::NAME;
        }
        bits |= kinds(&scene.heads(from, stop));
        // *met the president of the club, Luis Prado,*
        let post = stop > from && scene.str(stop) == "of" && scene.document.has(stop - 1, class::TITLE);
        if post && named_behind_post(scene, from, clause_end).is_some() {
            bits |= t::PERSON;
        }
        if is_place_again(scene, from, stop) {
            bits |= t::PLACE;
        }
        bits |= scene.figure_groups(start, clause_end);
        let preposition = scene.document.has(start, class::PREP);
        if !preposition && (start..clause_end.min(start + NEAR)).any(|at| matches!(scene.str(at), "“" | "\"")) {
            bits |= t::QUOTE;
        }
        Self {
            start,
            clause_end,
            stop,
            bits,
            near: scene.figure_groups(start, stop),
        }
    }
}

/// *toured the city*, *visited the development zone*: a place named before.
fn is_place_again(scene: &Scene<'_, '_>, from: u32, stop: u32) -> bool {
    /// Tokens of the noun phrase.
    const LONGEST: u32 = 5;
    let d = scene.document;
    let noun = stop.wrapping_sub(1);
    stop > from + 1 && stop <= from + LONGEST && matches!(d.str(from), "the" | "this") && is_kind_of_place(d, noun)
}

/// *city*, *province*: a noun that stands for a place named before.
pub(super) fn is_kind_of_place(d: &Document<'_>, noun: u32) -> bool {
    let kind = d.value(noun, noun + 1, class::DEFINITE);
    matches!(kind, Some("place" | "place province" | "place province ruler"))
}

/// *announced plans to build*: the object is plans, with what is planned behind.
pub(super) fn plans_to(scene: &Scene<'_, '_>, object: &Object) -> bool {
    let noun = object.stop.checked_sub(1).filter(|n| *n >= object.start);
    scene.str(object.stop) == "to" && noun.is_some_and(|n| matches!(scene.str(n), "plan" | "plans"))
}

/// *an order for 175 jets*: the object is an order, with what is ordered behind.
pub(super) fn is_purchase(scene: &Scene<'_, '_>, object: &Object) -> bool {
    let noun = object.stop.checked_sub(1).filter(|n| *n >= object.start);
    scene.str(object.stop) == "for" && noun.is_some_and(|n| matches!(scene.str(n), "order" | "orders"))
}

/// *the sale of advanced tools*: what is sold are goods, neither a company nor a share of one.
pub(super) fn is_sale_of_goods(scene: &Scene<'_, '_>, object: &Object) -> bool {
    const GOODS: t::Groups = t::group("goods") | t::group("product") | t::group("technology") | t::group("equipment");
    const OWNED: t::Groups = t::group("company") | t::group("stake") | t::group("asset") | t::group("plant");
    let of = object.stop;
    let sale = of > object.start && matches!(scene.str(of - 1), "sale" | "sales");
    if !sale || scene.str(of) != "of" {
        return false;
    }
    let (groups, end) = head_groups(scene, of + 1, object.clause_end);
    let named = kinds(&scene.heads(of + 1, end)) & t::ORGANISATION != 0;
    // *the sale of chip designer Kelvar*
    let firm =
        (of + 1..end).any(|at| scene.document.has(at, class::ORGNOUN) || scene.document.is_on(at, list::FIRM_NOUN));
    groups & GOODS != 0 && groups & OWNED == 0 && !named && !firm
}
