//! A surname before its full name.

use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::{Report, Rule};
use crate::draft::Role;
use crate::extract::{Attribution, Name, SourceKind};
use crate::finding::Severity;
use crate::language::{Class, Words, is_one_of};
use crate::story::{Alone, FullName, FullNames, Note, Overview, Placed, Share, Story, spoken_key};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "surname-first",
    summary: "a surname stands before the full name",
    severity: Severity::Warning,
    explanation: r#"
Somebody speaks under a surname, and the full name comes only later, as if for the first time.

It happens when paragraphs change places; the reader wonders who that was.

```story
The mill should never have closed, Shaw said on Friday.
                                   ^^^^ surname-first: Shaw is named in full only later: “Katherine Shaw”.

Katherine Shaw ran it for twelve years.
```

Better: give the full name first.

```story
The mill should never have closed, Katherine Shaw said on Friday.

Shaw ran it for twelve years.
```

Not flagged: headlines, deks and captions, where a surname will do; a surname with a title before it ("President Shaw");
a surname that two people in the story share; names that are never given in full; firms called after a person.

Reference: every handbook gives the full name on first reference.
"#,
    asks_relations: false,
    check,
};

/// How somebody is addressed who has been met.
const HONORIFICS: &[&str] = &["Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Miss", "Dr", "Dr."];

fn check(story: &Story, report: &mut Report<'_>) {
    let Firsts(full) = story.overview();
    let mut met: FxHashSet<&str> = FxHashSet::default();
    for (attribution, speaker) in story.attributions.iter().zip(&story.speakers) {
        // A brewery may be called after its founder, and speak long before he comes up.
        let is_person = speaker.is_some_and(|speaker| story.source(speaker).kind == SourceKind::Person);
        let Some(source) = attribution.source.filter(|_| is_person) else { continue };
        // "Dr Moss said", and "Dr Ida Moss" further down.
        let called = story.text_of(source.span);
        // Where every man is "Mr", so is one who has been met by his office.
        let untitled =
            called.split_once(' ').filter(|(title, _)| is_one_of(title, &["Dr", "Dr."])).map(|(_, name)| name);
        let surname = untitled.unwrap_or(called);
        let Some(&Some(name)) = full.get(&spoken_key(surname)) else { continue };
        // "Bloomberg estimates" is the agency, whoever founded it.
        if is_one_of(surname, &["Bloomberg", "Reuters", "Forbes"]) {
            continue;
        }
        let block = &story.blocks[attribution.block];
        let begins_body = begins_body(story.text_of(block.span), source.span.back(block.span.start));
        if !block.role.is_prose() || begins_body || is_dek(story, attribution) || !met.insert(surname) {
            continue;
        }
        let name = story.words_of_name(name);
        if source.span.end <= name.start && !is_body_met(story, source.span, attribution.block) {
            let whole = story.text_of(name);
            report
                .at(source.span, format!("{surname} is named in full only later: “{whole}”."))
                .relate(name, "the full name")
                .help("Give the full name first.");
        }
    }
    for (lone, name) in acting(story, full) {
        let (surname, whole) = (story.text_of(lone), story.text_of(name));
        if met.insert(surname) {
            report
                .at(lone, format!("{surname} is named in full only later: “{whole}”."))
                .relate(name, "the full name")
                .help("Give the full name first.");
        }
    }
}

/// "Lund praises the port after a meeting.": a short line in the present over the story, which is a dek whatever its
/// markup says.
fn is_dek(story: &Story, attribution: &Placed<Attribution>) -> bool {
    const LONGEST: usize = 18;
    let first = story.blocks.iter().position(|block| block.role.is_prose());
    let is_present = story.tokens_in(attribution.cue).first().is_some_and(|verb| verb.is(Class::Third));
    first == Some(attribution.block)
        && is_present
        && story.tokens_in(story.blocks[attribution.block].span).len() <= LONGEST
}

/// Where a block has a lone name that does something, or that "Mr" and the like call a person.
struct LoneActors(Vec<Span>);

impl Note for LoneActors {
    fn read(block: Alone<'_>) -> Self {
        if block.role() != Role::Paragraph {
            return Self(Vec::new());
        }
        let mentions = block.mentions();
        let words = Words { text: block.text(), tokens: &mentions.tokens };
        let actor = |name: &Name| {
            let title = name.title.of(block.text()).trim();
            let span = Span::new(name.title.end.max(name.span.start), name.span.end).trimmed(block.text());
            // Most names are of two words.
            if span.of(block.text()).contains(char::is_whitespace) || mentions.quotes.around(span).is_some() {
                return None;
            }
            let at = words.tokens.partition_point(|token| token.span.start < span.start);
            let behind = at + words.tokens[at..].iter().take_while(|token| token.span.start < span.end).count();
            let is_called = is_one_of(title, HONORIFICS);
            // "Ruane, who has held the seat since 2011".
            let behind = if words.written(behind) == "," && words.is(behind + 1, "who") { behind + 2 } else { behind };
            // "Kowalczyk will keep a majority"
            let does = || {
                [Class::Past, Class::Be, Class::Have, Class::Modal, Class::Say]
                    .iter()
                    .any(|&class| words.has(behind, class))
                    || words.written(behind).ends_with("ed")
                    || opens_as_owner(words, at, behind)
            };
            // "Scored twice", "found a charter", "was at the lift": not "the Adeleke case was".
            // "Turned it down, and Kowalczyk wept" has a clause of its own; "Moss and Kowalczyk wept" has not.
            let is_own_clause =
                || words.is_any(at.wrapping_sub(1), &["and", "but"]) && words.written(at.wrapping_sub(2)) == ",";
            let is_bare = || {
                title.is_empty()
                    && !words.is_capitalized(at.wrapping_sub(1))
                    && (is_own_clause()
                        || ![Class::Determiner, Class::Possessive, Class::Preposition, Class::Coordinator]
                            .iter()
                            .any(|&class| words.has(at.wrapping_sub(1), class)))
            };
            // "Paid for Pennebaker's new hip"
            let owns = || {
                title.is_empty()
                    && 1 < mentions.sentences.len()
                    && !words.is_capitalized(at.wrapping_sub(1))
                    && !words.has(at.wrapping_sub(1), Class::Determiner)
                    && words.is_any(behind, &["'s", "’s"])
                    && words.is_word(behind + 1)
                    && !words.is_capitalized(behind + 1)
            };
            let is_acronym = || !span.of(block.text()).contains(char::is_lowercase);
            // "And Kowalczyk wept.": whatever the verb, it is all that the clause says.
            let closes = || {
                words.is(at.wrapping_sub(1), "and")
                    && words.is_word(behind)
                    && !words.is_capitalized(behind)
                    && !words.is_word(behind + 1)
            };
            // "The court fined Okoro for keeping a lion"
            let is_object = || {
                title.is_empty()
                    && 1 < mentions.sentences.len()
                    && (words.has(at.wrapping_sub(1), Class::Past) || words.written(at.wrapping_sub(1)).ends_with("ed"))
                    && words.has(behind, Class::Preposition)
            };
            ((is_called || is_bare() && (does() || closes()) || owns() || is_object()) && !is_acronym()).then_some(span)
        };
        Self(mentions.names.iter().filter_map(actor).collect())
    }

    fn may_speak(block: Alone<'_>) -> bool {
        block.role() == Role::Paragraph && !block.mentions().names.is_empty()
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

/// "Brandvold's crew of eight walked": who owns what does something, at the head of a sentence.
fn opens_as_owner(words: Words<'_>, at: usize, behind: usize) -> bool {
    const THEIRS: &[&str] = &["crew", "team", "colleagues", "staff", "family", "office", "lawyer", "wife", "husband"];
    let opens = at == 0 || words.is_any(at - 1, &[".", "!", "?"]);
    opens && words.is_any(behind, &["'s", "’s"]) && words.is_any(behind + 1, THEIRS)
}

/// "Ms Varga resigned. Judit Varga had been": the first mentions of people under their surnames, before the full name
/// that the same paragraph, or the next, gives them as if for the first time.
fn acting(story: &Story, full: &FxHashMap<u64, Option<At>>) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    for (number, LoneActors(actors)) in story.noted() {
        for actor in actors {
            let actor = actor.shifted(story.blocks[number].span.start);
            let Some(&Some((at, name))) = full.get(&spoken_key(story.text_of(actor))) else { continue };
            let name = story.words_of_name((at, name));
            // Whom "who" introduces is meant to be met there.
            let is_met = story.text[actor.end as usize..].starts_with(", who ");
            let reach = match () {
                () if goes_on_to_speak(story, number, actor) => story.blocks.len(),
                () if is_met => 3,
                () => 1,
            };
            let is_next = number <= at && at <= number + reach && actor.end <= name.start;
            let surname = story.text_of(actor);
            // "Closing Dinner": a word that the story also writes small.
            let is_news = || {
                // A surname will do in a headline.
                let body = story.blocks.iter().find(|block| block.role.is_prose()).map_or(0, |block| block.span.start);
                !story.text[body.min(actor.start) as usize..actor.start as usize].contains(surname)
                    && !story.text.contains(&surname.to_lowercase())
            };
            if is_next && introduces(story, at, name) && is_news() {
                found.push((actor, name));
            }
        }
    }
    found
}

/// "Quist came in uniform. He told the board": who opens a paragraph, does something and is "he" in the next sentence is
/// somebody, however far below he is named.
fn goes_on_to_speak(story: &Story, block: usize, actor: Span) -> bool {
    let sentences = story.sentences_of(block);
    let second = sentences.start + 1;
    story.blocks[block].span.start == actor.start
        && sentences.contains(&second)
        && ["He ", "She "].iter().any(|opening| story.text_of(story.sentences[second].span).starts_with(opening))
        && !story.attributions_in(second).is_empty()
}

/// Whether the words around a full name say who that is: "Miner Kaj Sorensen", "Emi Yoshimura, a chemist", "Judit Varga had".
fn introduces(story: &Story, block: usize, name: Span) -> bool {
    let start = story.blocks[block].span.start;
    let words = Words { text: story.text_of(story.blocks[block].span), tokens: &story.blocks[block].mentions.tokens };
    let behind = words.tokens.partition_point(|token| token.span.start < name.end - start);
    words.written(behind) == ","
        || [Class::Past, Class::Have, Class::Be, Class::Modal, Class::Say, Class::Third]
            .iter()
            .any(|&class| words.has(behind, class))
}

/// "Ketter Water", and then what "Ketter" says: a name that begins with the words has been read before them.
fn is_body_met(story: &Story, name: Span, block: usize) -> bool {
    let begins =
        |known: &FullName| known.written.strip_prefix(story.text_of(name)).is_some_and(|rest| rest.starts_with(' '));
    (0..=block).any(|block| {
        let FullNames(names) = story.note(block);
        names.iter().any(|known| begins(known) && story.words_of_name((block, known.number)).start < name.start)
    })
}

/// The numbers of a block and of a name in it.
type At = (usize, usize);

/// The first full name of each surname, looked up by its key, by the numbers of its block and its own; none where two
/// people share it.
struct Firsts(FxHashMap<u64, Option<At>>);

/// The full names of a block that can be a person's.
#[derive(PartialEq)]
struct People {
    names: Arc<[FullName]>,
    /// Those of its full names, by their places among them.
    are_people: Vec<usize>,
}

impl Note for People {
    fn read(block: Alone<'_>) -> Self {
        let FullNames(names) = block.note();
        let is_persons = |name: &FullName| {
            let span = name.span(block);
            name.can_be_person && name.count < 4 && !begins_body(block.text(), span) && !opens_loosely(block, span)
        };
        let are_people = (0..names.len()).filter(|&at| is_persons(&names[at])).collect();
        Self { names: Arc::clone(names), are_people }
    }
}

impl Overview for Firsts {
    type Share = People;

    fn read(shares: &[Share<'_, People>]) -> Self {
        let count = shares.iter().map(|share| share.note.are_people.len()).sum();
        let mut full: FxHashMap<u64, Option<(At, &FullName)>> =
            FxHashMap::with_capacity_and_hasher(count, FxBuildHasher);
        for (block, share) in shares.iter().enumerate() {
            let names = share.note.are_people.iter().map(|&at| &share.note.names[at]);
            for name in names.filter(|name| share.has_name(name.number)) {
                let at = (block, name.number);
                let known = full.entry(name.surname_key).or_insert(Some((at, name)));
                *known = known.filter(|(first, known)| *first == at || known.written.starts_with(name.first_written()));
            }
        }
        Self(full.into_iter().map(|(surname, known)| (surname, known.map(|(at, _)| at))).collect())
    }
}

/// "Hope to Rise", "Moss Right to Learn": the first words of a body's name, which goes on behind "to" or "for".
fn begins_body(block: &str, name: Span) -> bool {
    let behind = &block[name.end as usize..];
    [" to ", " for "]
        .iter()
        .any(|tie| behind.strip_prefix(tie).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
}

/// "Maybe Moss will": a word that is no first name, with the capital of its sentence.
fn opens_loosely(block: Alone<'_>, name: Span) -> bool {
    const LOOSE: &[Class] = &[Class::Adverb, Class::FunctionWord, Class::Preposition, Class::Subordinator];
    let first = name.of(block.text()).split_whitespace().next().unwrap_or_default();
    is_one_of(first, &["maybe", "perhaps", "super"])
        || block.tokens_in(name).first().is_some_and(|token| token.classes.has_any(LOOSE))
}
