//! A sum as a picture: the stated total as one bar and the parts stacked as another beside it. What the wording leaves
//! open ("up to 315") is drawn paler, and what lies between the bars, which is what the desk asks about, is hatched.
//! The shares of a whole are drawn the same way, beside the whole.

use super::Sheet;
use super::amount::{Amount, Bar, in_words};
use super::markup::Markup;
use super::plot::{Area, BAR, Plot, round};
use crate::rules::outcome_as_printed;
use crate::story::{Relation, RelationKind};

/// How high the bars can be, in units of the picture.
const HEIGHT: f64 = 220.0;
/// Where they stand.
const TOP: f64 = 34.0;
const STATED_X: f64 = 30.0;
const PARTS_X: f64 = 210.0;
const LABELS_X: f64 = PARTS_X + BAR + 18.0;
/// A line of labels, and about how wide a letter of one is.
const LABEL: f64 = 19.0;
const LETTER: f64 = 8.0;

/// A whole beside its parts.
pub(super) struct Sum {
    head: &'static str,
    whole: String,
    amount: Amount,
    parts: Vec<Bar>,
    /// What the parts give, in words: "$16.5 million", "885 to 1,380".
    given: String,
}

impl Sheet<'_> {
    /// The picture of a sum or of shares; `None` where a bar could not be drawn.
    pub(super) fn sum_of(&self, relation: &Relation) -> Option<Sum> {
        let parts: Option<Vec<Bar>> = relation.operands.iter().map(|&id| self.bar(id)).collect();
        let (stated, mut parts) = (self.bar(relation.stated)?, parts?);
        let whole = Amount::exactly(100.0);
        let (head, words, amount) = match relation.kind {
            RelationKind::Sum => ("The story says", stated.label, stated.amount),
            RelationKind::Shares => ("The whole", "100 percent".to_owned(), whole),
            _ => return None,
        };
        if relation.kind == RelationKind::Shares {
            parts.push(self.bar(relation.stated)?);
        }
        let together = together(&parts);
        let given = match outcome_as_printed(self.analysis.story(), relation) {
            _ if relation.kind == RelationKind::Shares => format!("{} percent", in_words(together)),
            Some(printed) if together.low >= together.high => printed,
            _ => in_words(together),
        };
        let sum = Sum { head, whole: words, amount, parts, given };
        (0.0 < sum.largest() && !sum.parts.is_empty()).then_some(sum)
    }
}

impl Sum {
    /// As wide as the longest label wants it, "line 10" included.
    fn width(&self) -> f64 {
        let letters = self.parts.iter().map(|part| part.label.chars().count() as u32 + 9).max().unwrap_or_default();
        LABELS_X + LETTER * f64::from(letters)
    }

    fn largest(&self) -> f64 {
        self.amount.high.max(together(&self.parts).high)
    }

    pub(super) fn draw(&self, out: &mut Markup, name: &str) {
        let given = &self.given;
        let scale = HEIGHT.max(self.parts.iter().map(|_| LABEL).sum()) / self.largest();
        let bottom = TOP + scale * self.largest();
        let title = format!("{} {}; the parts give {given}", self.head, self.whole);
        let mut plot = Plot::open(out, name, (self.width(), bottom + 52.0), scale, &title);
        plot.bar("total", STATED_X, bottom, self.amount);
        plot.caption(STATED_X, bottom, self.head, &self.whole);
        plot.caption(PARTS_X, bottom, "The parts give", given);
        self.stack(&mut plot, bottom);
        self.gap(&mut plot, bottom);
        plot.close();
        let parts: Vec<&str> = self.parts.iter().map(|part| part.label.as_str()).collect();
        let caption = format!("{} give {given}. {} {}.", parts.join(" + "), self.head, self.whole_in_caption());
        out.element("figcaption", &[], &caption);
    }

    /// "The whole is 100 percent", but "The story says 12".
    fn whole_in_caption(&self) -> String {
        if self.head == "The whole" { format!("is {}", self.whole) } else { self.whole.clone() }
    }

    /// The parts one upon the other, the first at the bottom, each with its label beside it.
    fn stack(&self, plot: &mut Plot<'_>, bottom: f64) {
        let mut foot = bottom;
        let mut middles = Vec::new();
        for (index, part) in self.parts.iter().enumerate() {
            plot.bar(&format!("part part{}", index % 4), PARTS_X, foot, part.amount);
            let top = foot - part.amount.high * plot.scale;
            middles.push(f64::midpoint(foot, top));
            foot = top;
        }
        // From the bottom up, so that no label runs into the one below it.
        let mut below = bottom + LABEL / 2.0;
        for (part, middle) in self.parts.iter().zip(middles) {
            let y = middle.min(below - LABEL);
            below = y;
            label(plot.out, part, middle, y);
        }
    }

    /// What lies between the bars.
    fn gap(&self, plot: &mut Plot<'_>, bottom: f64) {
        let (stated, parts) = (self.amount, together(&self.parts));
        let all = |is: fn(&Bar) -> bool| self.parts.iter().all(is);
        let unit = if all(|part| part.is_percent) { " points" } else { "" };
        let (x, from, to, words) = if parts.high < stated.low {
            (PARTS_X, parts.high, stated.low, "missing")
        } else if stated.high < parts.low {
            (
                STATED_X,
                stated.high,
                parts.low,
                if all(|part| part.is_count || part.is_percent) { "too many" } else { "too much" },
            )
        } else {
            return;
        };
        let top = bottom - to * plot.scale;
        plot.gap(Area { x, y: top, width: BAR, height: (to - from) * plot.scale });
        plot.level((STATED_X, top), (PARTS_X + BAR, top));
        plot.words(
            "amiss",
            x + BAR / 2.0,
            top - 8.0,
            &format!("{}{unit} {words}", in_words(Amount::exactly(to - from))),
        );
    }
}

/// What the parts give together.
fn together(parts: &[Bar]) -> Amount {
    let sum = |end: fn(&Bar) -> f64| parts.iter().map(end).sum();
    Amount { low: sum(|part| part.amount.low), high: sum(|part| part.amount.high) }
}

/// The words of a part at `y`, and a line from its middle to them.
fn label(out: &mut Markup, part: &Bar, middle: f64, y: f64) {
    let (from, knee, to) = (PARTS_X + BAR, PARTS_X + BAR + 6.0, LABELS_X - 3.0);
    let points = format!("{from},{0} {knee},{0} {to},{1}", round(middle), round(y));
    out.open("polyline", &[("class", "lead"), ("points", &points)]).close("polyline");
    out.open("text", &[("x", &LABELS_X.to_string()), ("y", &round(y + 5.0))]).text(&part.label);
    // No blank between the word and its number, so that they stay together wherever they are copied to.
    out.element("tspan", &[("class", "where")], &format!("  line\u{a0}{}", part.line)).close("text");
}
