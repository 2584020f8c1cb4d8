//! A headline that states what the story only reports.

use super::accusation::{deed_of, harm_told, is_wrong, unsourced_accusation};
use super::contested::{CHARGES, is_contested};
use super::{Report, Rule};
use crate::extract::{Figure, FigureKind, SourceKind, SourceMention};
use crate::finding::Severity;
use crate::language::{Class, Token, TokenKind, Words, is_one_of};
use crate::story::{Claim, ClaimKind, Placed, Standing, Story, StoryBlock};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "headline-unsourced",
    summary: "the headline states as a fact what the story gives as somebody's word",
    severity: Severity::Information,
    explanation: r#"
The headline accuses somebody, counts the other side's dead, promises a gain ("will save households $90 a year") or foretells
what others dispute in the paper's own voice; the story has it only as what one side says.

The headline is all that most readers see.

```story
# Mayor took bribes
             ^^^^^^ headline-unsourced: The story gives this as somebody's word: say whose in the headline.

Prosecutors say that the mayor of Brae took bribes from a dredging firm.
```

Better: say whose word it is.

```story
# Mayor took bribes, prosecutors say

Prosecutors say that the mayor of Brae took bribes from a dredging firm.
```

Not flagged: a headline with any source, a colon, a question mark or quotation marks; an accusation that a court has upheld;
what a court or the one accused did about it ("jailed", "cleared", "denies");
counts of dead and hurt that the police, rescuers or a hospital give, or that stand anywhere in the story without a source.

Reference: IPSO asks that the text support the headline; Reuters asks to source what is contentious where it stands first.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let Some(headline) = story.headline() else { return };
    let text = story.text_of(headline.span);
    // "Navy rammed trawler, skipper claims off Sable Reef"
    let told = text.rsplit(',').next().unwrap_or_default().split_whitespace().skip(1).take(3);
    let is_told = text.contains(',')
        && told.into_iter().any(|word| ["say", "says", "claim", "claims", "allege", "alleges"].contains(&word));
    // "Varland spied on neighbour's cabinet": an apostrophe quotes nobody.
    let is_quoting = text.contains(['“', '"', '‘']) || text.starts_with('\'') || text.contains(" '");
    let is_hedged = is_told || is_quoting || text.contains([':', '?']) || is_judged(story, headline);
    if is_hedged || !story.attributions_of(story.block_at(headline.span.start)).is_empty() {
        return;
    }
    let place = unsourced_accusation(story, headline)
        .or_else(|| deed_of_a_side(story))
        .or_else(|| toll_of_a_side(story).map(|figure| figure.span))
        .or_else(|| promise_of_a_side(story))
        .or_else(|| disputed_count(story))
        .or_else(|| forecast_of_a_side(story));
    if let Some(place) = place {
        report
            .at(place, "The story gives this as somebody's word: say whose in the headline.")
            .help("Name who says so: “…, prosecutors say”.");
    }
}

/// "Ex-mayor jailed over bribes", "Trader remanded over forged visas": the headline tells what a court did with it.
fn is_judged(story: &Story, headline: &StoryBlock) -> bool {
    const JUDGED: &[&str] = &[
        "acquitted",
        "admits",
        "bailed",
        "cleared",
        "denies",
        "detained",
        "faces",
        "fined",
        "jailed",
        "pleads",
        "remanded",
    ];
    let text = story.text_of(headline.span);
    story.tokens_in(headline.span).iter().any(|word| is_one_of(word.of(text), JUDGED))
}

/// "Army shot down airliner" over "the rebels said that the army had shot down the airliner": a wrong that the first
/// sentence has from one side only, and that no court has settled.
fn deed_of_a_side(story: &Story) -> Option<Span> {
    const SETTLED: &[&str] =
        &["admitted", "admits", "confessed", "convicted", "found", "guilty", "jailed", "pleaded", "ruled", "sentenced"];
    let headline = story.headline()?;
    // "Factory accused of poisoning" says that somebody accuses.
    if story.tokens_in(headline.span).iter().any(|word| word.is(Class::Accuser)) {
        return None;
    }
    let mut words = story.tokens_in(headline.span).iter();
    let deed = words.find(|word| word.is(Class::Wrongdoing)).or_else(|| harm_told(story, headline));
    let lead = story.lede()?;
    let is_charged_below = is_charged_below(story, lead);
    let first = story.sentences_of(lead).start;
    let told = story.sentences.get(first).filter(|sentence| sentence.block == lead)?;
    let is_wrong_told = |deed: &Token| is_wrong(deed.of(story.text_of(headline.span)));
    let is_done_to = |deed: &Token| is_wrong_told(deed) || has_object(story, headline, deed);
    let is_disputed = |deed: &Token| {
        is_charged_below
            || is_denied(story)
            || is_wrong_told(deed) && is_answered(story, headline, deed)
            || is_done_to(deed) && (is_contested(story, lead) || story.sentence_names(first, CHARGING))
    };
    let deed = deed.or_else(|| deed_of(story, headline).filter(|deed| is_disputed(deed)))?;
    let is_settled = story.sentences_of(lead).any(|sentence| story.sentence_names(sentence, SETTLED));
    let mut sources = story.attributions_in(first).iter().filter_map(|attribution| attribution.source);
    // "Went on trial, accused of hiding it": the court is still to say.
    let is_on_trial = || {
        let names = |words| story.sentence_names(first, words);
        names(&["accused", "charged"]) && names(&["trial", "court", "tribunal"])
    };
    let is_charged = || is_done_to(deed) && accuses(story, first);
    let is_told = (sources.any(|source| is_of_a_side(story, source)) || is_on_trial() || is_charged())
        && story.share_topic(headline.span, told.span)
        || is_charged_below;
    (is_told && !is_settled).then(|| deed.span.shifted(headline.span.start))
}

/// How the first sentence lays something on somebody: "has accused its rivals of", "charged the champion with".
const CHARGING: &[&str] = &[
    "accuse",
    "accuses",
    "accused",
    "alleges",
    "alleged",
    "blame",
    "blamed",
    "blames",
    "charged",
    "claim",
    "claims",
    "claimed",
    "complain",
    "complained",
    "complains",
    "sued",
    "sues",
];

/// "Has accused its rivals of", "sued its maker, claiming", "told an inquest that": the sentence is somebody's charge.
fn accuses(story: &Story, sentence: usize) -> bool {
    const FORUMS: &[&str] = &["court", "hearing", "inquest", "inquiry", "jury", "tribunal"];
    story.sentence_names(sentence, CHARGING)
        || story.sentence_names(sentence, &["told", "heard"]) && story.sentence_names(sentence, FORUMS)
}

/// "Mayor took cash": the verb has an object behind it. "Two rescued after a fall" is done to them.
fn has_object(story: &Story, headline: &StoryBlock, deed: &Token) -> bool {
    const LINKS: &[Class] = &[Class::Preposition, Class::Subordinator, Class::Adverb, Class::Time, Class::Coordinator];
    let words = story.words_at(headline.span);
    let verb = words.tokens.iter().position(|word| word.span == deed.span);
    verb.is_some_and(|verb| {
        words.get(verb + 1).is_some_and(|next| {
            next.kind == TokenKind::Word && !next.classes.has_any(LINKS) && !words.is(verb + 1, "to")
        })
    })
}

/// "The League made the charge in a petition, its lawyer said", right below a first paragraph that names nobody: the wrong
/// is one side's to tell.
fn is_charged_below(story: &Story, lead: usize) -> bool {
    const MADE: &[&str] = &["made", "makes", "levelled", "leveled", "lodged", "set", "repeated", "contained"];
    let next = story.sentences_of(lead + 1).next();
    let is_sides = |sentence: usize| {
        let mut sources = story.attributions_in(sentence).iter().filter_map(|attribution| attribution.source);
        story.sentence_names(sentence, CHARGES)
            && story.sentence_names(sentence, MADE)
            && sources.any(|source| is_of_a_side(story, source))
    };
    story.attributions_of(lead).is_empty() && next.is_some_and(is_sides)
}

/// "Giant battery will save households $90 a year", where that is what its owner says: a headline's forecast, with a figure
/// that the story has from one side only.
fn promise_of_a_side(story: &Story) -> Option<Span> {
    const GAINS: &[&str] = &[
        "add", "boost", "bring", "cost", "create", "cut", "destroy", "double", "generate", "halve", "lower", "prevent",
        "reduce", "save", "slash",
    ];
    let headline = story.headline()?;
    let words = story.words_at(headline.span);
    let verb = (1..words.tokens.len()).find(|&at| words.is_any(at, GAINS) && words.is(at - 1, "will"))?;
    let promised = words.tokens[verb].span.shifted(headline.span.start);
    let figure = story.figures.iter().find(|figure| {
        headline.span.covers(figure.number)
            && promised.end <= figure.number.start
            && matches!(figure.kind, FigureKind::Money | FigureKind::Rate | FigureKind::Percentage | FigureKind::Count)
    })?;
    let same: Vec<&Claim> = told_again(story, figure, headline.span).collect();
    let is_sides = |claim: &&Claim| {
        claim.attribution.source.is_some_and(|source| {
            matches!(story.source(source).kind, SourceKind::Organization | SourceKind::Person | SourceKind::Role)
        })
    };
    (!same.is_empty() && same.iter().all(is_sides)).then_some(promised)
}

/// "Rents will double by 2030", where that is what a group warns of, and others dispute it.
fn forecast_of_a_side(story: &Story) -> Option<Span> {
    let headline = story.headline()?;
    let lead = story.lede()?;
    let first = story.sentences_of(lead).next()?;
    let words = story.words_at(headline.span);
    let verb = (1..words.tokens.len()).find(|&at| words.is_any(at - 1, &["could", "will", "would"]))?;
    let foretold = words.tokens[verb].span.shifted(headline.span.start);
    let verb = words.written(verb);
    let tells_it = |content: &Span| {
        let text = story.text_of(story.blocks[lead].span);
        story.tokens_in(*content).iter().any(|word| word.of(text).eq_ignore_ascii_case(verb))
    };
    let warns = story
        .attributions_in(first)
        .iter()
        .any(|said| said.source.is_some_and(|source| is_of_a_side(story, source)) && said.content.iter().any(tells_it));
    (warns && (is_denied(story) || is_contested(story, lead))).then_some(foretold)
}

/// "Staff lose 900 breaks a week", where a union has counted them and the firm disputes it.
fn disputed_count(story: &Story) -> Option<Span> {
    const SIDES: &[&str] = &[
        "association",
        "campaign",
        "campaigners",
        "charity",
        "coalition",
        "group",
        "guild",
        "lawyer",
        "lawyers",
        "league",
        "opposition",
        "party",
        "residents",
        "tenants",
        "trust",
        "union",
        "unions",
        "workers",
    ];
    let headline = story.headline()?.span;
    let is_sides = |claim: &&Claim| {
        let name = claim.attribution.source.map(|source| story.source(source).name.to_lowercase());
        name.is_some_and(|name| name.split_whitespace().any(|word| SIDES.contains(&word)))
    };
    let figure = story.figures.iter().take_while(|figure| figure.number.start < headline.end).find(|figure| {
        let same: Vec<&Claim> = told_again(story, figure, headline).collect();
        headline.covers(figure.number) && !same.is_empty() && same.iter().all(is_sides)
    })?;
    is_denied(story).then_some(figure.number)
}

/// The claims of the story that give a headline's figure.
fn told_again<'a>(story: &'a Story, figure: &'a Placed<Figure>, headline: Span) -> impl Iterator<Item = &'a Claim> {
    story.claims.iter().filter(move |claim| {
        let other = match claim.kind {
            ClaimKind::Figure(number) => &story.figures[number],
            ClaimKind::Quote | ClaimKind::Statement => return false,
        };
        other.value == figure.value && other.kind == figure.kind && !headline.covers(other.number)
    })
}

/// Whether the first paragraph or the next says that somebody denies it.
fn is_denied(story: &Story) -> bool {
    const DENIED: &[&str] = &["denied", "denies", "deny", "disputes", "disputed", "rejects", "rejected"];
    let lead = story.lede();
    let near = |lead: usize| (lead..story.blocks.len()).take(2).flat_map(|block| story.sentences_of(block));
    lead.is_some_and(|lead| near(lead).any(|sentence| story.sentence_names(sentence, DENIED)))
}

/// "Minister lied about dam" over "The minister, Lena Orr, said that she had walked it": whether the second paragraph
/// opens with the answer of the one whom the headline accuses.
fn is_answered(story: &Story, headline: &StoryBlock, deed: &Token) -> bool {
    let Some(lead) = story.lede() else { return false };
    let accused = story.tokens_in(headline.span).iter().take_while(|word| word.span.start < deed.span.start).last();
    let Some(accused) = accused.map(|word| word.of(story.text_of(headline.span))) else { return false };
    let Some(next) = story.sentences_of(lead + 1).next() else { return false };
    let text = story.text_of(story.blocks[story.sentences[next].block].span);
    let names = |cue: Span| {
        let before = Words { text, tokens: story.tokens_before(next, cue.start) };
        (1..before.tokens.len())
            .any(|at| before.written(at).eq_ignore_ascii_case(accused) && before.has(at - 1, Class::Determiner))
    };
    story.attributions_in(next).first().is_some_and(|said| said.source.is_some() && names(said.cue))
}

/// Whether the source is none of those whose office it is to say what happened: the police, rescuers, a hospital.
fn is_of_a_side(story: &Story, source: SourceMention) -> bool {
    const OFFICES: &[&str] = &[
        "authorities",
        "coastguard",
        "coroner",
        "firefighters",
        "hospital",
        "official",
        "officials",
        "police",
        "rescuers",
        "sheriff",
    ];
    let text = story.text_of(story.blocks[story.block_at(source.span.start)].span);
    !story.tokens_in(source.span).iter().any(|word| is_one_of(word.of(text), OFFICES))
}

/// A headline's count of dead and hurt that the story has only from a ministry or an army.
fn toll_of_a_side(story: &Story) -> Option<&Placed<Figure>> {
    let headline = story.headline()?.span;
    let figure = story.figures.iter().find(|figure| {
        headline.covers(figure.number)
            && figure.kind == FigureKind::Count
            && story.sentence_has(figure.sentence, Class::Casualty)
    })?;
    let same: Vec<&Claim> = told_again(story, figure, headline).collect();
    let is_sides = |claim: &&Claim| {
        let Some(source) = claim.attribution.source else { return claim.attribution.standing == Standing::Hearsay };
        let name = story.source(source).name.to_lowercase();
        ["ministry", "army", "military", "rebels", "forces", "mod", "insurgents", "militia"]
            .iter()
            .any(|side| name.split_whitespace().any(|word| word == *side))
    };
    (!same.is_empty() && same.iter().all(is_sides)).then_some(figure)
}
