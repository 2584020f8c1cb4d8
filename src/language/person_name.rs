//! What tells a person's name from a body's, a paper's or a country's that is written like it.

use super::{Class, Lexicon, WordList};

/// Letters behind a person's name.
pub const POST_NOMINALS: &[&str] = &[
    "KC", "QC", "SC", "SAN", "MP", "MEP", "MSP", "MS", "TD", "MLA", "MLC", "MHA", "MPP", "MNA", "IAS", "IPS", "IFS",
    "OBE", "MBE", "CBE", "JP", "FRS", "RN", "OFM", "SJ", "PhD", "MD", "Jr.", "Sr.", "II", "III",
];

/// Surnames that are as often the last word of something else.
const SURNAMES: WordList = WordList::of(&[
    "england",
    "france",
    "ireland",
    "israel",
    "jordan",
    "law",
    "london",
    "poland",
    "post",
    "press",
    "wales",
    "washington",
    "white",
]);

/// Whether a word, in small letters, is hardly anything but the first name of a man or of a woman.
pub fn is_given_name(word: &str) -> bool {
    let classes = Lexicon::shared().classes(word);
    classes.has_any(&[Class::Man, Class::Woman])
        && !classes.has_any(&[Class::Title, Class::RoleNoun, Class::Kin, Class::Country, Class::Region])
}

/// "Jack Law", "Deborah White": whether a first name stands before a surname that is as often the last word of a body's or
/// a paper's name, given all the words of the name.
pub fn is_namesake_of_body<'a>(mut words: impl DoubleEndedIterator<Item = &'a str>) -> bool {
    let (Some(last), Some(first)) = (words.next_back(), words.next()) else { return false };
    let first = super::in_small_letters(first);
    // "Charity Moe" works for one, or is called so; "Charity Commission" is one.
    let is_charity = first == "charity" && {
        let classes = Lexicon::shared().classes(&super::in_small_letters(last));
        !classes.has_any(&[Class::Organisation, Class::GenericBody, Class::Outlet, Class::Document, Class::RoleNoun])
    };
    is_charity || super::is_one_of(last, SURNAMES.words()) && is_given_name(&first)
}

/// Whether a word is what many posts are for: "Superintendent of | Police | Ritika Rane".
pub fn is_charge(word: &str) -> bool {
    const CHARGES: &[&str] = &[
        "Agriculture",
        "Defence",
        "Defense",
        "Education",
        "Elections",
        "Energy",
        "Environment",
        "Finance",
        "Fisheries",
        "Health",
        "Housing",
        "Information",
        "Interior",
        "Justice",
        "Labour",
        "Police",
        "Prisons",
        "Schools",
        "State",
        "Tourism",
        "Trade",
        "Transport",
        "Works",
    ];
    CHARGES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::is_namesake_of_body;

    #[test]
    fn a_first_name_before_the_word_makes_it_a_surname() {
        let is_persons = |name: &str| is_namesake_of_body(name.split(' '));
        assert!(is_persons("Jack Law"));
        assert!(is_persons("Deborah Ann White"));
        assert!(!is_persons("Tarn Law"));
        assert!(!is_persons("White"));
        assert!(!is_persons("Jack Brewing"));
        assert!(is_persons("Charity Moe"));
        assert!(!is_persons("Charity Commission"));
    }
}
