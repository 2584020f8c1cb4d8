//! What a figure counts or measures: the noun phrase behind it, and the names of currencies and measures.
//!
//! A phrase is read by its shape: it runs to a word that cannot belong to it, and its head is the first
//! plural that no other plural follows ("armored fighting vehicles", "sports teams").

use super::Unit;
use crate::language::{Class, TokenKind, Words};

/// A phrase of more words than this is no unit but a misread sentence.
const LONGEST_PHRASE: usize = 8;

/// What a measure's word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension {
    /// A time: "years".
    Time,
    /// Any other quantity of physics: "acres".
    Physical,
}

const TIMES: &[(&str, &str)] = &[
    ("second", "second"),
    ("seconds", "second"),
    ("sec", "second"),
    ("minute", "minute"),
    ("minutes", "minute"),
    ("min", "minute"),
    ("mins", "minute"),
    ("hour", "hour"),
    ("hours", "hour"),
    ("hrs", "hour"),
    ("h", "hour"),
    ("day", "day"),
    ("days", "day"),
    ("night", "night"),
    ("nights", "night"),
    ("week", "week"),
    ("weeks", "week"),
    ("fortnight", "fortnight"),
    ("month", "month"),
    ("months", "month"),
    ("year", "year"),
    ("years", "year"),
    ("yr", "year"),
    ("yrs", "year"),
    ("decade", "decade"),
    ("decades", "decade"),
    ("century", "century"),
    ("centuries", "century"),
];

const MEASURES: &[(&str, &str)] = &[
    ("millimetre", "millimetre"),
    ("millimeter", "millimetre"),
    ("mm", "millimetre"),
    ("centimetre", "centimetre"),
    ("centimeter", "centimetre"),
    ("cm", "centimetre"),
    ("metre", "metre"),
    ("meter", "metre"),
    ("m", "metre"),
    ("kilometre", "kilometre"),
    ("kilometer", "kilometre"),
    ("km", "kilometre"),
    ("kms", "kilometre"),
    ("inch", "inch"),
    ("inches", "inch"),
    ("foot", "foot"),
    ("feet", "foot"),
    ("ft", "foot"),
    ("ft.", "foot"),
    ("yard", "yard"),
    ("mile", "mile"),
    ("acre", "acre"),
    ("hectare", "hectare"),
    ("ha", "hectare"),
    ("gram", "gram"),
    ("gramme", "gram"),
    ("g", "gram"),
    ("kilogram", "kilogram"),
    ("kilogramme", "kilogram"),
    ("kilo", "kilogram"),
    ("kg", "kilogram"),
    ("tonne", "tonne"),
    ("ton", "ton"),
    ("ounce", "ounce"),
    ("oz", "ounce"),
    // Where it is not money, which is asked first.
    ("pound", "pound"),
    ("lb", "pound"),
    ("lb.", "pound"),
    ("lbs", "pound"),
    ("litre", "litre"),
    ("liter", "litre"),
    ("gallon", "gallon"),
    ("pint", "pint"),
    ("barrel", "barrel"),
    ("bushel", "bushel"),
    ("mph", "mile per hour"),
    ("kph", "kilometre per hour"),
    ("kmh", "kilometre per hour"),
    ("knot", "knot"),
    ("watt", "watt"),
    ("kw", "kilowatt"),
    ("kilowatt", "kilowatt"),
    ("mw", "megawatt"),
    ("megawatt", "megawatt"),
    ("gw", "gigawatt"),
    ("gigawatt", "gigawatt"),
    ("kwh", "kilowatt-hour"),
    ("kilowatt-hour", "kilowatt-hour"),
    ("megabyte", "megabyte"),
    ("mb", "megabyte"),
    ("gigabyte", "gigabyte"),
    ("gb", "gigabyte"),
    ("terabyte", "terabyte"),
    ("volt", "volt"),
    ("decibel", "decibel"),
    ("calorie", "calorie"),
    ("degree", "degree"),
    ("light-year", "light-year"),
];

const CURRENCIES: &[(&str, &str)] = &[
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("dlr", "USD"),
    ("dlrs", "USD"),
    ("bucks", "USD"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("stg", "GBP"),
    ("sterling", "GBP"),
    ("quid", "GBP"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rupee", "INR"),
    ("rupees", "INR"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("hryvnia", "UAH"),
    ("hryvnias", "UAH"),
    ("peso", "MXN"),
    ("pesos", "MXN"),
    ("crown", "SEK"),
    ("crowns", "SEK"),
    ("kronor", "SEK"),
    ("kroner", "NOK"),
    ("koruna", "CZK"),
    ("francs", "CHF"),
    ("franc", "CHF"),
    ("marks", "DEM"),
    ("riyals", "SAR"),
    ("rand", "ZAR"),
    ("won", "KRW"),
    ("lira", "TRY"),
    ("shekels", "ILS"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("forints", "HUF"),
    ("ringgit", "MYR"),
    ("baht", "THB"),
    ("naira", "NGN"),
    ("shillings", "KES"),
    ("dirhams", "AED"),
    // Minor units keep their printed number and are units of their own: no story adds 64 pence to £3.
    ("p", "penny"),
    ("penny", "penny"),
    ("pence", "penny"),
    ("c", "cent"),
    ("¢", "cent"),
    ("cent", "cent"),
    ("cents", "cent"),
    ("cts", "cent"),
];

/// Plurals that no ending explains.
const IRREGULAR: &[(&str, &str)] = &[
    ("people", "person"),
    ("persons", "person"),
    ("children", "child"),
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
];

fn look_up(table: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|&(_, meaning)| meaning)
}

/// The code of the currency that a word names ("dollars", "p"); `None` for other words.
pub(super) fn currency_of_word(word: &str) -> Option<&'static str> {
    // "C" is Celsius and "P" an initial: only the small letters are coins.
    if matches!(word, "C" | "P" | "Won" | "Sterling") { None } else { look_up(CURRENCIES, word) }
}

/// The unit of measure at `at`, with its canonical name, its dimension and the position behind it.
pub(super) fn read_measure(words: Words<'_>, at: usize) -> Option<(String, Dimension, usize)> {
    let written = words.written(at);
    if let Some(name) = look_up(TIMES, written) {
        return Some((name.to_owned(), Dimension::Time, at + 1));
    }
    if words.is_any(at, &["square", "cubic", "sq", "nautical", "metric", "short"]) {
        let (name, _, end) =
            read_measure(words, at + 1).filter(|&(_, dimension, _)| dimension == Dimension::Physical)?;
        let power = if words.is(at, "sq") { "square".to_owned() } else { written.to_ascii_lowercase() };
        return Some((format!("{power} {name}"), Dimension::Physical, end));
    }
    if matches!(written, "C" | "F") && !words.is_hyphen(at + 1) {
        let name = if written == "C" { "degree celsius" } else { "degree fahrenheit" };
        return Some((name.to_owned(), Dimension::Physical, at + 1));
    }
    if written == "°" {
        return Some(read_degree(words, at + 1));
    }
    let stem = written.strip_suffix('s').filter(|stem| stem.len() > 2).unwrap_or(written);
    let name = look_up(MEASURES, written).or_else(|| look_up(MEASURES, stem))?;
    match name {
        "degree" => Some(read_degree(words, at + 1)),
        "mile" | "kilometre" if is_hourly(words, at + 1) => {
            Some((format!("{name} per hour"), Dimension::Physical, at + 3))
        }
        "kilowatt" | "megawatt" | "gigawatt" if words.is_hyphen(at + 1) => {
            Some((format!("{name}-hour"), Dimension::Physical, at + 3))
        }
        _ => Some((name.to_owned(), Dimension::Physical, at + 1)),
    }
}

fn is_hourly(words: Words<'_>, at: usize) -> bool {
    (words.is_any(at, &["per", "an"]) && words.is(at + 1, "hour"))
        || (words.written(at) == "/" && words.is_any(at + 1, &["h", "hr", "hour"]))
}

fn read_degree(words: Words<'_>, at: usize) -> (String, Dimension, usize) {
    let (name, end) = match words.written(at) {
        "Celsius" | "celsius" | "C" | "centigrade" => ("degree celsius", at + 1),
        "Fahrenheit" | "fahrenheit" | "F" => ("degree fahrenheit", at + 1),
        _ => ("degree", at),
    };
    (name.to_owned(), Dimension::Physical, end)
}

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
    let ends_in_s = bytes.last() == Some(&b's') && bytes.len() > 2 && words.is_word(at);
    ends_in_s && !matches!(bytes[bytes.len() - 2], b's' | b'u' | b'i' | b'\'')
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
    if let Some(single) = look_up(IRREGULAR, &lower) {
        return single.to_owned();
    }
    if let Some(stem) = lower.strip_suffix("men") {
        return format!("{stem}man");
    }
    if let Some(stem) = lower.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let takes_es = ["ches", "shes", "xes", "sses", "zes", "oes"].iter().any(|ending| lower.ends_with(ending));
    if takes_es {
        return lower[..lower.len() - 2].to_owned();
    }
    let keeps_s = ["ss", "us", "is"].iter().any(|ending| lower.ends_with(ending));
    if keeps_s { lower } else { lower.strip_suffix('s').map(str::to_owned).unwrap_or(lower) }
}
