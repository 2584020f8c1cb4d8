//! One place's name in two spellings.

use super::name_variant::{report_spelling, variants_in_full};
use super::{Report, Rule, place_name};
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "place-variant",
    summary: "one place's name in two spellings",
    severity: Severity::Warning,
    explanation: r#"
The name of a place stands in the story in two spellings: a letter apart, or with one that has changed its place.
Datelines are read, too.

Those who live there notice, and believe the rest less.

```story
Rain closed the showground at Wirrabeen on Monday, its keeper said.
The council at Wirrabean will meet on Friday.
               ^^^^^^^^^ place-variant: Wirrabean or Wirrabeen? The story has both.
```

Better: look the place up, and spell it alike.

```story
Rain closed the showground at Wirrabeen on Monday, its keeper said.
The council at Wirrabeen will meet on Friday.
```

Not flagged: short names, which are often two places; two names that the story tells twice each or side by side;
words inside a quotation; headlines.

Options: none beside the level.

Reference: public radio's accuracy checklist asks to look up the name of every place.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let in_full = variants_in_full(story).filter(|&(known, _)| place_name::is_place_by_name(story.text_of(known)));
    for pair in place_name::variants(story).chain(in_full) {
        report_spelling(story, report, pair, "place");
    }
}
