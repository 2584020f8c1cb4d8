//! Puts what was understood into a desk's words: what a figure stands for, how a claim is held up.

use rust_decimal::Decimal;

use crate::extract::{Figure, FigureKind, Modifier, SourceKind};
use crate::language::Interval;
use crate::story::Standing;

/// What `figure` stands for: "more than 500", "160 to 170", "45 percent".
pub fn value_of(figure: &Figure) -> String {
    if figure.kind == FigureKind::Score
        && let Some((one, other)) = figure.pair
    {
        return format!("{} to {}", number(one), number(other));
    }
    let range = bounds(figure.interval, figure.modifier == Modifier::MoreThan, figure.modifier == Modifier::LessThan);
    match figure.kind {
        FigureKind::Percentage | FigureKind::Share => format!("{range} percent"),
        FigureKind::Points => format!("{range} percentage points"),
        FigureKind::BasisPoints => format!("{range} basis points"),
        FigureKind::Ratio => format!("{range} times"),
        FigureKind::Money => match figure.unit.as_ref().filter(|unit| !unit.head.is_empty()) {
            Some(unit) => format!("{} {range}", unit.head),
            None => range,
        },
        _ => range,
    }
}

/// What an interval is: "885 to 1,380", "at least 885".
pub fn range_of(low: Option<Decimal>, high: Option<Decimal>) -> String {
    bounds(Interval { low, high }, false, false)
}

fn bounds(interval: Interval, is_above: bool, is_below: bool) -> String {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => number(low),
        (Some(low), Some(high)) => format!("{} to {}", number(low), number(high)),
        (Some(low), None) if is_above => format!("more than {}", number(low)),
        (Some(low), None) => format!("at least {}", number(low)),
        (None, Some(high)) if is_below => format!("less than {}", number(high)),
        (None, Some(high)) => format!("at most {}", number(high)),
        (None, None) => "an unknown number".to_owned(),
    }
}

/// A number as a newspaper prints it: "1,380", "4.25"; two places are enough to tell one from another.
pub fn number(value: Decimal) -> String {
    let written = value.round_dp(2).normalize().to_string();
    let (sign, digits) = written.strip_prefix('-').map_or(("", written.as_str()), |digits| ("-", digits));
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = sign.to_owned();
    for (index, digit) in whole.char_indices() {
        if index != 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(rest) = rest {
        grouped.push('.');
        grouped.push_str(rest);
    }
    grouped
}

/// How a claim with this standing is held up, as the desk says it.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Attributed => "attributed",
        Standing::Carried => "carried from the sentence before",
        Standing::Hearsay => "hearsay: nobody is named",
        Standing::Unattributed => "nobody says it",
    }
}

/// What kind of source it is.
pub fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person | SourceKind::Pronoun => "person",
        SourceKind::Organization => "organization",
        SourceKind::Document => "document",
        SourceKind::Role => "role without a name",
        SourceKind::Anonymous => "anonymous",
        SourceKind::Bare => "anonymous, without a description",
        SourceKind::Outlet => "other outlet",
        SourceKind::Group => "group",
    }
}

/// `text` on one line and of at most `longest` characters, an ellipsis in the place of the rest.
pub fn shorten(text: &str, longest: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(longest) {
        None => line,
        Some((cut, _)) => {
            // Between words, where there is a place near enough.
            let kept = line[..cut].rfind(' ').filter(|&space| cut / 2 < space).unwrap_or(cut);
            format!("{}…", line[..kept].trim_end_matches([',', ';', ':', ' ']))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_rounded_as_a_newspaper_prints_them() {
        assert_eq!(number(Decimal::from(1380)), "1,380");
        assert_eq!(number(Decimal::from(-4_200_000)), "-4,200,000");
        assert_eq!(number(Decimal::new(66_666, 3)), "66.67");
        assert_eq!(number(Decimal::new(50, 1)), "5");
    }

    #[test]
    fn an_interval_without_an_end_says_so() {
        assert_eq!(range_of(Some(Decimal::from(885)), Some(Decimal::from(1380))), "885 to 1,380");
        assert_eq!(range_of(Some(Decimal::from(885)), None), "at least 885");
        assert_eq!(range_of(None, Some(Decimal::from(315))), "at most 315");
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(shorten("We were never\n told, not once", 14), "We were never…");
        assert_eq!(shorten("short", 14), "short");
        assert_eq!(shorten("💣💣💣💣", 2), "💣💣…");
    }
}
