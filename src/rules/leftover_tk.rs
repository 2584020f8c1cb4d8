//! TK: something was still to come when the draft was filed.

use super::{Report, Rule};
use crate::extract::MarkKind;
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "leftover-tk",
    summary: "a placeholder (TK, XX) is still in the copy",
    severity: Severity::Error,
    explanation: r"
A placeholder that the reporter meant to fill (TK, TKTK, XX) is still there.

It is the one mistake that every reader notices.

```story
The council spent $TK million on the new quay.
                  ^^^ leftover-tk: $TK is still to come.
```

Not flagged: Roman numerals in names (Super Bowl XX), sizes (XXL), initials (T.K. Marsh), and words that hold the letters.
",
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for mark in story.marks.iter().filter(|mark| mark.kind == MarkKind::Placeholder) {
        report.at(mark.span, format!("{} is still to come.", story.text_of(mark.span)));
    }
}
