//! The arithmetic of a story: each sum that does not add up as a picture, what else must fit as a line.
//!
//! The picture has the stated total as one bar and the parts stacked as another beside it. What the wording leaves
//! open ("up to 315") is drawn paler, and what lies between the bars, which is what the desk asks about, is hatched.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Sheet;
use super::markup::Markup;
use crate::analysis::wording::number;
use crate::extract::Modifier;
use crate::story::{ClaimId, Relation, RelationKind};

/// How high the bars can be, in units of the picture.
const HEIGHT: f64 = 220.0;
/// Where they stand.
const TOP: f64 = 34.0;
const STATED_X: f64 = 30.0;
const PARTS_X: f64 = 210.0;
const BAR: f64 = 120.0;
const LABELS_X: f64 = PARTS_X + BAR + 18.0;
const WIDTH: f64 = 680.0;
/// A line of labels.
const LABEL: f64 = 19.0;

/// An amount as it is drawn: certain up to `low`, possible up to `high`.
#[derive(Clone, Copy, Debug)]
struct Amount {
    low: f64,
    high: f64,
}

/// A part of a sum, or its total.
struct Bar {
    label: String,
    line: u32,
    amount: Amount,
}

impl Sheet<'_> {
    pub(super) fn sums(&self, out: &mut Markup) {
        let relations = &self.analysis.story().relations;
        let told: Vec<&Relation> =
            relations.iter().filter(|it| !(it.holds && it.kind == RelationKind::Repeat)).collect();
        if told.is_empty() {
            return;
        }
        out.open("section", &[("class", "sums")]).element("h3", &[], "Does it add up?");
        let (drawn, rest): (Vec<&Relation>, Vec<&Relation>) =
            told.into_iter().partition(|it| it.kind == RelationKind::Sum && !it.holds && self.bars(it).is_some());
        for relation in drawn {
            self.picture(out, relation);
        }
        if !rest.is_empty() {
            out.open("ul", &[("class", "fits")]);
            for relation in rest {
                let (class, mark) = if relation.holds { ("holds", "✓ ") } else { ("fails", "✗ ") };
                let line = format!("{}, line {}", self.analysis.reckon(relation), self.line_of_claim(relation.stated));
                out.open("li", &[("class", class)]).text(mark).text(&line).close("li");
            }
            out.close("ul");
        }
        out.close("section");
    }

    /// The stated total and the parts; `None` where a bar could not be drawn, as for a loss.
    fn bars(&self, relation: &Relation) -> Option<(Bar, Vec<Bar>)> {
        let parts: Option<Vec<Bar>> = relation.operands.iter().map(|&id| self.bar(id)).collect();
        let (stated, parts) = (self.bar(relation.stated)?, parts?);
        let largest = stated.amount.high.max(parts.iter().map(|part| part.amount.high).sum());
        (0.0 < largest && !parts.is_empty()).then_some((stated, parts))
    }

    fn bar(&self, id: ClaimId) -> Option<Bar> {
        let story = self.analysis.story();
        let figure = story.figure_of(id)?;
        let value = figure.value.to_f64()?;
        let low = figure.interval.low.map_or(0.0, |low| low.to_f64().unwrap_or(value));
        let high = figure.interval.high.map_or(value.max(low), |high| high.to_f64().unwrap_or(value));
        // A plain number is drawn as printed, whatever its rounding leaves open.
        let is_plain = figure.modifier == Modifier::Plain && figure.pair.is_none() && low <= value && value <= high;
        let amount = if is_plain { Amount { low: value, high: value } } else { Amount { low, high } };
        let label = story.text_of(figure.span).to_owned();
        (0.0 <= amount.low).then(|| Bar { label, line: self.line_of_claim(id), amount })
    }

    fn line_of_claim(&self, id: ClaimId) -> u32 {
        self.line(self.analysis.story().claims[id.0].spans[0])
    }

    fn picture(&self, out: &mut Markup, relation: &Relation) {
        let Some((stated, parts)) = self.bars(relation) else { return };
        let low: f64 = parts.iter().map(|part| part.amount.low).sum();
        let high: f64 = parts.iter().map(|part| part.amount.high).sum();
        let given = in_words(Amount { low, high });
        let plot = Plot { scale: HEIGHT.max(parts.iter().map(|_| LABEL).sum()) / stated.amount.high.max(high) };
        let bottom = TOP + plot.scale * stated.amount.high.max(high);
        let title = format!("The story says {}; the parts give {given}", stated.label);
        out.open("figure", &[]);
        let view = format!("0 0 {WIDTH} {}", round(bottom + 52.0));
        out.open("svg", &[("viewBox", &view), ("role", "img"), ("aria-label", &title)]);
        out.element("title", &[], &title);
        hatching(out);
        plot.bar(out, "total", STATED_X, bottom, stated.amount);
        captions(out, STATED_X, bottom, "The story says", &stated.label);
        captions(out, PARTS_X, bottom, "The parts give", &given);
        plot.stack(out, &parts, bottom);
        plot.gap(out, stated.amount, Amount { low, high }, bottom);
        out.close("svg");
        let sum: Vec<&str> = parts.iter().map(|part| part.label.as_str()).collect();
        let caption = format!("{} give {given}. The story says {}.", sum.join(" + "), stated.label);
        out.element("figcaption", &[], &caption).close("figure");
    }
}

/// How many units of the picture one of the figures' is.
#[derive(Clone, Copy, Debug)]
struct Plot {
    scale: f64,
}

impl Plot {
    /// A bar that stands on `bottom`: what is certain, and above it what is possible.
    fn bar(self, out: &mut Markup, class: &str, x: f64, bottom: f64, amount: Amount) {
        let certain = amount.low * self.scale;
        rectangle(out, class, x, bottom - certain, certain);
        let open = (amount.high - amount.low) * self.scale;
        rectangle(out, &format!("{class} open"), x, bottom - certain - open, open);
    }

    /// The parts one upon the other, the first at the bottom, each with its label beside it.
    fn stack(self, out: &mut Markup, parts: &[Bar], bottom: f64) {
        let mut foot = bottom;
        let mut middles = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            self.bar(out, &format!("part part{}", index % 4), PARTS_X, foot, part.amount);
            let top = foot - part.amount.high * self.scale;
            middles.push(f64::midpoint(foot, top));
            foot = top;
        }
        // From the bottom up, so that no label runs into the one below it.
        let mut below = bottom + LABEL / 2.0;
        for (part, middle) in parts.iter().zip(middles) {
            let y = middle.min(below - LABEL);
            below = y;
            let points = format!(
                "{},{} {},{} {},{}",
                PARTS_X + BAR,
                round(middle),
                PARTS_X + BAR + 6.0,
                round(middle),
                LABELS_X - 3.0,
                round(y)
            );
            out.open("polyline", &[("class", "lead"), ("points", &points)]).close("polyline");
            out.open("text", &[("x", &LABELS_X.to_string()), ("y", &round(y + 5.0))]).text(&part.label);
            out.element("tspan", &[("class", "where")], &format!("  line {}", part.line)).close("text");
        }
    }

    /// What lies between the bars.
    fn gap(self, out: &mut Markup, stated: Amount, parts: Amount, bottom: f64) {
        let (x, from, to, words) = if parts.high < stated.low {
            (PARTS_X, parts.high, stated.low, "missing")
        } else if stated.high < parts.low {
            (STATED_X, stated.high, parts.low, "too many")
        } else {
            return;
        };
        let height = (to - from) * self.scale;
        rectangle(out, "gap", x, bottom - to * self.scale, height);
        let level = round(bottom - to * self.scale);
        let across = [("class", "level"), ("x1", "30"), ("x2", "330"), ("y1", &level), ("y2", &level)];
        out.open("line", &across).close("line");
        let difference = in_words(Amount { low: to - from, high: to - from });
        let y = round(bottom - to * self.scale - 8.0);
        let attributes = [("class", "amiss"), ("x", &round(x + BAR / 2.0)), ("y", &y), ("text-anchor", "middle")];
        out.element("text", &attributes.map(|(name, value)| (name, value as &str)), &format!("{difference} {words}"));
    }
}

/// "16.5 million", "885 to 1,380".
fn in_words(amount: Amount) -> String {
    let one = |amount: f64| {
        let Some(exact) = Decimal::from_f64_retain(amount) else { return String::new() };
        let scales = [(1_000_000_000_000_i64, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million")];
        match scales.into_iter().find(|&(scale, _)| Decimal::from(scale) <= exact) {
            Some((scale, word)) => format!("{}{word}", number(exact / Decimal::from(scale))),
            None => number(exact),
        }
    };
    let (low, high) = (one(amount.low), one(amount.high));
    if low == high { low } else { format!("{low} to {high}") }
}

fn rectangle(out: &mut Markup, class: &str, x: f64, y: f64, height: f64) {
    if height <= 0.0 {
        return;
    }
    let place =
        [("class", class), ("x", &round(x)), ("y", &round(y)), ("width", &round(BAR)), ("height", &round(height))];
    out.open("rect", &place.map(|(name, value)| (name, value as &str))).close("rect");
}

fn captions(out: &mut Markup, x: f64, bottom: f64, head: &str, text: &str) {
    let middle = round(x + BAR / 2.0);
    for (class, y, text) in [("head", 20.0, head), ("amount", 40.0, text)] {
        let y = round(bottom + y);
        out.element("text", &[("class", class), ("x", &middle), ("y", &y), ("text-anchor", "middle")], text);
    }
}

/// The pattern of what is amiss.
fn hatching(out: &mut Markup) {
    let size = [
        ("id", "hatch"),
        ("width", "7"),
        ("height", "7"),
        ("patternUnits", "userSpaceOnUse"),
        ("patternTransform", "rotate(45)"),
    ];
    out.open("defs", &[]).open("pattern", &size);
    out.open("line", &[("class", "hatch"), ("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "7")]).close("line");
    out.close("pattern").close("defs");
}

/// A coordinate with as many places as a screen can show.
fn round(coordinate: f64) -> String {
    format!("{coordinate:.1}")
}
