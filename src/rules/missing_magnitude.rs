//! A range whose first end lacks its million.

use rust_decimal::Decimal;

use super::{Report, Rule};
use crate::extract::{Figure, FigureKind};
use crate::finding::{Edit, Fix, Severity};
use crate::story::Story;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "missing-magnitude",
    summary: "the first end of a range of money lacks its scale",
    severity: Severity::Warning,
    explanation: r#"
A range of money, or a change from one sum to another, has a currency sign at both ends but its scale only at the second.

Read word for word, "$12 to $14 million" starts at twelve dollars.

```story
The new pier will cost $12 to $14 million, the harbour board said.
                       ^^^ missing-magnitude: $12 what? Only $14 million has its scale.
```

The same of a first end on a lower scale than the second.

```story
The dam will cost between 900 and 1.2 billion shillings a year, the water board said.
                          ^^^ missing-magnitude: 900 what? Only 1.2 billion has its scale.
```

Better: the scale at both ends.

```story
The new pier will cost $12 million to $14 million, the harbour board said.
```

Not flagged: ranges with one sign for both ends ("$12-14 million"), which nobody misreads;
counts and measures ("2 to 3 million people").

Options: none beside the level.

Reference: the Associated Press and The Economist both ask for the scale at each end of a range.
"#,
    asks_relations: false,
    check,
};

/// How the scales of money are written.
const SCALES: [&str; 14] =
    ["crore", "lakh", "million", "billion", "trillion", "thousand", "mln", "bln", "bn", "tn", "m", "b", "k", "mn"];

fn check(story: &Story, report: &mut Report<'_>) {
    for figure in &story.figures {
        if matches!(figure.kind, FigureKind::Money | FigureKind::Rate) && figure.pair.is_some() {
            report_range(story, figure, report);
        }
    }
    for pair in story.figures.windows(2) {
        report_change(story, &pair[0], &pair[1], report);
    }
}

/// "Rose from $8 to $9.5 billion": two figures of a change.
fn report_change(story: &Story, one: &Figure, other: &Figure, report: &mut Report<'_>) -> Option<()> {
    let is_money = |figure: &Figure| figure.kind == FigureKind::Money && figure.pair.is_none();
    let between = Span::new(one.number.end, other.number.start.max(one.number.end));
    if one.kind == FigureKind::Count && one.unit.is_none() && is_money(other) {
        return report_bare(story, one, other, report);
    }
    if !is_money(one) || !is_money(other) || one.unit.as_ref()?.head != other.unit.as_ref()?.head {
        return None;
    }
    let before = story.text_of(Span::new(0, one.number.start));
    let is_range = match story.text_of(between) {
        " and " => before.ends_with("between "),
        " to " | " up to " | " or " | " or even " => true,
        _ => false,
    };
    if !is_range {
        return None;
    }
    let (lone, text) = (story.text_of(one.number), story.text_of(other.number));
    let (last, last_end) = amount(text, 0)?;
    let scale = scale_behind(&text[last_end..])?;
    let digits = text[last..last_end].trim_start_matches(|mark: char| !mark.is_ascii_digit());
    let number: Decimal = digits.replace(',', "").parse().ok()?;
    let is_bare = has_sign(lone) && lone.ends_with(|mark: char| mark.is_ascii_digit()) && !lone.contains(',');
    // "From $500 to $2 million" may be meant: ends of one scale lie closer together.
    let is_of_one_scale =
        one.value <= number.checked_mul(Decimal::from(4))? && number <= one.value.checked_mul(Decimal::from(4))?;
    if !is_bare || !is_of_one_scale || !has_sign(text) {
        return None;
    }
    let whole = &text[last..last_end + scale];
    let finding = report.at(one.number, format!("{lone} what? Only {whole} has its scale."));
    finding.help("Give both ends their scale.").relate(other.number, "the scale is here");
    let new_text = format!("{lone}{}", &text[last_end..last_end + scale]);
    let title = format!("Write {new_text}");
    finding.fix(Fix { title, edits: vec![Edit { span: one.number, new_text }], safe: false });
    Some(())
}

/// "From 800 to 1.1 million dollars": the first end says neither its currency nor its scale.
fn report_bare(story: &Story, one: &Figure, other: &Figure, report: &mut Report<'_>) -> Option<()> {
    let between = story.text_of(Span::new(one.number.end, other.number.start.max(one.number.end)));
    let before = story.text_of(Span::new(0, one.number.start));
    let is_range = between == " to " && before.ends_with("from ") || between == " and " && before.ends_with("between ");
    if !is_range || !is_one_scale_down(one.value, other.value) {
        return None;
    }
    let (lone, whole) = (story.text_of(one.number), story.text_of(other.number));
    let finding = report.at(one.number, format!("{lone} what? Only {whole} has its scale."));
    finding.help("Give both ends their scale.").relate(other.number, "the scale is here");
    Some(())
}

fn report_range(story: &Story, figure: &Figure, report: &mut Report<'_>) -> Option<()> {
    let (low, high) = figure.pair?;
    if is_one_scale_down(low, high) {
        return report_lower(story, figure, report);
    }
    // "From $900 to $14 million": a first end far below the second need not share its scale.
    if low.checked_mul(Decimal::ONE_HUNDRED)? < high {
        return None;
    }
    let text = story.text_of(figure.number);
    let (first, first_end) = amount(text, 0)?;
    let (last, last_end) = amount(text, first_end)?;
    let (lone, scaled) = (&text[first..first_end], &text[last..last_end]);
    let scale = scale_behind(&text[last_end..])?;
    // "$500,000 to $1 million": a number in full needs no scale.
    let is_full = first_end - first > "$999.9".len() || lone.contains(',');
    if is_full || scale_behind(&text[first_end..last]).is_some() || !has_sign(lone) || !has_sign(scaled) {
        return None;
    }
    let at = |start: usize, end: usize| Span::new(figure.number.start + start as u32, figure.number.start + end as u32);
    let (whole, span) = (text[last..last_end + scale].trim_end(), at(first, first_end));
    let finding = report.at(span, format!("{lone} what? Only {whole} has its scale."));
    finding.help("Give both ends their scale.").relate(at(last, last_end + scale), "the scale is here");
    let new_text = format!("{lone}{}", &text[last_end..last_end + scale]);
    let title = format!("Write {new_text}");
    finding.fix(Fix { title, edits: vec![Edit { span, new_text }], safe: false });
    Some(())
}

/// Whether a first end of hundreds lies close below the second on the next lower scale: 900 million below 1.2 billion.
fn is_one_scale_down(low: Decimal, high: Decimal) -> bool {
    const NEAR: i64 = 4;
    let scales = [1_000, 1_000_000, 1_000_000_000_i64].map(Decimal::from);
    let is_near = |scale: Decimal| {
        let meant = low * scale;
        scale * Decimal::ONE_THOUSAND <= high && meant < high && high <= meant * Decimal::from(NEAR)
    };
    Decimal::ONE_HUNDRED <= low && low < Decimal::ONE_THOUSAND && scales.into_iter().any(is_near)
}

/// "Between 900 and 1.2 billion shillings": the first end is of a lower scale than the second, and says nothing of it.
fn report_lower(story: &Story, figure: &Figure, report: &mut Report<'_>) -> Option<()> {
    let text = story.text_of(figure.number);
    let (first, first_end) = amount(text, 0)?;
    let (last, last_end) = amount(text, first_end)?;
    let end = last_end + scale_behind(&text[last_end..])?;
    if scale_behind(&text[first_end..last]).is_some() {
        return None;
    }
    let at = |start: usize, end: usize| Span::new(figure.number.start + start as u32, figure.number.start + end as u32);
    let (lone, whole) = (&text[first..first_end], text[last..end].trim_end());
    let finding = report.at(at(first, first_end), format!("{lone} what? Only {whole} has its scale."));
    finding.help("Give both ends their scale.").relate(at(last, end), "the scale is here");
    Some(())
}

fn is_sign(mark: char) -> bool {
    matches!(mark, '$' | '£' | '€' | '¥' | '₹')
}

/// Whether an amount begins with the sign or the letters of its currency.
fn has_sign(amount: &str) -> bool {
    amount.starts_with(is_sign) || LETTERS.iter().any(|letters| amount.starts_with(letters))
}

/// How currencies are written in letters before an amount, the longest first.
const LETTERS: [&str; 25] = [
    "Rs. ", "Rs ", "Rs", "R", "KSh ", "KSh", "TSh ", "USh ", "Sh ", "Sh", "sh", "GH", "N", "K", "P", "Le ", "D",
    "USD ", "EUR ", "GBP ", "ZAR ", "NGN ", "KES ", "Tk ", "RM",
];

/// Where the next amount at or behind `from` begins, its sign included, and where its digits end.
fn amount(text: &str, from: usize) -> Option<(usize, usize)> {
    let digit = from + text.get(from..)?.find(|mark: char| mark.is_ascii_digit())?;
    let length = text[digit..].find(|mark: char| !mark.is_ascii_digit() && !matches!(mark, '.' | ','));
    let before = &text[from..digit];
    let sign = before.chars().next_back().filter(|&mark| is_sign(mark)).map_or(0, char::len_utf8);
    let letters = LETTERS.iter().find(|letters| before.ends_with(**letters)).map_or(0, |letters| letters.len());
    Some((digit - sign.max(letters), length.map_or(text.len(), |length| digit + length)))
}

/// The bytes of the scale at the head of `text`, with the blank or hyphen before it; `None` where there is none.
fn scale_behind(text: &str) -> Option<usize> {
    let word = text.trim_start_matches([' ', '-', '\u{a0}']);
    let length = word.find(|mark: char| !mark.is_alphabetic()).unwrap_or(word.len());
    let is_scale = SCALES.iter().any(|scale| scale.eq_ignore_ascii_case(&word[..length]));
    is_scale.then(|| text.len() - word.len() + length)
}
