//! The working of a relation that does not hold, in the words of the draft.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::Report;
use crate::extract::{Figure, FigureKind, Modifier};
use crate::finding::{Edit, Fix};
use crate::language::write_like;
use crate::story::{Relation, RelationKind, Story};
use crate::text::Span;

/// A relation that does not hold, with its figures.
pub(super) struct Working<'a> {
    story: &'a Story,
    pub(super) relation: &'a Relation,
    pub(super) stated: &'a Figure,
    pub(super) operands: Vec<&'a Figure>,
}

/// The relations of `kinds` that do not hold, in order.
pub(super) fn contradictions<'a>(story: &'a Story, kinds: &'a [RelationKind]) -> impl Iterator<Item = Working<'a>> {
    let wrong = story.relations().iter().filter(|relation| !relation.holds && kinds.contains(&relation.kind));
    wrong.filter_map(|relation| Working::of(story, relation))
}

impl<'a> Working<'a> {
    /// `None` where one of the relation's claims is no figure.
    pub(super) fn of(story: &'a Story, relation: &'a Relation) -> Option<Self> {
        let stated = &story.figure_of(relation.stated)?.mention;
        let operands: Option<Vec<&Figure>> =
            relation.operands.iter().map(|&operand| story.figure_of(operand).map(|figure| &figure.mention)).collect();
        Some(Self { story, relation, stated, operands: operands? })
    }

    /// Whether so much over a stretch of time, or for so many, gives the stated number on another scale: a nought too many
    /// or too few. Of a sum, only thousands for millions are another scale.
    pub(super) fn is_on_another_scale(&self) -> bool {
        let scales: &[i64] = match self.relation.kind {
            RelationKind::Average | RelationKind::Each => &[10, 100, 1_000],
            RelationKind::Sum => &[1_000],
            RelationKind::Difference => &[1_000, 1_000_000],
            _ => &[],
        };
        let Some(given) = self.relation.printed else { return false };
        let (low, high) = (given.min(self.stated.value), given.max(self.stated.value));
        let Some(times) = high.checked_div(low).filter(|_| low > Decimal::ZERO) else { return false };
        let is_near = |power: i64| (times - Decimal::from(power)).abs() <= Decimal::from(power) * Decimal::new(5, 2);
        scales.iter().copied().any(is_near)
    }

    /// The part of a sum that is a thousand times too small or too large: with it on the other scale the parts make the total.
    pub(super) fn slipped_part(&self) -> Option<&'a Figure> {
        if self.relation.kind != RelationKind::Sum || self.relation.holds {
            return None;
        }
        let sum = self.relation.printed?;
        let scales = [Decimal::ONE_THOUSAND, Decimal::new(1, 3)];
        let total = self.stated.value;
        let makes_it = |part: &&&Figure| {
            scales.iter().any(|&scale| {
                let other = part.value.saturating_mul(scale);
                // A crumb is lost in the total on either scale.
                let larger = part.value.max(other);
                let matters =
                    total <= larger.saturating_mul(Decimal::TEN) && (part.value < other || total < part.value);
                let anew = sum.checked_sub(part.value).and_then(|others| others.checked_add(other));
                matters && anew.is_some_and(|anew| (anew - total).abs() <= total * Decimal::new(1, 2))
            })
        };
        self.operands.iter().find(makes_it).copied()
    }

    /// The stated number as it is written.
    pub(super) fn number(&self) -> &'a str {
        self.story.text_of(self.stated.number)
    }

    /// The operand numbered `at` with its unit; empty where there is none.
    pub(super) fn operand(&self, at: usize) -> &'a str {
        self.operands.get(at).map_or("", |figure| self.written(figure))
    }

    /// A figure without the words that bend it: "1.41bn rupees".
    pub(super) fn written(&self, figure: &Figure) -> &'a str {
        const LONGEST: u32 = 30;
        let unit = figure.unit.as_ref().filter(|_| figure.kind != FigureKind::Percentage).map(|unit| unit.span);
        let behind = unit.filter(|unit| {
            figure.number.end <= unit.start
                && unit.start <= figure.number.end + 1
                && unit.end <= figure.number.end + LONGEST
        });
        let end = behind.map_or(figure.number.end, |unit| unit.end);
        self.story.text_of(Span::new(figure.number.start, end))
    }

    /// The words that tie the figures: "doubled".
    pub(super) fn cue(&self) -> &'a str {
        self.relation.cue.map_or("", |cue| self.story.text_of(cue))
    }

    /// What the operands give, written like the stated number and as precisely; `None` beyond what a decimal holds.
    pub(super) fn given(&self) -> Option<String> {
        let value = self.relation.printed?;
        let (number, stated) = self.number_near(value);
        // A fraction in words has no other word to offer: the percentage tells what is wrong with it.
        if self.stated.kind == FigureKind::Share && self.relation.kind != RelationKind::Sum {
            // "Six in every 1,000" is less than one percent.
            let places = if value.abs() < Decimal::ONE { 2 } else { 0 };
            return Some(format!("{} percent", value.round_dp(places).normalize()));
        }
        let scale = scale_of(&number, stated);
        let places =
            number.split_once('.').map_or(0, |(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count() as u32);
        let scaled = value.checked_div(scale)?;
        let rounded = match self.relation.kind {
            RelationKind::Conversion => scaled.round_sf(self.digits())?.round_dp(places.max(1)),
            _ if places == 0 && scaled < Decimal::ONE => scaled.round_dp(1),
            _ => scaled.round_dp(places),
        };
        let given = rounded.checked_mul(scale)?;
        // "Minus 8": the word stands for the sign.
        Some(match number.split_once(' ') {
            Some((sign, digits)) if sign.eq_ignore_ascii_case("minus") => {
                let sign = if given.is_sign_negative() { format!("{sign} ") } else { String::new() };
                sign + &write_like(given.abs(), digits, stated)
            }
            _ => write_like(given, &number, stated),
        })
    }

    /// The stated number and what it is worth; with the next smaller scale word where the value would be none of the
    /// number's own: "7.2 million" for "7.2 billion".
    fn number_near(&self, value: Decimal) -> (Cow<'a, str>, Decimal) {
        const SMALLER: [(&str, &str); 3] = [("trillion", "billion"), ("billion", "million"), ("bn", "m")];
        let (number, stated) = (self.number(), self.stated.value.abs());
        let is_none = value.abs().checked_mul(Decimal::from(200)).is_some_and(|most| most < stated);
        match SMALLER.iter().find(|(large, _)| is_none && number.contains(large)) {
            Some((large, small)) => (number.replace(large, small).into(), stated / Decimal::ONE_THOUSAND),
            None => (number.into(), stated),
        }
    }

    /// To how many digits a conversion is worth giving: as many as the figure that it converts has.
    fn digits(&self) -> u32 {
        let shown = |figure: &Figure| {
            let digits = figure.value.normalize().mantissa().unsigned_abs().to_string();
            digits.trim_end_matches('0').len() as u32
        };
        self.operands.iter().copied().chain([self.stated]).map(shown).max().unwrap_or(2).clamp(2, 6)
    }

    /// The word that ties the figures, where it stands in a sentence before all of them: what is asked about is the word.
    pub(super) fn cue_before(&self, story: &Story) -> Option<Span> {
        let cue = self.relation.cue?;
        let first = self.operands.iter().chain([&self.stated]).map(|figure| figure.number.start).min()?;
        (cue.end <= first && story.sentence_at(cue.start) < story.sentence_at(first)).then_some(cue)
    }

    /// Reports the stated number with the other figures beside it, and offers what they give.
    pub(super) fn report(&self, report: &mut Report<'_>, message: String, fix: Option<String>) {
        let finding = report.at(self.stated.number, message);
        for figure in &self.operands {
            finding.relate(figure.number, self.written(figure));
        }
        let cue = self.relation.cue.filter(|cue| !cue.overlaps(self.stated.number));
        if let Some(cue) =
            cue.filter(|_| matches!(self.relation.kind, RelationKind::Direction | RelationKind::Multiple))
        {
            finding.relate(cue, "the word for it");
        }
        let is_exact = self.operands.iter().chain([&self.stated]).all(|figure| figure.modifier == Modifier::Plain);
        let takes_number = self.stated.pair.is_none() && self.stated.kind != FigureKind::Share;
        if let Some(new_text) = fix.filter(|_| is_exact && takes_number) {
            let title = format!("Change it to {new_text}");
            finding.fix(Fix { title, edits: vec![Edit { span: self.stated.number, new_text }], safe: false });
        }
    }
}

/// The words of the figure's sentence behind it, in small letters, up to the next mark.
pub(super) fn words_behind(story: &Story, figure: &Figure) -> Vec<String> {
    let sentence =
        story.sentences.get(story.sentence_at(figure.number.start)).map_or(figure.span, |sentence| sentence.span);
    let behind = story.text_of(Span::new(figure.span.end, sentence.end.max(figure.span.end)));
    let phrase = behind.split([',', ';', '(', '.', ':', '—', '–']).next().unwrap_or_default();
    phrase.split_whitespace().take(10).map(str::to_lowercase).collect()
}

/// What the scale word of a number is worth: a million for "4.2 million".
fn scale_of(number: &str, value: Decimal) -> Decimal {
    let digits: String = number.chars().filter(|mark| mark.is_ascii_digit() || *mark == '.').collect();
    let printed: Decimal = digits.trim_matches('.').parse().unwrap_or(value);
    let scale = value.checked_div(printed).unwrap_or(Decimal::ONE);
    if scale < Decimal::ONE { Decimal::ONE } else { scale.normalize() }
}
