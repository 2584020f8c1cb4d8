//! Two people quoted in one paragraph.

use super::{Report, Rule};
use crate::extract::SourceKind;
use crate::finding::Severity;
use crate::story::{Claim, ClaimKind, SourceId, Standing, Story};

pub(super) static RULE: Rule = Rule {
    name: "mixed-speakers",
    summary: "two people are quoted in one paragraph",
    severity: Severity::Hint,
    explanation: r#"
A paragraph quotes one person and then another.

Readers take a paragraph for one voice, and give the second quotation to the first speaker.
This is a hint: an exchange of a few words may well share a paragraph.

```story
“We were never told about the drain,” said Ana Ruiz. “It was on the map for years,” said Tom Beck.
                                                                                         ^^^^^^^^ mixed-speakers: Ana Ruiz and Tom Beck are quoted in one paragraph: give Tom Beck a new one.
```

Better: a paragraph each.

```story
“We were never told about the drain,” said Ana Ruiz.

“It was on the map for years,” said Tom Beck.
```

Not flagged: quoted fragments of fewer than four words; bodies and documents; block quotes and lists.

Reference: Reuters asks not to run two speakers in one paragraph.
"#,
    asks_relations: false,
    check,
};

/// Fewer words are a phrase in the reporter's sentence.
const FEWEST_WORDS: usize = 3;

fn check(story: &Story, report: &mut Report<'_>) {
    let mut last: Option<(usize, SourceId)> = None;
    for claim in story.claims.iter().filter(|claim| is_speech(story, claim)) {
        let Some(speaker) = claim.attribution.source else { continue };
        let block = story.block_at(claim.spans[0].start);
        if let Some((earlier, first)) = last
            && earlier == block
            && first != speaker
        {
            let (one, other) = (&story.source(first).name, &story.source(speaker).name);
            let place = claim.attribution.source_span.unwrap_or(claim.spans[0]);
            report.at(place, format!("{one} and {other} are quoted in one paragraph: give {other} a new one."));
        }
        last = Some((block, speaker));
    }
}

/// Whether somebody's own words make up the claim, or nearly: "retorted that “the pot is empty”".
fn is_speech(story: &Story, claim: &Claim) -> bool {
    let is_person = || claim.attribution.source.is_some_and(|source| story.source(source).kind == SourceKind::Person);
    let words = || claim.spans.iter().flat_map(|&span| story.text_of(span).split_whitespace());
    (claim.kind == ClaimKind::Quote || claim.kind == ClaimKind::Statement && is_quoted(story, claim))
        && claim.attribution.standing == Standing::Attributed
        && is_person()
        && story.blocks[story.block_at(claim.spans[0].start)].role.is_prose()
        && FEWEST_WORDS <= words().take(FEWEST_WORDS).count()
}

/// Whether a statement begins and ends as a quotation does, and holds one.
fn is_quoted(story: &Story, claim: &Claim) -> bool {
    let place = claim.spans[0];
    let said = story.text_of(place);
    let said = said.strip_prefix("that ").unwrap_or(said).trim_end_matches(['.', ',']);
    let is_whole = said.starts_with(['"', '“', '‘', '\'']) && said.ends_with(['"', '”', '’', '\'']);
    if !is_whole {
        return false;
    }
    let first = story.quotations.partition_point(|quotation| quotation.spans[0].start < place.start);
    let mut within = story.quotations[first..].iter().take_while(|quotation| quotation.spans[0].start < place.end);
    within.any(|quotation| place.covers(quotation.spans[0]))
}
