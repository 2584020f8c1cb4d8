//! Names of currencies and units of measure, each with the one name that its unit bears.

use crate::language::{TokenKind, WordTable, Words};

/// What a measure's word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension {
    /// A time: "years".
    Time,
    /// Any other quantity of physics: "acres".
    Physical,
}

const TIMES: WordTable<&str> = WordTable::of(&[
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
]);

const MEASURES: WordTable<&str> = WordTable::of(&[
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
    ("m.p.h.", "mile per hour"),
    ("k.p.h.", "kilometre per hour"),
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
    ("tw", "terawatt"),
    ("terawatt", "terawatt"),
    ("kwh", "kilowatt-hour"),
    ("mwh", "megawatt-hour"),
    ("gwh", "gigawatt-hour"),
    ("twh", "terawatt-hour"),
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
]);

/// The unit of measure at `at`, with its canonical name, its dimension and the position behind it.
pub(super) fn read_measure(words: Words<'_>, at: usize) -> Option<(String, Dimension, usize)> {
    if let Some(name) = TIMES.find(words.written(at)) {
        return Some((name.to_owned(), Dimension::Time, at + 1));
    }
    let (name, end) = if words.is_any(at, &["square", "sq", "cubic", "nautical", "metric", "short"]) {
        let (name, end) = read_simple_measure(words, at + 1)?;
        let power = if words.is(at, "sq") { "square".to_owned() } else { words.written(at).to_ascii_lowercase() };
        (format!("{power} {name}"), end)
    } else {
        read_simple_measure(words, at)?
    };
    Some((name, Dimension::Physical, end))
}

/// A physical unit without "square" and the like before it: "miles per hour", "°C", "megawatt-hours".
fn read_simple_measure(words: Words<'_>, at: usize) -> Option<(String, usize)> {
    let written = words.written(at);
    match written {
        "°" => return Some(read_degree(words, at + 1)),
        "C" | "F" => return (!words.is_hyphen(at + 1)).then(|| read_degree(words, at)),
        "Celsius" | "celsius" | "centigrade" | "Fahrenheit" | "fahrenheit" => return Some(read_degree(words, at)),
        _ => {}
    }
    if words.is(at, "in") && words.is_glued(at) && words.kind(at.wrapping_sub(1)) == Some(TokenKind::Number) {
        return Some(("inch".to_owned(), at + 1));
    }
    let stem = || written.strip_suffix(['s', 'S']).filter(|stem| stem.len() > 2);
    let name = MEASURES.find(written).or_else(|| MEASURES.find(stem()?))?;
    match name {
        "degree" => Some(read_degree(words, at + 1)),
        "metre" if words.written(at + 1) == "/" && words.is(at + 2, "s") => {
            Some(("metre per second".to_owned(), at + 3))
        }
        "mile" | "kilometre" if is_hourly(words, at + 1) => Some((format!("{name} per hour"), at + 3)),
        "kilowatt" | "megawatt" | "gigawatt" | "terawatt" if words.is_hyphen(at + 1) => {
            Some((format!("{name}-hour"), at + 3))
        }
        _ => Some((name.to_owned(), at + 1)),
    }
}

fn is_hourly(words: Words<'_>, at: usize) -> bool {
    (words.is_any(at, &["per", "an"]) && words.is(at + 1, "hour"))
        || (words.written(at) == "/" && words.is_any(at + 1, &["h", "hr", "hour"]))
}

/// The scale of a temperature at `at`; an angle where none is named.
fn read_degree(words: Words<'_>, at: usize) -> (String, usize) {
    let (name, end) = match words.written(at) {
        "Celsius" | "celsius" | "C" | "centigrade" => ("degree celsius", at + 1),
        "Fahrenheit" | "fahrenheit" | "F" => ("degree fahrenheit", at + 1),
        _ => ("degree", at),
    };
    (name.to_owned(), end)
}
