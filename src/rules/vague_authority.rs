//! "Experts say": which ones?

use super::{Report, Rule};
use crate::extract::{Attribution, AttributionKind, SourceKind, SourceMention};
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
where one of them is named, beside the group or anywhere in the story; groups that speak for themselves (voters, residents, officials);
words inside a quotation; headlines, where the body tells.

Reference: NPR's handbook asks to identify sources as best one can; the BBC asks to attribute claims.
"#,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    if story.attributions.iter().any(|attribution| is_expert(story, attribution)) {
        return;
    }
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
    let cue = story.tokens_in(attribution.cue);
    // "A bill that critics called unfair" tells what a thing is called, not what holds.
    let is_label = cue.iter().any(|word| word.classes.has_any(&[Class::Call, Class::Accuse]));
    // "What caught the eye of many analysts shows …": the verb is another's.
    let is_others = cue.first().is_some_and(|word| word.is(Class::Third) && !word.is(Class::Base));
    let is_judge = ["critics", "pundits", "commentators", "observers"]
        .contains(&story.text_of(source.head).to_lowercase().as_str());
    let claims = attribution.kind == AttributionKind::Speech || !is_judge && is_belief(story, attribution.cue);
    let is_vague = is_crowd
        && is_prose
        && claims
        && !is_label
        && !is_others
        && head.is(Class::Authority)
        && !is_described(story, &source);
    is_vague.then_some(source.head)
}

/// Whether a cue of thinking gives what is thought as knowledge: hopes are the group's own, and so is the taste of critics.
fn is_belief(story: &Story, cue: Span) -> bool {
    let words = story.text_of(cue).to_lowercase();
    ["believe", "think", "agree", "expect", "predict", "fear", "doubt"].iter().any(|verb| words.contains(verb))
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

/// Whether one of them is named: beside the group or in what follows.
fn is_answered(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let first = story.attributions.partition_point(|other| other.sentence + 1 < attribution.sentence);
    let near = story.attributions[first..].iter().filter(|other| other.cue != attribution.cue);
    let mut follows = true;
    for other in near.take_while(|other| other.block <= attribution.block + 1) {
        let Some(source) = other.source else { continue };
        let is_named = !matches!(source.kind, SourceKind::Group | SourceKind::Pronoun | SourceKind::Bare);
        let is_beside = other.sentence == attribution.sentence;
        // Behind the paragraph, only somebody with a name, who speaks first, can be one of them.
        let is_in_reach = match source.kind {
            SourceKind::Person => other.block == attribution.block || follows,
            SourceKind::Role => other.block == attribution.block,
            _ => false,
        };
        if is_named && (is_beside || is_in_reach) {
            return true;
        }
        follows &= other.block <= attribution.block;
    }
    false
}

/// Whether the sentence calls its source one who knows: "said Ida Lund, an economist at the bank".
fn is_expert(story: &Story, attribution: &Placed<Attribution>) -> bool {
    attribution.source.is_some_and(|source| source.kind == SourceKind::Person) && calls_one(story, attribution.sentence)
}

/// Whether the sentence speaks of one of them, and not of all: "told analysts" names nobody's trade.
fn calls_one(story: &Story, sentence: usize) -> bool {
    let Some(sentence) = story.sentences.get(sentence) else { return false };
    let text = story.text_of(story.blocks[sentence.block].span);
    let mut tokens = story.tokens_in(sentence.span).iter();
    tokens.any(|token| token.is(Class::Authority) && !token.of(text).ends_with('s'))
}
