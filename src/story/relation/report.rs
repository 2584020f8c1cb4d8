//! Tells of each figure what it counts, what happened to it, and in which of several groups.

use super::local::BlockFigures;
use super::row::Row;
use super::thing;
use super::{Entry, Story};
use crate::extract::FigureKind;
use crate::language::{Trace, WordList, in_small_letters, is_bare, pieces};

/// Words between a figure and the name of its group behind it, at most.
const NEAR: usize = 8;

/// A figure with what it reports.
#[derive(Clone, Debug)]
pub(super) struct Report<'a> {
    /// The figure.
    pub(super) entry: &'a Entry<'a>,
    /// The sentence.
    pub(super) row: &'a Row<'a>,
    /// The set of its unit's nouns; the currency for money.
    pub(super) unit: &'a str,
    /// What happened to what it counts, where the sentence says so.
    pub(super) event: Option<&'static str>,
    /// The group that it is reported for: "Zapad (West) forces".
    pub(super) group: Option<Group>,
}

/// A group that has a name among others of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// What kind of group: "force" for forces and groups, "county".
    pub(super) kind: &'static str,
    /// Its name in lower case, without what stands in brackets: "zapad".
    pub(super) name: String,
}

/// What a figure reports, by the numbers of figure and row in their block.
pub(super) struct ReportNote {
    figure: usize,
    row: usize,
    unit: String,
    event: Option<&'static str>,
    group: Option<Group>,
}

/// A word of a sentence: where it begins in it, and the word without marks at its ends.
type Word<'a> = (usize, &'a str);

impl Report<'_> {
    /// Whether the two report the same kind of thing: of the same unit, and of one event.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        self.unit == other.unit
            && self.entry.figure.kind == other.entry.figure.kind
            && thing::is_one_event(self.event, other.event)
    }
}

/// What the figures of all rows report, in order; those that do not say what they count go on from the one before.
pub(super) fn reports<'a>(rows: &'a [Row<'a>]) -> Vec<Report<'a>> {
    rows.iter().flat_map(read_row).collect()
}

impl ReportNote {
    /// Notes a report of a block that stands alone, whose rows are `rows`.
    pub(super) fn of(report: &Report<'_>, rows: &[Row<'_>]) -> Self {
        Self {
            figure: report.entry.claim.0,
            row: rows.partition_point(|row| row.span.start < report.row.span.start),
            unit: report.unit.to_owned(),
            event: report.event,
            group: report.group.clone(),
        }
    }
}

/// What the figures of all blocks report, in order; `rows` are all rows of the blocks.
pub(super) fn noted<'a>(blocks: &[BlockFigures<'a>], rows: &'a [Row<'a>]) -> Vec<Report<'a>> {
    let mut reports = Vec::with_capacity(blocks.iter().map(|block| block.local.reports.len()).sum());
    let mut first = 0;
    for block in blocks {
        reports.extend(block.local.reports.iter().map(|note| Report {
            entry: &block.entries[note.figure],
            row: &rows[first + note.row],
            unit: &note.unit,
            event: note.event,
            group: note.group.clone(),
        }));
        first += block.local.rows.len();
    }
    reports
}

fn read_row<'a>(row: &'a Row<'a>) -> Vec<Report<'a>> {
    // "Rose 4 percent": nothing is counted, and no word of the sentence need be looked at.
    let counts = |entry: &Entry<'_>| entry.figure.unit.is_some() || entry.figure.kind == FigureKind::Count;
    if !row.entries.iter().any(counts) {
        return Vec::new();
    }
    let words = words_of(row.words());
    let events: Vec<(usize, &'static str)> =
        (0..words.len()).filter_map(|number| event_at(&words, number).map(|event| (words[number].0, event))).collect();
    let groups = groups_of(&words);
    let numbers: Vec<usize> = row.entries.iter().map(|entry| word_at(&words, row, entry)).collect();
    let mut reports: Vec<Report<'a>> = Vec::new();
    for entry in &row.entries {
        let at = entry.figure.number.start.saturating_sub(row.span.start) as usize;
        let unit = match &entry.figure.unit {
            Some(unit) => Some(thing::unit_set(&unit.head)),
            None if entry.figure.kind == FigureKind::Count => {
                reports.last().map(|last| last.unit).or_else(|| counts_casualties(&words, at).then_some("person"))
            }
            None => None,
        };
        let Some(unit) = unit else { continue };
        let event = thing::event_of_unit(entry.figure).or_else(|| nearest(&events, &words, &numbers, at));
        reports.push(Report { entry, row, unit, event, group: group_at(&groups, &words, at) });
    }
    reports
}

/// The number of the word at which a figure of the row begins.
fn word_at(words: &[Word<'_>], row: &Row<'_>, entry: &Entry<'_>) -> usize {
    let at = entry.figure.number.start.saturating_sub(row.span.start) as usize;
    words.partition_point(|&(start, _)| start < at)
}

fn words_of(sentence: &str) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(sentence.len() / 5);
    for piece in pieces(sentence) {
        let word = without_marks(piece);
        if !word.is_empty() {
            let at = piece.as_ptr().addr() - sentence.as_ptr().addr();
            words.push((at, word));
        }
    }
    words
}

/// A piece of a sentence without marks around its word: mostly there are none.
fn without_marks(piece: &str) -> &str {
    if is_bare(piece) {
        return piece;
    }
    piece.trim_matches(|mark: char| !mark.is_alphanumeric() && mark != '(' && mark != ')')
}

/// The event that the word numbered `number` tells of, by itself or with the next: "killed", "taken out".
fn event_at(words: &[Word<'_>], number: usize) -> Option<&'static str> {
    const MAY: [&str; 6] = ["may", "might", "could", "can", "would", "should"];
    const OTHERS: WordList = WordList::of(&["hospitalised", "hospitalized", "hospital", "lives", "life", "lost"]);
    let written = words[number].1;
    let pair = words.get(number + 1).filter(|next| matches!(next.1, "out" | "off"));
    // Most words tell of nothing, and are not looked at.
    if pair.is_none() && !thing::may_be_event(written) && !OTHERS.may_have(Trace::of(written)) {
        return None;
    }
    // "A spade might hurt somebody": nobody was hurt.
    if number.checked_sub(1).is_some_and(|before| MAY.contains(&words[before].1)) {
        return None;
    }
    let word = in_small_letters(written);
    // "34 were taken to hospital": no other word says that they were hurt.
    let is_any = |at: usize, listed: &[&str]| words.get(at).is_some_and(|&(_, word)| listed.contains(&word));
    if matches!(&*word, "hospitalised" | "hospitalized") || word == "hospital" && leads_to_hospital(&words[..number]) {
        return Some("injury");
    }
    if matches!(&*word, "lives" | "life")
        && (1..=3).any(|back| is_any(number.wrapping_sub(back), &["claimed", "claiming", "claims", "cost", "costing"]))
    {
        return Some("death");
    }
    if word == "lost" && is_any(number + 1, &["their", "his", "her"]) && is_any(number + 2, &["lives", "life"]) {
        return Some("death");
    }
    pair.and_then(|next| thing::event_of(&format!("{word}-{}", next.1))).or_else(|| thing::event_of(&word))
}

/// "34 were taken to hospital", "eleven are in the hospital": beside the dead, they were hurt.
fn leads_to_hospital(before: &[Word<'_>]) -> bool {
    const THERE: &[&str] = &[
        "taken",
        "sent",
        "sending",
        "putting",
        "rushed",
        "brought",
        "flown",
        "airlifted",
        "are",
        "were",
        "remain",
        "remained",
        "remains",
        "still",
        "treated",
        "people",
        "others",
        "dead",
        "stay",
        "still",
        "them",
        "passengers",
    ];
    // "Left two workers dead and nine in hospital"
    const FEW: &[&str] =
        &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens"];
    let mut before = before.iter().rev().map(|&(_, word)| word).skip_while(|word| matches!(*word, "the" | "a"));
    let is_there = before.next().is_some_and(|word| matches!(word, "to" | "in"));
    is_there
        && before.next().is_some_and(|word| {
            THERE.contains(&word) || FEW.contains(&word) || word.starts_with(|mark: char| mark.is_ascii_digit())
        })
}

/// "Relatives of the 27 who died", "the 27 killed": a number without a noun, of people to whom something happened.
fn counts_casualties(words: &[Word<'_>], at: usize) -> bool {
    let behind = words.partition_point(|&(start, _)| start <= at);
    let is_small = |&&(_, word): &&Word<'_>| matches!(word, "who" | "were" | "was" | "are" | "of" | "the");
    let verb = behind + words[behind.min(words.len())..].iter().take(3).take_while(is_small).count();
    let is_harm = |at: usize| at < words.len() && matches!(event_at(words, at), Some("death" | "injury"));
    // "Blast kills 31 at mill", "the blast that killed 17 is": the deed leads to a number with no noun behind it.
    let led = behind.checked_sub(2).filter(|&led| is_harm(led) && is_deed(words[led].1));
    let is_bare = words.get(behind).is_none_or(|(_, word)| {
        matches!(
            *word,
            "at" | "in" | "on" | "as" | "and" | "is" | "was" | "after" | "when" | "near" | "has" | "had" | "outside"
        )
    });
    is_harm(verb) || led.is_some() && is_bare || ends_toll(words, behind)
}

/// "The death toll rose to | 37", "the toll stands at | 37": the number that a toll comes to, with no noun behind it.
fn ends_toll(words: &[Word<'_>], behind: usize) -> bool {
    const REACH: usize = 9;
    let Some(number) = behind.checked_sub(1) else { return false };
    let before = &words[number.saturating_sub(REACH)..number];
    let is_led = before.last().is_some_and(|(_, word)| matches!(*word, "to" | "at" | "is" | "was" | "reached" | "of"));
    let toll = before.iter().rposition(|(_, word)| word.eq_ignore_ascii_case("toll"));
    let is_of_dead = toll.is_some_and(|toll| 0 < toll && before[toll - 1].1.eq_ignore_ascii_case("death"));
    let is_plain = words.get(behind).is_none_or(|(_, word)| !matches!(*word, "million" | "billion" | "percent"));
    is_led && is_of_dead && is_plain
}

/// A verb by which somebody comes to harm through something else.
fn is_deed(word: &str) -> bool {
    const DEEDS: &[&str] =
        &["kills", "killed", "killing", "injures", "injured", "injuring", "wounds", "wounded", "wounding", "hurts"];
    DEEDS.iter().any(|deed| word.eq_ignore_ascii_case(deed))
}

/// The event told last before the figure, or else first behind it.
///
/// "Nine died and 20 were injured", "Nine dead, 20 hurt": right behind a figure that no event leads to stands its own.
fn nearest(events: &[(usize, &'static str)], words: &[Word<'_>], numbers: &[usize], at: usize) -> Option<&'static str> {
    const NEAR: usize = 4;
    let word = |at: usize| words.partition_point(|&(start, _)| start < at);
    let number = word(at);
    let behind = events.partition_point(|&(event, _)| event <= at);
    let before = behind.checked_sub(1).and_then(|last| events.get(last));
    let next = events.get(behind).filter(|&&(event, _)| {
        let between = &words[(number + 1).min(word(event))..word(event)];
        between.len() <= NEAR && !between.iter().any(|(_, word)| is_joint(word))
    });
    let is_led = before.is_some_and(|&(event, _)| {
        let between = &words[(word(event) + 1).min(number)..number];
        let owner = word(event).checked_sub(1).filter(|owner| numbers.contains(owner));
        owner.is_none() && !between.iter().any(|(_, word)| is_joint(word))
    });
    let own = if is_led { before.or(next) } else { next.or(before) };
    own.or_else(|| events.get(behind)).map(|&(_, event)| event)
}

/// Words behind which something else may have happened, to others.
fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "while" | "but" | "with" | "when") || word.starts_with(|first: char| first.is_ascii_digit())
}

/// The named groups of a sentence, each with the number of the word at which its name begins.
fn groups_of(words: &[Word<'_>]) -> Vec<(usize, Group)> {
    // Before most words stands no name, nor a gloss in brackets: a word that begins small.
    let may_head =
        |head: &usize| !words[head - 1].1.as_bytes()[0].is_ascii_lowercase() && thing::may_head_group(words[*head].1);
    (1..words.len()).filter(may_head).filter_map(|head| group_before(words, head)).collect()
}

/// The group whose head noun is the word numbered `head`: a name, perhaps a gloss in brackets, and the noun.
fn group_before(words: &[Word<'_>], head: usize) -> Option<(usize, Group)> {
    let is_gloss = |word: &str| word.starts_with('(') && word.ends_with(')');
    let end = if is_gloss(words[head - 1].1) { head - 1 } else { head };
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !is_general(word);
    let length = words[..end].iter().rev().take(4).take_while(|(_, word)| is_name(word)).count();
    // Before most words stands no name, which is sooner told than what they mean.
    let kind = if length == 0 { None } else { thing::group_head(&in_small_letters(words[head].1)) }?;
    let name: Vec<String> = words[end - length..end].iter().map(|(_, word)| word.to_lowercase()).collect();
    Some((end - length, Group { kind, name: name.join(" ") }))
}

/// Words with a capital that name no group: "The group", "Its forces", "Armed Forces".
fn is_general(word: &str) -> bool {
    const GENERAL: [&str; 12] =
        ["The", "Its", "A", "An", "Their", "In", "Armed", "These", "Those", "Both", "Other", "All"];
    GENERAL.contains(&word) || word.ends_with("'s") || word.ends_with("’s")
}

/// The group of the figure at `at`: the last that is named before it, or one that a preposition ties to it from behind.
fn group_at(groups: &[(usize, Group)], words: &[Word<'_>], at: usize) -> Option<Group> {
    let figure = words.partition_point(|&(start, _)| start < at);
    let behind = groups.partition_point(|&(word, _)| word < figure);
    if let Some((_, group)) = behind.checked_sub(1).and_then(|last| groups.get(last)) {
        return Some(group.clone());
    }
    let (word, group) = groups.get(behind)?;
    let before = words[..*word].iter().rev().map(|&(_, word)| word).find(|word| !matches!(*word, "the" | "its"))?;
    (word - figure <= NEAR && matches!(before, "in" | "at" | "by" | "from" | "of")).then(|| group.clone())
}

/// The last paragraph whose figures may be the total of what the story reports further down: its second.
pub(super) fn last_of_lede(story: &Story) -> usize {
    use crate::draft::{Place, Role};
    let paragraphs = story
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.role == Role::Paragraph && block.place == Place::Flow && 20 < block.span.len());
    paragraphs.map(|(number, _)| number).nth(1).unwrap_or(story.blocks.len())
}
