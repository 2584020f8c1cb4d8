//! A headline's figure that the story contradicts.

use super::{Report, Rule, nth, repeated};
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "headline-mismatch",
    summary: "the headline gives a figure that the story does not bear out",
    severity: Severity::Error,
    explanation: r#"
The headline, or the dek under it, gives a figure that stands nowhere in the story,
while the first paragraphs give another for the same thing.

More people read the headline than the story, and only the story names those who stand behind its figures.

```story
# Harbour trust to spend £34m on sea wall
                         ^^^^ headline-mismatch: The headline says £34m; the story says £43m.

The Brae harbour trust will spend £43m on a new sea wall, its chairman said on Monday.
```

Better: the figure that the story can show.

```story
# Harbour trust to spend £43m on sea wall

The Brae harbour trust will spend £43m on a new sea wall, its chairman said on Monday.
```

Not flagged: a figure rounded for the headline ("$1bn" over $1.02bn, "a third" over 34 percent);
one that the body's hedge allows ("2,500 jobs" over "up to 2,500 jobs"), gives in words, or gives the parts of;
figures of other units, currencies or events; a headline's figure to which nothing in the first paragraphs answers.
A figure on another scale, million for billion, is a `magnitude-slip`.
An ordinal is held against the only one of the first paragraphs that counts in the same time ("fourth time this year").
A number that is nowhere below the headline is held against the first one of its kind that looks like it, whatever its words.
Figures inside quotations count as the story's.

Options: none beside the level.

Reference: the British press regulator asks that a headline be supported by the text under it;
the Signal's checklist has copy editors check every number in a headline against the story.
"#,
    asks_relations: true,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    repeated::report_in(repeated::Place::Head, story, report);
    nth::report(story, report);
}
