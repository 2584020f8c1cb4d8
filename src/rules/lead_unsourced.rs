//! A first paragraph that accuses in the story's own voice.

use super::accusation::unsourced_accusation;
use super::{Report, Rule};
use crate::draft::Role;
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "lead-unsourced",
    summary: "the first paragraph accuses somebody, and its source stands only below",
    severity: Severity::Warning,
    explanation: r#"
The first paragraph lays a wrong on somebody as a fact, and only further down the story says whose word that is.

Many readers stop after the first paragraph, and a court may too.

```story
# Inquiry into harbour contracts

The harbour master of Brae took bribes from two dredging firms for years.
                                ^^^^^^ lead-unsourced: Who says so? The source of this stands only further down.

Prosecutors said on Friday that the bribes came to £200,000.
```

Better: attribute it where it is said first.

```story
# Inquiry into harbour contracts

The harbour master of Brae took bribes from two dredging firms for years, prosecutors say.

Prosecutors said on Friday that the bribes came to £200,000.
```

Everyday deeds ("lied", "stole", "dumped waste", "knew for months") are asked about only where somebody tells of the same
below, where it is denied, or where the next paragraphs call it a claim, a charge or a finding; so is whatever they call
an allegation, and what "will" or "could" come where they call it a warning and somebody disputes it.

Not flagged: a paragraph with any source, or a word of a charge, a trial or a verdict;
a wrong that the story does not attribute further down either, because it is established; words inside a quotation.

Reference: Reuters asks that a contentious first paragraph carry its source; AP asks for the source before or right after.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let Some(lead) = story.blocks.iter().find(|block| block.role == Role::Paragraph) else { return };
    if let Some(deed) = unsourced_accusation(story, lead) {
        report
            .at(deed, "Who says so? The source of this stands only further down.")
            .help("Attribute it here, where most readers read it.");
    }
}
