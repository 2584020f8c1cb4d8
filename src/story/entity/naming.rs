//! Compares the wordings of names: "Russian Ministry of Defense", "Russian MoD" and "the ministry" are one.

use super::KnownSource;
use crate::draft::Role;
use crate::extract::{Name, SourceKind, SourceMention};
use crate::language::{Class, Lexicon};
use crate::story::{Placed, Story};
use crate::text::Span;

/// Whether a wording names or only describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Handle {
    /// "Hank Orosco", "Lumenta", "the Russian Defense Ministry".
    Name,
    /// "the company", "a spokesman for the bureau", "the mayor".
    Description,
}

/// How a source is worded, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wording {
    /// As the ledger shows it: without article and title.
    pub(super) name: String,
    pub(super) kind: SourceKind,
    pub(super) handle: Handle,
    /// Its words in lower case, without articles, prepositions and possessives.
    words: Vec<String>,
    /// Whether it begins with "the", "its", "that": it means something already met.
    definite: bool,
}

/// Letters behind a person's name.
const POST_NOMINALS: &[&str] =
    &["KC", "QC", "MP", "MEP", "MSP", "MS", "OBE", "MBE", "CBE", "PhD", "MD", "Jr.", "Sr.", "II", "III"];

/// Words that say nothing about who is meant.
const EMPTY_WORDS: &[&str] =
    &["the", "a", "an", "of", "for", "and", "&", "in", "at", "on", "its", "his", "her", "their"];

impl Wording {
    fn new(text: &str, kind: SourceKind, handle: Handle) -> Self {
        let mut words = text.split_whitespace();
        let definite = matches!(
            words.clone().next().map(str::to_lowercase).as_deref(),
            Some("the" | "that" | "this" | "its" | "his" | "her" | "their")
        );
        if definite || matches!(words.clone().next(), Some("a" | "an" | "A" | "An")) {
            words.next();
        }
        let name: Vec<&str> = words.collect();
        let name = name.join(" ");
        let words = compare_words(&name);
        Self { name: strip_possessive(&name).to_owned(), kind, handle, words, definite }
    }

    /// Whether both mean the same source.
    pub(super) fn is_same_as(&self, earlier: &Self) -> bool {
        if self.words.is_empty() || earlier.words.is_empty() {
            return self.name == earlier.name;
        }
        if self.is_person() && earlier.is_person() {
            return same_person(&self.words, &earlier.words);
        }
        if self.is_person() != earlier.is_person() {
            return self.words == earlier.words;
        }
        match (self.handle, earlier.handle) {
            (Handle::Name, Handle::Name) => same_body(&self.words, &earlier.words),
            (Handle::Description, _) if self.definite => self.points_back_to(earlier),
            _ => self.words == earlier.words,
        }
    }

    /// "the ministry" means the last body with that word in its name.
    fn points_back_to(&self, earlier: &Self) -> bool {
        let [.., head] = self.words.as_slice() else { return false };
        earlier.words.contains(head) && self.words.iter().all(|word| earlier.words.contains(word))
            || self.words == earlier.words
    }

    /// Whether it says more about the same source than `other`.
    pub(super) fn is_fuller_than(&self, other: &Self) -> bool {
        self.handle == Handle::Name && (other.handle == Handle::Description || self.words.len() > other.words.len())
    }

    /// The wording that the newsroom's settings give it.
    pub(super) fn known_as(&self, known: &KnownSource) -> Option<Self> {
        let names = std::iter::once(&known.name).chain(&known.aliases);
        let is_meant = names.into_iter().any(|name| compare_words(name) == self.words);
        is_meant.then(|| Self {
            name: known.name.clone(),
            kind: self.kind,
            handle: Handle::Name,
            words: compare_words(&known.name),
            definite: false,
        })
    }

    pub(super) fn is_person(&self) -> bool {
        self.kind == SourceKind::Person
    }
}

/// The mention as it is worded, for a document by the body that issued it.
pub(super) fn word_mention(story: &Story, mention: SourceMention) -> Wording {
    let text = story.text_of(mention.span);
    let head = story.text_of(mention.head);
    let kind = match mention.kind {
        SourceKind::Person => kind_of_name(story, mention),
        kind => kind,
    };
    match kind {
        SourceKind::Person => Wording::new(without_title(story, mention), SourceKind::Person, Handle::Name),
        SourceKind::Organization | SourceKind::Outlet => {
            let text = if mention.kind == SourceKind::Person { head } else { up_to_comma(text) };
            Wording::new(text, kind, body_handle(text))
        }
        SourceKind::Document => match issuer(text) {
            Some(issuer) => Wording::new(issuer, SourceKind::Organization, body_handle(issuer)),
            None => Wording::new(text, SourceKind::Document, Handle::Description),
        },
        kind => match named_in_apposition(story, mention) {
            Some(name) => Wording::new(bare_name(story, name), SourceKind::Person, Handle::Name),
            None => Wording::new(text, kind, Handle::Description),
        },
    }
}

/// The person whose name stands right behind a post: "the chief executive, Beatrix Holloway".
fn named_in_apposition(story: &Story, mention: SourceMention) -> Option<&Placed<Name>> {
    let at = story.names.partition_point(|name| name.span.start < mention.span.end);
    let name = story.names.get(at)?;
    let between = Span::new(mention.span.end, name.span.start);
    let is_post = matches!(mention.kind, SourceKind::Role | SourceKind::Anonymous);
    (is_post && story.text_of(between) == ", " && is_persons_name(story, name)).then_some(name)
}

/// Names that look like a person's and are not: "Ukraine", "Russian MoD", "the broadcaster Kanal Nord".
fn kind_of_name(story: &Story, mention: SourceMention) -> SourceKind {
    let head = story.text_of(mention.head);
    let before = story.text_of(Span::new(mention.span.start, mention.head.start.max(mention.span.start)));
    let is_acronym = |word: &str| {
        word.chars().filter(|letter| letter.is_uppercase()).count() > 1 && word.len() < 6 && !word.contains('.')
    };
    let mut words = head.split_whitespace().rev().filter(|word| !POST_NOMINALS.contains(word)).map(strip_possessive);
    let last = words.next().unwrap_or_default();
    let is_alone = words.next().is_none();
    match before.split_whitespace().last() {
        Some(label) if is_of(label, &[Class::Outlet]) || label == "broadcaster" => SourceKind::Outlet,
        Some(label) if is_of(label, &[Class::GenericBody]) => SourceKind::Organization,
        _ if is_of(last, &[Class::Country]) || is_acronym(last) => SourceKind::Organization,
        // People are introduced by more than one word.
        None if is_alone && !is_surname(story, last) => SourceKind::Organization,
        _ => SourceKind::Person,
    }
}

/// "the Red Lantern charity" names; "the company" and "the FTSE 250 company" describe.
fn body_handle(text: &str) -> Handle {
    let is_article = |word: &str| EMPTY_WORDS.contains(&word.to_lowercase().as_str());
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_article(word)).collect();
    let is_generic = words.last().is_some_and(|last| is_of(last, &[Class::GenericBody]));
    let is_naming =
        |word: &&str| word.starts_with(char::is_uppercase) && (!is_generic || word.contains(char::is_lowercase));
    if words.iter().any(is_naming) && !(is_generic && words.len() == 1) { Handle::Name } else { Handle::Description }
}

fn up_to_comma(text: &str) -> &str {
    text.split(',').next().unwrap_or(text)
}

/// Whose statement it is: "a statement from the Russian Defense Ministry", "the ministry's statement".
///
/// Only for what a body says through it; a report or a poll is a source of its own.
fn issuer(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    let is_voice = |noun: &str| {
        ["statement", "press release", "news release", "release", "announcement", "communique", "briefing"]
            .iter()
            .any(|voice| noun.ends_with(voice))
    };
    for tie in [" from ", " by ", " of "] {
        if let Some(at) = lower.find(tie)
            && lower.len() == text.len()
            && is_voice(&lower[..at])
        {
            return Some(&text[at + tie.len()..]);
        }
    }
    let at = text.find("'s ").or_else(|| text.find("’s "))?;
    (lower.len() == text.len() && is_voice(&lower)).then(|| &text[..at])
}

/// The name in a mention, without the title before it.
fn without_title(story: &Story, mention: SourceMention) -> &str {
    let name = story.names.iter().find(|name| name.span.covers(mention.head) || mention.head.covers(name.span));
    let Some(name) = name else { return story.text_of(mention.head) };
    bare_name(story, name)
}

/// The name without its title.
fn bare_name<'a>(story: &'a Story, name: &Placed<Name>) -> &'a str {
    let start = if name.title.is_empty() { name.span.start } else { name.title.end };
    strip_possessive(story.text_of(Span::new(start, name.span.end)).trim())
}

/// The name of a `<cite>`: up to the comma.
pub(super) fn name_in_cite(story: &Story, cite: Span) -> Span {
    let text = story.text_of(cite);
    let start = text.len() - text.trim_start_matches(['—', '–', '-', ' ']).len();
    let end = text[start..].find([',', '(', ';']).map_or(text.len(), |at| start + at);
    Span::from_range(start..end).shifted(cite.start).trimmed(&story.text)
}

/// The wording with the fullest name that the story gives the same person or body:
/// the latest before `mention`, else the first behind it (a headline's "Trump" is named in the body).
pub(super) fn fullest_name(story: &Story, wording: Wording, mention: Span) -> Wording {
    let fuller = |name: &&Placed<Name>| {
        let words = compare_words(bare_name(story, name));
        words.len() > wording.words.len()
            && if wording.is_person() {
                !is_body(&words) && same_person(&wording.words, &words)
            } else {
                is_acronym_of(&wording, &words)
            }
    };
    let split = story.names.partition_point(|name| name.span.start < mention.start);
    let found = story.names[..split].iter().rev().find(fuller).or_else(|| story.names[split..].iter().find(fuller));
    match found {
        Some(name) => Wording::new(bare_name(story, name), wording.kind, Handle::Name),
        None => wording,
    }
}

/// Whom a description means that stands beside a name elsewhere in the story:
/// "the company" the body that the story is about, "the mayor" the person introduced as mayor.
pub(super) fn named_by_description(story: &Story, wording: &Wording, mention: Span) -> Option<Wording> {
    if !wording.definite {
        return None;
    }
    let [.., head] = wording.words.as_slice() else { return None };
    if wording.kind == SourceKind::Role {
        return role_holder(story, &wording.words, mention);
    }
    if wording.kind == SourceKind::Organization && is_of(head, &[Class::GenericBody]) {
        return main_body(story);
    }
    None
}

/// The person whom the story introduces with the role: "Mayor Ada Finch", "the mayor, Ada Finch".
fn role_holder(story: &Story, role: &[String], mention: Span) -> Option<Wording> {
    let introduced = |name: &&Placed<Name>| {
        let before = story.text[..name.span.start as usize].trim_end_matches([',', ' ']);
        let title = story.text_of(name.title).to_lowercase();
        let opening: Vec<String> = before.split_whitespace().rev().take(role.len()).map(str::to_lowercase).collect();
        title.ends_with(&role.join(" ")) || opening.iter().rev().eq(role.iter())
    };
    let before = story.names.partition_point(|name| name.span.start < mention.start);
    let holder = story.names[..before].iter().rev().find(introduced)?;
    let words = compare_words(bare_name(story, holder));
    (words.len() > 1 && !is_body(&words))
        .then(|| Wording::new(bare_name(story, holder), SourceKind::Person, Handle::Name))
}

/// The body that the story is about: of the names that are no person's, place's or month's, the one named most,
/// and of several the first.
fn main_body(story: &Story) -> Option<Wording> {
    let mut bodies: Vec<(String, &str, usize)> = Vec::new();
    for name in story.names.iter().filter(|name| can_be_main_body(story, name)) {
        let text = bare_name(story, name);
        let Some(first) = compare_words(text).into_iter().next() else { continue };
        match bodies.iter_mut().find(|(known, ..)| *known == first) {
            Some((_, longest, count)) => {
                *count += 1;
                if longest.len() < text.len() {
                    *longest = text;
                }
            }
            None => bodies.push((first, text, 1)),
        }
    }
    let most = bodies.iter().map(|&(.., count)| count).max()?;
    let (_, text, _) = bodies.iter().find(|&&(.., count)| count == most)?;
    Some(Wording::new(text, SourceKind::Organization, Handle::Name))
}

fn can_be_main_body(story: &Story, name: &Placed<Name>) -> bool {
    let is_text = matches!(story.blocks[name.block].role, Role::Headline | Role::Dek | Role::Paragraph | Role::Subhead);
    let words = compare_words(bare_name(story, name));
    let is_place = words.iter().any(|word| is_of(word, &[Class::Country, Class::Time]))
        || story.text[..name.span.start as usize].ends_with(" in ");
    is_text && !is_place && !is_persons_name(story, name)
}

/// Whether the story names a person of more than one word who is called so.
fn is_surname(story: &Story, word: &str) -> bool {
    let word = [word.to_lowercase()];
    story.names.iter().any(|name| {
        !name.title.is_empty() && bare_name(story, name).to_lowercase() == word[0] || is_surname_of(story, &word, name)
    })
}

fn is_of(word: &str, classes: &[Class]) -> bool {
    Lexicon::shared().classes(word).has_any(classes)
}

fn is_surname_of(story: &Story, words: &[String], name: &Placed<Name>) -> bool {
    let full = compare_words(bare_name(story, name));
    full.len() > words.len() && !is_body(&full) && full.last() == words.last()
}

/// Whether the words hold one that only a body's name does.
pub(super) fn is_body(words: &[String]) -> bool {
    words.iter().any(|word| is_of(word, &[Class::Organisation, Class::Outlet, Class::Country]))
}

/// Whether a name of the story is a person's: titled, or of two words or more without a body's word.
pub(super) fn is_persons_name(story: &Story, name: &Placed<Name>) -> bool {
    let words = compare_words(bare_name(story, name));
    !is_body(&words)
        && (!name.title.is_empty()
            || words.len() > 1
            || story.names.iter().any(|other| is_surname_of(story, &words, other)))
}

/// The mention of a name as that of a source.
pub(super) fn mention_of(name: &Placed<Name>) -> SourceMention {
    SourceMention { span: name.span, head: name.span, kind: SourceKind::Person }
}

/// "shaw" is "katherine shaw"; "k. shaw" is "katherine shaw"; "clara shaw" is not.
fn same_person(shorter: &[String], longer: &[String]) -> bool {
    let (shorter, longer) = if shorter.len() <= longer.len() { (shorter, longer) } else { (longer, shorter) };
    match shorter {
        [only] => longer.contains(only),
        [first, .., last] => {
            longer.last() == Some(last) && longer.first().is_some_and(|other| same_first_name(first, other))
        }
        [] => false,
    }
}

fn same_first_name(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_end_matches('.'), other.trim_end_matches('.'));
    one == other || (one.len() == 1 && other.starts_with(one)) || (other.len() == 1 && one.starts_with(other))
}

/// Every word of the shorter name stands in the longer, or is an acronym of some of its words.
fn same_body(one: &[String], other: &[String]) -> bool {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let stands_in = |word: &String, name: &[String]| name.contains(word) || is_initials(word, name);
    shorter.iter().all(|word| stands_in(word, longer))
}

/// "mod" of "defense ministry": the initials of at least two words side by side, whatever their order
/// ("Ministry of Defense"), with or without those of small words.
fn is_initials(word: &str, name: &[String]) -> bool {
    let sorted = |mut letters: Vec<char>| {
        letters.sort_unstable();
        letters
    };
    let letters = sorted(word.chars().filter(|letter| *letter != '.').collect());
    let without_of: Vec<char> = letters.iter().copied().filter(|letter| *letter != 'o').collect();
    let initials: Vec<char> = name.iter().filter_map(|word| word.chars().next()).collect();
    let within = |letters: &[char]| {
        letters.len() > 1 && initials.windows(letters.len()).any(|window| sorted(window.to_vec()) == letters)
    };
    letters.len() < 7 && (within(&letters) || within(&without_of))
}

fn is_acronym_of(wording: &Wording, words: &[String]) -> bool {
    matches!(wording.words.as_slice(), [only] if wording.name.chars().all(|letter| !letter.is_lowercase()) && is_initials(only, words))
}

fn strip_possessive(name: &str) -> &str {
    name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name)
}

fn compare_words(name: &str) -> Vec<String> {
    name.split_whitespace()
        .map(|word| strip_possessive(word.trim_matches([',', '"', '“', '”', '(', ')', '\''])).to_lowercase())
        .filter(|word| !word.is_empty() && !EMPTY_WORDS.contains(&word.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str) -> Wording {
        Wording::new(name, SourceKind::Person, Handle::Name)
    }

    fn body(name: &str, handle: Handle) -> Wording {
        Wording::new(name, SourceKind::Organization, handle)
    }

    #[test]
    fn a_surname_or_an_initial_means_the_person_of_the_full_name() {
        assert!(person("Shaw").is_same_as(&person("Katherine Shaw")));
        assert!(person("K. Shaw").is_same_as(&person("Katherine Shaw")));
        assert!(!person("Clara Shaw").is_same_as(&person("Katherine Shaw")));
    }

    #[test]
    fn a_body_is_the_same_in_another_order_and_as_an_acronym() {
        let ministry = body("the Kalvian Ministry of Fisheries", Handle::Name);
        assert!(body("Kalvian Fisheries Ministry", Handle::Name).is_same_as(&ministry));
        assert!(body("Kalvian MoF", Handle::Name).is_same_as(&ministry));
        assert!(!body("Kalvian Ministry of Health", Handle::Name).is_same_as(&ministry));
    }

    #[test]
    fn the_ministry_points_back_and_a_ministry_does_not() {
        let ministry = body("the Kalvian Ministry of Fisheries", Handle::Name);
        assert!(body("the ministry", Handle::Description).is_same_as(&ministry));
        assert!(!body("a ministry", Handle::Description).is_same_as(&ministry));
    }

    #[test]
    fn a_statement_is_the_word_of_the_body_that_issued_it() {
        assert_eq!(issuer("a statement from the Fisheries Ministry"), Some("the Fisheries Ministry"));
        assert_eq!(issuer("the ministry's statement"), Some("the ministry"));
        assert_eq!(issuer("a report by the auditors"), None);
    }
}
