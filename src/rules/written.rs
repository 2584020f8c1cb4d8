//! What researchers write: a paper that the story names answers "which researchers?".

use super::authority::KNOWLEDGE;
use crate::language::Class;
use crate::story::Story;

/// What researchers write, and who they are in it.
pub(super) const WRITTEN: &[&str] = &[
    "study",
    "studies",
    "research",
    "paper",
    "trial",
    "researchers",
    "researcher",
    "authors",
    "team",
    "findings",
    "survey",
];

/// "Research suggests … The study, by Ayr College, followed swimmers": the next two sentences go on about a paper.
pub(super) fn names_paper(story: &Story, sentence: usize) -> bool {
    let last = story.sentences.len().min(sentence + 3);
    (sentence + 1..last).any(|next| {
        let text = story.text_of(story.blocks[story.sentences[next].block].span);
        let tokens = story.tokens_in(story.sentences[next].span);
        tokens.windows(2).any(|pair| {
            ["the", "The"].contains(&pair[0].of(text)) && WRITTEN.contains(&pair[1].of(text).to_lowercase().as_str())
        })
    })
}

/// "Researchers wrote in the Journal of Tides": what is printed under a name can be looked up.
pub(super) fn is_in_journal(story: &Story, sentence: usize) -> bool {
    let place = story.sentences[sentence];
    let words = story.words_at(place.span);
    (0..words.tokens.len()).any(|at| {
        let journal = at + 1 + usize::from(words.has(at + 1, Class::Determiner));
        words.is_any(at, &["wrote", "write", "published", "report", "reported", "described"])
            && (at + 1..at + 3).any(|at| words.is(at, "in"))
            && (journal..journal + 4).any(|at| {
                words.is_any(at, &["journal", "proceedings", "transactions"]) && words.is_capitalized(at + 1)
                    || words.is_any(at, &["journal", "proceedings"]) && words.is_capitalized(at)
            })
    })
}

/// Whether the word is one for what researchers write.
pub(super) fn is_paper(word: &str) -> bool {
    const PAPERS: &[&str] = &[
        "study", "studies", "paper", "papers", "trial", "review", "survey", "report", "analysis", "findings", "authors",
    ];
    KNOWLEDGE.contains(&word) || PAPERS.contains(&word)
}
