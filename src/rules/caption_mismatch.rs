//! A caption's figure that the story contradicts.

use super::{Report, Rule, repeated};
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "caption-mismatch",
    summary: "a caption gives a figure that the story does not bear out",
    severity: Severity::Warning,
    explanation: r#"
The words under a picture give a figure that stands nowhere in the story,
while the story gives another for the same thing.

Captions are written last, often by somebody else, and are the first thing that a reader looks at.

```story
# Ferry inquiry opens

The Alma carried 212 passengers when she sank, the coastguard told the inquiry on Monday.

![The Alma left Port Sorrel with 221 passengers on board](alma.jpg)
                                 ^^^ caption-mismatch: The caption says 221; the story says 212.
```

Better: one figure for one thing.

```story
# Ferry inquiry opens

The Alma carried 212 passengers when she sank, the coastguard told the inquiry on Monday.

![The Alma left Port Sorrel with 212 passengers on board](alma.jpg)
```

Not flagged: a figure that the story gives anywhere, rounded or hedged;
one that follows from two others; figures of other units, nouns or events.

Options: none beside the level.

Reference: proofreaders' checklists, Gerri Berendzen's among them, ask to hold captions and summaries against the text.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    repeated::report_in(repeated::Place::Caption, story, report);
}
