//! One quotation, two speakers.

use rustc_hash::FxHashMap;

use super::{Report, Rule};
use crate::extract::SourceKind;
use crate::finding::Severity;
use crate::story::{Claim, ClaimKind, SourceId, Standing, Story, spoken_words};
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
    let mut said: FxHashMap<Vec<String>, (SourceId, Span)> = FxHashMap::default();
    for claim in &story.claims {
        let Some((speaker, words)) = said_by_person(story, claim) else { continue };
        let (first, span) = *said.entry(words).or_insert((speaker, claim.spans[0]));
        if first == speaker {
            continue;
        }
        let (one, other) = (&story.source(first).name, &story.source(speaker).name);
        report
            .at(claim.spans[0], format!("Who said this: {one} or {other}?"))
            .relate(span, format!("given to {one} here"))
            .help("Find out who said it.");
    }
}

/// The person who says a quotation in so many words, and the words.
fn said_by_person(story: &Story, claim: &Claim) -> Option<(SourceId, Vec<String>)> {
    let speaker = claim.attribution.source?;
    let is_quote = claim.kind == ClaimKind::Quote && claim.attribution.standing == Standing::Attributed;
    if !is_quote || story.source(speaker).kind != SourceKind::Person {
        return None;
    }
    let words: Vec<String> = claim.spans.iter().flat_map(|&span| spoken_words(story.text_of(span))).collect();
    (FEWEST_WORDS <= words.len()).then_some((speaker, words))
}
