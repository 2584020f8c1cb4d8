//! One figure on two scales: million here, billion there.

use super::{Report, Rule, repeated};
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "magnitude-slip",
    summary: "a figure stands on two scales: million here, billion there",
    severity: Severity::Error,
    explanation: r#"
The story gives one figure twice with the same digits, a thousand or a million times apart.

One letter makes the difference between £5m and £5bn, and no reader can tell which was meant.

```story
# Depot for night buses to cost £5bn
                                ^^^^ magnitude-slip: The headline says £5bn; the story says £5m.

The council will spend £5m on a depot for the night buses, its leader said on Monday.
```

Better: one scale.

```story
# Depot for night buses to cost £5m

The council will spend £5m on a depot for the night buses, its leader said on Monday.
```

Not flagged: sums for different things ("£5m of the £5bn budget"); figures with other digits,
which are left to `headline-mismatch`, `caption-mismatch` and `conflicting-figure`.

Options: none beside the level.

Reference: published corrections of large newspapers name million for billion among the commonest slips;
public radio's accuracy checklist asks to say every large number aloud with its scale.
"#,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    repeated::report_in(repeated::Place::Scale, story, report);
}
