//! Finds leads in a poll and the margin of error that the poll has.
//!
//! Two shares that lie closer together than the margin do not tell who leads.

use rust_decimal::Decimal;

use super::local::BlockFigures;
use super::row::{Row, has_any, spaced};
use super::{ClaimId, Entry, Relation, RelationKind, Story, solver};
use crate::extract::FigureKind;
use crate::language::MONTH_NAMES;
use crate::text::Span;

/// Words that call one side the leader.
const LEADS: &[&str] = &[
    " leads ",
    " lead ",
    " leading ",
    " led ",
    " ahead ",
    " edge ",
    " edges ",
    " edged ",
    " edging ",
    " overtaken ",
    " overtakes ",
    " overtook ",
    " surpassed ",
    " eclipsed ",
    " leapfrogged ",
    " leapfrogs ",
    " moved past ",
    " gone past ",
    " pulled past ",
    " slipped past ",
    " crept past ",
    " front - runner ",
    " frontrunner ",
    " favorite ",
    " favourite ",
    " first place ",
    " top spot ",
    " pole position ",
    " upper hand ",
    " on course to win ",
    " on track to win ",
    " poised to win ",
    " set to win ",
    " preferred to ",
    " more popular than ",
    " most popular ",
    " clear of ",
    " pulls away ",
    " pulled away ",
    " majority ",
    " narrowly ",
    " best placed ",
    " best - placed ",
    " on top ",
    " outstrips ",
    " outstripped ",
    " prefer ",
    " preferred ",
    " favored ",
    " favoured ",
    " trails ",
    " trailing ",
    " trail ",
    " lags ",
    " lagging ",
    " fallen behind ",
    " slipped behind ",
    " falls behind ",
    " dropped behind ",
    " is behind ",
    " running second ",
    " second place ",
    " winning ",
    " in front ",
    " tops ",
    " topped ",
    " outnumber ",
    " outnumbers ",
    " outpolls ",
    " would beat ",
    " would defeat ",
    " would win ",
    " beats ",
    " beating ",
    " better placed ",
    " the advantage ",
    " an advantage ",
    " have their noses in front ",
];

/// Words that own that the poll does not tell who leads.
const OWNED: &[&str] = &[
    " within the margin ",
    " within its margin ",
    " inside the margin ",
    " statistical ",
    " statistically ",
    " dead heat ",
    " too close ",
    " tied ",
    " neck and neck ",
    " neck - and - neck ",
    " virtual tie ",
    " toss - up ",
    " level ",
    " no clear lead ",
    " no lead ",
    " no real lead ",
    " not ahead ",
    " too small ",
    " too narrow ",
    " evenly split ",
    " evenly divided ",
    " split down the middle ",
    " even race ",
    " cannot separate ",
    " nothing between ",
    " little between ",
];

/// Words that make a tie one of another day: "in December the two were tied".
const BEFORE: &[&str] = &[
    " were tied ",
    " had been tied ",
    " were level ",
    " had been level ",
    " were neck and neck ",
    " was tied ",
    " was level ",
];

/// Words that make the shares other than those of the whole poll, whose margin is given.
const OTHERS: &[&str] = &[
    " among ",
    " average ",
    " previous ",
    " last month ",
    " last week ",
    " in march ",
    " compared ",
    " from ",
    " lead to ",
    " leads to ",
    " led to ",
    " leading to ",
];

/// The leads of a story with one poll, each held against its margin of error.
pub(super) fn find(story: &Story, blocks: &[BlockFigures<'_>], rows: &[Row<'_>]) -> Vec<Relation> {
    let Some(margin) = margin_of_error(blocks) else { return Vec::new() };
    let owns = |row: &Row<'_>| {
        let words = spaced(row.words());
        has_any(&words, OWNED) && !has_any(&words, BEFORE) || denies_lead(&words)
    };
    if rows.iter().any(owns) {
        return Vec::new();
    }
    let told: Vec<Relation> = rows.iter().filter_map(|row| lead(story, row, margin)).collect();
    if !told.is_empty() {
        return told;
    }
    let behind = rows.iter().find_map(|row| {
        let first = first_shares(story, row, margin)?;
        let cue = Some(leads_behind(story, row)?);
        Some(Relation { cue, ..first })
    });
    let first = behind.or_else(|| {
        let cue = Some(leads_above(story)?);
        let first = rows.iter().find_map(|row| first_shares(story, row, margin))?;
        Some(Relation { cue, ..first })
    });
    first.into_iter().collect()
}

/// "No party has a clear lead", "neither is ahead".
fn denies_lead(words: &str) -> bool {
    const NOBODY: &[&str] = &["no", "neither", "nobody", "none", "without", "cannot", "not", "nor"];
    const NEAR: usize = 7;
    let denied = |lead: &&str| {
        words
            .find(*lead)
            .is_some_and(|at| words[..at].split_whitespace().rev().take(NEAR).any(|word| NOBODY.contains(&word)))
    };
    LEADS.iter().any(denied)
}

/// "The survey put Lacey ahead", "that makes her the favourite": a sentence of the same paragraph, behind the shares, with
/// no figures of its own.
fn leads_behind(story: &Story, row: &Row<'_>) -> Option<Span> {
    const NEAR: usize = 2;
    let block = story.block_at(row.span.start);
    let behind =
        story.sentences.iter().filter(|sentence| row.span.end <= sentence.span.start && sentence.block == block);
    behind.take(NEAR).find_map(|sentence| {
        let words = spaced(story.text_of(sentence.span));
        let is_plain = !words.contains(|mark: char| mark.is_ascii_digit())
            && !has_any(&words, OTHERS)
            && !has_any(&words, OWNED)
            && !denies_lead(&words);
        lead_in(story, sentence.span).filter(|_| is_plain && !words.contains('“') && !words.contains('"'))
    })
}

/// Where the headline or a sentence of the lede says in words alone that one side leads: "has opened a lead over".
fn leads_above(story: &Story) -> Option<Span> {
    const LEDE: usize = 6;
    let above = story.sentences.iter().take_while(|sentence| sentence.block < LEDE).map(|sentence| sentence.span);
    let is_other = |words: &str| has_any(words, OTHERS) || has_any(words, OWNED);
    above.filter(|&span| !is_other(&spaced(story.text_of(span)))).find_map(|span| lead_in(story, span))
}

/// The words within `span` that call one side the leader.
fn lead_in(story: &Story, span: Span) -> Option<Span> {
    let (words, written_out) = (story.text_of(span).to_lowercase(), spaced(story.text_of(span)));
    let place = |lead: &str| {
        let at = words.find(lead).filter(|_| words.len() == span.len() as usize)?;
        let start = span.start + at as u32;
        Some(Span::new(start, start + lead.len() as u32))
    };
    let led = LEADS.iter().filter(|lead| written_out.contains(**lead)).find_map(|lead| place(lead.trim()));
    led.or_else(|| place("more").filter(|_| is_more_than(&written_out)))
}

/// "More voters want the bridge than do not"; "more than 900 voters" compares nothing.
fn is_more_than(words: &str) -> bool {
    const FURTHEST: usize = 10;
    let behind = words.split_once(" more ").map(|(_, behind)| behind.split(' ').take(FURTHEST));
    behind.is_some_and(|mut behind| behind.next() != Some("than") && behind.any(|word| word == "than"))
}

/// The shares of the two sides, in the first sentence that gives both.
fn first_shares(story: &Story, row: &Row<'_>, margin: &Entry<'_>) -> Option<Relation> {
    let words = spaced(row.words());
    let is_change = row.all.iter().any(|entry| {
        let before = row.words_before(entry);
        entry.figure.kind == FigureKind::Percentage && (before.ends_with(" from ") || before.ends_with(" to "))
    });
    let is_other = has_any(&without_those_asked(&words.replace(" from ", " ")), OTHERS) || is_change;
    let (operands, difference) = two_shares(story, row, margin).filter(|_| !is_other)?;
    Some(relation(margin, operands, difference))
}

/// The only margin of error of a story; `None` where there are several, as where several polls are compared.
fn margin_of_error<'a>(blocks: &[BlockFigures<'a>]) -> Option<&'a Entry<'a>> {
    let mut margins =
        blocks.iter().flat_map(|block| block.local.margins_of_error.iter().map(|&number| &block.entries[number]));
    let first = margins.next()?;
    margins.all(|other| other.figure.value.abs() == first.figure.value.abs()).then_some(first)
}

/// The figures of a block that are margins of error, by their numbers.
pub(super) fn margins_of_error(story: &Story, entries: &[Entry<'_>]) -> Vec<usize> {
    (0..entries.len()).filter(|&number| is_margin_of_error(story, &entries[number])).collect()
}

fn is_margin_of_error(story: &Story, entry: &Entry<'_>) -> bool {
    const NAMES: &[&str] = &[
        " margin of error ",
        " margin for error ",
        " margin of sampling error ",
        " error margin ",
        " sampling error ",
        " sampling margin ",
        " accurate to within ",
        " accurate within ",
        " plus or minus ",
    ];
    let figure = entry.figure;
    // "Accurate to within 3.6 points"
    let is_of_points = || figure.unit.as_ref().is_some_and(|unit| unit.head == "point");
    if !matches!(figure.kind, FigureKind::Points | FigureKind::Percentage) && !is_of_points() {
        return false;
    }
    // Few paragraphs speak of one, and only their figures are asked about.
    let vocabulary = &story.blocks[figure.block].mentions.vocabulary;
    if !["error", "accurate", "minus", "margin", "give"].iter().any(|word| vocabulary.may_hold(word)) {
        return false;
    }
    let sentence = story.sentences[figure.sentence].span;
    let before = spaced(story.text_of(Span::new(sentence.start.min(figure.span.start), figure.span.start)));
    let near = &before[before.rmatch_indices(' ').nth(12).map_or(0, |(at, _)| at)..];
    // "With a margin of error of 3 points, puts Lacey on 46%": the first figure behind is the margin.
    let own = story.text_of(figure.span);
    let is_either_way = ["plus or minus", "give or take", "±", "+/-"].iter().any(|mark| own.contains(mark));
    let is_named = || {
        NAMES.iter().any(|name| {
            near.rfind(name).is_some_and(|at| !near[at + name.len()..].contains(|mark: char| mark.is_ascii_digit()))
        })
    };
    is_either_way || is_named()
}

/// A lead and the margin; the shares of both sides are the operands, or the lead itself where it is given.
fn lead(story: &Story, row: &Row<'_>, margin: &Entry<'_>) -> Option<Relation> {
    let words = spaced(row.words());
    if !has_any(&words, LEADS) && !is_more_than(&words)
        || has_any(&without_those_asked(&without_days_of_asking(&words)), OTHERS)
    {
        return None;
    }
    let (operands, difference) = match row.all.iter().find(|entry| is_lead(story, row, entry)) {
        Some(points) => (vec![points.claim], points.figure.value.abs()),
        None => two_shares(story, row, margin)?,
    };
    Some(Relation { cue: lead_in(story, row.span), ..relation(margin, operands, difference) })
}

/// The words without the "among" of how many were asked: "among 806 likely voters".
fn without_those_asked(words: &str) -> String {
    let mut kept = words.to_owned();
    while let Some(at) = kept.find(" among ") {
        let behind = &kept[at + " among ".len()..];
        if !behind.starts_with(|letter: char| letter.is_ascii_digit()) {
            break;
        }
        kept.replace_range(at..at + " among".len(), "");
    }
    kept
}

/// The words without the "from" of when the poll was taken: "from April 2 to April 5", "from 3 to 7 September".
fn without_days_of_asking(words: &str) -> String {
    const NEAR: usize = 4;
    let is_month = |word: &str| {
        MONTH_NAMES.iter().any(|month| {
            let known = month.to_lowercase();
            word == known || 3 <= word.len() && word.len() <= 5 && known.starts_with(word.trim_end_matches('.'))
        })
    };
    let all: Vec<&str> = words.split(' ').collect();
    let is_dated = |at: usize| all[at + 1..].iter().take(NEAR).any(|word| is_month(word));
    let kept = all.iter().enumerate().filter(|&(at, word)| *word != "from" || !is_dated(at));
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

fn relation(margin: &Entry<'_>, operands: Vec<ClaimId>, difference: Decimal) -> Relation {
    Relation {
        kind: RelationKind::Lead,
        beside: Vec::new(),
        stated: margin.claim,
        operands,
        cue: None,
        low: Some(difference),
        high: Some(difference),
        printed: Some(difference),
        complete: true,
        holds: difference.is_zero() || !solver::is_within(margin.figure, difference),
    }
}

/// The only two shares of a sentence, and how far they lie apart; the second may leave out its sign: "39 per cent to 37".
fn two_shares(story: &Story, row: &Row<'_>, margin: &Entry<'_>) -> Option<(Vec<ClaimId>, Decimal)> {
    let is_share = |entry: &Entry<'_>| entry.figure.kind == FigureKind::Percentage && entry.claim != margin.claim;
    let is_bare = |entry: &Entry<'_>| {
        let figure = entry.figure;
        let before = &story.text[..figure.span.start.min(figure.number.start) as usize];
        // "39 per cent to 37", "on 41 per cent and the party on 40".
        let led =
            [" to ", " to his ", " to her ", " to their ", " against ", " on ", " at ", " with ", " has ", " had "];
        let led = led.iter().any(|lead| before.ends_with(lead));
        figure.kind == FigureKind::Count && figure.unit.is_none() && led && figure.value < Decimal::ONE_HUNDRED
    };
    let shares: Vec<&Entry<'_>> = row.all.iter().filter(|entry| is_share(entry)).collect();
    let (one, other) = match shares[..] {
        [one, other] => (one, other),
        // "48 to 46 percent"
        [one] if one.figure.pair.is_some() => (one, one),
        [one] => {
            // "48 to 46 percent"
            let leads = |entry: &&Entry<'_>| {
                let between = story.text.get(entry.figure.number.end as usize..one.figure.number.start as usize);
                entry.figure.kind == FigureKind::Count && between.is_some_and(|between| between.trim() == "to")
            };
            let behind = row.all.iter().find(|entry| one.claim < entry.claim && is_bare(entry));
            (one, behind.or_else(|| row.all.iter().find(leads))?)
        }
        _ => return None,
    };
    if let Some((one_side, other_side)) = one.figure.pair.filter(|_| one.claim == other.claim) {
        return Some((vec![one.claim], (one_side - other_side).abs()));
    }
    let difference = one.figure.value.checked_sub(other.figure.value)?;
    Some((vec![one.claim, other.claim], difference.abs()))
}

/// "A two-point lead", "leads by two points".
fn is_lead(story: &Story, row: &Row<'_>, entry: &Entry<'_>) -> bool {
    let end = entry.figure.number.end.max(entry.figure.span.end).min(row.span.end);
    let behind = spaced(story.text_of(Span::new(end, row.span.end)));
    let is_named =
        [" lead ", " ahead ", " behind ", " clear ", " advantage "].iter().any(|word| behind.starts_with(word));
    // "Leads the former mayor, Jon Brand, by two points".
    let before = spaced(story.text_of(Span::new(row.span.start.min(entry.figure.span.start), entry.figure.span.start)));
    let is_change = ["up", "down", "rose", "fell", "risen", "fallen", "grown", "widened", "shrunk", "narrowed"]
        .iter()
        .any(|word| before.ends_with(&format!(" {word} by ")));
    let is_by = before.ends_with(" by ") && !is_change && has_any(&before, LEADS);
    entry.figure.kind == FigureKind::Points && (is_named || is_by)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use crate::draft::Format;
    use crate::story::RelationKind;
    use crate::story::relation::tests::{lines, read};

    fn found(draft: &str) -> String {
        lines(&read(draft, Format::Plain), RelationKind::Lead)
    }

    #[expect(clippy::needless_pass_by_value, reason = "an expectation is written in place")]
    fn check(draft: &str, expected: Expect) {
        expected.assert_eq(&found(draft));
    }

    const POLL: &str = "\nThe poll of 1,004 voters has a margin of error of 3 percentage points.\n";

    #[test]
    fn a_lead_below_the_margin_is_none() {
        check(
            &format!("Moss leads Brand by 46 percent to 44 percent.\n{POLL}"),
            expect!["3 percentage points ≠ 46 percent + 44 percent\n"],
        );
        check(
            &format!("Moss has a two-point lead.\n{POLL}"),
            expect![[r#"
            3 percentage points ≠ two
        "#]],
        );
    }

    #[test]
    fn whom_somebody_leads_may_stand_before_by_how_much() {
        check(
            &format!("Moss leads the former mayor, Jon Brand, by two points, the poll found.\n{POLL}"),
            expect![[r#"
            3 percentage points ≠ two
        "#]],
        );
        check(
            &format!("Brand trails Moss by two points, the poll found.\n{POLL}"),
            expect![[r#"
            3 percentage points ≠ two
        "#]],
        );
        check(
            &format!("Brand trails Moss by nine points, the poll found.\n{POLL}"),
            expect![[r#"
            3 percentage points = nine
        "#]],
        );
    }

    #[test]
    fn the_days_on_which_it_was_taken_do_not_make_it_another_poll() {
        check(
            "He had a clear lead, 47 percent to 45, in a poll of 1,200 adults from Sept 3 to 7. The margin of error was 3 \
             percentage points.\n",
            expect!["3 percentage points ≠ 47 percent + 45\n"],
        );
    }

    #[test]
    fn a_lead_beyond_the_margin_holds() {
        check(
            &format!("Moss leads Brand by 49 percent to 41 percent.\n{POLL}"),
            expect!["3 percentage points = 49 percent + 41 percent\n"],
        );
    }

    #[test]
    fn a_story_that_owns_to_a_tie_is_left_alone() {
        check(&format!("Moss leads Brand by 46 percent to 44 percent, a statistical tie.\n{POLL}"), expect![""]);
        check("Moss leads Brand by 46 percent to 44 percent.\n", expect![""]);
    }
}
