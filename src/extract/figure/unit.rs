//! What a figure counts: the noun phrase behind it.
//!
//! A phrase is read by its shape: it runs to a word that cannot belong to it, and its head is the first
//! plural that no other plural follows ("armored fighting vehicles", "sports teams").

use super::Unit;
use crate::language::{Class, TokenKind, WordTable, Words};

/// A phrase of more words than this is no unit but a misread sentence.
const LONGEST_PHRASE: usize = 8;

/// Plurals that no ending explains.
const IRREGULAR: WordTable<&str> = WordTable::of(&[
    ("people", "person"),
    ("persons", "person"),
    ("children", "child"),
    ("grandchildren", "grandchild"),
    ("schoolchildren", "schoolchild"),
    ("gardai", "garda"),
    ("gardaí", "garda"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("mice", "mouse"),
    ("geese", "goose"),
    ("oxen", "ox"),
    ("lives", "life"),
    ("wives", "wife"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("shelves", "shelf"),
    ("thieves", "thief"),
    ("wolves", "wolf"),
    ("calves", "calf"),
    ("loaves", "loaf"),
    ("halves", "half"),
    ("crises", "crisis"),
    ("analyses", "analysis"),
    ("diagnoses", "diagnosis"),
    ("bases", "base"),
    ("criteria", "criterion"),
    ("phenomena", "phenomenon"),
    ("bacteria", "bacterium"),
    ("alumni", "alumnus"),
    ("movies", "movie"),
    ("cookies", "cookie"),
    ("ties", "tie"),
    ("pies", "pie"),
    ("buses", "bus"),
    ("viruses", "virus"),
    ("campuses", "campus"),
    ("bonuses", "bonus"),
    ("caucuses", "caucus"),
    ("shoes", "shoe"),
    ("caches", "cache"),
    ("headaches", "headache"),
    ("species", "species"),
    ("series", "series"),
    ("troops", "troop"),
    ("clothes", "clothes"),
]);

/// The phrase at `at` that names what is counted, and the position behind it; `None` where it is elided.
pub(super) fn read_counted(words: Words<'_>, at: usize, value_is_one: bool) -> Option<(Unit, usize)> {
    let head = if value_is_one { singular_head(words, at) } else { plural_head(words, at) }?;
    let unit = Unit { span: words.span(at, head + 1), head: singular(words.written(head)) };
    Some((unit, head + 1))
}

/// The phrase of one thing or of a mass: "tank", "ammunition depot", "the vote".
pub(super) fn read_single(words: Words<'_>, at: usize) -> Option<(Unit, usize)> {
    let end = (at..at + LONGEST_PHRASE).find(|&next| !continues_phrase(words, next, at)).unwrap_or(at);
    let unit = Unit { span: words.span(at, end), head: singular(words.written(end.wrapping_sub(1))) };
    (at < end).then_some((unit, end))
}

/// The unit behind "of": "of the 120 members", "of voters", "of those polled".
pub(super) fn read_partitive(words: Words<'_>, of: usize) -> Option<(Unit, usize)> {
    const DETERMINERS: &[&str] =
        &["the", "its", "his", "her", "their", "our", "my", "your", "those", "these", "all", "this", "that"];
    let mut at = of + 1;
    while at < of + 3 && words.is_any(at, DETERMINERS) {
        at += 1;
    }
    if let Some(whole) = super::quantity::read_quantity(words, at) {
        at = whole.end;
    }
    // "Of the mayor's supporters": the owner is no unit.
    let owner = (at..at + LONGEST_PHRASE).find(|&next| !continues_phrase(words, next, at));
    if let Some(owner) = owner.filter(|&owner| is_possessive(words, owner)) {
        at = owner + 1;
    }
    let plural = plural_head(words, at);
    // "28 fewer than the 124 of the year before": a time is no unit.
    // "The 510 of the same period last year"
    let is_period = words.is_any(at, &["same", "corresponding", "preceding", "prior"])
        && words.is_any(at + 1, &["period", "month", "week", "quarter", "day", "year", "season", "stretch"]);
    if is_period || words.is_any(at, &["year", "month", "week", "day", "last", "previous"]) {
        return None;
    }
    let unit = plural.map(|head| (head, Unit { span: words.span(at, head + 1), head: singular(words.written(head)) }));
    unit.map(|(head, unit)| (unit, head + 1)).or_else(|| read_single(words, at))
}

/// Whether the token at `at` can belong to a noun phrase that began at `first`.
fn continues_phrase(words: Words<'_>, at: usize, first: usize) -> bool {
    match words.kind(at) {
        Some(TokenKind::Word) => {
            !is_possessive(words, at) && !words.has(at, Class::Boundary) && !is_plain_number_word(words, at)
        }
        Some(TokenKind::Dash) => at > first && words.is_hyphen(at) && words.is_word(at + 1),
        // "M113 carriers": the digits of a model.
        Some(TokenKind::Number) => words.is_glued(at) && at > first && words.is_word(at - 1),
        _ => false,
    }
}

/// The "'s" of "the mayor's", and the mark of "voters'" where a word follows.
fn is_possessive(words: Words<'_>, at: usize) -> bool {
    let is_mark = matches!(words.written(at), "'" | "’") && words.is_glued(at) && !words.is_glued(at + 1);
    matches!(words.written(at), "'s" | "’s") || (is_mark && words.is_word(at + 1))
}

fn is_plain_number_word(words: Words<'_>, at: usize) -> bool {
    words.has(at, Class::NumberWord) && super::quantity::read_quantity(words, at).is_some()
}

fn plural_head(words: Words<'_>, at: usize) -> Option<usize> {
    let mut named = None;
    for next in at..at + LONGEST_PHRASE {
        if !continues_phrase(words, next, at) {
            break;
        }
        if !is_plural(words, next) || words.is_hyphen(next + 1) {
            continue;
        }
        let goes_on = continues_phrase(words, next + 1, at) && is_plural(words, next + 1);
        // "Two Texas ranch hands": a capital's s may be a name's; a later plural wins over it.
        match (goes_on, words.is_capitalized(next)) {
            (true, _) => {}
            (false, true) => named = named.or(Some(next)),
            (false, false) => return Some(next),
        }
    }
    named
}

fn is_plural(words: Words<'_>, at: usize) -> bool {
    if words.has(at, Class::Collective) {
        return true;
    }
    let written = words.written(at);
    let bytes = written.as_bytes();
    // "A pack of six costs £9": the verb of a price.
    if words.is(at, "costs") && words.get(at + 1).is_some_and(|next| next.kind != TokenKind::Word) {
        return false;
    }
    let ends_in_s = matches!(bytes.last(), Some(b's' | b'S')) && bytes.len() > 2 && words.is_word(at);
    ends_in_s && !matches!(bytes[bytes.len() - 2].to_ascii_lowercase(), b's' | b'u' | b'i' | b'\'')
}

/// The noun behind "one": the first small word that does not look like an adjective, else the last word.
fn singular_head(words: Words<'_>, at: usize) -> Option<usize> {
    const ADJECTIVE_ENDINGS: &[&str] = &["al", "ic", "ian", "ous", "ive", "ary", "ed", "ish", "less", "ful", "ese"];
    let mut last = None;
    for next in at..at + LONGEST_PHRASE {
        if !continues_phrase(words, next, at) {
            break;
        }
        last = Some(next);
        let written = words.written(next);
        let looks_adjective = ADJECTIVE_ENDINGS.iter().any(|ending| written.ends_with(ending));
        if words.is_word(next) && !words.is_capitalized(next) && !looks_adjective && !words.is_hyphen(next + 1) {
            break;
        }
    }
    last
}

/// A noun in the singular and in lower case: "Vehicles" is "vehicle", "policemen" is "policeman".
pub(super) fn singular(word: &str) -> String {
    let lower = word.to_lowercase();
    if let Some(single) = IRREGULAR.find(&lower) {
        return single.to_owned();
    }
    if let Some(stem) = lower.strip_suffix("men") {
        return format!("{stem}man");
    }
    if let Some(stem) = lower.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let takes_es = ["ches", "shes", "xes", "sses", "tzes", "zzes", "oes"].iter().any(|ending| lower.ends_with(ending));
    if takes_es {
        return lower[..lower.len() - 2].to_owned();
    }
    let keeps_s = ["ss", "us", "is"].iter().any(|ending| lower.ends_with(ending));
    if keeps_s { lower } else { lower.strip_suffix('s').map(str::to_owned).unwrap_or(lower) }
}
