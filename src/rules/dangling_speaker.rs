//! "She said": who of the two?

use super::{Report, Rule};
use crate::extract::Attribution;
use crate::finding::Severity;
use crate::story::{Dangling, Placed, Story};

pub(super) static RULE: Rule = Rule {
    name: "dangling-speaker",
    summary: "“he said” or “she said” could mean two people, or nobody",
    severity: Severity::Warning,
    explanation: r#"
A pronoun speaks, and the sentence before is about two people whom it could mean, or nobody is in reach at all.

The reader has to guess, and half of them guess wrong.

```story
State Sen. Robin Pruitt and Sheriff Dana Moss toured the burned area on Saturday. She said the response was swift.
                                                                                  ^^^ dangling-speaker: Who is “she”: Robin Pruitt or Dana Moss?
```

Better: repeat the name.

```story
State Sen. Robin Pruitt and Sheriff Dana Moss toured the burned area on Saturday. Moss said the response was swift.
```

Not flagged: a pronoun where one of the two cannot be meant (Mr and Mrs, a spokesman, a first name that leaves no doubt);
where somebody spoke in the sentence before; where the second person is not what the sentence is about;
"they" and "it"; words inside a quotation.

Reference: NPR's accuracy checklist asks whether it is always clear who speaks.
"#,
    check,
};

/// How many paragraphs back a pronoun may reach.
const REACH: usize = 3;

fn check(story: &Story, report: &mut Report<'_>) {
    for dangling in &story.dangling {
        report_pronoun(story, dangling, report);
    }
}

fn report_pronoun(story: &Story, dangling: &Dangling, report: &mut Report<'_>) -> Option<()> {
    let attribution = story.attributions.get(dangling.attribution)?;
    let source = attribution.source?;
    let pronoun = story.text_of(source.span).to_lowercase();
    let is_person = matches!(pronoun.as_str(), "he" | "she" | "him" | "her");
    if !is_person || !story.blocks[attribution.block].role.is_prose() || story.is_quoted(source.span) {
        return None;
    }
    // “I had a word with Boyle,” he said: who speaks of one of the two is the other.
    let said = attribution.content.iter().map(|&content| story.text_of(content));
    let speaks_of_one = said.into_iter().any(|said| {
        dangling.candidates.iter().any(|&name| {
            let surname = story.text_of(name).rsplit(char::is_whitespace).next().unwrap_or_default();
            !surname.is_empty() && said.contains(surname)
        })
    });
    if speaks_of_one {
        return None;
    }
    let names: Vec<&str> = dangling.candidates.iter().map(|&name| story.text_of(name)).collect();
    if names_one(story, attribution, &names) {
        return None;
    }
    let finding = match names.as_slice() {
        [others @ .., last] if !others.is_empty() => {
            report.at(source.span, format!("Who is “{pronoun}”: {} or {last}?", others.join(", ")))
        }
        _ if !is_out_of_the_blue(story, attribution) => return None,
        _ => report.at(source.span, format!("Who is “{pronoun}”? Nobody named before can be meant.")),
    };
    finding.help("Repeat the name.");
    for &candidate in &dangling.candidates {
        finding.relate(candidate, "this one?");
    }
    Some(())
}

/// “I had a chat with Barnes,” he said: who names one of the two is the other.
fn names_one(story: &Story, attribution: &Placed<Attribution>, names: &[&str]) -> bool {
    let surnames: Vec<&str> = names.iter().filter_map(|name| name.split_whitespace().next_back()).collect();
    let mut said = attribution
        .content
        .iter()
        .flat_map(|&content| story.text_of(content).split(|mark: char| !mark.is_alphanumeric()));
    said.any(|word| surnames.contains(&word))
}

/// Whether no name at all stands near, before or right behind: what looks like nobody may be somebody
/// whose name was not read, and a story may open with "he" and name him in its next breath.
fn is_out_of_the_blue(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let first = story.blocks[attribution.block.saturating_sub(REACH)].span.start;
    let last = story.blocks[attribution.block].span.end;
    // "caracas, march 17 - the chairman, william adams, said …": a wire without capitals has no names to read.
    let is_small = |block: usize| story.text_of(story.blocks[block].span).starts_with(char::is_lowercase);
    let is_in_small = (attribution.block.saturating_sub(REACH)..=attribution.block).any(is_small);
    let reads_names = !story.names.is_empty() && !is_in_small;
    let near = story.names.partition_point(|name| name.span.start < first);
    reads_names && story.names.get(near).is_none_or(|name| last <= name.span.start)
}
