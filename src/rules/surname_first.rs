//! A surname before its full name.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::{Report, Rule};
use crate::extract::SourceKind;
use crate::finding::Severity;
use crate::language::{Class, is_one_of};
use crate::story::{FullName, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "surname-first",
    summary: "a surname stands before the full name",
    severity: Severity::Warning,
    explanation: r#"
Somebody speaks under a surname, and the full name comes only later, as if for the first time.

It happens when paragraphs change places; the reader wonders who that was.

```story
The mill should never have closed, Shaw said on Friday.
                                   ^^^^ surname-first: Shaw is named in full only later: “Katherine Shaw”.

Katherine Shaw ran it for twelve years.
```

Better: give the full name first.

```story
The mill should never have closed, Katherine Shaw said on Friday.

Shaw ran it for twelve years.
```

Not flagged: headlines, deks and captions, where a surname will do; a surname with a title before it ("President Shaw");
a surname that two people in the story share; names that are never given in full; firms called after a person.

Reference: every handbook gives the full name on first reference.
"#,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let full = full_names(story);
    let mut met: FxHashSet<&str> = FxHashSet::default();
    for (attribution, speaker) in story.attributions.iter().zip(&story.speakers) {
        // A brewery may be called after its founder, and speak long before he comes up.
        let is_person = speaker.is_some_and(|speaker| story.source(speaker).kind == SourceKind::Person);
        let Some(source) = attribution.source.filter(|_| is_person) else { continue };
        let surname = story.text_of(source.span);
        let is_prose = story.blocks[attribution.block].role.is_prose();
        let is_asked = is_prose && !begins_body(story, source.span) && met.insert(surname);
        let Some(&Some(name)) = full.get(surname).filter(|_| is_asked) else { continue };
        // "Ketter Water", and then what "Ketter" says: the body has been named.
        let begins = |known: &FullName<'_>| {
            known.span.start < source.span.start
                && known.written.strip_prefix(surname).is_some_and(|rest| rest.starts_with(' '))
        };
        if story.full_names().any(|known| begins(&known)) {
            continue;
        }
        if source.span.end <= name.start {
            let whole = story.text_of(name);
            report
                .at(source.span, format!("{surname} is named in full only later: “{whole}”."))
                .relate(name, "the full name")
                .help("Give the full name first.");
        }
    }
}

/// The first full name of each surname, in whatever block; none where two people share it.
fn full_names(story: &Story) -> FxHashMap<&str, Option<Span>> {
    let mut full: FxHashMap<&str, Option<Span>> = FxHashMap::with_capacity_and_hasher(story.names.len(), FxBuildHasher);
    let is_persons = |name: &FullName<'_>| {
        name.can_be_person && name.count < 4 && !begins_body(story, name.span) && !opens_loosely(story, name.span)
    };
    for name in story.full_names().filter(is_persons) {
        let known = full.entry(name.surname).or_insert(Some(name.span));
        let first = || name.written.split_whitespace().next().unwrap_or_default();
        *known = known.filter(|&known| known == name.span || story.text_of(known).starts_with(first()));
    }
    full
}

/// "Hope to Rise", "Moss Right to Learn": the first words of a body's name, which goes on behind "to" or "for".
fn begins_body(story: &Story, name: Span) -> bool {
    let behind = &story.text[name.end as usize..];
    [" to ", " for "]
        .iter()
        .any(|tie| behind.strip_prefix(tie).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
}

/// "Maybe Moss will": a word that is no first name, with the capital of its sentence.
fn opens_loosely(story: &Story, name: Span) -> bool {
    const LOOSE: &[Class] = &[Class::Adverb, Class::FunctionWord, Class::Preposition, Class::Subordinator];
    let first = story.text_of(name).split_whitespace().next().unwrap_or_default();
    is_one_of(first, &["maybe", "perhaps", "super"])
        || story.tokens_in(name).first().is_some_and(|token| token.classes.has_any(LOOSE))
}
