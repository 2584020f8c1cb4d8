//! A change as a picture: what it was, what it is, and what it would be had it changed as the story says.

use super::Sheet;
use super::amount::{Amount, Bar, in_words};
use super::markup::Markup;
use super::plot::{Area, BAR, Plot, WIDTH};
use crate::analysis::wording::shorten;
use crate::story::{Relation, RelationKind};

/// How high the bars can be, in units of the picture.
const HEIGHT: f64 = 180.0;
const TOP: f64 = 36.0;
/// Where the three bars stand.
const BEFORE_X: f64 = 30.0;
const AFTER_X: f64 = 210.0;
const SAID_X: f64 = 390.0;
/// How many letters of a figure fit below a bar.
const LONGEST: usize = 24;

/// From one amount to another.
pub(super) struct Change {
    before: Bar,
    after: Bar,
    /// The number that the story gives for the change, and where it leads.
    said: String,
    end: f64,
    /// What the two amounts give.
    given: String,
    /// Whether one of the two came first, and is not just another side.
    is_in_time: bool,
}

impl Sheet<'_> {
    /// The picture of a change or a difference; `None` where it could not be drawn.
    pub(super) fn change_of(&self, relation: &Relation) -> Option<Change> {
        let [before, after] = relation.operands[..] else { return None };
        let (before, after, stated) = (self.bar(before)?, self.bar(after)?, self.bar(relation.stated)?);
        let step = match relation.kind {
            RelationKind::PercentChange | RelationKind::Points => before.value * stated.value / 100.0,
            RelationKind::Difference => stated.value,
            _ => return None,
        };
        let end = if after.value < before.value { before.value - step } else { before.value + step };
        let is_in_time = relation.kind != RelationKind::Difference || relation.cue.is_some();
        let can_be_drawn = 0.0 <= end && 0.0 < before.value.max(after.value);
        let given = self.analysis.given_by(relation);
        can_be_drawn.then_some(Change { before, after, said: stated.number, end, given, is_in_time })
    }
}

impl Change {
    pub(super) fn draw(&self, out: &mut Markup, name: &str) {
        let (before, after) = (self.before.value, self.after.value);
        let largest = before.max(after).max(self.end);
        let bottom = TOP + HEIGHT;
        let (from, to) = if self.is_in_time { ("From", "To") } else { ("One", "The other") };
        let caption = format!(
            "From {} to {}, that is {}. The story says {}.",
            self.before.label, self.after.label, self.given, self.said
        );
        let mut plot = Plot::open(out, name, (WIDTH, bottom + 52.0), HEIGHT / largest, &caption);
        plot.bar("part part1", BEFORE_X, bottom, Amount::exactly(before));
        plot.caption(BEFORE_X, bottom, from, &shorten(&self.before.label, LONGEST));
        plot.bar("part part0", AFTER_X, bottom, Amount::exactly(after));
        plot.caption(AFTER_X, bottom, to, &shorten(&self.after.label, LONGEST));
        plot.bar("total", SAID_X, bottom, Amount::exactly(self.end.min(after)));
        plot.caption(SAID_X, bottom, "The story says", &self.signed(&self.said));
        let top = |amount: f64| bottom - amount * HEIGHT / largest;
        plot.words("amount", AFTER_X + BAR / 2.0, top(after) - 10.0, &self.signed(&self.given));
        let (high, low) = (self.end.max(after), self.end.min(after));
        plot.gap(Area { x: SAID_X, y: top(high), width: BAR, height: top(low) - top(high) });
        plot.level((BEFORE_X, top(before)), (SAID_X + BAR, top(before)));
        plot.level((AFTER_X, top(after)), (SAID_X + BAR, top(after)));
        let would_be = format!("would be {}", in_words(Amount::exactly(self.end)));
        plot.words("amiss", SAID_X + BAR / 2.0, top(high) - 10.0, &would_be);
        plot.close();
        out.element("figcaption", &[], &caption);
    }

    /// "+20 percent", "−20 percent"; the sides of a difference have no sign.
    fn signed(&self, change: &str) -> String {
        match (self.is_in_time, self.after.value < self.before.value) {
            (false, _) => change.to_owned(),
            (true, true) => format!("\u{2212}{change}"),
            (true, false) => format!("+{change}"),
        }
    }
}
