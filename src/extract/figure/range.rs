//! Two numbers that are one figure: ranges ("10-15", "between 4 and 6") and scores ("52-48", "54 to 42").

use rust_decimal::Decimal;

use super::currency::read_currency_behind;
use super::quantity::{Quantity, Sign, read_quantity};
use crate::language::{Number, Words};

/// Two numbers as one figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    /// The first number, with the scale that it shares with the last.
    pub(super) first: Number,
    /// The last number.
    pub(super) last: Quantity,
    /// What the signs at either say.
    pub(super) sign: Sign,
    /// Whether they are two sides of a contest rather than two ends.
    pub(super) is_score: bool,
}

/// Words that tell two sides of a contest from two ends of a range.
const CONTEST: &[&str] = &[
    "vote",
    "votes",
    "voted",
    "voting",
    "won",
    "win",
    "wins",
    "winning",
    "beat",
    "beating",
    "beats",
    "lost",
    "lose",
    "loses",
    "loss",
    "losing",
    "defeat",
    "defeated",
    "defeating",
    "victory",
    "lead",
    "leads",
    "leading",
    "led",
    "trail",
    "trails",
    "trailing",
    "trailed",
    "score",
    "tie",
    "tied",
    "draw",
    "drew",
    "ahead",
    "behind",
    "split",
    "edged",
    "edges",
    "beaten",
    "thrashed",
    "margin",
    "decision",
    "passed",
    "rejected",
    "against",
];

/// Words before a number that make "A to B" a change: two figures; "by A to B" is a range again.
const CHANGES: &[&str] = &[
    "up",
    "down",
    "rose",
    "fell",
    "risen",
    "fallen",
    "rising",
    "falling",
    "increased",
    "decreased",
    "dropped",
    "grew",
    "declined",
    "climbed",
    "jumped",
    "slipped",
    "cut",
    "raised",
    "shrank",
    "gained",
    "added",
    "soared",
    "tumbled",
    "lifted",
    "swelled",
    "jumping",
    "surged",
    "lowered",
    "reduced",
    "trimmed",
    "slashed",
    "dropping",
    "sank",
    "slid",
    "slumped",
    "plunged",
    "dipped",
    "eased",
    "narrowed",
    "widened",
    "expanded",
    "advanced",
    "edged",
];

/// Words that foretell a change as often as a range of it: "will rise $2 to $3", "will rise $2 to $48".
const FORETOLD: &[&str] = &[
    "increase",
    "increases",
    "rise",
    "rises",
    "climb",
    "climbs",
    "climbing",
    "grow",
    "growing",
    "lift",
    "raise",
    "gain",
    "reduce",
    "shrink",
    "shrinks",
    "fall",
    "falls",
    "drop",
    "drops",
    "higher",
    "lower",
];

/// Words before "from" that make "from A to B" a range.
const RANGES: &[&str] = &[
    "range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying", "anywhere", "aged", "ages",
    "anything",
];

/// The pair that `first` begins, `begin` being where its words begin; `None` where it stands alone.
pub(super) fn read_pair(words: Words<'_>, first: &Quantity) -> Option<Pair> {
    let (joint, sign) = behind_currency_word(words, first);
    let (joiner, behind) = read_joiner(words, first, joint)?;
    let last = read_quantity(words, behind)?;
    let sign = shared_sign(sign, last.sign)?;
    let number = with_shared_scale(&first.number, &last.number);
    let is_bare = sign == Sign::None && is_bare(first) && is_bare(&last);
    let is_rising = number.value < last.number.value;
    let is_contest = is_contest(words, first.first, last.end);
    let is_score = match joiner {
        Joiner::Between => false,
        Joiner::Or => {
            return is_range_of_two(first, &last).then_some(Pair { first: number, last, sign, is_score: false });
        }
        Joiner::Dash if is_poll_line(words, first, &last) => return None,
        Joiner::Dash => !is_rising || (is_bare && is_contest),
        Joiner::To if is_change(words, first, &last) || is_poll_line(words, first, &last) => return None,
        Joiner::To => !is_rising || is_contest,
    };
    let fits = if is_score { is_bare } else { is_rising };
    fits.then_some(Pair { first: number, last, sign, is_score })
}

/// What stands between the two numbers.
#[derive(Clone, Copy)]
enum Joiner {
    Dash,
    To,
    Between,
    Or,
}

/// The joiner at `joint`, and the position behind it.
fn read_joiner(words: Words<'_>, first: &Quantity, joint: usize) -> Option<(Joiner, usize)> {
    if words.is_hyphen(joint) && words.is(joint + 1, "to") && words.is_hyphen(joint + 2) {
        return Some((Joiner::To, joint + 3));
    }
    // "18- to 24-year-olds".
    if words.written(joint) == "-" && words.is_glued(joint) && words.is(joint + 1, "to") {
        return Some((Joiner::To, joint + 2));
    }
    if words.is_joining_dash(joint) {
        return Some((Joiner::Dash, joint + 1));
    }
    let joiner = match words.written(joint) {
        "to" | "To" => Some(Joiner::To),
        "and" if words.is(first.first.wrapping_sub(1), "between") => Some(Joiner::Between),
        "and" if words.run_is(first.first.wrapping_sub(3), &["between", "the", "ages"]) => Some(Joiner::Between),
        "or" => Some(Joiner::Or),
        _ => None,
    };
    joiner.map(|joiner| (joiner, joint + 1))
}

/// "12 million dlrs to 14 million dlrs": the first currency word stands before the joiner.
fn behind_currency_word(words: Words<'_>, first: &Quantity) -> (usize, Sign) {
    if first.sign != Sign::None || !words.is_word(first.end) {
        return (first.end, first.sign);
    }
    match read_currency_behind(words, first.end) {
        Some((code, end)) => (end, Sign::Currency(code)),
        None => (first.end, first.sign),
    }
}

/// Either end may carry the sign for both, except that a percent sign stands at the last.
fn shared_sign(first: Sign, last: Sign) -> Option<Sign> {
    match (first, last) {
        (Sign::None, sign) => (!matches!(sign, Sign::Currency(_))).then_some(sign),
        (Sign::Currency(code), Sign::None) => Some(Sign::Currency(code)),
        (first, last) => (first == last).then_some(first),
    }
}

/// "$12 to $14 million", "two to three dozen": the scale is said once, at the end.
fn with_shared_scale(first: &Number, last: &Number) -> Number {
    let scaled = first.value.checked_mul(last.scale).filter(|&scaled| scaled <= last.value);
    match scaled {
        Some(value) if first.scale == Decimal::ONE => Number { value: value.normalize(), scale: last.scale, ..*first },
        _ => *first,
    }
}

fn is_bare(quantity: &Quantity) -> bool {
    quantity.is_plain() || (quantity.is_worded() && quantity.number.scale == Decimal::ONE)
}

/// "Two or three": neighbours in number, both said in the same manner.
fn is_range_of_two(first: &Quantity, last: &Quantity) -> bool {
    let same_manner = first.is_worded() == last.is_worded();
    same_manner && first.sign == Sign::None && first.number.value < last.number.value
}

/// "Rose from 4 to 6", "up 4 to 6", "up 6%, or 16p to 293p": two figures.
fn is_change(words: Words<'_>, first: &Quantity, last: &Quantity) -> bool {
    const NEAR: usize = 8;
    let before = first.first.wrapping_sub(1);
    if words.is(before, "from") {
        return !words.is_any(before.wrapping_sub(1), RANGES);
    }
    // "Raised it by £5 to £30 from £25", "climbed by $140 million to $1.92 billion in the year to March from $1.68 billion"
    if words.is(before, "by") {
        const FAR: usize = 12;
        let behind = (last.end..last.end + FAR).take_while(|&at| !matches!(words.written(at), "" | "." | ";"));
        return behind.into_iter().any(|at| words.is(at, "from")) || is_far_apart(first, last);
    }
    // "Rose 2 to 3 percent": only a range says its sign once, at the end.
    if first.sign == Sign::None && last.sign == Sign::Percent {
        return false;
    }
    let near = (1..=NEAR).map(|back| first.first.wrapping_sub(back));
    let mut near = near.take_while(|&at| !matches!(words.written(at), "" | "." | ";"));
    near.any(|at| words.is_any(at, CHANGES) || words.is_any(at, FORETOLD) && is_far_apart(first, last))
}

/// "By $2 million to $48 million": a step and where it led, which are no two ends of one guess.
fn is_far_apart(first: &Quantity, last: &Quantity) -> bool {
    let (one, other) = (first.number.value, last.number.value);
    first.sign == last.sign && one.checked_mul(Decimal::from(5)).is_some_and(|most| most < other)
}

/// "(34%-54%)": two sides of a poll, each with its own sign.
fn is_poll_line(words: Words<'_>, first: &Quantity, last: &Quantity) -> bool {
    let both_signed = first.sign == Sign::Percent && last.sign == Sign::Percent;
    both_signed && words.written(first.first.wrapping_sub(1)) == "("
}

/// Whether the words just before or behind the pair tell of a contest, within the sentence.
fn is_contest(words: Words<'_>, first: usize, end: usize) -> bool {
    const NEAR: usize = 8;
    let before = (1..=NEAR).map(|back| first.wrapping_sub(back)).take_while(|&at| words.get(at).is_some());
    let is_before = before.take_while(|&at| words.written(at) != ".").any(|at| words.is_any(at, CONTEST));
    is_before || (end..end + 2).any(|at| words.is_any(at, CONTEST))
}
