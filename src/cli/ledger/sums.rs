//! Each sum as a picture: the stated total over its parts, on one scale. What is missing or too much stands out.

use std::fmt::Write;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::html::escape;
use super::words::relation_lines;
use crate::analysis::wording::number;
use crate::cli::desk::Reading;
use crate::story::{ClaimId, Relation, RelationKind};

/// The width of the longer bar, and the height of both.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 28.0;

/// About how wide a letter is.
const LETTER: f64 = 8.0;

/// Below this part of the whole, a difference is one of rounding in the drawing.
const TOO_LITTLE: f64 = 0.001;

/// Every sum of the story.
pub(super) fn drawn_sums(reading: &Reading<'_>) -> String {
    let relations = reading.analysis.story().relations.iter().zip(relation_lines(reading));
    let sums = relations.filter(|(relation, _)| relation.kind == RelationKind::Sum);
    let drawn: String = sums.filter_map(|(relation, caption)| draw(reading, relation, &caption)).collect();
    if drawn.is_empty() { drawn } else { format!("<h3>Sums</h3>\n{drawn}") }
}

/// A number in the story, with its words.
struct Bar {
    number: Decimal,
    value: f64,
    words: String,
}

/// `None` where a number has no length to draw.
fn draw(reading: &Reading<'_>, relation: &Relation, caption: &str) -> Option<String> {
    let total = bar(reading, relation.stated)?;
    let parts: Vec<Bar> = relation.operands.iter().map(|&id| bar(reading, id)).collect::<Option<_>>()?;
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let scale = WIDTH / total.value.max(sum);
    let mut svg = String::new();
    rectangle(&mut svg, "total", 0.0, 0.0, total.value * scale, &total.words);
    let mut left = 0.0;
    for part in &parts {
        rectangle(&mut svg, "part", left, HEIGHT + 4.0, part.value * scale, &part.words);
        left += part.value * scale;
    }
    if !relation.holds && TOO_LITTLE < (total.value - sum).abs() / total.value {
        let (from, to) = (total.value.min(sum) * scale, total.value.max(sum) * scale);
        // What is missing is missing from the parts; what is too much, the total does not have.
        let row = if sum < total.value { HEIGHT + 4.0 } else { 0.0 };
        let gap = total.number - parts.iter().map(|part| part.number).sum::<Decimal>();
        let words = if sum < total.value { "missing" } else { "too much" };
        rectangle(&mut svg, "gap", from, row, to - from, &format!("{} {words}", number(gap.abs())));
    }
    let line = reading.positions.place(reading.analysis.source_span(place_of(reading, relation.stated))).line;
    let class = if relation.holds { "sum" } else { "sum broken" };
    let caption = escape(caption);
    Some(format!(
        "<figure class=\"{class}\" data-line=\"{line}\">\n<svg viewBox=\"0 0 {WIDTH} {}\" role=\"img\" aria-label=\"{caption}\">\n\
         {svg}</svg>\n<figcaption>{caption}</figcaption>\n</figure>\n",
        2.0 * HEIGHT + 4.0
    ))
}

fn bar(reading: &Reading<'_>, id: ClaimId) -> Option<Bar> {
    let story = reading.analysis.story();
    let figure = story.figure_of(id)?;
    let value = figure.value.to_f64().filter(|value| 0.0 < *value)?;
    Some(Bar { number: figure.value, value, words: story.text_of(figure.number).to_owned() })
}

fn place_of(reading: &Reading<'_>, id: ClaimId) -> crate::text::Span {
    reading.analysis.story().claims[id.0].spans.first().copied().unwrap_or_default()
}

/// A rectangle with its words inside, where there is room for them; always under the pointer.
fn rectangle(svg: &mut String, class: &str, x: f64, y: f64, width: f64, words: &str) {
    let words = escape(words);
    _ = write!(
        svg,
        "<g class=\"{class}\"><title>{words}</title><rect x=\"{x:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"{HEIGHT}\"/>"
    );
    let letters = u16::try_from(words.chars().count()).unwrap_or(u16::MAX);
    if f64::from(letters) * LETTER < width {
        _ = write!(svg, "<text x=\"{:.1}\" y=\"{}\">{words}</text>", x + width / 2.0, y + HEIGHT / 2.0);
    }
    svg.push_str("</g>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_a_bar_where_there_is_room_for_them() {
        let mut svg = String::new();
        rectangle(&mut svg, "part", 0.0, 32.0, 100.0, "R&D");
        assert!(svg.contains("<title>R&amp;D</title>") && svg.contains("<text x=\"50.0\" y=\"46\">R&amp;D</text>"));
        svg.clear();
        rectangle(&mut svg, "part", 0.0, 32.0, 10.0, "6,300");
        assert!(svg.contains("<title>6,300</title>") && !svg.contains("<text"));
    }
}
