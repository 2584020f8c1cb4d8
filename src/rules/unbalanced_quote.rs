//! A quotation mark without its partner.

use super::{Report, Rule};
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "unbalanced-quote",
    summary: "a quotation mark has no partner",
    severity: Severity::Error,
    explanation: r#"
A quotation opens and never closes, or closes without having opened.

The reader cannot tell where the speaker's words end and the reporter's begin.

```story
“We had no warning, said Ida Moss, who keeps the shop.
^ unbalanced-quote: This quotation mark has no partner.
```

Better: close the quotation before the speaker is named.

```story
“We had no warning,” said Ida Moss, who keeps the shop.
```

Not flagged: a paragraph that ends within a quotation when the next opens with a mark again, as every handbook has it;
apostrophes ('90s, rock 'n' roll, the workers' hall), feet and inches.

Reference: AP's rule on running quotations.
"#,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for &mark in &story.unpaired_marks {
        report
            .at(mark, "This quotation mark has no partner.")
            .help("Close the quotation where the speaker's words end, or take the mark out.");
    }
}
