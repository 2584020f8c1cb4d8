//! Words that only the headline quotes.

use super::{Report, Rule};
use crate::draft::Role;
use crate::extract::QuoteKind;
use crate::finding::Severity;
use crate::language::{Class, Lexicon};
use crate::story::{Quotation, SpokenWord, Story, spoken_key, spoken_words};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "headline-quote-missing",
    summary: "the headline quotes words that the story does not",
    severity: Severity::Warning,
    explanation: r#"
The headline, or the dek below it, puts words between quotation marks that nobody says in the story.

A headline promises what the text delivers; a quotation that is not there looks made up.

```story
# Mayor: ferry contract is “a fraud on islanders”
                           ^^^^^^^^^^^^^^^^^^^^^^ headline-quote-missing: The headline quotes “a fraud on islanders”; nobody says so in the story.

“We were promised two boats and got one,” Mayor Ada Finch said on Friday.
```

Better: quote what was said.

```story
# Mayor: “We were promised two boats and got one”

“We were promised two boats and got one,” Mayor Ada Finch said on Friday.
```

Not flagged: a single word, and two words that stand apart in the text; words that the text says too, quoted or not; titles, brands and nicknames;
a claim that a British headline sets off in single marks, if the text tells half of it in its own words;
a few of the speaker's words with one left out or changed, which is `changed-quote`'s;
a claim in single marks over a story without any quotation.

Reference: IPSO asks that the text support the headline.
"#,
    asks_relations: false,
    check,
};

/// Fewer words are a term as often as a quotation.
const FEWEST_WORDS: usize = 3;

/// So many letters tell what a word is about.
const STEM: usize = 4;

fn check(story: &Story, report: &mut Report<'_>) {
    let is_prose = |quotation: &&Quotation| story.blocks[quotation.block].role.is_prose();
    let body: Vec<&Quotation> = story.quotations.iter().filter(is_prose).collect();
    for quotation in story.quotations.iter().filter(|quotation| is_headline_speech(story, quotation)) {
        let inner = story.text_of(quotation.inner[0]);
        let words = spoken_words(inner);
        if words.len() < FEWEST_WORDS && !is_strange(story, quotation, &words) {
            continue;
        }
        let is_claim = story.text_of(quotation.spans[0]).starts_with(['\'', '‘']);
        // Where nobody is quoted below, single marks set off the gist of the story.
        let is_gist = || is_claim && !is_misquoted(story, &body, &words) && is_gist(story, &words);
        if body.is_empty() && (story.attributions.is_empty() || is_claim && !is_first_person(&words)) {
            continue;
        }
        let is_told = is_in_text(story, &words) || is_reworded(story, &body, &words) || is_gist();
        if !is_told {
            let head = if story.blocks[quotation.block].role == Role::Dek { "dek" } else { "headline" };
            report
                .at(quotation.extent(), format!("The {head} quotes “{inner}”; nobody says so in the story."))
                .help("Quote what was said, or take the quotation marks away.");
        }
    }
}

/// "‘I thought we were going to die’": nobody sums up a story so.
fn is_first_person(words: &[String]) -> bool {
    const SPEAKER: &[&str] = &["i", "we", "my", "our", "me", "us", "i'm", "i’m", "we're", "we’re", "i've", "i’ve"];
    words.iter().any(|word| SPEAKER.contains(&word.as_str()))
}

/// "‘Running on fumes’" over “we are running on empty”: somebody's words with another in place of one.
fn is_misquoted(story: &Story, body: &[&Quotation], words: &[String]) -> bool {
    let keys: Vec<u64> = words.iter().map(|word| spoken_key(word)).collect();
    FEWEST_WORDS <= words.len()
        && body.iter().any(|quotation| {
            story.words_of(quotation).windows(words.len()).any(|spoken| {
                let mut differing = (0..words.len()).filter(|&at| keys[at] != spoken[at].key);
                let is_telling =
                    |at: usize| !is_of_grammar(&words[at]) && !is_of_grammar(&story.spoken(quotation, spoken[at]));
                differing.next().is_some_and(is_telling) && differing.next().is_none()
            })
        })
        || has_word_more(story, body, words)
}

/// "‘Three prolific families’" over “we have three families”: somebody's words with one put in that the story has nowhere.
fn has_word_more(story: &Story, body: &[&Quotation], words: &[String]) -> bool {
    let is_strange = |word: &String| STEM <= word.chars().count() && !is_stem_told(story, word);
    let rest = |more: usize| -> Vec<u64> {
        words.iter().enumerate().filter(|(at, _)| *at != more).map(|(_, word)| spoken_key(word)).collect()
    };
    let is_spoken = |rest: &[u64]| {
        body.iter().any(|quotation| {
            story
                .words_of(quotation)
                .windows(rest.len())
                .any(|spoken| spoken.iter().zip(rest).all(|(one, key)| one.key == *key))
        })
    };
    words.len() == FEWEST_WORDS
        && !words.iter().all(|word| is_of_grammar(word))
        && (1..words.len() - 1)
            .any(|more| !is_of_grammar(&words[more]) && is_strange(&words[more]) && is_spoken(&rest(more)))
}

/// One word or two are a quotation where one of them stands nowhere below: “madness” over “a folly”, “Brave, bruising”
/// over “brave and bleeding”. In single marks they sum up a claim.
fn is_strange(story: &Story, quotation: &Quotation, words: &[String]) -> bool {
    // “A parasite” is one word.
    let telling = words.iter().filter(|word| !is_of_grammar(word));
    let are_long = telling.clone().all(|word| STEM <= word.chars().count()) && telling.clone().next().is_some();
    let is_gist = story.text_of(quotation.spans[0]).starts_with(['\'', '‘']) && !is_called(story, quotation);
    are_long && !is_gist && !telling.clone().all(|word| is_stem_told(story, word))
}

/// Whether the text has a word that begins like `word`, whoever says it.
pub(super) fn is_stem_told(story: &Story, word: &str) -> bool {
    let stem: String = word.chars().take(STEM).collect();
    let prose = (0..story.blocks.len()).filter(|&block| story.blocks[block].role.is_prose());
    prose.flat_map(|block| story.words_in(block)).any(|told| told.starts_with(&stem))
}

/// "Mayor calls delay ‘a disgrace’": what somebody calls a thing is a word of theirs.
fn is_called(story: &Story, quotation: &Quotation) -> bool {
    const REACH: usize = 8;
    let start = quotation.spans[0].start;
    let before = Span::new(story.blocks[quotation.block].span.start, start);
    story.tokens_in(before).iter().rev().take(REACH).any(|token| token.is(Class::Call))
}

/// Whether the block stands over the story and quotes it: the headline, or the dek below it.
fn is_head(role: Role) -> bool {
    matches!(role, Role::Headline | Role::Dek)
}

fn is_headline_speech(story: &Story, quotation: &Quotation) -> bool {
    if !is_head(story.blocks[quotation.block].role) {
        return false;
    }
    let words = story.text_of(quotation.inner[0]).split_whitespace();
    let is_title = words.filter(|word| word.len() > 3).all(|word| word.starts_with(char::is_uppercase));
    !is_title && matches!(quotation.kind, QuoteKind::Speech | QuoteKind::Fragment | QuoteKind::Term)
}

/// Whether the words stand in the text, one behind the other, whoever says them.
fn is_in_text(story: &Story, words: &[String]) -> bool {
    let body = (0..story.blocks.len()).filter(|&block| !is_head(story.blocks[block].role));
    let text = body.flat_map(|block| story.words_in(block)).collect::<Vec<_>>();
    text.windows(words.len()).any(|window| window.iter().copied().eq(words))
}

/// Whether the text speaks of half of what is quoted: British headlines set off a claim in single marks,
/// in words that sum it up.
fn is_gist(story: &Story, words: &[String]) -> bool {
    let same_stem = |one: &str, other: &str| one.chars().take(STEM).eq(other.chars().take(STEM));
    let telling = || words.iter().filter(|word| STEM <= word.len() && !is_of_grammar(word));
    let body = || (0..story.blocks.len()).filter(|&block| story.blocks[block].role.is_prose());
    let is_told = |word: &&String| body().flat_map(|block| story.words_in(block)).any(|told| same_stem(word, told));
    // “We are losing a generation” over “we have lost a generation”: nobody sums up in somebody's own person, unless one
    // quotation has it all.
    if is_first_person(words) {
        return story.quotations.iter().filter(|quotation| story.blocks[quotation.block].role.is_prose()).any(
            |quotation| {
                let spoken: Vec<String> =
                    story.words_of(quotation).iter().map(|&word| story.spoken(quotation, word).into_owned()).collect();
                telling().all(|word| spoken.iter().any(|told| same_stem(word, told)))
            },
        );
    }
    telling().count() <= 2 * telling().filter(is_told).count()
}

/// "That", "were": words that any text has, whatever it tells.
pub(super) fn is_of_grammar(word: &str) -> bool {
    const GRAMMAR: &[Class] = &[
        Class::Be,
        Class::Coordinator,
        Class::Determiner,
        Class::Have,
        Class::Modal,
        Class::Possessive,
        Class::Preposition,
        Class::Pronoun,
        Class::Relative,
        Class::Subordinator,
    ];
    Lexicon::shared().classes(word).has_any(GRAMMAR)
}

/// A quotation of so many words is another one with two words changed.
const REPHRASED: usize = 5;

/// Whether a quotation of the text holds nearly all of them: shortened, or reworded, which is `changed-quote`'s.
fn is_reworded(story: &Story, body: &[&Quotation], words: &[String]) -> bool {
    let keys: Vec<u64> = words.iter().map(|word| spoken_key(word)).collect();
    body.iter().any(|quotation| {
        let spoken = story.words_of(quotation);
        let held = keys.iter().filter(|&&key| spoken.iter().any(|word| word.key == key)).count();
        // “We are losing a generation” for “we have lost a generation”.
        let is_in_place = |window: &[SpokenWord]| {
            REPHRASED <= keys.len() && keys.iter().zip(window).filter(|(key, word)| **key != word.key).count() <= 2
        };
        if spoken.windows(keys.len().max(1)).any(is_in_place) {
            return true;
        }
        // Of three words, the one that differs is the quotation: “wicked and heartless” for “wicked and pointless”.
        words.len() <= held + usize::from(FEWEST_WORDS < words.len()) && 2 * held > words.len()
    })
}
