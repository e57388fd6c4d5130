//! The record: what `icbrief` says about one article.
//!
//! Every offset counts Unicode code points of the decoded article, half-open, so `text[start:end]` in
//! Python gives back the item's `text`. Items refer to each other by [`Id`]. `docs/record.md` explains
//! each field; the JSON Schema printed by `icbrief schema` is made from these types.

mod id;
mod kinds;

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::de::IntoDeserializer;
use serde::de::value::{self, StrDeserializer};
use serde::{Deserialize, Serialize};

use crate::number::Decimal;

pub use id::{Id, IdKind};
pub use kinds::Kinds;

/// The version of the record format, written into every record.
pub const SCHEMA: &str = "icbrief/1";

/// A piece of the article's text, borrowed where it stands there as it is.
pub type Text<'a> = Cow<'a, str>;

/// What one article says. All top-level fields are always present, empty rather than absent.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Record<'a> {
    /// The record format, `icbrief/1`.
    pub schema: Text<'a>,
    /// Identifies the content: the first 16 hexadecimal digits of the text's SHA-256.
    pub id: String,
    pub source: Source<'a>,
    /// The title line, or null where the text has none.
    pub title: Option<Text<'a>>,
    pub dateline: Option<Dateline<'a>>,
    pub published: Option<Published<'a>>,
    /// The author as the article names them.
    pub byline: Option<Text<'a>>,
    /// ISO 639-1 code of the text's language, `und` where it cannot be told.
    pub language: Text<'a>,
    pub text: TextStatistics,
    pub events: Vec<Event<'a>>,
    pub dates: Vec<Date<'a>>,
    pub places: Vec<Place<'a>>,
    pub organisations: Vec<Organisation<'a>>,
    pub people: Vec<Person<'a>>,
    pub figures: Vec<Figure<'a>>,
}

/// Where the text came from.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Source<'a> {
    /// Path as given or found on the walk; `-` for standard input.
    pub path: Text<'a>,
    /// `id` of a JSON line, where it has one.
    pub id: Option<Text<'a>>,
    /// Line number (from 1) in a JSON Lines file.
    pub line: Option<u64>,
    /// Size in bytes of the file, or of the `text` of a JSON line in UTF-8.
    pub bytes: u64,
    /// SHA-256 of those bytes, hexadecimal.
    pub sha256: String,
    /// Encoding that the bytes were decoded from (WHATWG name, such as `UTF-8`).
    pub encoding: Text<'a>,
    /// `url` of a JSON line, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Text<'a>>,
}

/// The place, day and agency in front of a report's first sentence.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Dateline<'a> {
    pub place: Option<Text<'a>>,
    /// EDTF value of the day.
    pub date: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Text<'a>>,
}

/// The day the article is taken to be of, and what says so.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Published<'a> {
    /// EDTF value, as exact as it is known.
    pub date: Text<'a>,
    pub basis: PublishedBasis,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum PublishedBasis {
    /// `date` of a JSON line.
    Metadata,
    Dateline,
    Title,
    Url,
    FileName,
    /// A full date in the text's head or foot that stands alone.
    Text,
    /// `--reference-date`.
    Reference,
}

/// Counts over the decoded text.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct TextStatistics {
    /// Unicode code points.
    pub characters: u64,
    pub words: u64,
    pub sentences: u64,
    pub paragraphs: u64,
}

/// One place in the text where an entity is named.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Mention<'a> {
    /// Code points, half-open.
    pub start: u32,
    pub end: u32,
    pub text: Text<'a>,
}

/// A named individual.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Person<'a> {
    pub id: Id,
    /// The fullest form in the article, without honorific or title.
    pub name: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Text<'a>>,
    /// The other forms that the article uses.
    pub aliases: Vec<Text<'a>>,
    pub roles: Vec<Role<'a>>,
    pub mentions: Vec<Mention<'a>>,
    pub rule: Text<'a>,
}

/// A post or occupation as written beside the name.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Role<'a> {
    pub title: Text<'a>,
    /// Id of the organisation it is held in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Id>,
    /// Id of the place it is held for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Id>,
    /// What the post is *of*, as written, where that is neither of the two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Text<'a>>,
}

/// A named body that can act.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Organisation<'a> {
    pub id: Id,
    pub name: Text<'a>,
    pub kind: OrganisationKind,
    pub aliases: Vec<Text<'a>>,
    /// The larger body that this one is a unit of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Id>,
    pub mentions: Vec<Mention<'a>>,
    pub rule: Text<'a>,
}

/// The value of an enumeration that records write so.
pub(crate) fn kind_named<'a, T: Deserialize<'a>>(value: &'a str) -> Option<T> {
    let value: StrDeserializer<'a, value::Error> = value.into_deserializer();
    T::deserialize(value).ok()
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    Company,
    Government,
    University,
    Institute,
    Association,
    Party,
    Fund,
    Media,
    Military,
    Court,
    International,
    Team,
    Other,
}

/// A named place, resolved where the gazetteer knows it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Place<'a> {
    pub id: Id,
    pub name: Text<'a>,
    pub kind: PlaceKind,
    pub aliases: Vec<Text<'a>>,
    /// ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Text<'a>>,
    /// Name of the first-level division.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin1: Option<Text<'a>>,
    /// Degrees, WGS 84.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// GeoNames identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub geonames: Option<u32>,
    pub mentions: Vec<Mention<'a>>,
    pub rule: Text<'a>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    Country,
    Region,
    Province,
    City,
    District,
    Zone,
    Facility,
    Water,
    Land,
}

/// A date, time, duration, repetition or vague time.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Date<'a> {
    pub id: Id,
    pub start: u32,
    pub end: u32,
    pub text: Text<'a>,
    #[serde(rename = "type")]
    pub kind: DateKind,
    /// EDTF for dates and times, ISO 8601 for durations and sets, `past`, `present` or `future` for vague ones.
    pub value: Text<'a>,
    /// The TIMEX3 value.
    pub timex: Text<'a>,
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<Text<'a>>,
    /// The bounding preposition: `by`, `before`, `until`, `since`, `after`, `from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fiscal: bool,
    pub basis: Basis,
    pub rule: Text<'a>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum DateKind {
    Date,
    Time,
    Duration,
    Set,
    Vague,
}

/// How a date was resolved.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// All is in the expression.
    Explicit,
    /// Year or day taken from the dateline, title, publication date, URL or file name.
    Document,
    /// From another date in the article.
    Context,
    /// From `--reference-date`.
    Reference,
    Unresolved,
}

/// A quantity that states something.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Figure<'a> {
    pub id: Id,
    pub start: u32,
    pub end: u32,
    pub text: Text<'a>,
    pub kind: FigureKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Decimal>,
    /// ISO 4217, UCUM, `%`, `pp`, or the counted noun as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text<'a>>,
    pub bound: Bound,
    /// The period of a rate: `second`, `hour`, `day`, `week`, `month`, `quarter`, `year`, or a counted noun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<Text<'a>>,
    /// What is measured, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// `year-on-year`, `quarter-on-quarter`, `month-on-month`, or the period as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared_to: Option<Text<'a>>,
    /// The date it holds for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Id>,
    /// The entity it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Id>,
    /// The figure that states the same amount in another currency or unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equals: Option<Id>,
    pub rule: Text<'a>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    Money,
    Percent,
    Count,
    Measure,
    Rank,
    Ordinal,
    Multiple,
    Vague,
}

#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    #[default]
    Exactly,
    About,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Increase,
    Decrease,
}

/// Something that happened, is happening or is planned, and that the article reports.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Event<'a> {
    pub id: Id,
    #[serde(rename = "type")]
    pub kind: EventKind,
    pub trigger: Mention<'a>,
    /// The event's own proper name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text<'a>>,
    /// The number in a series: 4 of *Fourth … Conference*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u32>,
    pub status: Status,
    pub when: Vec<Id>,
    #[serde(rename = "where")]
    pub place: Vec<Id>,
    pub who: Vec<Participant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<Text<'a>>,
    /// Direct speech of a statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Mention<'a>>,
    pub figures: Vec<Id>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub main: bool,
    pub rule: Text<'a>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    pub id: Id,
    pub role: ParticipantRole,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum ParticipantRole {
    /// Does it: hosts, signs, founds, issues, says.
    Agent,
    /// Attends, joins, is the other party.
    Participant,
    /// Is founded, bought, appointed, sued.
    Patient,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Occurred,
    Ongoing,
    Planned,
    Cancelled,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    Meeting,
    Agreement,
    Founding,
    Launch,
    Production,
    Construction,
    Investment,
    Acquisition,
    Listing,
    Result,
    Policy,
    Restriction,
    Appointment,
    Statement,
    Award,
    Visit,
    Research,
    Legal,
    Market,
    Labour,
    Conflict,
    Disaster,
    Death,
    Election,
    Sport,
    Other,
}
