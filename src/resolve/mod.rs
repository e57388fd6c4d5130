//! From evidence to decisions: which kind a name is, which names are one entity, where a place lies, what a date
//! means, who took part in an event.

mod bodies;
pub mod entities;
mod forms;
pub mod names;
mod people;
pub mod places;
mod units;
mod weigh;
