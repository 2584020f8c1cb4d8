//! "Claimed", "admitted": a verb that judges.

use super::{Report, Rule};
use crate::extract::{AttributionKind, SourceKind};
use crate::finding::Severity;
use crate::language::Class;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "loaded-verb",
    summary: "“claimed”, “admitted” and their like judge the speaker",
    severity: Severity::Hint,
    explanation: r#"
The verb that ties the words to the speaker says what the reporter thinks of them:
"claimed" doubts, "admitted" convicts, "boasted" mocks.

"Said" is fair to everybody. This is a hint: sometimes the judgement is meant, and earned.

```story
The mayor claimed that the bridge was safe.
          ^^^^^^^ loaded-verb: “claimed” takes sides: would “said” do?
```

Better: "said".

```story
The mayor said that the bridge was safe.
```

Not flagged: who claimed responsibility or admitted a charge; documents; a court's sentence; words inside a quotation; headlines.

Reference: the Centre for Journalism's guide and research on attribution verbs hold "said" to be neutral.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for attribution in &story.attributions {
        let speaks = attribution.kind == AttributionKind::Speech
            && attribution.source.is_some_and(|source| source.kind != SourceKind::Document);
        // Few paragraphs have such a verb, and theirs alone are looked at.
        if !story.block_has(attribution.block, Class::LoadedVerb) {
            continue;
        }
        let [cue] = story.tokens_in(attribution.cue) else { continue };
        if !speaks || !cue.is(Class::LoadedVerb) {
            continue;
        }
        let is_court = story.sentence_has(attribution.sentence, Class::CourtRecord)
            || story.sentence_has(attribution.sentence, Class::Accuser);
        if is_court || !story.blocks[attribution.block].role.is_prose() {
            continue;
        }
        let words = story.text_of(attribution.cue).to_lowercase();
        report.at(attribution.cue, format!("“{words}” takes sides: would “said” do?"));
    }
}
