//! A headline that states what the story only reports.

use super::lead_unsourced::unsourced_accusation;
use super::{Report, Rule};
use crate::extract::{Figure, FigureKind};
use crate::finding::Severity;
use crate::language::Class;
use crate::story::{Claim, ClaimKind, Placed, Standing, Story};

pub(super) static RULE: Rule = Rule {
    name: "headline-unsourced",
    summary: "the headline states as a fact what the story gives as somebody's word",
    severity: Severity::Information,
    explanation: r#"
The headline accuses somebody, or counts the other side's dead, in the paper's own voice;
the story has it only as what one side says.

The headline is all that most readers see.

```story
# Mayor took bribes
             ^^^^^^ headline-unsourced: The story gives this as somebody's word: say whose in the headline.

Prosecutors say that the mayor of Brae took bribes from a dredging firm.
```

Better: say whose word it is.

```story
# Mayor took bribes, prosecutors say

Prosecutors say that the mayor of Brae took bribes from a dredging firm.
```

Not flagged: a headline with any source, a colon, a question mark or quotation marks; an accusation that a court has upheld;
counts of dead and hurt that the police, rescuers or a hospital give, or that stand anywhere in the story without a source.

Reference: IPSO asks that the text support the headline; Reuters asks to source what is contentious where it stands first.
"#,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let Some(headline) = story.headline() else { return };
    let text = story.text_of(headline.span);
    let is_hedged = text.contains([':', '?', '“', '"', '‘', '\'']);
    if is_hedged || !story.attributions_of(story.block_at(headline.span.start)).is_empty() {
        return;
    }
    let place = unsourced_accusation(story, headline).or_else(|| toll_of_a_side(story).map(|figure| figure.span));
    if let Some(place) = place {
        report
            .at(place, "The story gives this as somebody's word: say whose in the headline.")
            .help("Name who says so: “…, prosecutors say”.");
    }
}

/// A headline's count of dead and hurt that the story has only from a ministry or an army.
fn toll_of_a_side(story: &Story) -> Option<&Placed<Figure>> {
    let headline = story.headline()?.span;
    let figure = story.figures.iter().find(|figure| {
        headline.covers(figure.number)
            && figure.kind == FigureKind::Count
            && story.sentence_has(figure.sentence, Class::Casualty)
    })?;
    let same: Vec<&Claim> = story
        .claims
        .iter()
        .filter(|claim| {
            let other = match claim.kind {
                ClaimKind::Figure(number) => &story.figures[number],
                ClaimKind::Quote | ClaimKind::Statement => return false,
            };
            other.value == figure.value && other.kind == figure.kind && !headline.covers(other.number)
        })
        .collect();
    let is_sides = |claim: &&Claim| {
        let Some(source) = claim.attribution.source else { return claim.attribution.standing == Standing::Hearsay };
        let name = story.source(source).name.to_lowercase();
        ["ministry", "army", "military", "rebels", "forces", "mod", "insurgents", "militia"]
            .iter()
            .any(|side| name.split_whitespace().any(|word| word == *side))
    };
    (!same.is_empty() && same.iter().all(is_sides)).then_some(figure)
}
