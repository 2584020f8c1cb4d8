//! "She said": who of the two?

use super::not_meant::{is_of_other_gender, is_others_post, is_told, leads};
use super::two_posts::two_posts;
use super::{Report, Rule};
use crate::extract::{Attribution, SourceKind};
use crate::finding::Severity;
use crate::language::{Class, is_one_of};
use crate::story::{Dangling, FullNames, Placed, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "dangling-speaker",
    summary: "“he said” or “she said” could mean two people, or nobody",
    severity: Severity::Warning,
    explanation: r#"
A pronoun speaks (or "the 44-year-old", where two are 44), and the sentence before is about two people whom it could mean, or nobody is in reach at all.

The reader has to guess, and half of them guess wrong.

```story
State Sen. Robin Pruitt and Sheriff Dana Moss toured the burned area on Saturday. She said the response was swift.
                                                                                  ^^^ dangling-speaker: Who is “she”: Robin Pruitt or Dana Moss?
```

Better: repeat the name.

```story
State Sen. Robin Pruitt and Sheriff Dana Moss toured the burned area on Saturday. Moss said the response was swift.
```

Not flagged: a pronoun where one of the two cannot be meant (Mr and Mrs, a spokesman, a first name that leaves no doubt);
where somebody spoke in the sentence before; where the second person is not what the sentence is about, or a match's score tells;
"they" and "it"; words inside a quotation.

Reference: NPR's accuracy checklist asks whether it is always clear who speaks.
"#,
    asks_relations: false,
    check,
};

/// How many paragraphs back a pronoun may reach.
const REACH: usize = 3;

fn check(story: &Story, report: &mut Report<'_>) {
    for dangling in &story.dangling {
        report_pronoun(story, dangling, report);
    }
    for attribution in &story.attributions {
        report_aged(story, attribution, report);
        report_posts(story, attribution, report);
    }
}

/// "Moss, 44, and Roe, also 44, were held. The 44-year-old said": an age that two of those named have.
fn report_aged(story: &Story, attribution: &Placed<Attribution>, report: &mut Report<'_>) -> Option<()> {
    let source = attribution.source.filter(|source| source.kind == SourceKind::Role)?;
    let called = story.text_of(source.span);
    let (lead, _) = called.split_once("-year-old")?;
    let age = lead.strip_prefix("The ").or_else(|| lead.strip_prefix("the "))?;
    if age.is_empty() || !age.bytes().all(|letter| letter.is_ascii_digit()) || story.is_quoted(source.span) {
        return None;
    }
    let first = story.blocks[attribution.block.saturating_sub(REACH)].span.start;
    let near = story.text_of(Span::new(first, source.span.start));
    let bearer = |at: usize| {
        let is_whole = !near[at + age.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '-');
        let before =
            near[..at].strip_suffix("also ").or_else(|| near[..at].strip_suffix("aged ")).unwrap_or(&near[..at]);
        let named = before.strip_suffix(", ").or_else(|| before.strip_suffix(" ("))?;
        let surname = named.rsplit([' ', '\n']).next()?;
        (is_whole && surname.starts_with(char::is_uppercase)).then_some(surname)
    };
    let mut bearers: Vec<&str> = near.match_indices(age).filter_map(|(at, _)| bearer(at)).collect();
    bearers.dedup();
    let [others @ .., last] = bearers.as_slice() else { return None };
    if others.is_empty() || others.contains(last) {
        return None;
    }
    let called = format!("the {age}-year-old");
    report.at(source.span, format!("Who is “{called}”: {} or {last}?", others.join(", "))).help("Use the name.");
    Some(())
}

/// "The ambassador met the foreign minister. She said": two posts, and nobody's name.
fn report_posts(story: &Story, attribution: &Placed<Attribution>, report: &mut Report<'_>) -> Option<()> {
    let posts = two_posts(story, attribution)?;
    let source = attribution.source?;
    let pronoun = story.text_of(source.span).to_lowercase();
    let [one, other] = posts.map(|post| super::in_sentence(story.text_of(post)));
    let finding = report.at(source.span, format!("Who is “{pronoun}”: {one} or {other}?"));
    finding.help("Say which of the two.");
    for post in posts {
        finding.relate(post, "this one?");
    }
    Some(())
}

fn report_pronoun(story: &Story, dangling: &Dangling, report: &mut Report<'_>) -> Option<()> {
    let attribution = story.attributions.get(dangling.attribution)?;
    let source = attribution.source?;
    let pronoun = story.text_of(source.span).to_lowercase();
    let is_person = matches!(pronoun.as_str(), "he" | "she" | "him" | "her");
    if !is_person || !story.blocks[attribution.block].role.is_prose() || story.is_quoted(source.span) {
        return None;
    }
    // “I had a word with Boyle,” he said: who speaks of one of the two is the other.
    let said = attribution.content.iter().map(|&content| story.text_of(content));
    let speaks_of_one = said.into_iter().any(|said| {
        dangling.candidates.iter().any(|&name| {
            let surname = story.text_of(name).rsplit(char::is_whitespace).next().unwrap_or_default();
            !surname.is_empty() && said.contains(surname)
        })
    });
    if speaks_of_one {
        return None;
    }
    let names: Vec<&str> = dangling.candidates.iter().map(|&name| story.text_of(name)).collect();
    if names_one(story, attribution, &names) || speaks_for_one(story, attribution, &dangling.candidates) {
        return None;
    }
    let finding = match names.as_slice() {
        [others @ .., last] if !others.is_empty() => {
            report.at(source.span, format!("Who is “{pronoun}”: {} or {last}?", others.join(", ")))
        }
        _ if !is_out_of_the_blue(story, attribution) => return None,
        _ => report.at(source.span, format!("Who is “{pronoun}”? Nobody named before can be meant.")),
    };
    finding.help("Repeat the name.");
    for &candidate in &dangling.candidates {
        finding.relate(candidate, "this one?");
    }
    Some(())
}

/// “I had a chat with Barnes,” he said: who names one of the two is the other.
fn names_one(story: &Story, attribution: &Placed<Attribution>, names: &[&str]) -> bool {
    let surnames: Vec<&str> = names.iter().filter_map(|name| name.split_whitespace().next_back()).collect();
    let mut said = attribution
        .content
        .iter()
        .flat_map(|&content| story.text_of(content).split(|mark: char| !mark.is_alphanumeric()));
    said.any(|word| surnames.contains(&word))
}

/// "European Commissioner Lena Orr met Sorley. Brussels had no view, he said": who speaks of what a capital thinks is
/// the one who is of its government.
fn speaks_for_one(story: &Story, attribution: &Placed<Attribution>, candidates: &[Span]) -> bool {
    const CAPITALS: &[(&str, &[&str])] = &[
        ("Beijing", &["Chinese"]),
        ("Berlin", &["German"]),
        ("Brussels", &["European", "EU"]),
        ("Canberra", &["Australian"]),
        ("Delhi", &["Indian"]),
        ("Dublin", &["Irish"]),
        ("Kyiv", &["Ukrainian"]),
        ("London", &["British", "UK"]),
        ("Madrid", &["Spanish"]),
        ("Moscow", &["Russian"]),
        ("Ottawa", &["Canadian"]),
        ("Paris", &["French"]),
        ("Rome", &["Italian"]),
        ("Tokyo", &["Japanese"]),
        ("Washington", &["American", "US", "U.S."]),
    ];
    const TITLE: usize = 4;
    let sentence = story.text_of(story.sentences[attribution.sentence].span);
    let first = sentence.split(char::is_whitespace).next().unwrap_or_default();
    let Some((_, theirs)) = CAPITALS.iter().find(|(capital, _)| *capital == first) else { return false };
    let is_of_it = |name: &&Span| {
        let mut title = story.text[..name.start as usize].split_whitespace().rev().take(TITLE);
        let within = story.text_of(**name).split_whitespace().next().unwrap_or_default();
        theirs.contains(&within) || title.any(|word| theirs.contains(&word))
    };
    candidates.iter().filter(is_of_it).count() == 1
}

/// Whether no name at all stands near, before or right behind: what looks like nobody may be somebody
/// whose name was not read, and a story may open with "he" and name him in its next breath.
fn is_out_of_the_blue(story: &Story, attribution: &Placed<Attribution>) -> bool {
    let first = story.blocks[attribution.block.saturating_sub(REACH)].span.start;
    let last = story.blocks[attribution.block].span.end;
    // "caracas, march 17 - the chairman, william adams, said …": a wire without capitals has no names to read.
    let is_small = |block: usize| story.text_of(story.blocks[block].span).starts_with(char::is_lowercase);
    let is_in_small = (attribution.block.saturating_sub(REACH)..=attribution.block).any(is_small);
    let near = story.names.partition_point(|name| name.span.start < first);
    let mut near = story.names[near..].iter().take_while(|name| name.span.start < last);
    let pronoun = attribution.source.map_or("", |source| story.text_of(source.span)).to_lowercase();
    let is_another = |name: Span| is_of_place(story, name) || is_of_other_gender(story, name, &pronoun);
    !is_in_small && near.all(|name| is_another(name.span)) && !speaks_of_somebody(story, attribution, first, last)
}

/// "Over the Lorne", "in Durrant": a name behind the article or a word of place is nobody's who could speak.
fn is_of_place(story: &Story, name: Span) -> bool {
    const PLACING: &[&str] = &["the", "in", "at", "near", "of", "outside", "on"];
    const FEASTS: &[&str] = &["Christmas", "Diwali", "Easter", "Eid", "Lent", "Passover", "Ramadan"];
    let before = story.text[..name.start as usize].rsplit(char::is_whitespace).nth(1).unwrap_or_default();
    let is_led = is_one_of(before, PLACING);
    let surname = story.text_of(name).rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_somebodys = (0..story.blocks.len()).any(|block| {
        let FullNames(names) = story.note(block);
        names.iter().any(|full| full.is_persons && full.surname() == surname)
    });
    // "A barge owned by Lorne Haulage"
    let is_body = story.tokens_in(name).last().is_some_and(|word| word.is(Class::Organisation));
    (is_led || is_body || FEASTS.contains(&surname)) && !is_somebodys
}

/// Whether a word for a person stands in the reporter's words: "the mayor", "a driver", "his".
fn speaks_of_somebody(story: &Story, attribution: &Placed<Attribution>, first: u32, last: u32) -> bool {
    const PERSON: &[Class] = &[Class::RoleNoun, Class::Kin, Class::Trade, Class::Authority];
    const ENDINGS: &[&str] =
        &["er", "or", "ist", "man", "woman", "ian", "ant", "boy", "girl", "ee", "patient", "victim", "pupil"];
    /// Whom neither a class nor an ending tells.
    const UNLISTED: &[&str] = &["general", "guest", "guide", "king", "monk", "pope", "prince", "thief", "twin"];
    let pronoun = attribution.source.map_or("", |source| story.text_of(source.span)).to_lowercase();
    let blocks = story.block_at(first)..=story.block_at(last.saturating_sub(1));
    // What a headline calls somebody, the story below names.
    let mut prose = blocks.into_iter().filter(|&block| story.blocks[block].role.is_prose());
    prose.any(|block| {
        let span = story.blocks[block].span;
        let text = story.text_of(span);
        story.tokens_in(span).iter().any(|token| {
            let word = token.of(text);
            let is_person = token.classes.has_any(PERSON)
                || is_one_of(word, UNLISTED)
                || word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending)) && !is_one_of(word, OTHERS);
            let place = token.span.shifted(span.start);
            is_person
                && !word.ends_with('s')
                && word.starts_with(char::is_lowercase)
                && !story.is_quoted(place)
                && !is_told(attribution, place)
                && (attribution.block == block || leads(story, place) && !is_others_post(story, place, &pronoun))
        })
    })
}

/// Words that end as those for people do, and mean none.
const OTHERS: &[&str] = &[
    "after",
    "altogether",
    "barrier",
    "bigger",
    "boiler",
    "border",
    "butter",
    "chapter",
    "cheaper",
    "closer",
    "coffee",
    "committee",
    "computer",
    "constant",
    "container",
    "counter",
    "degree",
    "dinner",
    "distant",
    "earlier",
    "engineering",
    "exist",
    "factor",
    "faster",
    "filter",
    "finger",
    "freezer",
    "further",
    "generator",
    "greater",
    "guarantee",
    "higher",
    "however",
    "important",
    "instant",
    "ladder",
    "larger",
    "layer",
    "letter",
    "lower",
    "lumber",
    "matter",
    "mirror",
    "monitor",
    "motor",
    "newer",
    "plant",
    "poster",
    "printer",
    "reactor",
    "restaurant",
    "sector",
    "shelter",
    "shoulder",
    "significant",
    "smaller",
    "supper",
    "timber",
    "together",
    "tractor",
    "trailer",
    "trawler",
    "twist",
    "warrant",
    "wider",
    "another",
    "center",
    "corner",
    "december",
    "easter",
    "either",
    "ever",
    "former",
    "harbor",
    "later",
    "less",
    "longer",
    "never",
    "november",
    "number",
    "october",
    "offer",
    "older",
    "order",
    "other",
    "over",
    "paper",
    "power",
    "quarter",
    "rather",
    "river",
    "september",
    "summer",
    "tower",
    "under",
    "water",
    "weather",
    "whether",
    "winter",
];
