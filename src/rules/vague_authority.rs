//! "Experts say": which ones?

use super::{Report, Rule};
use crate::extract::{Attribution, SourceKind, SourceMention};
use crate::finding::Severity;
use crate::language::{Class, Token};
use crate::story::{Placed, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "vague-authority",
    summary: "“experts say”, and none of them is named",
    severity: Severity::Warning,
    explanation: r#"
The story leans on experts, analysts, critics or studies in general, and names none of them.

Anybody can be an expert; a reader trusts one with a name and a post, and can look up a study that has a title and a year.

```story
Experts say the season for wildfires starts six weeks earlier than it did.
^^^^^^^ vague-authority: Which experts? None is named.
```

Better: let one of them say it.

```story
Experts say the season for wildfires starts six weeks earlier than it did.
“We used to begin in June,” said Ida Lund, who studies forests at the University of Brae.
```

Not flagged: a group that is described ("economists polled by the bank", "critics of the plan", "its researchers");
one of whom somebody speaks in the next sentences; groups that speak for themselves (voters, residents, officials);
words inside a quotation; headlines, where the body tells.

Reference: NPR's handbook asks to identify sources as best one can; the BBC asks to attribute claims.
"#,
    check,
};

/// How many sentences later a named expert still stands for the group.
const REACH: usize = 5;

fn check(story: &Story, report: &mut Report<'_>) {
    let mut asked: Vec<&str> = Vec::new();
    for attribution in &story.attributions {
        let Some(head) = vague_head(story, attribution) else { continue };
        let words = story.text_of(head);
        if asked.iter().any(|earlier| earlier.eq_ignore_ascii_case(words)) || is_answered(story, attribution) {
            continue;
        }
        asked.push(words);
        report
            .at(head, format!("Which {}? None is named.", words.to_lowercase()))
            .help("Name one who says so, or say what the claim rests on.");
    }
}

/// The word for those who speak, if nothing else is said of them.
fn vague_head(story: &Story, attribution: &Placed<Attribution>) -> Option<Span> {
    let source = attribution.source?;
    let is_crowd = matches!(source.kind, SourceKind::Group | SourceKind::Document) && attribution.via.is_none();
    let is_prose = story.blocks[attribution.block].role.is_prose();
    let head = story.tokens_in(source.head).last()?;
    // "A bill that critics called unfair" tells what a thing is called, not what holds.
    let is_label =
        story.tokens_in(attribution.cue).iter().any(|cue| cue.classes.has_any(&[Class::Call, Class::Accuse]));
    let is_vague = is_crowd && is_prose && !is_label && head.is(Class::Authority) && !is_described(story, &source);
    is_vague.then_some(source.head)
}

/// "Economists polled by the bank", "critics of the plan", "its own researchers", "seven analysts", "Brae scientists".
fn is_described(story: &Story, source: &SourceMention) -> bool {
    let block = story.blocks[story.block_at(source.span.start)].span;
    let text = story.text_of(block);
    let tells = |token: &Token, is_first: bool| {
        let word = token.of(text);
        token.classes.has_any(&[Class::Preposition, Class::Possessive, Class::NumberWord])
            || word.eq_ignore_ascii_case("the")
            || word.eq_ignore_ascii_case("these")
            || word.starts_with(|letter: char| letter.is_ascii_digit())
            || (!is_first && word.starts_with(char::is_uppercase))
    };
    let own = story.tokens_in(source.span);
    let opens = story.sentences[story.sentence_at(source.span.start)].span.start == source.span.start;
    let behind = story.tokens_in(Span::new(source.span.end, block.end.max(source.span.end)));
    own.iter().enumerate().any(|(at, token)| tells(token, at == 0 && opens))
        || behind.first().is_some_and(|next| {
            let ties = [Class::Preposition, Class::Relative, Class::Ing];
            next.classes.has_any(&ties) || [",", "(", "–", "—"].contains(&next.of(text)) || is_reduced(next, behind)
        })
}

/// "Analysts polled by …": a participle that describes, and no verb.
fn is_reduced(next: &Token, behind: &[Token]) -> bool {
    next.is(Class::Participle) && behind.get(1).is_some_and(|second| second.is(Class::Preposition))
}

/// Whether one of them is named: in the same sentence, later in the paragraph, at the head of the next one,
/// or wherever a named source is called one of them.
fn is_answered(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let first = story.attributions.partition_point(|other| other.sentence < attribution.sentence);
    let near = story.attributions[first..]
        .iter()
        .take_while(|other| other.sentence <= attribution.sentence + REACH && other.block <= attribution.block + 2);
    let mut is_next = true;
    for other in near.filter(|other| other.cue != attribution.cue) {
        let Some(source) = other.source else { continue };
        let is_named = !matches!(source.kind, SourceKind::Group | SourceKind::Pronoun | SourceKind::Bare);
        let is_beside = other.sentence == attribution.sentence;
        let is_person = matches!(source.kind, SourceKind::Person | SourceKind::Role);
        let follows = other.block == attribution.block || is_next && other.block == attribution.block + 1;
        if is_named && (is_beside || is_person && follows || is_expert(story, other)) {
            return true;
        }
        is_next &= other.block <= attribution.block;
    }
    let before = story.attributions_in(attribution.sentence.saturating_sub(1));
    before.iter().any(|other| {
        other.block == attribution.block && other.source.is_some_and(|source| source.kind == SourceKind::Person)
    })
}

/// Whether the sentence calls its source one who knows: "said Ida Lund, an economist at the bank".
fn is_expert(story: &Story, attribution: &Placed<Attribution>) -> bool {
    story.sentence_has(attribution.sentence, Class::Authority) || story.sentence_has(attribution.sentence, Class::Title)
}
