//! A share as a picture: the whole with its part as the figures have it, and below it as the story says.

use super::Sheet;
use super::amount::Bar;
use super::markup::Markup;
use super::plot::{Area, Plot, WIDTH, round};
use crate::story::{Relation, RelationKind};

/// Where the two bars lie, and how thick they are.
const LEFT: f64 = 30.0;
const THICK: f64 = 34.0;
const FIGURES_Y: f64 = 34.0;
const SAID_Y: f64 = 122.0;

/// Part of a whole.
pub(super) struct Share {
    /// The part and, where the story gives it, the whole: "30 of 120 members".
    figures: String,
    /// The share as the story says.
    said: String,
    said_percent: f64,
    /// The share that the figures give.
    given: String,
    given_percent: f64,
}

impl Sheet<'_> {
    /// The picture of a share; `None` where it could not be drawn.
    pub(super) fn share_of(&self, relation: &Relation) -> Option<Share> {
        if relation.kind != RelationKind::Share {
            return None;
        }
        let figures: Option<Vec<Bar>> = relation.operands.iter().map(|&id| self.bar(id)).collect();
        let (stated, figures) = (self.bar(relation.stated)?, figures?);
        let given_percent = match &figures[..] {
            [share] => share.value,
            [part, whole] => 100.0 * part.value / whole.value,
            _ => return None,
        };
        let words = match &figures[..] {
            [part, whole] => format!("{} of {}", part.number, whole.label),
            _ => figures.iter().map(|figure| figure.label.as_str()).collect(),
        };
        let is_share = |percent: f64| (0.0..=100.0).contains(&percent);
        (stated.is_percent && is_share(stated.value) && is_share(given_percent)).then(|| Share {
            figures: words,
            said: stated.number,
            said_percent: stated.value,
            given: self.analysis.given_by(relation),
            given_percent,
        })
    }
}

impl Share {
    pub(super) fn draw(&self, out: &mut Markup, name: &str) {
        let caption = format!("{} is {}. The story says {}.", self.figures, self.given, self.said);
        let scale = (WIDTH - 2.0 * LEFT) / 100.0;
        let mut plot = Plot::open(out, name, (WIDTH, SAID_Y + THICK + 14.0), scale, &caption);
        let (given, said) = (self.given_percent, self.said_percent);
        row(&mut plot, FIGURES_Y, "part part0", given, &format!("{}: {}", self.figures, self.given));
        row(&mut plot, SAID_Y, "total", said.min(given), &format!("The story says {}", self.said));
        let (from, to) = (said.min(given), said.max(given));
        plot.gap(Area { x: LEFT + from * scale, y: SAID_Y, width: (to - from) * scale, height: THICK });
        for edge in [given, said] {
            let x = LEFT + edge * scale;
            plot.level((x, FIGURES_Y), (x, SAID_Y + THICK));
        }
        plot.close();
        out.element("figcaption", &[], &caption);
    }
}

/// The whole, and in it the part.
fn row(plot: &mut Plot<'_>, y: f64, class: &str, percent: f64, words: &str) {
    let all = Area { x: LEFT, y, width: 100.0 * plot.scale, height: THICK };
    plot.area("whole", all);
    plot.area(class, Area { width: percent * plot.scale, ..all });
    plot.out.element("text", &[("class", "amount"), ("x", &round(LEFT)), ("y", &round(y - 10.0))], words);
}
