//! One quotation, two speakers.

use std::cell::OnceCell;
use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::{Report, Rule};
use crate::extract::SourceKind;
use crate::finding::Severity;
use crate::story::{Alone, Claim, ClaimKind, Note, SourceId, Standing, Story, spoken_words};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "speaker-conflict",
    summary: "the same quotation is given to two people",
    severity: Severity::Error,
    explanation: r#"
The same words stand in the story twice, said by two different people.

One of them did not say it.

```story
“We were never told about the drain,” said Ana Ruiz, a tenant.

The council met on Friday. “We were never told about the drain,” said Tom Beck, who lives next door.
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ speaker-conflict: Who said this: Ana Ruiz or Tom Beck?
```

Better: find out who said it.

Not flagged: fewer than five words; a motto, a slogan or a chant without a speaker;
one person under two names, or a body and its spokesman.

Reference: NPR's accuracy checklist asks whether each quotation stands with the right speaker.
"#,
    check,
};

/// Fewer words can be anybody's: "I don't know."
const FEWEST_WORDS: usize = 5;

fn check(story: &Story, report: &mut Report<'_>) {
    let mut said: FxHashMap<u64, Vec<Saying>> = FxHashMap::default();
    for claim in &story.claims {
        let Some(speaker) = speaker(story, claim) else { continue };
        let saying = Saying { speaker, piece: claim.spans[0], words: OnceCell::new() };
        let alike = said.entry(key(story, saying.piece)).or_default();
        let Some(earlier) = alike.iter().find(|earlier| earlier.is_same(story, &saying)) else {
            alike.push(saying);
            continue;
        };
        if earlier.speaker == speaker {
            continue;
        }
        let (one, other) = (&story.source(earlier.speaker).name, &story.source(speaker).name);
        report
            .at(saying.piece, format!("Who said this: {one} or {other}?"))
            .relate(earlier.piece, format!("given to {one} here"))
            .help("Find out who said it.");
    }
}

/// Words with which somebody begins to speak, told apart only where others begin like them.
struct Saying {
    speaker: SourceId,
    piece: Span,
    words: OnceCell<Vec<String>>,
}

impl Saying {
    /// Whether two quotations are of the same words, and enough of them.
    fn is_same(&self, story: &Story, other: &Self) -> bool {
        let said = self.words(story);
        FEWEST_WORDS <= said.len() && said == other.words(story)
    }

    fn words(&self, story: &Story) -> &[String] {
        self.words.get_or_init(|| spoken_words(story.text_of(self.piece)))
    }
}

/// The person who says a quotation in so many words.
fn speaker(story: &Story, claim: &Claim) -> Option<SourceId> {
    let is_quote = claim.kind == ClaimKind::Quote && claim.attribution.standing == Standing::Attributed;
    claim.attribution.source.filter(|&speaker| is_quote && story.source(speaker).kind == SourceKind::Person)
}

/// What quotations of the same words share, and others hardly ever.
fn key(story: &Story, piece: Span) -> u64 {
    let block = story.block_at(piece.start);
    let Keys(keys) = story.note(block);
    let quoted = piece.back(story.blocks[block].span.start);
    let known = keys.iter().find(|(known, _)| *known == quoted);
    known.map_or_else(|| first_letters(story.text_of(piece)), |&(_, key)| key)
}

/// The keys of a block's quotations.
struct Keys(Vec<(Span, u64)>);

impl Note for Keys {
    fn read(block: Alone<'_>) -> Self {
        let quotes = block.mentions().quotes.outer();
        Self(quotes.map(|quote| (quote.span, first_letters(quote.span.of(block.text())))).collect())
    }
}

/// The first letters of some words, without what parts them, as a number.
fn first_letters(words: &str) -> u64 {
    const LETTERS: usize = 40;
    let mut hasher = FxHasher::default();
    let letters = words.chars().filter(|letter| letter.is_alphanumeric());
    for letter in letters.flat_map(char::to_lowercase).take(LETTERS) {
        hasher.write_u32(letter.into());
    }
    hasher.finish()
}
