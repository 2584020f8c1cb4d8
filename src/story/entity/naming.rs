//! How a mention words its source, ready to be compared with those already met.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use smallvec::smallvec;

use super::KnownSource;
use super::gender::Gender;
use super::likeness::{
    self, Keys, TellingWords, is_empty_word, is_of, same_body, same_person, telling_words, without_possessive,
};
use super::roster::{Entry, Roster};
use crate::extract::{SourceKind, SourceMention};
use crate::language::{Class, POST_NOMINALS, in_small_letters, is_given_name, is_namesake_of_body, is_one_of, pieces};
use crate::story::Story;
use crate::story::note::{Alone, Note};
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
    pub(super) kind: SourceKind,
    pub(super) handle: Handle,
    phrase: Arc<Phrase>,
}

/// The words for a source, whatever they make of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    /// As the ledger shows it: without article and title.
    name: String,
    /// Its words in lower case, without articles, prepositions and possessives.
    words: TellingWords,
    /// What it has at least one of in common with every wording that it is the same as.
    keys: Keys,
    /// Whether it begins with "the", "its", "that": it means something already met.
    definite: bool,
}

/// What a firm is called, and a person as well.
pub(super) const PEOPLE_TOO: &[&str] =
    &["brewer", "builder", "developer", "maker", "producer", "publisher", "supplier"];

/// Words that mean something already met.
const DEFINITE: &[&str] = &["the", "that", "this", "its", "his", "her", "their"];

impl Phrase {
    pub(super) fn of(text: &str) -> Self {
        let mut words = pieces(text).peekable();
        let definite = words.peek().is_some_and(|first| is_one_of(first, DEFINITE));
        words.next_if(|first| definite || matches!(*first, "a" | "an" | "A" | "An"));
        let mut name = String::with_capacity(text.len());
        for word in words {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(word);
        }
        let words = telling_words(&name);
        name.truncate(without_possessive(&name).len());
        Self::of_words(name, words, definite)
    }

    fn of_words(name: String, words: TellingWords, definite: bool) -> Self {
        let keys = if words.is_empty() { smallvec![likeness::key(&name)] } else { likeness::keys(&words) };
        Self { name, words, keys, definite }
    }
}

/// Words in the names of unions.
const UNIONS: &[&str] = &[
    "association",
    "alliance",
    "brotherhood",
    "congress",
    "confederation",
    "federation",
    "guild",
    "local",
    "teamsters",
    "union",
    "unions",
    "unison",
    "unite",
    "united",
    "workers",
];

/// What a force is that speaks.
pub(super) const POLICE: [&str; 2] = ["police", "constabulary"];

impl Wording {
    fn new(phrase: &Arc<Phrase>, kind: SourceKind, handle: Handle) -> Self {
        Self { kind, handle, phrase: Arc::clone(phrase) }
    }

    /// As the ledger shows it: without article and title.
    pub(super) fn name(&self) -> &str {
        &self.phrase.name
    }

    /// What it has at least one of in common with every wording that it is the same as.
    pub(super) fn keys(&self) -> &[u64] {
        &self.phrase.keys
    }

    /// Its words in lower case, without articles, prepositions and possessives.
    pub(super) fn words(&self) -> &[String] {
        &self.phrase.words
    }

    /// Whether both mean the same source.
    pub(super) fn is_same_as(&self, earlier: &Self) -> bool {
        let (words, known) = (self.words(), earlier.words());
        if words.is_empty() || known.is_empty() {
            return self.name() == earlier.name();
        }
        if self.is_person() && earlier.is_person() {
            return same_person(words, known);
        }
        if self.is_person() != earlier.is_person() {
            return words == known;
        }
        match (self.handle, earlier.handle) {
            (Handle::Name, Handle::Name) => same_body(words, known),
            (Handle::Description, _) if self.phrase.definite => self.points_back_to(earlier),
            _ => words == known,
        }
    }

    /// Whether it is one word with which the other name ends: a surname, and no first name or mother's name.
    pub(super) fn ends(&self, other: &Self) -> bool {
        matches!(self.words(), [only] if other.words().last() == Some(only))
    }

    /// "the ministry" means the last body with that word in its name.
    fn points_back_to(&self, earlier: &Self) -> bool {
        let (words, known) = (self.words(), earlier.words());
        let [.., head] = words else { return false };
        let is_police = head == "force" && words.len() == 1 && known.iter().any(|word| POLICE.contains(&word.as_str()));
        is_police || known.contains(head) && words.iter().all(|word| known.contains(word)) || words == known
    }

    /// Whether it says more about the same source than `other`.
    pub(super) fn is_fuller_than(&self, other: &Self) -> bool {
        self.handle == Handle::Name && (other.handle == Handle::Description || self.words().len() > other.words().len())
    }

    /// The wording that the newsroom's settings give it.
    pub(super) fn known_as(&self, known: &KnownSource) -> Option<Self> {
        let names = std::iter::once(&known.name).chain(&known.aliases);
        let is_meant = names.into_iter().any(|name| telling_words(name)[..] == *self.words());
        let phrase = || Arc::new(Phrase::of_words(known.name.clone(), telling_words(&known.name), false));
        is_meant.then(|| Self::new(&phrase(), self.kind, Handle::Name))
    }

    pub(super) fn is_person(&self) -> bool {
        self.kind == SourceKind::Person
    }
}

/// What a mention of a source says wherever its block stands.
#[derive(Debug)]
pub(super) struct Mentioned {
    kind: SourceKind,
    handle: Handle,
    /// A name's only word in lower case: a person's only if the story names somebody in full who is called so.
    lone: Option<String>,
    /// The words that name or describe it.
    worded: Span,
    phrase: OnceLock<Arc<Phrase>>,
}

impl Mentioned {
    /// What `mention` says, whose spans are those of `text`.
    pub(super) fn of(mention: SourceMention, text: &str) -> Self {
        let whole = mention.span.of(text);
        let (kind, handle, lone, worded) = match mention.kind {
            SourceKind::Person => {
                let (kind, lone) = kind_of_name(mention, text);
                (kind, body_handle(mention.head.of(text)), lone, mention.head)
            }
            kind @ (SourceKind::Organization | SourceKind::Outlet) => {
                let name = up_to_comma(whole);
                (kind, body_handle(name), None, Span::from_range(0..name.len()).shifted(mention.span.start))
            }
            SourceKind::Document => match issuer(whole) {
                Some(issuer) => {
                    let handle = body_handle(&whole[issuer.clone()]);
                    let worded = Span::from_range(issuer).shifted(mention.span.start);
                    (SourceKind::Organization, handle, None, worded)
                }
                None => (SourceKind::Document, Handle::Description, None, mention.span),
            },
            kind => (kind, Handle::Description, None, mention.span),
        };
        Self { kind, handle, lone, worded, phrase: OnceLock::new() }
    }

    /// Its words, which are in `text`.
    fn phrase(&self, text: &str) -> &Arc<Phrase> {
        self.phrase.get_or_init(|| Arc::new(Phrase::of(self.worded.of(text))))
    }
}

/// A mention where it stands in the story.
#[derive(Clone, Copy)]
pub(super) struct Met<'a> {
    pub(super) mention: SourceMention,
    /// What it says wherever it stands.
    pub(super) known: &'a Mentioned,
    /// The text in which that was read.
    pub(super) text: &'a str,
}

/// What the sources of a block's attributions say, by the number of the attribution: its source and its "via".
pub(super) struct MentionedIn(pub(super) Vec<[Option<Mentioned>; 2]>);

impl Note for MentionedIn {
    fn read(block: Alone<'_>) -> Self {
        let read = |mention: Option<SourceMention>| mention.map(|mention| Mentioned::of(mention, block.text()));
        let attributions = block.mentions().attributions.iter();
        Self(attributions.map(|attribution| [read(attribution.source), read(attribution.via)]).collect())
    }
}

/// Reads mentions with the story's names at hand.
pub(super) struct Reader<'a> {
    pub(super) story: &'a Story,
    pub(super) roster: Roster<'a>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(story: &'a Story) -> Self {
        Self { story, roster: Roster::new(story) }
    }

    /// The mention as it is worded; a statement by the body that issued it, a post by the name beside it.
    pub(super) fn word(&self, Met { mention, known, text }: Met<'_>) -> Wording {
        let kind = match &known.lone {
            // People are introduced by more than one word.
            // "Rosa", who gives no other name, has a woman's.
            Some(lone) if !self.roster.is_surname(lone) && Gender::of_word(lone).is_none() => SourceKind::Organization,
            // "Bishop said": Kate Bishop, and no bishop.
            _ if known.kind == SourceKind::Role && self.is_called_so(mention) => SourceKind::Person,
            _ => known.kind,
        };
        let named = match kind {
            SourceKind::Person => self.holder_in_apposition(mention).or_else(|| self.roster.at(mention.head)),
            SourceKind::Role | SourceKind::Anonymous => self.named_in_apposition(mention),
            _ => self.holder_in_apposition(mention),
        };
        match named {
            Some(entry) => Wording::new(entry.phrase(), SourceKind::Person, Handle::Name),
            None if kind == SourceKind::Person => Wording::new(known.phrase(text), kind, Handle::Name),
            None => Wording::new(known.phrase(text), kind, known.handle),
        }
    }

    /// Whether the mention is one word with a capital, and somebody's surname.
    fn is_called_so(&self, mention: SourceMention) -> bool {
        let word = self.story.text_of(mention.span);
        let is_heading = || self.story.blocks[self.story.block_at(mention.span.start)].role.is_heading();
        word.starts_with(char::is_uppercase)
            && !word.contains(' ')
            && !is_heading()
            && self.roster.is_surname(&in_small_letters(word))
    }

    /// What the title of a mention says of whom it names: "Mrs Lund".
    pub(super) fn gender_told(&self, mention: SourceMention) -> Option<Gender> {
        let title = Span::new(mention.span.start, mention.head.start.max(mention.span.start));
        Gender::told(self.story.text_of(title), &[])
    }

    /// The wording in the fullest form that the story has for whom it means:
    /// a surname with its first name, "the company" by its name, "the mayor" by the mayor's.
    pub(super) fn complete(&self, wording: &Wording, mention: SourceMention) -> Option<Wording> {
        let offset = mention.span.start;
        let (entry, kind) = match wording.handle {
            Handle::Name => (self.roster.fuller(wording, offset, self.gender_told(mention))?, wording.kind),
            Handle::Description if wording.kind == SourceKind::Role && self.is_headline_post(mention) => {
                (self.roster.only_holder(wording.words())?, SourceKind::Person)
            }
            Handle::Description if !wording.phrase.definite => return None,
            Handle::Description if wording.kind == SourceKind::Role => {
                (self.roster.holder(wording.words(), offset)?, SourceKind::Person)
            }
            Handle::Description => {
                let is_organization = wording.kind == SourceKind::Organization;
                let is_generic = wording.words().last().is_some_and(|head| is_of(head, &[Class::GenericBody]));
                // "The central bank" is no bank that has a name of its own.
                let is_central = wording.words().iter().any(|word| word == "central");
                let is_body = is_organization && is_generic && !is_central;
                // "The charity" is not the university that the story is about.
                let is_other = |entry: &&Entry<'_>| {
                    entry.words.iter().any(|word| {
                        is_of(word, &[Class::Organisation, Class::Outlet]) && !wording.words().contains(word)
                    })
                };
                // A union is none of the firms and places that its members work for.
                let is_union = wording.words().last().is_some_and(|head| head == "union");
                let is_of_workers = |entry: &&Entry<'_>| entry.words.iter().any(|word| UNIONS.contains(&word.as_str()));
                let named = is_organization.then(|| self.roster.body_called(wording.words(), offset)).flatten();
                // Asked only where it may be meant: in it all names of the story have a say.
                let main = || {
                    let main = is_body.then(|| self.roster.main_body()).flatten().filter(|entry| !is_other(entry));
                    main.filter(|entry| !is_union || is_of_workers(entry))
                };
                (named.or_else(main)?, wording.kind)
            }
        };
        Some(Wording::new(entry.phrase(), kind, Handle::Name))
    }

    /// "“No,” Lund replied": in Karl Lund's obituary no other Lund is called so, and "Karl Axel Lund" is he.
    pub(super) fn departed(&self, wording: &Wording, mention: SourceMention) -> Option<Wording> {
        let (surname, first) = wording.words().split_last().filter(|_| wording.is_person())?;
        let is_called_so = |lead: &&Entry<'_>| {
            lead.words.last() == Some(surname) && (first.is_empty() || first.first() == lead.words.first())
        };
        let lead = self.roster.departed_person().filter(is_called_so)?;
        let told = self.gender_told(mention).zip(self.roster.gender_of(lead.words));
        let is_other = told.is_some_and(|(told, known)| told != known);
        (!is_other).then(|| Wording::new(lead.phrase(), SourceKind::Person, Handle::Name))
    }

    /// "Judge calls theft patient": a post that a headline gives without an article.
    fn is_headline_post(&self, mention: SourceMention) -> bool {
        let is_heading = self.story.blocks[self.story.block_at(mention.span.start)].role.is_heading();
        is_heading && !self.story.text_of(mention.span).contains(' ')
    }

    /// The person whose name stands right behind a post: "the chief executive, Beatrix Holloway".
    fn named_in_apposition(&self, mention: SourceMention) -> Option<&Entry<'a>> {
        const NEAR: u32 = 8;
        let behind = Span::new(mention.span.end, mention.span.end + NEAR);
        let entry = self.roster.within(behind).next()?;
        let between = Span::new(mention.span.end, entry.name.span.start);
        // "The vicar, the Rev Ida Moss"
        let is_joined = match self.story.text_of(between) {
            ", " | " named " => true,
            ", the " => entry.is_titled(),
            _ => false,
        };
        (is_joined && self.roster.is_persons(entry)).then_some(entry)
    }

    /// "The Lord Mayor, Ida Moe.", "the Taoiseach, Jon Holm, said": a post with a capital, whether or not the word is
    /// known. A body has no first name behind it that a comma or the end of the sentence closes off.
    fn holder_in_apposition(&self, mention: SourceMention) -> Option<&Entry<'a>> {
        let words = self.story.text_of(mention.span);
        let is_body = |word: &str| is_of(word, &[Class::Organisation, Class::Outlet]) || is_acronym(word);
        let post = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?;
        let entry = self.named_in_apposition(mention).filter(|entry| 2 <= entry.words.len())?;
        let behind = self.story.text[entry.name.span.end as usize..].trim_start();
        let is_closed = behind.is_empty() || behind.starts_with([',', '.', '(', ';', ':', '—', '–']);
        (is_closed && !post.split_whitespace().any(is_body)).then_some(entry)
    }
}

/// Names that look like a person's may not be: "Ukraine", "Russian MoD", "the broadcaster Kanal Nord".
/// A lone word is left to the story, which may name its bearer in full.
fn kind_of_name(mention: SourceMention, text: &str) -> (SourceKind, Option<String>) {
    let head = mention.head.of(text);
    let before = Span::new(mention.span.start, mention.head.start.max(mention.span.start));
    let label = before.of(text).split_whitespace().last().map(in_small_letters);
    let is_called_so = is_namesake_of_body(head.split_whitespace().map(without_possessive));
    let mut words = head.split_whitespace().rev().filter(|word| !POST_NOMINALS.contains(word)).map(without_possessive);
    let last = words.next().unwrap_or_default();
    let is_alone = words.next().is_none();
    let kind = match &label {
        Some(label) if is_of(label, &[Class::Outlet]) || label == "broadcaster" => SourceKind::Outlet,
        Some(label) if is_of(label, &[Class::GenericBody]) && !is_maker(label, head) => SourceKind::Organization,
        _ if is_of(last, &[Class::Firm]) && !is_alone => SourceKind::Organization,
        _ if is_of(last, &[Class::Country]) && !is_called_so || is_acronym(last) => SourceKind::Organization,
        _ => SourceKind::Person,
    };
    (kind, (kind == SourceKind::Person && label.is_none() && is_alone).then(|| last.to_lowercase()))
}

/// "Producer Gil Lund": a word for a firm before a name that begins with a first name.
fn is_maker(label: &str, name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    name.contains(' ') && PEOPLE_TOO.contains(&label) && is_given_name(&in_small_letters(first))
}

/// "NATO", "MoD": short, with several capitals, as many as small letters, and no marks. "O'Dea" is somebody.
fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    word.len() < 6 && !word.contains(['.', '\'', '’']) && 1 < capitals && word.chars().count() <= 2 * capitals
}

/// "the Red Lantern charity" names; "the company" and "the FTSE 250 company" describe.
fn body_handle(text: &str) -> Handle {
    let is_article = |word: &str| is_empty_word(&in_small_letters(word));
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_article(word)).collect();
    let is_generic = words.last().is_some_and(|last| is_of(last, &[Class::GenericBody]));
    // "The Brae-based company" says where it sits, and names nobody.
    let is_naming = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && !word.ends_with("-based")
            && (!is_generic || word.contains(char::is_lowercase))
    };
    if words.iter().any(is_naming) && !(is_generic && words.len() == 1) { Handle::Name } else { Handle::Description }
}

fn up_to_comma(text: &str) -> &str {
    text.split(',').next().unwrap_or(text)
}

/// Whose statement it is: "a statement from the Russian Defense Ministry", "the ministry's statement".
///
/// Only for what a body says through it; a report or a poll is a source of its own.
fn issuer(text: &str) -> Option<Range<usize>> {
    let lower = text.to_lowercase();
    let is_voice = |noun: &str| {
        ["statement", "press release", "news release", "release", "announcement", "communique", "briefing"]
            .iter()
            .any(|voice| noun.ends_with(voice))
    };
    // "A statement of claim", "of facts": what kind it is, and whose is not said.
    let is_kind = |behind: &str| {
        ["claim", "claims", "defence", "defense", "facts", "intent", "principles", "accounts"].contains(&behind)
    };
    for tie in [" from ", " by ", " of "] {
        if let Some(at) = lower.find(tie)
            && lower.len() == text.len()
            && is_voice(&lower[..at])
            && !is_kind(&lower[at + tie.len()..])
        {
            return Some(at + tie.len()..text.len());
        }
    }
    let at = text.find("'s ").or_else(|| text.find("’s "))?;
    (lower.len() == text.len() && is_voice(&lower)).then_some(0..at)
}

/// The name of a `<cite>`: up to the comma.
pub(super) fn name_in_cite(story: &Story, cite: Span) -> Span {
    let text = story.text_of(cite);
    let start = text.len() - text.trim_start_matches(['—', '–', '-', ' ']).len();
    let end = text[start..].find([',', '(', ';']).map_or(text.len(), |at| start + at);
    Span::from_range(start..end).shifted(cite.start).trimmed(&story.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ministry_points_back_and_a_ministry_does_not() {
        let body = |name: &str, handle| Wording::new(&Arc::new(Phrase::of(name)), SourceKind::Organization, handle);
        let ministry = body("the Kalvian Ministry of Fisheries", Handle::Name);
        assert!(body("the ministry", Handle::Description).is_same_as(&ministry));
        assert!(!body("a ministry", Handle::Description).is_same_as(&ministry));
    }

    #[test]
    fn a_statement_is_the_word_of_the_body_that_issued_it() {
        let issuer = |text: &'static str| issuer(text).map(|issuer| &text[issuer]);
        assert_eq!(issuer("a statement from the Fisheries Ministry"), Some("the Fisheries Ministry"));
        assert_eq!(issuer("the ministry's statement"), Some("the ministry"));
        assert_eq!(issuer("a report by the auditors"), None);
    }
}
