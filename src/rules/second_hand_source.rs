//! "X reported, citing Y": the story has it from somebody who has it from somebody.

use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "second-hand-source",
    summary: "another outlet's source, taken over at second hand",
    severity: Severity::Information,
    explanation: r#"
The story has this from an outlet that has it from somebody else.

What passes through two hands may be wrong in either, and a mistake in the first report becomes yours.
Check it with the source itself where you can; where you cannot, keep both names each time you use it.

```story
The harbour bank will close its branches, the Brae Mail reported, citing an aide to the minister.
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^ second-hand-source: the Brae Mail has this from an aide to the minister: was it checked?
```

Better: ask the ministry, and say what it answered.

Not flagged: a report that names no source of its own; words inside a quotation.

Reference: AP credits the outlet that broke the news each time; the BBC prefers first-hand sources.
"#,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for attribution in &story.attributions {
        let (Some(outlet), Some(origin)) = (attribution.source, attribution.via) else { continue };
        let message =
            format!("{} has this from {}: was it checked?", story.text_of(outlet.span), story.text_of(origin.span));
        report
            .at(origin.span, message)
            .relate(outlet.span, "reported here")
            .help("Check it with the source, or keep naming both.");
    }
}
