//! Words of a block that can only be somebody's surname: what is held against the surnames of those named in full.

use crate::extract::{Name, SourceKind};
use crate::language::{Class, Classes, Lexicon, Token, TokenKind, Words};
use crate::story::{Alone, Note};
use crate::text::Span;

/// How one person is addressed.
const ONES: &[&str] =
    &["Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor", "Sir", "Rev", "Cllr", "Coun", "Insp", "Sgt"];

/// The words of a block that can only be somebody's surname, in order.
pub(super) struct LoneSurnames(pub(super) Vec<Lone>);

pub(super) struct Lone {
    pub(super) span: Span,
    /// Whether a title stands before it: then it is somebody's, however short.
    pub(super) is_titled: bool,
    /// Whether that is said of one person: "Mr", "Prof".
    pub(super) is_of_one: bool,
    /// The number of the name that it is, if it is one and not only what somebody who speaks is called.
    pub(super) name: Option<usize>,
}

impl Note for LoneSurnames {
    fn read(block: Alone<'_>) -> Self {
        if !block.role().is_prose() {
            return Self(Vec::new());
        }
        // Behind a title, as the source of words or as a subject a word can only be a person's name.
        let mentions = block.mentions();
        let sources = || mentions.attributions.iter().filter_map(|attribution| attribution.source.as_ref());
        let opens_sentence = |span: Span| mentions.sentences.iter().any(|sentence| sentence.start == span.start);
        let names = mentions.names.iter().enumerate().filter_map(|(number, name)| {
            let (span, is_titled) = untitled(block.text(), name);
            let surname = behind_particles(block.text(), span);
            // Most names are of two words, and show it at once.
            if surname.of(block.text()).contains(' ') {
                return None;
            }
            let is_person = || {
                is_titled
                    || opens_sentence(span)
                    || acts(block, span)
                    || stands_for_somebody(block, span)
                    || stands_alone(block, span)
                    || sources().any(|source| source.span == span)
            };
            (is_lone_surname(block, surname, is_titled) && is_person()).then(|| {
                // What opens a sentence and does something is a name, though nothing else in the story says so.
                let is_sure =
                    opens_sentence(span) && (acts(block, span) || is_described(block, span)) || owns(block, span);
                let is_of_one = ONES.contains(&name.title.of(block.text()).trim().trim_end_matches('.'));
                Lone { span: surname, is_titled, is_of_one, name: (!is_sure).then_some(number) }
            })
        });
        let speakers = sources().filter(|source| source.kind == SourceKind::Person).map(|source| source.span);
        let speakers = speakers.map(|span| behind_particles(block.text(), span));
        let speakers = speakers.filter(|&span| is_lone_surname(block, span, false));
        let mut lone: Vec<Lone> =
            names.chain(speakers.map(|span| Lone { span, is_titled: false, is_of_one: false, name: None })).collect();
        lone.sort_by_key(|lone| lone.span);
        Self(lone)
    }
}

/// "After she retired Lundqvist took up bees": a long name that does something, and is no place.
fn acts(block: Alone<'_>, name: Span) -> bool {
    const LONG: u32 = 6;
    if name.len() < LONG {
        return false;
    }
    let tokens = &block.mentions().tokens;
    let at = tokens.partition_point(|token| token.span.start < name.start);
    let behind = tokens.partition_point(|token| token.span.start < name.end);
    let opens = block.mentions().sentences.iter().any(|sentence| sentence.start == name.start);
    // "Lundqvist wiped her eyes", "Lundqvist tried to settle": a verb that no list has.
    let is_deed = |next: &Token| {
        let object = tokens.get(behind + 1);
        // What opens a sentence is no object of the words before.
        next.of(block.text()).ends_with("ed")
            && (opens || object.is_some_and(|object| object.classes.has_any(&[Class::Possessive, Class::Determiner])))
    };
    // "Lundqvist reportedly waved".
    let is_manner = |next: &Token| next.of(block.text()).ends_with("ly");
    let behind = if tokens.get(behind).is_some_and(is_manner) { behind + 1 } else { behind };
    let verb = tokens.get(behind).is_some_and(|next| {
        next.classes.has_any(&[Class::Past, Class::Third, Class::Have, Class::Be, Class::Modal]) || is_deed(next)
    });
    let is_led = at.checked_sub(1).is_none_or(|before| {
        let before = &tokens[before];
        let is_small = before.kind == TokenKind::Word && before.of(block.text()).starts_with(char::is_lowercase);
        let is_of_noun = before.classes.has_any(&[Class::Preposition, Class::Determiner, Class::Possessive]);
        // "Said that Lundqvist would ride".
        (!is_of_noun || before.reads(block.text(), "that"))
            && (is_small || before.of(block.text()).ends_with(['.', ',', '”', '"', '’']))
    });
    verb && is_led
}

/// "The council backed Lundqvist": among words in small letters, behind no article, and not in or at it.
fn stands_alone(block: Alone<'_>, name: Span) -> bool {
    const LONG: u32 = 5;
    const PLACES: &[&str] = &[
        "city", "county", "district", "hamlet", "island", "parish", "port", "province", "region", "state", "suburb",
        "town", "valley", "village",
    ];
    const PLACED: &[&str] = &["across", "around", "at", "from", "in", "inside", "into", "near", "outside", "to", "via"];
    let tokens = &block.mentions().tokens;
    let words = Words { text: block.text(), tokens };
    let at = tokens.partition_point(|token| token.span.start < name.start);
    let end = tokens.partition_point(|token| token.span.start < name.end);
    let before = at.wrapping_sub(1);
    let opens_sentence = |at: usize| block.mentions().sentences.iter().any(|it| it.start == tokens[at].span.start);
    let is_small = |at: usize| words.is_word(at) && words.written(at).starts_with(char::is_lowercase);
    // "But Lundqvist is not so sure."
    let is_opening = |at: usize| words.is_word(at) && opens_sentence(at) && tokens[at].classes != Classes::default();
    let is_placed = words.is_any(before, PLACED)
        || words.is(before, "of") && words.is_any(before.wrapping_sub(1), PLACES)
        || words.has(before, Class::Determiner)
        || words.has(before, Class::Possessive);
    LONG <= name.len()
        && (is_small(before) || before < at && is_opening(before))
        && !is_placed
        && !words.is_capitalized(end)
        && !words.is(end, "-")
}

/// "Told Halvorsen", "wrote to Halvorsen": words for somebody's ears, or a deed done to somebody.
/// "Lundqvist’s manager", "with Lundqvist in front", "it was Lundqvist who": a longer name where a person stands as
/// often as a place does; that somebody of nearly the same name is in the story tells which.
fn stands_for_somebody(block: Alone<'_>, name: Span) -> bool {
    const LONG: u32 = 8;
    const FAIR: u32 = 6;
    if name.len() < FAIR {
        return false;
    }
    let tokens = &block.mentions().tokens;
    let at = tokens.partition_point(|token| token.span.start < name.start);
    let words = Words { text: block.text(), tokens };
    if is_spoken_to(words, at) {
        return true;
    }
    if name.len() < LONG {
        return false;
    }
    let is_led = words.is_any(at.wrapping_sub(1), &["with", "for", "by", "behind", "against", "beat", "than"])
        || words.run_is(at.wrapping_sub(2), &["it", "was"]) && words.is(at + 1, "who");
    is_led || owns(block, name)
}

/// Whether the verb before `at` is one that only people are the object of.
fn is_spoken_to(words: Words<'_>, at: usize) -> bool {
    const TO_EARS: &[&str] = &["wrote", "spoke", "talked", "listened", "said", "apologised", "apologized", "sang"];
    const TO_SOMEBODY: &[&str] = &[
        "told",
        "asked",
        "thanked",
        "arrested",
        "charged",
        "sued",
        "fined",
        "sacked",
        "suspended",
        "married",
        "acquitted",
        "convicted",
        "jailed",
        "sentenced",
        "interviewed",
        "hired",
        "fired",
        "promoted",
        "cleared",
        "reminded",
        "paid",
    ];
    // "Ordered Kovac to repay": a firm is ordered as well, but seldom with nothing before its name.
    const TO_DO: &[&str] = &["ordered", "urged", "allowed", "forced", "persuaded", "begged"];
    let before = at.wrapping_sub(1);
    let is_led_to = words.is_any(before, TO_DO) && words.is(at + 1, "to");
    words.is_any(before, TO_SOMEBODY)
        || is_led_to
        || words.is(before, "to") && words.is_any(before.wrapping_sub(1), TO_EARS)
}

/// "Lundqvist, 38, works", "Lundqvist, who works": of a person, behind the name.
fn is_described(block: Alone<'_>, name: Span) -> bool {
    let behind = block.text()[name.end as usize..].strip_prefix(", ").unwrap_or_default();
    let age = behind.split(',').next().unwrap_or_default();
    behind.starts_with("who ") || age.len() == 2 && age.bytes().all(|byte| byte.is_ascii_digit())
}

/// "Lundqvist’s manager".
fn owns(block: Alone<'_>, name: Span) -> bool {
    const LONG: u32 = 8;
    if name.len() < LONG {
        return false;
    }
    let behind = &block.text()[name.end as usize..];
    let is_owner = behind.starts_with("'s ") || behind.starts_with("’s ");
    let tokens = &block.mentions().tokens;
    let at = tokens.partition_point(|token| token.span.start < name.start);
    let is_place = tokens.get(at.wrapping_sub(1)).is_some_and(|before| {
        matches!(
            before.of(block.text()),
            "in" | "at" | "near" | "from" | "of" | "the" | "outside" | "around" | "across"
        )
    });
    is_owner && !is_place
}

/// A name without its title, and whether it has one.
fn untitled(text: &str, name: &Name) -> (Span, bool) {
    let start = name.behind_title();
    let named = Span::new(start, name.span.end).trimmed(text);
    let owner = named.of(text).strip_suffix("'s").or_else(|| named.of(text).strip_suffix("’s"));
    let length = owner.map_or(named.len(), |owner| owner.len() as u32);
    (Span::new(named.start, named.start + length), !name.title.is_empty())
}

/// "Coistealbha" of "Ó Coistealbha", "Meulen" of "Van der Meulen"; any other name as it is.
fn behind_particles(text: &str, name: Span) -> Span {
    const PARTICLES: &[&str] = &[
        "al", "ap", "de", "del", "den", "der", "di", "du", "el", "ibn", "le", "mac", "mc", "nic", "ní", "ó", "san",
        "ter", "uí", "van", "von",
    ];
    const LONGEST: usize = 3;
    let is_particle = |word: &str| word.len() <= LONGEST && PARTICLES.contains(&word.to_lowercase().as_str());
    let words = name.of(text);
    match words.rsplit_once(' ') {
        Some((before, _)) if before.split(' ').all(is_particle) => {
            Span::new(name.start + before.len() as u32 + 1, name.end)
        }
        _ => name,
    }
}

/// Whether the name is one word that can be a surname, in the reporter's own words.
fn is_lone_surname(block: Alone<'_>, named: Span, is_titled: bool) -> bool {
    let surname = named.of(block.text());
    let is_word = surname.starts_with(char::is_uppercase)
        && surname.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-'))
        && !surname.chars().all(char::is_uppercase);
    // "Mr Price" is a name, whatever the word means otherwise, and "Mrs. Orrin-Pike" is one of two parts.
    let is_name = || is_titled || Lexicon::shared().classes(surname) == Classes::default();
    is_word && is_name() && block.mentions().quotes.around(named).is_none()
}
