//! A whole story on one voice.

use rustc_hash::FxHashSet;

use super::{Report, Rule};
use crate::extract::{AttributionKind, SourceKind};
use crate::finding::Severity;
use crate::story::{SourceId, Story};

pub(super) static RULE: Rule = Rule {
    name: "single-source",
    summary: "everything in the story comes from one person or body",
    severity: Severity::Information,
    explanation: r#"
Every claim in the story is one source's: one press office, one speech, one report.

It may be all there is; but nobody contradicts, and nobody was asked.

```story
The dam is sound, said Ida Lund, who runs the waterworks. Lund said the cracks were old. She said the gates had been tested in May.
                       ^^^^^^^^ single-source: All 5 attributions in the story are Ida Lund's: was anybody else asked?
“It has stood for 90 years,” Lund said. Lund added that the path would open again on Friday.
```

Better: ask somebody who might see it otherwise, and say so.

```story
The dam is sound, said Ida Lund, who runs the waterworks. Lund said the cracks were old. She said the gates had been tested in May.
“It has stood for 90 years,” Lund said. Tom Beck, who lives below it, said he had seen water at its foot.
```

Not flagged: a brief, with fewer than five attributions; a story in which anybody else says a word.

Reference: the BBC is reluctant to rely on one source; Reuters prefers two.
"#,
    asks_relations: false,
    check,
};

/// Below this, a story is a brief.
const FEWEST: usize = 5;

fn check(story: &Story, report: &mut Report<'_>) {
    report_story(story, report);
}

fn report_story(story: &Story, report: &mut Report<'_>) -> Option<()> {
    let mut speakers: FxHashSet<SourceId> = FxHashSet::default();
    let mut count = 0;
    for (attribution, speaker) in story.attributions.iter().zip(&story.speakers) {
        if attribution.kind != AttributionKind::Speech {
            continue;
        }
        match (attribution.source, speaker) {
            (Some(_), Some(speaker)) => speakers.insert(*speaker),
            // Somebody else may be meant.
            (Some(source), None) if source.kind == SourceKind::Pronoun => return None,
            _ => continue,
        };
        count += 1;
    }
    let [speaker] = *speakers.into_iter().collect::<Vec<_>>() else { return None };
    let first = *story.source(speaker).mentions.first().filter(|_| FEWEST <= count)?;
    let name = &story.source(speaker).name;
    let owner = if name.ends_with('s') { "'" } else { "'s" };
    report
        .at(first, format!("All {count} attributions in the story are {name}{owner}: was anybody else asked?"))
        .help("Ask somebody who might see it otherwise.");
    Some(())
}
