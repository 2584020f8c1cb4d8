//! The injured counted among the dead.

use super::{Report, Rule};
use crate::extract::Figure;
use crate::finding::Severity;
use crate::story::{Placed, Relation, RelationKind, Story};

pub(super) static RULE: Rule = Rule {
    name: "killed-injured",
    summary: "a later count of the dead is the first count of the injured, or both together",
    severity: Severity::Warning,
    explanation: r#"
The story tells how many were killed and how many injured, and further down gives the dead the number of the injured,
or of all casualties. Those whom an outbreak makes ill count as those whom a blast injures.

To call the injured dead is the worst of slips, and their families read it first.

```story
The blast at Brae killed nine miners and injured 20, the police said.

The names of the 20 dead were read out in church, the police said.
                 ^^ killed-injured: The story has nine dead and 20 injured; here 20 are dead.
```

Better: go back to the source for both counts.

```story
The blast at Brae killed nine miners and injured 20, the police said.

The names of the nine dead were read out in church, the police said.
```

Not flagged: a toll that rises to another number; sentences about another year or an earlier event;
hedged counts; counts below five without "the" or "all".
Counts inside quotations are compared like all others.

Options: none beside the level.

Reference: the AP Stylebook calls "casualties" vague and asks to tell the killed from the injured.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for relation in story.relations() {
        if relation.kind == RelationKind::Toll && !relation.holds {
            report_toll(story, relation, report);
        }
    }
}

fn report_toll(story: &Story, relation: &Relation, report: &mut Report<'_>) -> Option<()> {
    let [dead, hurt] = relation.operands.as_slice() else { return None };
    let (dead, hurt) = (story.figure_of(*dead)?, story.figure_of(*hurt)?);
    let later = story.figure_of(relation.stated)?;
    let number = |span| story.text_of(span).to_lowercase();
    let harmed = if are_ill(story, hurt) { "ill" } else { fate(story, hurt) };
    let as_what = if later.value == dead.value { harmed } else { "dead" };
    let message = format!(
        "The story has {} dead and {} {harmed}; here {} are {as_what}.",
        number(dead.number),
        number(hurt.number),
        number(later.number)
    );
    let finding = report.at(later.number, message);
    finding.relate(dead.number, "the dead");
    finding.relate(hurt.number, format!("the {harmed}"));
    Some(())
}

/// What the words right behind the other count say of those whom it counts.
fn fate(story: &Story, other: &Placed<Figure>) -> &'static str {
    const NEAR: usize = 6;
    const FATES: [(&[&str], &str); 2] = [
        (&["survivors", "survived", "rescued", "saved", "alive", "escaped"], "survivors"),
        (&["missing", "unaccounted"], "missing"),
    ];
    let text = story.text_of(story.blocks[other.block].span);
    let mut near = story.tokens_behind(other.sentence, other.number.end).iter().take(NEAR);
    let named = near.find_map(|token| FATES.iter().find(|(words, _)| token.reads_any(text, words)));
    named.map_or("injured", |(_, fate)| fate)
}

/// "Killed 143 people and made 4,300 ill": of an outbreak.
fn are_ill(story: &Story, hurt: &Placed<Figure>) -> bool {
    let text = story.text_of(story.blocks[hurt.block].span);
    let mut tokens = story.tokens_in(story.sentences[hurt.sentence].span).iter();
    tokens.any(|token| token.reads_any(text, &["ill", "sick", "sickened", "sickening", "infected", "infections"]))
}
