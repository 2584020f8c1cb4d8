//! Walks the tokens once and puts each figure together from its number, modifiers, kind and unit.

use rust_decimal::Decimal;

use super::exclude::{past_no_figure, past_phone_number};
use super::kind::{read_meaning, read_share_of};
use super::margin::is_margin;
use super::meaning::Meaning;
use super::measure::read_measure;
use super::modifier::{as_printed, bend, part_of, read_before, read_behind};
use super::point::read_point_part;
use super::quantity::{Quantity, read_quantity};
use super::range::{Pair, read_pair};
use super::two_units::read_two_units;
use super::unit::read_counted;
use super::{Date, Figure, FigureKind, Modifier};
use crate::language::{
    Class, Form, Interval, Share, Token, TokenKind, WordList, Words, behind_kind, fold_value, read_share,
};
use crate::text::Span;

/// The figures among `words`, by position, without those that articles make of lists.
pub(super) fn scan(words: Words<'_>, dates: &[Date]) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    let mut at = 0;
    while let Some(skipped) = words.tokens[at..].iter().position(is_number_or_article) {
        at += skipped;
        if !may_begin(words, at) {
            at += 1;
            continue;
        }
        let step = read_at(words, dates, at, &figures);
        at = step.next.clamp(at + 1, words.tokens.len());
        figures.extend(step.figure);
    }
    figures
}

/// What was read at a position, and where to read on.
struct Step {
    figure: Option<Figure>,
    next: usize,
}

impl Step {
    fn past(next: usize) -> Self {
        Self { figure: None, next }
    }
}

/// The cheap question that nearly all tokens answer with no.
fn is_number_or_article(token: &Token) -> bool {
    const ARTICLES: WordList = WordList::of(&["a", "an"]);
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word => token.is(Class::NumberWord) || ARTICLES.may_have(token.trace),
        _ => false,
    }
}

/// Whether a number begins with the token, which is one or an article.
fn may_begin(words: Words<'_>, at: usize) -> bool {
    let Some(token) = words.get(at) else { return false };
    token.kind == TokenKind::Number
        || token.is(Class::NumberWord)
        || words.has(words.past_hyphen(at + 1), Class::NumberWord) && words.is_any(at, &["a", "an"])
}

fn read_at(words: Words<'_>, dates: &[Date], at: usize, before: &[Figure]) -> Step {
    if let Some(end) = past_date(words, dates, at, at + 1) {
        return Step::past(end);
    }
    if let Some((part, next)) = read_point_part(words, at) {
        return Step { figure: Some(part), next };
    }
    if let Some(share) = read_share(words, at).filter(|share| past_date(words, dates, at, share.end).is_none()) {
        return share_step(words, at, share);
    }
    if let Some((height, next)) = read_two_units(words, at) {
        return Step { figure: Some(height), next };
    }
    let Some(quantity) = read_quantity(words, at) else {
        // "01999": no number begins with a nought.
        let next = past_phone_number(words, at).unwrap_or(at + 1);
        return Step { figure: read_fold(words, at), next };
    };
    if let Some(end) = past_date(words, dates, at, quantity.end) {
        return Step::past(end);
    }
    if let Some(end) = past_no_figure(words, &quantity) {
        return Step::past(end);
    }
    if is_idle_one(words, &quantity, before) {
        return Step::past(quantity.end);
    }
    let pair = read_pair(words, &quantity).filter(|pair| past_date(words, dates, at, pair.last.end).is_none());
    quantity_step(words, &quantity, pair.as_ref())
}

/// "Fivefold": half a time either way, as a rise of 4.6 times is called fivefold.
fn read_fold(words: Words<'_>, at: usize) -> Option<Figure> {
    let value = fold_value(words.written(at))?;
    let interval = Interval::around(value, Decimal::new(5, 1));
    let span = words.span(at, at + 1);
    let (modifier, begin) = read_before(words, at).unwrap_or((Modifier::Plain, at));
    Some(Figure {
        span: words.span(begin, at + 1),
        number: span,
        value,
        interval: bend(interval, value, value, modifier),
        modifier,
        kind: FigureKind::Ratio,
        unit: None,
        pair: None,
    })
}

/// Where to read on behind a date that touches the tokens from `first` to `end`; `None` if none does.
fn past_date(words: Words<'_>, dates: &[Date], first: usize, end: usize) -> Option<usize> {
    let span = words.span(first, end);
    let next = dates.partition_point(|date| date.span.end <= span.start);
    let date = dates.get(next).filter(|date| date.span.overlaps(span))?;
    let behind = words.tokens[first..].iter().take_while(|token| token.span.start < date.span.end).count();
    Some(first + behind)
}

/// "One" is a pronoun or an article in most places; it counts a measure, a casualty, or an item in a list of counts.
fn is_idle_one(words: Words<'_>, quantity: &Quantity, before: &[Figure]) -> bool {
    let Quantity { first, end, .. } = *quantity;
    if end != first + 1 || !words.is(first, "one") {
        return false;
    }
    let is_pronoun =
        words.is_any(first.wrapping_sub(1), &["no", "the", "this", "that", "any", "every", "each", "some"]);
    let noun = words.past_hyphen(end);
    if is_pronoun || words.is_any(noun, &["day", "night", "second", "minute", "moment", "time"]) {
        return true;
    }
    let is_measure =
        read_measure(words, noun).is_some_and(|(name, ..)| name.len() > 2 && words.written(noun).len() > 2);
    let is_hurt =
        words.is_any(first.wrapping_sub(1), &["killed", "killing", "kills", "injured", "wounded", "arrested"]);
    let is_counted = words.has(noun, Class::SingleCount) || (is_hurt && words.is_word(end) && !words.is(end, "of"));
    // "Three deaths in Oster, one in Velm": the noun is said once.
    let place = words.is_any(end, &["in", "at", "near"]) && words.is_capitalized(end + 1);
    let joined = words.is_any(first.wrapping_sub(1), &[",", "and"]);
    let is_item = place && joined && before.last().is_some_and(|figure| figure.kind == FigureKind::Count);
    // "Nine of fraud, seven of false accounting and | one of theft": as the others are told.
    let is_of = |figure: &Figure| words.is(tokens_of(words, figure.number).1, "of") && figure.kind == FigureKind::Count;
    let is_partitive =
        words.is(end, "of") && !words.has(end + 1, Class::Determiner) && !words.has(end + 1, Class::Possessive);
    let is_like = joined && is_partitive && !words.has(end + 1, Class::Pronoun) && before.last().is_some_and(is_of);
    !(is_measure || is_counted || is_item || is_like || closes_scorers(words, first, before) || is_margin(words, first))
}

/// "Ruiz kicked six, Moss four and Lund | one.": the last of a list in which each number stands behind its name.
fn closes_scorers(words: Words<'_>, one: usize, before: &[Figure]) -> bool {
    const LONGEST_NAME: usize = 4;
    let names = (1..=LONGEST_NAME).take_while(|back| words.is_capitalized(one.wrapping_sub(*back))).count();
    let is_joined = words.is_any(one.wrapping_sub(names + 1), &["and", ","]);
    let is_closed = words.get(one + 1).is_none() || words.is_any(one + 1, &[".", ";"]);
    let follows_name = |figure: &Figure| {
        let (first, end) = tokens_of(words, figure.number);
        let is_next = one <= end + LONGEST_NAME + 2;
        figure.kind == FigureKind::Count && words.is_capitalized(first.wrapping_sub(1)) && is_next
    };
    0 < names && is_joined && is_closed && before.last().is_some_and(follows_name)
}

fn share_step(words: Words<'_>, first: usize, share: Share) -> Step {
    let value = share.percent;
    let meaning = read_whole(words, first, share.end);
    // "One in five" is written as a number; "a fifth" is what a writer calls something near it.
    let plain = if is_odds(words, first) {
        Interval::exactly(value)
    } else {
        Interval::between(part_of(value, 90), part_of(value, 110).min(Decimal::ONE_HUNDRED.max(value)))
    };
    let (modifier, begin) = read_before(words, first).unwrap_or((Modifier::Plain, first));
    let interval = within_whole(words, begin, bend(plain, value, value, modifier));
    let figure = Figure {
        span: words.span(begin, meaning.end),
        number: words.span(first, share.end),
        value,
        interval,
        modifier,
        kind: FigureKind::Share,
        unit: meaning.unit,
        pair: None,
    };
    // Reading goes on right behind the number: "half of the 120 members" holds two figures.
    Step { figure: Some(figure), next: share.end }
}

/// "More than half" is no more than all of it; a growth "by more than half" may be.
fn within_whole(words: Words<'_>, begin: usize, interval: Interval) -> Interval {
    let is_growth = words.is(begin.wrapping_sub(1), "by");
    let high = interval.high.or((!is_growth).then_some(Decimal::ONE_HUNDRED));
    Interval { high, ..interval }
}

/// "One in five", "three out of four", "one visitor in three".
fn is_odds(words: Words<'_>, first: usize) -> bool {
    words.is_any(words.past_hyphen(first + 1), &["in", "out"]) || behind_kind(words, first).is_some()
}

/// What a share is a part of: "a third of the council", "one in five adults".
fn read_whole(words: Words<'_>, first: usize, end: usize) -> Meaning {
    // "One child in six | goes": the kind has been named between the numbers.
    let names_behind = is_odds(words, first) && behind_kind(words, first).is_none();
    match names_behind.then(|| read_counted(words, end, false)).flatten() {
        Some((unit, end)) => Meaning { kind: FigureKind::Share, unit: Some(unit), end },
        None => read_share_of(words, FigureKind::Share, end),
    }
}

fn quantity_step(words: Words<'_>, quantity: &Quantity, pair: Option<&Pair>) -> Step {
    let number_end = pair.map_or(quantity.end, |pair| pair.last.end);
    let whole = pair.map_or(*quantity, |pair| Quantity { number: pair.first, sign: pair.sign, ..*quantity });
    let touching = read_behind(words, number_end);
    let noun = touching.map_or(number_end, |(_, end)| end);
    let meaning = match read_meaning(words, &whole, noun) {
        Meaning { kind: FigureKind::Count, .. } if pair.is_some_and(|pair| pair.is_score) => {
            Meaning { kind: FigureKind::Score, unit: None, end: number_end }
        }
        meaning => meaning,
    };
    let behind = touching.or_else(|| read_behind(words, meaning.end));
    let before = read_before(words, quantity.first).filter(|_| !is_during(words, quantity.first, meaning.kind));
    let modifier = before.or(behind).map_or(Modifier::Plain, |(modifier, _)| modifier);
    let begin = before.map_or_else(|| begin_of_range(words, quantity.first, pair), |(_, begin)| begin);
    let end = behind.map_or(meaning.end, |(_, end)| end.max(meaning.end));
    let figure = Figure {
        span: words.span(begin, end),
        number: words.span(quantity.first, number_end),
        value: whole.number.value,
        interval: interval_of(&whole, pair, meaning.kind, modifier),
        modifier,
        kind: meaning.kind,
        unit: meaning.unit,
        pair: pair.map(|pair| (pair.first.value, pair.last.number.value)),
    };
    // The 100,000 of "50 per 100,000" is no figure of its own.
    let has_base = figure.kind == FigureKind::Rate && words.is(meaning.end.wrapping_sub(2), "per");
    Step { figure: Some(figure), next: if has_base { meaning.end } else { number_end } }
}

/// "Between" belongs to the range that it opens.
fn begin_of_range(words: Words<'_>, first: usize, pair: Option<&Pair>) -> usize {
    let opens = pair.is_some_and(|pair| !pair.is_score) && words.is(first.wrapping_sub(1), "between");
    if opens { first - 1 } else { first }
}

/// "Over three years" is as often "during" as "more than".
fn is_during(words: Words<'_>, first: usize, kind: FigureKind) -> bool {
    kind == FigureKind::Duration && words.is(first.wrapping_sub(1), "over")
}

pub(super) fn interval_of(quantity: &Quantity, pair: Option<&Pair>, kind: FigureKind, modifier: Modifier) -> Interval {
    let value = quantity.number.value;
    let Some(pair) = pair.filter(|pair| !pair.is_score) else {
        let last = match quantity.number.form {
            Form::Vague(Some(high)) => high,
            _ => value,
        };
        return bend(as_printed(quantity, kind), value, last, modifier);
    };
    let last = pair.last.number.value;
    bend(Interval::between(value, last), value, last, modifier)
}

/// The positions of the tokens that begin and end `span`, the end exclusive.
pub(super) fn tokens_of(words: Words<'_>, span: Span) -> (usize, usize) {
    let first = words.tokens.partition_point(|token| token.span.start < span.start);
    let end = words.tokens.partition_point(|token| token.span.start < span.end);
    (first, end)
}
