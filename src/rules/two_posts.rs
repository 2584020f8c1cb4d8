//! "The ambassador met the foreign minister. She said …": two posts without a name, and one pronoun for both.

use crate::draft::Role;
use crate::extract::{Attribution, SourceKind};
use crate::language::{Class, Words, is_one_of};
use crate::story::{Placed, Story};
use crate::text::Span;

/// The two whom the pronoun that opens its sentence may mean, where the sentence before it is about both.
pub(super) fn two_posts(story: &Story, attribution: &Placed<Attribution>) -> Option<[Span; 2]> {
    let source = attribution.source.filter(|source| source.kind == SourceKind::Pronoun)?;
    let pronoun = story.text_of(source.span);
    let before = attribution.sentence.checked_sub(1)?;
    let place = &story.sentences[before];
    let own = story.sentences[attribution.sentence].span;
    // “It was cold,” he said.
    let opens = own.start == source.span.start || story.is_quoted(Span::new(own.start, own.start + 1));
    let is_meant = opens
        && is_one_of(pronoun, &["he", "she"])
        && place.block == attribution.block
        && story.blocks[place.block].role == Role::Paragraph
        && !story.is_quoted(source.span);
    if !is_meant || story.attributions_in(before).iter().any(|said| said.source.is_some()) {
        return None;
    }
    let names = story.names.partition_point(|name| name.span.start < place.span.start);
    let names_nobody = story.names.get(names).is_none_or(|name| place.span.end <= name.span.start);
    let words = story.words_at(place.span);
    let posts = side_by_side(words, &pronoun.to_lowercase()).filter(|_| names_nobody)?;
    let base = story.blocks[place.block].span.start;
    Some(posts.map(|post| post.shifted(base)))
}

/// "The ambassador met the foreign minister", "her mother and her aunt": the first words of a sentence.
fn side_by_side(words: Words<'_>, pronoun: &str) -> Option<[Span; 2]> {
    const MEETS: &[&str] = &["and", "confronted", "greeted", "hugged", "met", "visited"];
    let first = post(words, 0, pronoun)?;
    let link = first + 1;
    if !words.is_any(link, MEETS) {
        return None;
    }
    let second = post(words, link + 1, pronoun)?;
    // "The mayor and her husband": she is no "he".
    let owner = if pronoun == "she" { "his" } else { "her" };
    let is_told = words.is(link + 1, owner);
    let is_owner = words.is_any(second + 1, &["'s", "’s"]);
    (!is_owner && !is_told).then(|| [words.span(0, first + 1), words.span(link + 1, second + 1)])
}

/// The head of "the foreign minister" or "her aunt", whom the pronoun can mean.
fn post(words: Words<'_>, lead: usize, pronoun: &str) -> Option<usize> {
    const LONGEST: usize = 3;
    const PERSONS: &[Class] = &[Class::RoleNoun, Class::Kin, Class::Trade];
    if !words.has(lead, Class::Possessive) && !words.is_any(lead, &["the", "a", "an"]) {
        return None;
    }
    let is_doer = |at: usize| {
        let word = words.written(at);
        5 < word.len() && ["er", "or", "ist", "man", "woman"].iter().any(|ending| word.ends_with(ending))
    };
    let is_person = |at: usize| is_doer(at) || words.tokens.get(at).is_some_and(|word| word.classes.has_any(PERSONS));
    let heads = (lead + 1..=lead + LONGEST).take_while(|&at| words.is_word(at) && !words.is_capitalized(at));
    let head = heads.take_while(|&at| !words.is_any(at, &["and"])).filter(|&at| is_person(at)).last()?;
    let other = if pronoun == "she" { Class::Man } else { Class::Woman };
    let is_one = !words.written(head).ends_with('s') || words.is(head, "boss");
    (is_one && !words.has(head, other)).then_some(head)
}
