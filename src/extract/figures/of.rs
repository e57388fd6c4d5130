//! What a figure measures, as written next to it.

use super::{Context, FigureItem};

pub fn of(_: &Context<'_, '_>, _: &mut [FigureItem<'_>]) {}
