//! Compares the wordings of names: "Russian Ministry of Defense", "Russian MoD" and "the ministry" are one.

use super::KnownSource;
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
    let kind = if is_bodys_name(head) { SourceKind::Organization } else { mention.kind };
    match kind {
        SourceKind::Person => Wording::new(without_title(story, mention), SourceKind::Person, Handle::Name),
        SourceKind::Organization | SourceKind::Outlet => {
            let is_name = head.split_whitespace().any(|word| word.starts_with(char::is_uppercase))
                && !head.split_whitespace().all(|word| is_of(word, &[Class::GenericBody]));
            let text = if is_name && !text.starts_with(char::is_lowercase) { head } else { text };
            Wording::new(text, kind, if is_name { Handle::Name } else { Handle::Description })
        }
        SourceKind::Document => match issuer(text) {
            Some(issuer) => Wording::new(issuer, SourceKind::Organization, body_handle(issuer)),
            None => Wording::new(text, SourceKind::Document, Handle::Description),
        },
        kind => Wording::new(text, kind, Handle::Description),
    }
}

/// Names that look like a person's and are not: "Ukraine", "Moscow", "Russian MoD".
fn is_bodys_name(head: &str) -> bool {
    let is_acronym = |word: &str| {
        word.chars().filter(|letter| letter.is_uppercase()).count() > 1 && word.len() < 6 && !word.contains('.')
    };
    head.split_whitespace()
        .last()
        .is_some_and(|last| is_of(strip_possessive(last), &[Class::Country]) || is_acronym(last))
}

fn body_handle(text: &str) -> Handle {
    let is_name = text.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
    if is_name || !text.to_lowercase().starts_with("the ") { Handle::Name } else { Handle::Description }
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
        return main_body(story, mention);
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

/// The body that the story is about: of the names before `mention` that are no person's, the one named most.
fn main_body(story: &Story, mention: Span) -> Option<Wording> {
    let before = story.names.partition_point(|name| name.span.start < mention.start);
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for name in story.names[..before].iter().filter(|name| name.title.is_empty()) {
        let text = bare_name(story, name);
        let words = compare_words(text);
        let is_person = words.len() > 1 && !is_body(&words);
        if is_person || story.names.iter().any(|other| is_surname_of(story, &words, other)) {
            continue;
        }
        match counts.iter_mut().find(|(counted, _)| *counted == text) {
            Some((_, count)) => *count += 1,
            None => counts.push((text, 1)),
        }
    }
    let most = counts.iter().map(|&(_, count)| count).max()?;
    let &(text, _) = counts.iter().find(|&&(_, count)| count == most)?;
    Some(Wording::new(text, SourceKind::Organization, Handle::Name))
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

/// "mod" of "ministry defense": the initials of at least two words, small words in between left out or not.
fn is_initials(word: &str, name: &[String]) -> bool {
    let letters: Vec<char> = word.chars().filter(|letter| *letter != '.').collect();
    let initials: Vec<char> = name.iter().filter_map(|word| word.chars().next()).collect();
    let without_of: Vec<char> = letters.iter().copied().filter(|letter| *letter != 'o').collect();
    let within =
        |letters: &[char]| letters.len() > 1 && initials.windows(letters.len()).any(|window| window == letters);
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
