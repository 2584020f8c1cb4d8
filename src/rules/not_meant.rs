//! Whom a pronoun cannot mean: "she" is no Karl Lund, and nobody whom only its own words speak of.

use crate::extract::Attribution;
use crate::language::{Class, Classes, Lexicon};
use crate::story::{FullNames, Placed, Story};
use crate::text::Span;

/// Whether the words of a name, its title or the story's other words for it tell that the pronoun is not theirs:
/// "Mr Lund", "Karl Lund", and "Lund" where Karl Lund is the only one.
pub(super) fn is_of_other_gender(story: &Story, name: Span, pronoun: &str) -> bool {
    let own = other_than(pronoun);
    let title = story.text[..name.start as usize].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let words = story.text_of(name);
    let says = |word: &str| own(Lexicon::shared().classes(&word.to_lowercase()));
    if words.contains(char::is_whitespace) || says(title) {
        return says(title) || words.split_whitespace().next().is_some_and(says);
    }
    let surname = words.trim_end_matches("'s").trim_end_matches("’s");
    let mut bearers = (0..story.blocks.len())
        .flat_map(|block| {
            let FullNames(names) = story.note(block);
            names.iter()
        })
        .filter(|full| full.surname() == surname)
        .peekable();
    bearers.peek().is_some() && bearers.all(|full| says(&full.first))
}

/// Whether a word's classes say that it is a woman's, for "he", or a man's, for "she".
fn other_than(pronoun: &str) -> impl Fn(Classes) -> bool {
    let (own, other) =
        if matches!(pronoun, "she" | "her") { (Class::Woman, Class::Man) } else { (Class::Man, Class::Woman) };
    move |classes| classes.has(other) && !classes.has(own)
}

/// Whether the word at `span` stands in what the pronoun goes on to say: "She told the court that he was a man of honour".
pub(super) fn is_told(attribution: &Placed<Attribution>, span: Span) -> bool {
    attribution.cue.end <= span.start && attribution.content.iter().any(|content| content.covers(span))
}

/// Whether a word of an earlier paragraph is near the head of its sentence, where the one whom it is about stands.
pub(super) fn leads(story: &Story, word: Span) -> bool {
    const NEAR: usize = 8;
    let sentence = story.sentence_at(word.start);
    story.tokens_before(sentence, word.start).len() < NEAR
}

/// "The former mayor of Cavada, Luis Pardo": a post whose holder is named and is another than the pronoun means.
pub(super) fn is_others_post(story: &Story, post: Span, pronoun: &str) -> bool {
    const NEAR: u32 = 40;
    let sentence = story.sentences[story.sentence_at(post.start)].span;
    let near = Span::new(post.end, sentence.end.min(post.end + NEAR).max(post.end));
    let first = story.names.partition_point(|name| name.span.start < near.start);
    let mut names = story.names[first..].iter().take_while(|name| name.span.start < near.end);
    names.any(|name| is_of_other_gender(story, name.span, pronoun))
}
