//! Signs, letters and words of currencies, each with the code that a sum in it bears.

use crate::language::{TokenKind, WordTable, Words};

/// The position behind a currency sign or code at `at`, or `at` itself where there is none.
pub(super) fn behind_currency(words: Words<'_>, at: usize) -> usize {
    let written = words.written(at);
    if words.written(at + 1) == "$" && words.is_glued(at + 1) && currency_of_country(written).is_some() {
        return at + 2;
    }
    let is_currency = currency_of_sign(written).is_some()
        || currency_of_letters(written).is_some()
        || letter_before(words, at + 1).is_some();
    if is_currency { at + 1 } else { at }
}

/// The currency before the digits at `digits`, and where the quantity then begins.
pub(super) fn read_currency_before(words: Words<'_>, digits: usize) -> (usize, Option<&'static str>) {
    let sign = digits.wrapping_sub(1);
    if words.kind(digits) != Some(TokenKind::Number) {
        return (digits, None);
    }
    if let Some(code) = currency_of_sign(words.written(sign)) {
        let country = sign.wrapping_sub(1);
        let of_country = words.is_glued(sign).then(|| currency_of_country(words.written(country))).flatten();
        return of_country.map_or((sign, Some(code)), |code| (country, Some(code)));
    }
    let code = currency_of_letters(words.written(sign)).or_else(|| letter_before(words, digits));
    code.map_or((digits, None), |code| (sign, Some(code)))
}

/// "R14,784", "R22m", "K1.5 billion", "a fine of R500": a sum rather than a road, a model or a rating.
///
/// Rand are read in whatever stands where a sum does. The other letters begin so many other things ("P45", "K9", "N95")
/// that their number must look like a sum.
fn letter_before(words: Words<'_>, digits: usize) -> Option<&'static str> {
    let sign = digits.wrapping_sub(1);
    let code = match words.written(sign) {
        "R" => "ZAR",
        "K" => "ZMW",
        "N" => "NGN",
        "P" => "PHP",
        _ => return None,
    };
    if !words.is_glued(digits) || words.kind(digits) != Some(TokenKind::Number) {
        return None;
    }
    // "Audi-R8" is a model.
    let opens = !words.is_glued(sign)
        || matches!(words.written(sign.wrapping_sub(1)), "(" | "-" | "–" | "—" | "“" | "‘" | "\"" | "/");
    let is_sum = || match code {
        "ZAR" => is_much(words, digits) || 4 <= words.written(digits).len() || stands_for_rand(words, digits),
        _ => is_much(words, digits) || is_priced(words, digits) || is_range(words, digits),
    };
    (opens && is_sum()).then_some(code)
}

const SCALES: &[&str] = &["m", "bn", "b", "k", "mn", "million", "billion", "trillion"];

/// Whether a number has a comma, a point or a scale, as sums have and models do not.
fn is_much(words: Words<'_>, digits: usize) -> bool {
    words.written(digits).contains([',', '.', ' ']) || words.is_any(words.past_hyphen(digits + 1), SCALES)
}

/// "P58 a kilo", and beside it "from P46".
fn is_priced(words: Words<'_>, digits: usize) -> bool {
    const NEAR: usize = 8;
    let is_rated = |digits: usize| {
        words.is_any(digits + 1, &["a", "an"]) && words.is_word(digits + 2)
            || words.is_any(digits + 1, &["per", "each", "apiece"])
    };
    let sign = words.written(digits.wrapping_sub(1));
    let is_twin = |at: &usize| {
        words.kind(*at) == Some(TokenKind::Number)
            && words.is_glued(*at)
            && words.written(at.wrapping_sub(1)) == sign
            && (is_much(words, *at) || is_rated(*at))
    };
    let mut near = digits.saturating_sub(NEAR)..digits + NEAR;
    let is_led = words.is_any(digits.wrapping_sub(2), &["from", "to", "at", "of", "and"]);
    is_rated(digits) || is_led && near.any(|at| at != digits && is_twin(&at))
}

/// "A fine of R500", "R600 to R750 million", "R80 a day"; not "the R62", "Route R62".
fn stands_for_rand(words: Words<'_>, digits: usize) -> bool {
    const LEADS: &[&str] = &[
        "of", "for", "by", "from", "to", "at", "than", "cost", "costs", "costing", "pay", "pays", "paid", "paying",
        "only", "just", "is", "was", "about", "around", "another", "extra", "under", "over", "up", "earn", "earns",
        "earned", "gets", "get", "got", "owes", "owed", "and", "or", "nearly", "almost", "worth", "charge", "charges",
        "spent",
    ];
    const ROADS: &[&str] = &["road", "route", "highway", "roads", "bus", "between", "near", "freeway", "interchange"];
    const RATES: &[&str] = &["a", "an", "per", "each", "apiece", "/"];
    if is_range(words, digits) {
        return true;
    }
    let before = digits.wrapping_sub(2);
    let is_road = words.is_any(digits + 1, ROADS) || words.is_any(before, &["the", "on", "along", "via"]);
    let is_led = words.is_any(before, LEADS) && 2 <= words.written(digits).len();
    !is_road && (is_led || words.is_any(digits + 1, RATES))
}

/// "R600 to R750 million", "N400 to N450m": the scale stands behind the second.
fn is_range(words: Words<'_>, digits: usize) -> bool {
    let joint = digits + 1;
    (words.is_any(joint, &["to", "and", "or"]) || words.is_joining_dash(joint))
        && words.written(joint + 1) == words.written(digits.wrapping_sub(1))
        && words.kind(joint + 2) == Some(TokenKind::Number)
        && words.is_any(joint + 3, SCALES)
}

/// The code of the currency of a sign; `None` for any other mark.
pub(super) fn currency_of_sign(sign: &str) -> Option<&'static str> {
    match sign {
        "$" => Some("USD"),
        "£" => Some("GBP"),
        "€" => Some("EUR"),
        "¥" => Some("JPY"),
        "₹" => Some("INR"),
        "₽" => Some("RUB"),
        "₴" => Some("UAH"),
        "₩" => Some("KRW"),
        "₺" => Some("TRY"),
        "₪" => Some("ILS"),
        "₦" => Some("NGN"),
        "₱" => Some("PHP"),
        "฿" => Some("THB"),
        "₫" => Some("VND"),
        "₵" => Some("GHS"),
        "৳" => Some("BDT"),
        _ => None,
    }
}

/// The code of the dollar that the letters before "$" stand for.
fn currency_of_country(letters: &str) -> Option<&'static str> {
    match letters {
        "US" | "U.S." => Some("USD"),
        "A" | "AU" | "Aus" => Some("AUD"),
        "C" | "CA" | "Can" => Some("CAD"),
        "HK" => Some("HKD"),
        "NZ" => Some("NZD"),
        "F" | "FJ" => Some("FJD"),
        "S" => Some("SGD"),
        "NT" => Some("TWD"),
        "R" => Some("BRL"),
        "EC" => Some("XCD"),
        "TT" => Some("TTD"),
        "J" => Some("JMD"),
        "BZ" => Some("BZD"),
        "Bds" | "BDS" => Some("BBD"),
        "G" => Some("GYD"),
        "N" => Some("NAD"),
        "Z" => Some("ZWL"),
        "B" => Some("BND"),
        "SI" => Some("SBD"),
        "T" => Some("TOP"),
        "WS" => Some("WST"),
        "MX" | "Mex" => Some("MXN"),
        _ => None,
    }
}

/// The code of a currency written in letters before its sum: "EUR 5m", "Rs 128.40", "RM60,000".
pub(in crate::extract) fn currency_of_letters(letters: &str) -> Option<&'static str> {
    const CODES: &[&str] = &[
        "USD", "GBP", "EUR", "JPY", "AUD", "CAD", "NZD", "HKD", "SGD", "CHF", "CNY", "RMB", "INR", "RUB", "UAH", "SEK",
        "NOK", "DKK", "PLN", "CZK", "HUF", "ZAR", "KES", "NGN", "BRL", "MXN", "TRY", "ILS", "KRW", "MYR", "IDR", "PHP",
        "THB", "VND", "TWD", "PKR", "BDT", "LKR", "NPR", "AED", "QAR", "EGP", "GHS", "UGX", "TZS", "ZMW", "BWP", "NAD",
        "SAR", "XCD",
    ];
    match letters {
        "Rs" | "Rs." => Some("INR"),
        "RM" => Some("MYR"),
        "Rp" => Some("IDR"),
        "Tk" => Some("BDT"),
        "Sh" | "KSh" | "Ksh" => Some("KES"),
        "USh" | "Ush" => Some("UGX"),
        "TSh" | "Tsh" => Some("TZS"),
        "Dh" | "Dhs" => Some("AED"),
        "SFr" | "Sfr" => Some("CHF"),
        _ if letters.len() == 3 && letters.bytes().all(|letter| letter.is_ascii_uppercase()) => {
            CODES.iter().copied().find(|&code| code == letters)
        }
        _ => None,
    }
}

const COINS: WordTable<&str> = WordTable::of(&[
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
    ("rials", "IRR"),
    ("shekel", "ILS"),
    ("ringgits", "MYR"),
    ("rupiah", "IDR"),
    ("taka", "BDT"),
    ("birr", "ETB"),
    ("cedis", "GHS"),
    ("kwacha", "ZMW"),
    ("pula", "BWP"),
    ("tenge", "KZT"),
    ("lari", "GEL"),
    ("levs", "BGN"),
    ("leva", "BGN"),
    ("hryvnya", "UAH"),
    ("forint", "HUF"),
    ("korunas", "CZK"),
    ("reais", "BRL"),
    // Minor units keep their printed number and are units of their own: no story adds 64 pence to £3.
    ("p", "penny"),
    ("penny", "penny"),
    ("pence", "penny"),
    ("c", "cent"),
    ("¢", "cent"),
    ("cent", "cent"),
    ("cents", "cent"),
    ("cts", "cent"),
]);

/// The code of the currency that a word names ("dollars", "p"); `None` for other words.
fn currency_of_word(word: &str) -> Option<&'static str> {
    // "C" is Celsius and "P" an initial: only the small letters are coins.
    if matches!(word, "C" | "P" | "Won" | "Sterling") { None } else { COINS.find(word) }
}

/// The currency word behind a sum ("dollars", "mln Aus dlrs"), and the position behind it.
pub(super) fn read_currency_behind(words: Words<'_>, end: usize) -> Option<(&'static str, usize)> {
    let word = words.past_hyphen(end);
    let land = words.written(word);
    let name = match land {
        "Hong" | "New" | "Sri" | "East" => word + 2,
        _ if is_land(land) => word + 1,
        _ => word,
    };
    let code = currency_of_word(words.written(name))?;
    Some((if name == word { code } else { coin_of(code, land) }, name + 1))
}

/// Whether the word tells whose a coin is: "American", "US".
fn is_land(word: &str) -> bool {
    const LANDS: &[&str] = &[
        "US",
        "U.S.",
        "American",
        "Aus",
        "Australian",
        "Canadian",
        "Can",
        "NZ",
        "British",
        "Mexican",
        "Japanese",
        "Indian",
        "Czech",
        "Swedish",
        "Norwegian",
        "Danish",
        "Swiss",
        "Singapore",
        "Taiwan",
        "Fijian",
        "Fiji",
        "Jamaican",
        "Barbados",
        "Namibian",
        "Caribbean",
        "Egyptian",
        "Sudanese",
        "Syrian",
        "Lebanese",
        "Turkish",
        "Philippine",
        "Argentine",
        "Chilean",
        "Colombian",
        "Pakistani",
        "Pakistan",
        "Nepali",
        "Ugandan",
        "Tanzanian",
        "Kenyan",
        "Icelandic",
        "Iranian",
        "Omani",
    ];
    LANDS.contains(&word)
}

/// The code of the coin of a land that shares its coin's name with others: a dollar of "Aus".
fn coin_of(code: &'static str, land: &str) -> &'static str {
    match (code, land) {
        ("USD", "Aus" | "Australian") => "AUD",
        ("USD", "Canadian" | "Can") => "CAD",
        ("USD", "NZ" | "New") => "NZD",
        ("USD", "Hong") => "HKD",
        ("USD", "Singapore") => "SGD",
        ("USD", "Taiwan") => "TWD",
        ("USD", "Fijian" | "Fiji") => "FJD",
        ("USD", "Jamaican") => "JMD",
        ("USD", "Barbados") => "BBD",
        ("USD", "Namibian") => "NAD",
        ("USD", "East" | "Caribbean") => "XCD",
        ("GBP", "Egyptian") => "EGP",
        ("GBP", "Sudanese") => "SDG",
        ("GBP", "Syrian") => "SYP",
        ("GBP", "Lebanese") => "LBP",
        ("MXN", "Philippine") => "PHP",
        ("MXN", "Argentine") => "ARS",
        ("MXN", "Chilean") => "CLP",
        ("MXN", "Colombian") => "COP",
        ("INR", "Pakistani" | "Pakistan") => "PKR",
        ("INR", "Sri") => "LKR",
        ("INR", "Nepali") => "NPR",
        ("KES", "Ugandan") => "UGX",
        ("KES", "Tanzanian") => "TZS",
        ("IRR", "Omani") => "OMR",
        ("SEK", "Norwegian") => "NOK",
        ("SEK", "Danish") => "DKK",
        ("SEK", "Czech") => "CZK",
        ("SEK", "Icelandic") => "ISK",
        _ => code,
    }
}
