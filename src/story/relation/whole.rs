//! Finds shares of one whole that promise to be all of it, and so must make 100 percent.
//!
//! The promise is in the words: "the remaining 20 percent", "owned 40 pct by … and 25 pct by …",
//! "split", "made up of", a poll with its undecided. Without one, shares are a choice and may make less.

use rust_decimal::Decimal;

use super::allotted::are_allotted;
use super::answers::{are_counted_reasons, is_graded, is_one_answer};
use super::dealt::{are_dealt_out, are_taken};
use super::mixture::{are_gapped, are_made_of, are_results, are_rivals, left_in_words};
use super::row::{Row, has_any, spaced};
use super::share_words::{next_word, words_behind};
use super::{Entry, Relation, RelationKind, Story, solver};
use crate::extract::FigureKind;
use crate::text::Span;

/// More shares than this in one breath are a table read out.
const MOST: usize = 12;

/// Words that say that the shares are of other wholes, of other times, or overlap.
pub(super) const OTHERS: &[&str] = &[
    " more than one ",
    " multiple ",
    " including ",
    " included ",
    " respectively ",
    " of the rest ",
    " of the others ",
    " of the remainder ",
    " compared ",
    " up from ",
    " down from ",
    " rose ",
    " fell ",
    " rise ",
    " risen ",
    " fallen ",
    " increased ",
    " decreased ",
    " grew ",
    " last year ",
    " last month ",
    " last week ",
    " a year earlier ",
    " a year ago ",
    " previous ",
    " previously ",
    " earlier ",
    " while among ",
    " of whom ",
    " of them ",
    " of those , ",
    " of these ",
    " each ",
    " both ",
    " also ",
    " than ",
    " if ",
    " would ",
    " at least ",
    " as well as ",
    " turnout ",
    " growth ",
    " interest ",
    " tax ",
    " inflation ",
    " unemployment ",
];

/// Shares that are told without a number, and without what they are of.
const FRACTIONS: &[&str] = &[" a quarter ", " a third ", " a fifth ", " a tenth ", " one quarter ", " one third "];

/// Those of [`OTHERS`] that say nothing where the last share is what is left of the whole.
const OF_THE_THING: &[&str] = &[" tax ", " interest ", " growth ", " inflation ", " would ", " if ", " turnout "];

/// Verbs that take a whole apart into all its parts.
const PARTS: &[&str] = &[
    " split ",
    " divided ",
    " divides ",
    " divide ",
    " splits ",
    " comprises ",
    " comprised ",
    " comprising ",
    " made up of ",
    " consists of ",
    " consisting of ",
    " composed of ",
    " broken down ",
    " breaks down ",
    " break down ",
    " shared out ",
];

/// Verbs of holding, whose list of holders is usually all of them.
const HELD: &[&str] = &[" owned ", " held ", " controlled ", " owns ", " holds ", " hold ", " own "];

/// Answers that polls print last, so that the shares are all there are.
const UNDECIDED: &[&str] = &[
    " undecided ",
    " unsure ",
    " not sure ",
    " don't know ",
    " don’t know ",
    " did not know ",
    " didn't know ",
    " didn’t know ",
    " no opinion ",
    " no view ",
    " would not say ",
    " declined to answer ",
    " abstained ",
    " don't knows ",
    " don’t knows ",
    " had not decided ",
    " no answer ",
    " yet to decide ",
    " yet to make up ",
    " made up their minds ",
    " make up their minds ",
    " no preference ",
    " with no view ",
    " refused to say ",
    " refused to answer ",
    " did not answer ",
    " would not answer ",
    " gave no reply ",
];

/// How a poll asks for what is not yet.
const ASKED: &[&str] =
    &[" if the election were held ", " if an election were held ", " if the vote were held ", " would "];

/// Answers that leave nothing but the undecided between them.
const OPPOSED: &[[&str; 2]] = &[
    [" yes ", " no "],
    [" for ", " against "],
    [" support ", " oppose "],
    [" supported ", " opposed "],
    [" backed ", " opposed "],
    [" favour ", " oppose "],
    [" favor ", " oppose "],
    [" favoured ", " opposed "],
    [" favored ", " opposed "],
    [" approve ", " disapprove "],
    [" approved ", " disapproved "],
    [" in favour ", " against "],
    [" in favor ", " against "],
    [" in favour ", " opposed "],
    [" in favor ", " opposed "],
    [" agree ", " disagree "],
    [" agreed ", " disagreed "],
    [" back ", " oppose "],
    [" backed ", " against "],
    [" backed ", " rejected "],
    [" approved ", " rejected "],
    [" supported ", " rejected "],
    [" for it ", " opposed "],
];

/// Words that take one whole apart by what becomes of it.
const OF_IT: &[&str] = &[" of it in ", " of it on ", " of it to ", " of it for ", " of it from "];

/// What the words promise of shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whole {
    /// All there is: any sum but 100 is wrong.
    Named,
    /// As good as all there is: a sum near 100 but not 100 is wrong.
    Likely,
    /// Parts that exclude each other: only a sum above 100 is wrong.
    Exclusive,
    /// Parts that read as if they excluded each other: only a sum a little above 100 is wrong.
    Dealt,
}

/// The shares that promise to be all, sentence by sentence; a last one may stand in the next sentence.
pub(super) fn find(story: &Story, rows: &[Row<'_>]) -> Vec<Relation> {
    let mut relations = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let shares = shares_of(row);
        let before = number.checked_sub(1).map(|before| &rows[before]).filter(|before| goes_on(story, before, row));
        if let Some(relation) = left_in_words(story, row, &shares) {
            relations.push(relation);
            continue;
        }
        let relation = match (before, shares.len()) {
            (Some(before), 1) => {
                // "It will hold 62%. Staff will own 23%. The rest, 15%, stays with the growers."
                let earlier = || {
                    let earlier = number.checked_sub(2).map(|earlier| &rows[earlier])?;
                    let is_one_each = shares_of(before).len() == 1 && shares_of(earlier).len() == 1;
                    let goes_on = goes_on(story, earlier, before) && has_rest_of(story, &shares);
                    (is_one_each && goes_on).then(|| shares_of(earlier))
                };
                let all = earlier().into_iter().flatten().chain(shares_of(before));
                let all: Vec<&Entry<'_>> = all.chain(shares.iter().copied()).collect();
                let are_parts = || has_rest_of(story, &shares) || has_any(&spaced(row.words()), UNDECIDED);
                if 1 < all.len() && are_parts() { tie(story, before.span.to(row.span), &all) } else { None }
            }
            // "A further 12% would stay at home and 9% had no view."
            (Some(before), 2..) if names_more(row) && has_any(&spaced(row.words()), UNDECIDED) => {
                let all: Vec<&Entry<'_>> = shares_of(before).into_iter().chain(shares).collect();
                tie(story, before.span.to(row.span), &all)
            }
            (_, 0 | 1) => None,
            _ => tie(story, row.span, &shares),
        };
        relations.extend(relation);
    }
    relations
}

/// Whether a sentence opens with a further share of what the one before divides.
fn names_more(row: &Row<'_>) -> bool {
    let words = spaced(row.words());
    let words = words.trim_start();
    ["another ", "a further ", "some ", "the other ", "while "].iter().any(|opening| words.starts_with(opening))
}

fn goes_on(story: &Story, before: &Row<'_>, row: &Row<'_>) -> bool {
    let sentence = |row: &Row<'_>| story.sentence_at(row.span.start);
    before.block == row.block && sentence(before) + 1 == sentence(row)
}

/// "The Liberals were on 41 percent, the Centre on 39, the Greens on 12 and the League on 13": where parties stand.
fn is_standing(row: &Row<'_>, first: &Entry<'_>) -> bool {
    let before = row.words_before(first);
    let end = if before.ends_with(" on ") { " on " } else { " at " };
    before.ends_with(end) && row.words().matches(end).count() >= 3
}

/// The plain shares of a sentence.
fn shares_of<'a>(row: &Row<'a>) -> Vec<&'a Entry<'a>> {
    let is_share = |entry: &&Entry<'_>| {
        matches!(entry.figure.kind, FigureKind::Percentage | FigureKind::Share)
            && entry.figure.pair.is_none()
            && entry.figure.value > Decimal::ZERO
            && !is_of_count(row, entry)
            && !is_growth(row, entry)
    };
    let shares: Vec<&Entry<'a>> = row.all.iter().filter(is_share).take(MOST).collect();
    if shares.is_empty() {
        return shares;
    }
    // "38 percent, followed by Bell on 31 and Dunn on 22": the sign is said once.
    // "Took 46 per cent of the vote, the Sangh 38, the Dal nine and others 14"
    let words = spaced(row.words());
    let is_of_vote = has_any(&words, &[" of the vote , ", " of votes , ", " of first preferences , "])
        && has_any(&words, &[" others ", " independents ", " the rest "]);
    let is_elided = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        let is_named = || {
            let before = row.words_before(entry);
            is_of_vote && before.trim_end().ends_with(char::is_alphabetic)
        };
        figure.kind == FigureKind::Count
            && figure.unit.is_none()
            && figure.pair.is_none()
            && figure.value < Decimal::ONE_HUNDRED
            && (row.words_before(entry).ends_with(" on ") || is_named())
    };
    let elided = row.all.iter().filter(is_elided).count();
    let are_listed = shares.len() == 1 && 2 <= elided && (is_of_vote || is_standing(row, shares[0]));
    if elided == 0 || !are_listed && (shares.len() < 2 || !has_any(&words, UNDECIDED)) {
        return shares;
    }
    row.all.iter().filter(|entry| is_share(entry) || is_elided(entry)).take(MOST).collect()
}

/// "Revenue was £318 million, | up 6%, with cheese accounting for 71% …": by how much the whole has changed.
fn is_growth(row: &Row<'_>, entry: &Entry<'_>) -> bool {
    let before = row.words_before(entry);
    [" , up ", " , down "].iter().any(|way| before.ends_with(way))
}

/// "With 85% of ballots counted": how far the count is.
fn is_of_count(row: &Row<'_>, entry: &Entry<'_>) -> bool {
    const OF: &[&str] = &["ballot", "vote", "precinct", "station", "district", "return", "paper", "polling station"];
    const COUNTED: &[&str] = &[" counted ", " reporting ", " tallied ", " processed ", " declared "];
    let is_of = entry.figure.unit.as_ref().is_some_and(|unit| OF.contains(&unit.head.as_str()));
    is_of && COUNTED.iter().any(|word| row.words_behind(entry).starts_with(word))
}

fn tie(story: &Story, span: Span, shares: &[&Entry<'_>]) -> Option<Relation> {
    if shares.len() < 2 {
        return None;
    }
    let told = shares;
    let shares = &told_once(story, told)[..];
    // Asked first: most shares that stand together are far from a whole, whatever the words say.
    let sum = solver::share_sum(shares)?;
    let holds = sum.fits;
    if !holds && !within(sum.printed, 50, 200) {
        return None;
    }
    let mut words = spaced(story.text_of(span));
    // "47% back the mayor, compared with 39% for her rival, and 14% are undecided": of one time and one whole.
    if words.matches(" compared with ").count() == 1 && words.contains(" for ") && has_any(&words, UNDECIDED) {
        words = words.replace(" compared with ", " , ");
    }
    // "Hydropower supplied 44 percent of the power last year, gas 31 percent, …": one time for all of them.
    if 3 <= shares.len() && are_gapped(story, shares) {
        words = [" last year ", " last month ", " last week "]
            .iter()
            .fold(words, |words, time| words.replace(time, " then "));
    }
    // "54 percent would vote for it if the election were held today, 39 percent against and 11 percent are undecided".
    if 3 <= shares.len() && has_any(&words, UNDECIDED) {
        words = ASKED.iter().fold(words, |words, asked| words.replace(asked, " "));
    }
    // "The hospital's own figures": whose they are, and nothing that it owns.
    words = words.replace(" own figures ", " figures ");
    // "Of those, 52 percent mended, 31 percent stayed ill and 27 percent died": one whole, told before all of them.
    for opening in [" of those , ", " of them , ", " of these , "] {
        if let Some(behind) = words.strip_prefix(opening) {
            words = format!(" of the lot , {behind}");
        }
    }
    // "Told to tick one box, 48% said they would stay": one answer each, whatever it is about.
    let is_one_answer = is_one_answer(&words);
    if is_one_answer {
        words = words.replace(" would ", " then ").replace(" if ", " then ");
    }
    let is_of_some = words.matches(" of those who ").count() > 1;
    // What the shares are of may well be a tax, and what they would do a wish: with a rest they are all there is.
    if has_rest_of(story, shares) {
        words = OF_THE_THING.iter().fold(words, |words, word| words.replace(word, " then "));
    }
    // "A fund will hold a quarter and the staff the remaining 15%": a share that is told without a number.
    let has_fraction = has_any(&words, FRACTIONS) && told.iter().all(|share| share.figure.kind != FigureKind::Share);
    if has_fraction || has_any(&words, OTHERS) || is_of_some || are_of_many_wholes(story, span, shares) {
        return None;
    }
    let whole = promise(story, &words, shares)?;
    let is_wrong = match whole {
        Whole::Named => within(sum.printed, 50, 200),
        Whole::Likely => within(sum.printed, 80, 125),
        Whole::Exclusive => within(sum.printed, 100, 150),
        Whole::Dealt => within(sum.printed, 102, 125),
    };
    if !holds && !is_wrong {
        return None;
    }
    let (stated, others) = shares.split_last()?;
    Some(Relation {
        kind: RelationKind::Shares,
        beside: Vec::new(),
        stated: stated.claim,
        operands: others.iter().map(|share| share.claim).collect(),
        cue: None,
        low: sum.left.low,
        high: sum.left.high,
        printed: Some(Decimal::ONE_HUNDRED.checked_sub(sum.printed)?.checked_add(stated.figure.value)?),
        complete: whole == Whole::Named,
        holds,
    })
}

/// The shares without those that percent says again: "nearly half the nurses, 48 per cent, are over 50".
fn told_once<'s, 'a>(story: &Story, shares: &[&'s Entry<'a>]) -> Vec<&'s Entry<'a>> {
    const NEAR: usize = 7;
    let is_said_again = |pair: &[&Entry<'_>]| {
        let [one, other] = pair else { return false };
        let is_pair = one.figure.kind == FigureKind::Share && other.figure.kind == FigureKind::Percentage;
        let start = one.figure.number.end;
        is_pair && one.figure.interval.meets(other.figure.interval) && {
            let gap = spaced(story.text_of(Span::new(start, other.figure.number.start.max(start))));
            let is_set_off = [" , ", " ( ", " or ", " – ", " — "].iter().any(|mark| gap.ends_with(mark));
            is_set_off && gap.split_whitespace().count() <= NEAR
        }
    };
    let is_kept = |at: &usize| shares.len() < 3 || !shares.get(*at..*at + 2).is_some_and(is_said_again);
    (0..shares.len()).filter(is_kept).map(|at| shares[at]).collect()
}

pub(super) fn within(sum: Decimal, low: i64, high: i64) -> bool {
    Decimal::from(low) <= sum && sum <= Decimal::from(high)
}

fn promise(story: &Story, words: &str, shares: &[&Entry<'_>]) -> Option<Whole> {
    if has_rest_of(story, shares) {
        return Some(Whole::Named);
    }
    let opposed = OPPOSED.iter().any(|pair| pair.iter().all(|answer| words.contains(answer)));
    match shares.len() {
        // "48 percent had grown up near the pit, 31 percent elsewhere in the land and 27 percent overseas": nobody in two places.
        3.. if words.contains(" elsewhere ") => Some(Whole::Exclusive),
        3.. if is_one_answer(words) => Some(Whole::Exclusive),
        3.. if has_any(words, UNDECIDED) => Some(if opposed { Whole::Likely } else { Whole::Exclusive }),
        3.. if is_graded(words) || are_counted_reasons(words, shares) => Some(Whole::Exclusive),
        2.. if are_opposites(story, shares) => Some(Whole::Exclusive),
        3.. if are_named_in_turn(story, words, shares) => Some(Whole::Exclusive),
        3.. if has_any(words, PARTS)
            || has_any(words, HELD) && (are_parallel(story, shares) || are_holders(story, shares)) =>
        {
            Some(Whole::Likely)
        }
        3.. if are_all_of_a_list(words) || are_sources(story, words, shares) => Some(Whole::Likely),
        3.. if are_dealt_out(story, words, shares) || are_standings(words, shares) => Some(Whole::Dealt),
        3.. if are_taken(story, words, shares) || are_allotted(story, words, shares) => Some(Whole::Dealt),
        3.. if are_made_of(story, words, shares) || are_results(story, words, shares) => Some(Whole::Exclusive),
        2 if opposed && are_of_two_places(story, shares) => None,
        2 if opposed || has_any(words, OF_IT) || are_rivals(story, words, shares) => Some(Whole::Exclusive),
        _ => None,
    }
}

/// "In Brae 58% voted for it, and in Orm 61% against": each share has a place of its own before it.
fn are_of_two_places(story: &Story, shares: &[&Entry<'_>]) -> bool {
    let is_placed = |share: &&Entry<'_>| {
        let figure = share.figure;
        let start = figure.span.start.min(figure.number.start);
        let sentence = story.sentences[figure.sentence].span;
        let before = story.text_of(Span::new(sentence.start.min(start), start));
        let mut words = before.split_whitespace().rev();
        let place = words.next().unwrap_or_default();
        place.starts_with(char::is_uppercase) && words.next().is_some_and(|word| word.eq_ignore_ascii_case("in"))
    };
    shares.iter().all(is_placed)
}

/// Words that say that shares are of one whole, each item of which is counted once.
const ACCOUNTS: &[&str] = &[
    " account for ",
    " accounts for ",
    " accounted for ",
    " accounting for ",
    " of the country ",
    " of the country's ",
    " of the country’s ",
    " of output ",
    " of the power ",
    " of the electricity ",
    " makes up ",
    " make up ",
    " made up ",
    " making up ",
    " comes from ",
    " come from ",
    " came from ",
    " of the total ",
    " of all ",
    " of the vote ",
    " of the votes ",
    " of sales ",
    " of revenue ",
    " of the budget ",
    " of spending ",
];

/// Whether the words give shares of one whole in turn, and leave out what they share: "beer makes up 40%, wine 35%".
fn are_named_in_turn(story: &Story, words: &str, shares: &[&Entry<'_>]) -> bool {
    let gap = |pair: &[&Entry<'_>]| {
        let (start, end) = (pair[0].figure.number.end, pair[1].figure.number.start);
        let text = spaced(story.text_of(Span::new(start, end.max(start))));
        let is_joined = has_any(&text, &[" , ", " and ", " ; "]);
        is_joined && text.split_whitespace().count() <= 14
    };
    has_any(words, ACCOUNTS) && shares.windows(2).all(gap)
}

/// "Sales by region: Europe 44%, Asia 33%, the Americas 23%", "the Nationals on 38%, Labour on 33%, others on 14%".
fn are_all_of_a_list(words: &str) -> bool {
    let is_broken_down =
        words.find(" : ").is_some_and(|colon| has_any(&words[..=colon], &[" by "]) && !words[..colon].contains('%'));
    is_broken_down
        || has_any(words, &[" others on ", " others at ", " other parties on ", " and others ", " others have "])
}

/// Whether only the first share has its sign, and each stands behind "on": the standing of parties in one poll.
fn are_standings(words: &str, shares: &[&Entry<'_>]) -> bool {
    let signs = shares.iter().filter(|share| share.figure.kind == FigureKind::Percentage).count();
    signs == 1
        && shares.len() <= words.matches(" on ").count()
        && has_any(words, &[" poll ", " polls ", " survey ", " vote ", " voters ", " party "])
}

/// Whether two shares are of men and of women, or of what else nobody is both.
fn are_opposites(story: &Story, shares: &[&Entry<'_>]) -> bool {
    const OPPOSITES: [[&str; 2]; 6] = [
        ["men", "women"],
        ["male", "female"],
        ["boys", "girls"],
        ["yes", "no"],
        ["adults", "children"],
        ["urban", "rural"],
    ];
    let near = |share: &&Entry<'_>| -> Vec<String> {
        let skipped = ["were", "are", "was", "is", "of", "them", "said", "voted", "voting"];
        let words = words_behind(story, share).map(|word| word.trim_matches(|mark: char| !mark.is_alphanumeric()));
        let words = words.filter(|word| !word.is_empty()).skip_while(|word| skipped.contains(word));
        let behind = words.take(1).map(str::to_lowercase);
        // "Women accounted for 58 percent of the workforce and men for 42 percent"
        let sentence = story.sentences[share.figure.sentence].span;
        let start = share.figure.span.start.min(share.figure.number.start);
        let before = spaced(story.text_of(Span::new(sentence.start.min(start), start)));
        let is_subject = before.ends_with(" for ");
        let subject = before
            .split_whitespace()
            .rev()
            .skip(1)
            .find(|word| !["accounted", "account", "for", "up", "make", "made"].contains(word));
        behind.chain(subject.filter(|_| is_subject).map(str::to_owned)).collect()
    };
    let named: Vec<Vec<String>> = shares.iter().map(near).collect();
    let is_named = |word: &str| named.iter().filter(|near| near.iter().any(|one| one == word)).count() == 1;
    shares.len() == 2 && OPPOSITES.iter().any(|pair| pair.iter().all(|word| is_named(word)))
}

/// Whether the last share is called the rest: "the remaining 20 percent".
fn has_rest_of(story: &Story, shares: &[&Entry<'_>]) -> bool {
    shares.last().is_some_and(|last| {
        let sentence = story.sentences[last.figure.sentence].span;
        let start = last.figure.span.start.min(last.figure.number.start);
        let before = spaced(story.text_of(Span::new(sentence.start.min(start), start)));
        [
            " remaining ",
            " the other ",
            " the final ",
            " the rest ",
            " balance of ",
            " the rest , ",
            " everything else for ",
            " everything else ",
            " everything else at ",
            " everything else : ",
            " everyone else ",
            " the rest for ",
            " the rest at ",
            " the rest to ",
            " all else ",
            " the remainder ",
            " the remainder for ",
        ]
        .iter()
        .any(|end| before.ends_with(end))
    })
}

/// "Its power comes 52% from gas, 28% from wind and 20% from the sun": all of it.
fn are_sources(story: &Story, words: &str, shares: &[&Entry<'_>]) -> bool {
    has_any(words, &[" comes ", " come "]) && shares.iter().all(|share| next_word(story, share) == "from")
}

/// Whether the same preposition stands behind every share: "40 pct by Orrin and 25 pct by Marl".
fn are_parallel(story: &Story, shares: &[&Entry<'_>]) -> bool {
    let word = |entry: &&Entry<'_>| next_word(story, entry);
    let first = shares.first().map(word).unwrap_or_default();
    ["by", "to", "in"].contains(&first) && shares.iter().all(|share| word(share) == first)
}

/// "Ada Ek holds half the shares, Bo Ek 40 per cent and Cy Ek a fifth": a name right before all but the first.
fn are_holders(story: &Story, shares: &[&Entry<'_>]) -> bool {
    let is_named = |share: &&Entry<'_>| {
        let start = share.figure.span.start.min(share.figure.number.start);
        let before = story.text[..start as usize].trim_end().rsplit(' ').next().unwrap_or_default();
        before.starts_with(char::is_uppercase)
    };
    3 <= shares.len() && shares.iter().skip(1).all(is_named)
}

/// Whether two shares name wholes of their own: "40 percent of men and 35 percent of women",
/// "a 60 percent majority of tenants and a 45 percent minority of owners".
pub(super) fn are_of_many_wholes(story: &Story, span: Span, shares: &[&Entry<'_>]) -> bool {
    let named = shares.iter().filter(|share| {
        span.covers(share.figure.number) && words_behind(story, share).take(2).any(|word| word == "of")
    });
    1 < named.count()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use crate::draft::Format;
    use crate::story::RelationKind;
    use crate::story::relation::tests::{lines, read};

    fn found(draft: &str) -> String {
        lines(&read(draft, Format::Plain), RelationKind::Shares)
    }

    #[expect(clippy::needless_pass_by_value, reason = "an expectation is written in place")]
    fn check(draft: &str, expected: Expect) {
        expected.assert_eq(&found(draft));
    }

    #[test]
    fn the_rest_makes_a_whole() {
        check(
            "Of the grant, 60 percent goes to schools, 25 percent to roads and the remaining 25 percent to parks.\n",
            expect!["25 percent ≠ 60 percent + 25 percent\n"],
        );
        check(
            "Half of the fee goes to the band and 30% to the hall. The remaining 20% pays the staff.\n",
            expect!["20% = Half + 30%\n"],
        );
    }

    #[test]
    fn owners_hold_all_of_a_firm() {
        check(
            "Orrin Mills is owned 40 pct by Marl, 25 pct by Tarn and 35 pct by a local bank.\n",
            expect!["35 pct = 40 pct + 25 pct\n"],
        );
        check(
            "Orrin Mills is owned 40 pct by Marl, 25 pct by Tarn and 53 pct by a local bank.\n",
            expect!["53 pct ≠ 40 pct + 25 pct\n"],
        );
    }

    #[test]
    fn a_poll_with_its_undecided_is_whole() {
        check(
            "The poll put support at 45% and those who oppose it at 35%, with 30% undecided.\n",
            expect!["30% ≠ 45% + 35%\n"],
        );
        check("Some 52 percent were for the plan and 61 percent against.\n", expect!["61 percent ≠ 52 percent\n"]);
    }

    #[test]
    fn rounding_may_miss_by_half_a_point_a_share() {
        check(
            "The vote was split: 33 percent for Moss, 33 percent for Brand and 33 percent for Hale.\n",
            expect!["33 percent = 33 percent + 33 percent\n"],
        );
    }

    #[test]
    fn shares_that_promise_nothing_are_left_alone() {
        check("About 40 percent of men and 75 percent of women wear hats.\n", expect![""]);
        check("Some 60 percent read papers, 55 percent watch news and 20 percent do neither.\n", expect![""]);
        check("Sales rose 40 percent in May, 50 percent in June and 60 percent in July, split evenly.\n", expect![""]);
        check("A 69% majority of tenants support the plan and a 45% plurality of owners oppose it.\n", expect![""]);
        check("Moss had 41 percent and Brand 38 percent.\n", expect![""]);
    }

    proptest! {
        #[test]
        fn a_sound_split_holds_and_one_share_that_is_off_never_does(
            first in 10_u32..45, second in 10_u32..45, off in 4_u32..9, which in 0_usize..3,
        ) {
            let shares = [first, second, 100 - first - second];
            let draft = |shares: [u32; 3]| format!(
                "Of the money, {} percent is for roads, {} percent for parks and the remaining {} percent for schools.\n",
                shares[0], shares[1], shares[2],
            );
            prop_assert!(found(&draft(shares)).contains('='));
            let mut wrong = shares;
            wrong[which] += off;
            prop_assert!(found(&draft(wrong)).contains('≠'));
        }
    }
}
