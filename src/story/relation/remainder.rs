//! Finds totals of which a later sentence gives one part and the rest: "640 of them got a call, and the other 620 a
//! leaflet", "the insurers will pay £1.1m and the trust the remaining £500,000"; and tolls that run on: "Five more were
//! found, bringing the toll to 16".

use rust_decimal::Decimal;

use super::breakdown::is_rest;
use super::row::{Row, has_any};
use super::sequel::is_gapped;
use super::solver::{self, Part};
use super::thing::{self, Fit};
use super::{Entry, Promise, Story, Tie};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// How many sentences with figures back a total may stand.
const REACH: usize = 3;

/// How many blocks back.
const BLOCKS: usize = 2;

/// The totals that a later sentence divides in two, and those that it brings up to date.
pub(super) fn find<'a>(rows: &'a [Row<'a>]) -> Vec<Tie<'a>> {
    let ties = (0..rows.len()).filter_map(|number| {
        let row = &rows[number];
        let first =
            (number.saturating_sub(REACH)..number).find(|&at| row.block <= rows[at].block + BLOCKS).unwrap_or(number);
        let before = &rows[first..number];
        let of_rest = || {
            the_rest(row, before)
                .or_else(|| rest_of_whole(row))
                .or_else(|| running(row, before, &rows[..number]))
                .or_else(|| left(row, before))
                .or_else(|| left_of_whole(row, before))
                .or_else(|| the_others(row, before))
        };
        let of_rest = row.tells_of_rest.then(of_rest).flatten();
        of_rest.or_else(|| aboard(row, before)).or_else(|| all_of_them(row, before)).or_else(|| two_sides(row, before))
    });
    ties.collect()
}

/// Whether a sentence of these words can call a figure what is left of something, or what it has come to.
pub(super) fn may_tell_of_rest(story: &Story, row: &Row<'_>) -> bool {
    const REST: WordList = WordList::of(&[
        "other",
        "remaining",
        "rest",
        "balance",
        "remainder",
        "leaving",
        "leaves",
        "left",
        "remain",
        "still",
    ]);
    let block = &story.blocks[row.block];
    let (text, words) = (block.span.of(&story.text), &block.mentions.vocabulary);
    let may = |list: &WordList| words.may_hold_listed(list);
    let has =
        |list: &WordList| may(list) && story.tokens_of(row.block, row.span).iter().any(|token| list.has(token, text));
    has(&REST) || may(&TOTALS) && has(&BRINGING) && has(&TOTALS)
}

/// What brings a number to another.
const BRINGING: WordList = WordList::of(&[
    "bringing", "brings", "brought", "taking", "takes", "took", "raising", "raised", "pushing", "lifting",
]);

/// What is brought to it.
const TOTALS: WordList = WordList::of(&["toll", "total", "number", "count", "tally", "figure"]);

/// Whether one of the figures is called what is left of something, or what it has come to: hardly any is.
pub(super) fn tells_of_rest(row: &Row<'_>) -> bool {
    let is_other = |entry: &Entry<'_>| row.words_before(entry).ends_with(" the other ");
    let is_told = |entry: &Entry<'_>| {
        is_other(entry) || is_rest(row, entry) || is_left(row, entry) || is_running_total(row, entry)
    };
    row.all.iter().any(is_told)
}

/// One part and the rest, and the total before them.
fn the_rest<'a>(row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    let at = row.all.iter().position(|entry| is_rest(row, entry)).filter(|at| 0 < *at)?;
    let (part, rest) = (&row.all[at - 1], &row.all[at]);
    let is_pair =
        thing::adds_up(part.figure.kind) && (part.figure.kind == rest.figure.kind) && is_plain(part) && is_plain(rest);
    let others = row.all.iter().filter(|other| other.claim != part.claim && other.claim != rest.claim);
    let has_own_total = others.clone().any(|other| other.figure.kind == part.figure.kind);
    // "Guilty to one count of fraud and two of perjury; the other 11": a part of one, which is no figure.
    let has_single = row.words_before(part).contains(" one ");
    if !is_pair || has_own_total || has_single {
        return None;
    }
    let larger = part.figure.value.max(rest.figure.value);
    let fits = |whole: &&Entry<'a>| {
        let is_whole = whole.figure.pair.is_none() && larger < whole.figure.value && whole.figure.unit.is_some();
        is_whole && [part, rest].iter().all(|it| thing::fit(whole.figure, it.figure) != Fit::Other)
    };
    let wholes = before.iter().rev().flat_map(|row| row.entries.iter().rev()).filter(fits);
    let parts = || vec![Part { entry: part, times: 1 }, Part { entry: rest, times: 1 }];
    let ties: Vec<Tie<'a>> = wholes.map(|stated| Tie { stated, parts: parts(), promise: Promise::Near }).collect();
    likeliest(ties)
}

/// "Will lend €30m towards the €46m project, with the balance of €16m to come from reserves": one sentence gives the whole
/// behind the part of it, and the rest.
fn rest_of_whole<'a>(row: &'a Row<'a>) -> Option<Tie<'a>> {
    const OF: &[&str] = &[" of ", " towards ", " toward ", " into ", " for ", " to "];
    const FAR: usize = 24;
    let rest = row.all.iter().find(|entry| is_rest(row, entry))?;
    let alike = row.all.iter().filter(|entry| entry.figure.kind == rest.figure.kind && is_plain(entry));
    let [part, stated, last] = alike.collect::<Vec<_>>()[..] else { return None };
    let gap = row.between_numbers(part, stated);
    let is_article = |words: &str| matches!(words.trim(), "the" | "a" | "an" | "its" | "their" | "that");
    let is_of = OF.iter().any(|of| gap.split_once(of).is_some_and(|(_, article)| is_article(article)));
    let is_whole = last.claim == rest.claim && is_of && gap.len() <= FAR && thing::adds_up(stated.figure.kind);
    let parts = vec![Part { entry: part, times: 1 }, Part { entry: rest, times: 1 }];
    (is_whole && [part, rest].iter().all(|it| thing::fit(stated.figure, it.figure) != Fit::Other)).then_some(Tie {
        stated,
        parts,
        promise: Promise::Likely,
    })
}

/// "Thirty-one miners were underground. Twenty-two were brought up, leaving nine still trapped."
fn left<'a>(row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    let at = row.entries.iter().position(|entry| is_left(row, entry))?;
    let ([gone, rest], 1) = (&row.entries[..], at) else { return None };
    let last = before.last()?;
    let fits = |whole: &&Entry<'a>| {
        [gone, rest].iter().all(|part| thing::fit(whole.figure, part.figure) != Fit::Other)
            && whole.figure.unit.is_some()
            && gone.figure.value.max(rest.figure.value) < whole.figure.value
    };
    let mut wholes = last.entries.iter().filter(fits);
    let stated = wholes.next().filter(|_| wholes.next().is_none())?;
    let parts = vec![Part { entry: gone, times: 1 }, Part { entry: rest, times: 1 }];
    (is_plain(gone) && is_plain(rest)).then_some(Tie { stated, parts, promise: Promise::Near })
}

/// "Leaving nine", "leaving it with nine", "only nine are left".
fn is_left(row: &Row<'_>, entry: &Entry<'_>) -> bool {
    const LEAVING: [&str; 7] = [
        " leaving ",
        " leaving only ",
        " leaving just ",
        " which leaves ",
        " leaving it with ",
        " leaving them with ",
        " leaving it with only ",
    ];
    let before = row.words_before(entry);
    let behind = row.words_behind(entry);
    let remains = [" are left ", " remain ", " are still ", " were still ", " is left ", " were left "]
        .iter()
        .any(|words| behind.starts_with(words));
    LEAVING.iter().any(|end| before.ends_with(end)) || remains
}

/// "Lost 11 of its 26 post offices, leaving it with 15", "Eleven of the 26 have shut. Only 15 are left."
fn left_of_whole<'a>(row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    let is_rest_of = |entry: &Entry<'_>| is_left(row, entry) || row.words_before(entry).ends_with(" the other ");
    let at = row.all.iter().position(is_rest_of)?;
    let rest = &row.all[at];
    let pair = |all: &'a [Entry<'a>], row: &'a Row<'a>| {
        all.windows(2).find_map(|pair| {
            let gap = row.between_numbers(&pair[0], &pair[1]);
            let is_of = [" of its ", " of the ", " of their ", " of 's ", " of "].iter().any(|words| gap == *words)
                || gap.starts_with(" of the ")
                    && (gap.ends_with(" ’s ") || gap.ends_with("'s ") || gap.ends_with("’s "));
            let is_count = pair.iter().all(|entry| entry.figure.kind == FigureKind::Count && is_plain(entry));
            (is_of && is_count && pair[0].figure.value < pair[1].figure.value).then_some((&pair[0], &pair[1]))
        })
    };
    let earlier = || before.last().filter(|last| last.block == row.block).and_then(|last| pair(last.all, last));
    let (gone, stated) = if at == 0 { earlier() } else { pair(&row.all[..at], row) }?;
    let is_alike =
        rest.figure.kind == FigureKind::Count && is_plain(rest) && thing::fit(stated.figure, rest.figure) != Fit::Other;
    let is_all = row.all.len() == at + 1 || at > 0;
    let parts = vec![Part { entry: gone, times: 1 }, Part { entry: rest, times: 1 }];
    (is_alike && is_all && rest.figure.value < stated.figure.value).then_some(Tie {
        stated,
        parts,
        promise: Promise::Near,
    })
}

/// "The ship had 312 people on board. Coast guards saved 277, and 35 are missing": more are accounted for than there were.
fn aboard<'a>(row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    const SAFE: &[&str] = &[" saved ", " rescued ", " pulled ", " survived ", " safe ", " picked up "];
    const LOST: &[&str] = &[" missing ", " drowned ", " died ", " dead ", " killed ", " unaccounted "];
    let last = before.last()?;
    let ([stated], [_, _]) = (&last.entries[..], row.all) else { return None };
    let is_count = |entry: &Entry<'_>| {
        entry.figure.kind == FigureKind::Count
            && is_plain(entry)
            && thing::fit(stated.figure, entry.figure) != Fit::Other
    };
    // Asked first: most pairs of figures are no counts of what the one before them counts.
    if !is_plain(stated) || !row.all.iter().all(is_count) {
        return None;
    }
    let words = super::row::spaced(last.words());
    if !has_any(&words, &[" on board ", " aboard ", " passengers and crew "]) {
        return None;
    }
    let own = super::row::spaced(row.words());
    let has_both = has_any(&own, SAFE) && has_any(&own, LOST);
    let is_open = has_any(&own, &[" of them ", " of whom ", " including ", " among "]);
    let parts = row.all.iter().map(|entry| Part { entry, times: 1 }).collect();
    let tie = Tie { stated, parts, promise: Promise::Near };
    let sum = solver::total(row.all)?;
    let is_above = stated.figure.value <= sum;
    (has_both && !is_open && is_above).then_some(tie)
}

/// "The crash left 14 injured, five of them seriously. The other nine were let home."
fn the_others<'a>(row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    let rest = row.all.first().filter(|entry| is_rest(row, entry) && row.opening() == " the other ")?;
    let last = before.last().filter(|last| last.block == row.block)?;
    let [stated, some] = last.all else { return None };
    let is_some = [" of them ", " of whom "].iter().any(|words| last.words_behind(some).starts_with(words));
    let is_count = |entry: &Entry<'_>| entry.figure.kind == FigureKind::Count && is_plain(entry);
    let fits = [stated, some, rest].into_iter().all(is_count) && thing::fit(stated.figure, rest.figure) != Fit::Other;
    let parts = vec![Part { entry: some, times: 1 }, Part { entry: rest, times: 1 }];
    let is_less = some.figure.value.max(rest.figure.value) < stated.figure.value;
    (is_some && fits && is_less).then_some(Tie { stated, parts, promise: Promise::Near })
}

/// "Nine people were rescued from the roof. Six climbed out. All 15 were treated."
fn all_of_them<'a>(row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    let stated = row.entries.first().filter(|_| row.begins(&['A', 'a']) && row.opening() == " all ")?;
    let is_count = |entry: &Entry<'_>| entry.figure.kind == FigureKind::Count && is_plain(entry);
    let near: Vec<&'a Row<'a>> = before.iter().filter(|earlier| earlier.block == row.block).collect();
    let single = |row: &&'a Row<'a>| match row.all {
        [entry] if is_count(entry) && thing::fit(stated.figure, entry.figure) != Fit::Other => {
            Some(Part { entry, times: 1 })
        }
        _ => None,
    };
    if let Some(tie) = all_casualties(stated, near.last()?) {
        return Some(tie);
    }
    let parts: Vec<Part<'a>> = near.iter().filter_map(single).collect();
    let is_all = parts.len() == near.len() && 2 <= parts.len() && is_count(stated);
    let are_people = parts.iter().any(|part| thing::counts_people(&part.entry.figure.mention));
    let is_new = parts.iter().all(|part| part.entry.figure.value < stated.figure.value);
    (is_all && are_people && is_new).then_some(Tie { stated, parts, promise: Promise::Near })
}

/// "Five were killed and 18 injured. All 23 casualties …"
fn all_casualties<'a>(stated: &'a Entry<'a>, last: &'a Row<'a>) -> Option<Tie<'a>> {
    let is_all = stated.figure.unit.as_ref().is_some_and(|unit| matches!(unit.head.as_str(), "casualty" | "victim"));
    let words = super::row::spaced(last.words());
    let tells_both =
        has_any(&words, &[" killed ", " died ", " dead "]) && has_any(&words, &[" injured ", " hurt ", " wounded "]);
    let [dead, hurt, ..] = &last.entries[..] else { return None };
    let are_counts = [dead, hurt].iter().all(|entry| entry.figure.kind == FigureKind::Count && is_plain(entry));
    let behind = last.words_behind(hurt);
    let is_hurt = [" injured ", " hurt ", " wounded ", " people injured ", " were injured ", " were hurt "];
    let is_pair =
        is_hurt.iter().any(|words| behind.starts_with(words)) || thing::event_of_unit(hurt.figure) == Some("injury");
    let parts = vec![Part { entry: dead, times: 1 }, Part { entry: hurt, times: 1 }];
    (is_all && tells_both && are_counts && is_pair).then_some(Tie { stated, parts, promise: Promise::Near })
}

/// "The jury heard 22 witnesses. Thirteen were called by the prosecution and nine by the defence."
fn two_sides<'a>(row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    const LEAST: i64 = 10;
    let last = before.last().filter(|last| last.block == row.block)?;
    let is_pair = row.all.len() == 2 && row.opening().trim().is_empty();
    let listing = is_pair.then(|| row.listing_of_counts(0)).flatten()?;
    let sides = [" by ", " from ", " for ", " to ", " against "];
    let last_words = row.words_behind(listing.parts.last()?.entry);
    let is_of_sides = sides.iter().any(|side| last_words.starts_with(side)) && !last_words.contains(" and ");
    let is_shared =
        is_of_sides && listing.parts.len() == 2 && listing.is_whole && listing.is_parallel && is_gapped(row, &listing);
    let is_whole = |whole: &&Entry<'a>| whole.figure.kind == FigureKind::Count && whole.figure.unit.is_some();
    let mut wholes = last.all.iter().filter(is_whole);
    let stated = wholes.next().filter(|_| wholes.next().is_none())?;
    let fits = listing.parts.iter().all(|part| {
        part.entry.figure.value < stated.figure.value && thing::fit(stated.figure, part.entry.figure) != Fit::Other
    });
    let tie = Tie { stated, parts: listing.parts, promise: Promise::Near };
    let is_near = tie.distance() < Decimal::new(108, 2) && Decimal::from(LEAST) <= stated.figure.value;
    (is_shared && fits && is_near).then_some(tie)
}

/// "Five more were found in the saloon, bringing the toll to 16."
fn running<'a>(row: &'a Row<'a>, before: &'a [Row<'a>], all: &'a [Row<'a>]) -> Option<Tie<'a>> {
    let at = row.entries.iter().position(|entry| is_running_total(row, entry)).filter(|at| 0 < *at)?;
    let stated = &row.entries[at];
    let added: Vec<Part<'a>> = row.entries[..at].iter().map(|entry| Part { entry, times: 1 }).collect();
    let is_more = is_added(row, added.first()?.entry) && added.iter().all(|part| is_plain(part.entry));
    if !is_more {
        return all_so_far(stated, added, all);
    }
    let is_base = |base: &&Entry<'a>| {
        base.figure.kind == stated.figure.kind && is_plain(base) && base.figure.value < stated.figure.value
    };
    let bases = || before.iter().rev().flat_map(|row| row.entries.iter().rev()).filter(is_base);
    let sum = |base: &'a Entry<'a>| {
        let parts = std::iter::once(Part { entry: base, times: 1 }).chain(added.iter().copied()).collect();
        Tie { stated, parts, promise: Promise::Near }
    };
    let last = before.last()?.all[0].figure.sentence;
    let is_only = bases().filter(|base| base.figure.sentence == last).count() == 1;
    let ties: Vec<Tie<'a>> = bases().map(sum).collect();
    let best = likeliest(ties).filter(|_| is_more)?;
    (best.distance() == Decimal::ONE || is_only).then_some(best)
}

/// "Seven bodies were recovered on Monday and four on Tuesday, bringing the toll to 11": nothing was counted before.
fn all_so_far<'a>(stated: &'a Entry<'a>, added: Vec<Part<'a>>, all: &'a [Row<'a>]) -> Option<Tie<'a>> {
    let tie = Tie { stated, parts: added, promise: Promise::Near };
    let is_plain_list = 2 <= tie.parts.len() && tie.parts.iter().all(|part| is_plain(part.entry));
    let missing = stated.figure.value.checked_sub(solver::total(tie.parts.iter().map(|part| part.entry))?)?;
    let is_told = all.iter().flat_map(|row| &row.entries).any(|entry| entry.figure.value == missing);
    (is_plain_list && !is_told && tie.distance() < Decimal::new(118, 2)).then_some(tie)
}

/// "Bringing the death toll to 16", "taking the total to 40".
fn is_running_total(row: &Row<'_>, entry: &Entry<'_>) -> bool {
    let before = row.words_before(entry);
    (before.ends_with(" to ") || before.ends_with(" to at least "))
        && has_word(&before, &BRINGING)
        && has_word(&before, &TOTALS)
}

/// Whether one of the words, as [`spaced`](super::row::spaced) writes them, is listed.
fn has_word(words: &str, listed: &WordList) -> bool {
    words.split(' ').any(|word| listed.words().contains(&word))
}

/// "Five more", "another five", "a further five".
fn is_added(row: &Row<'_>, entry: &Entry<'_>) -> bool {
    let before = row.words_before(entry);
    let behind = row.words_behind(entry);
    let is_led = [" another ", " further ", " additional ", " extra "].iter().any(|end| before.ends_with(end));
    is_led
        || row.phrase(entry).contains(" more ")
        || behind.starts_with(" more ")
        || behind.starts_with(" others ")
        || behind.starts_with(" further ")
}

fn is_plain(entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
        && figure.kind != FigureKind::Score
}

/// The total that fits, or else the nearest one that is near enough to be meant.
fn likeliest(ties: Vec<Tie<'_>>) -> Option<Tie<'_>> {
    let near = ties.into_iter().filter(|tie| tie.distance() < Decimal::new(118, 2));
    near.min_by_key(Tie::distance)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn check(cases: &[(&str, &str)]) {
        let sums = |text: &str| relations(&read(&format!("Notes\n\n{text}\n")), RelationKind::Sum);
        let missed: Vec<String> = cases
            .iter()
            .filter(|(text, expected)| sums(text).join("; ") != *expected)
            .map(|(text, expected)| format!("{text}\n  expected {expected}\n  found {:?}", sums(text)))
            .collect();
        assert!(missed.is_empty(), "\n{}", missed.join("\n"));
    }

    #[test]
    fn one_part_and_the_rest_make_the_total_before() {
        check(&[
            (
                "The trial followed 1,260 people. Calls went to 640 of them, and the other 630 got a leaflet.",
                "1,260 ≠ 1270",
            ),
            (
                "The trial followed 1,260 people. Calls went to 640 of them, and the other 620 got a leaflet.",
                "1,260 = 1260",
            ),
            (
                "The fire did £1.6m of damage. The insurers will pay £1.1m and the trust must find the remaining £700,000.",
                "£1.6m ≠ 1700000..1900000",
            ),
            ("The fire did £9.6m of damage. The insurers will pay £1.1m and the trust the remaining £600,000.", ""),
        ]);
    }

    #[test]
    fn a_toll_runs_on_from_the_sentence_before() {
        check(&[
            ("Divers brought up 11 bodies. Five more were found on deck, bringing the toll to 17.", "17 ≠ 16"),
            ("Divers brought up 11 bodies. Five more were found on deck, bringing the toll to 16.", "16 = 16"),
            (
                "Police held 24 people on Monday. Another nine were arrested overnight, taking the total to 35.",
                "35 ≠ 33",
            ),
            ("Crews of 12 searched. Five more bodies were found, bringing the toll to 94.", ""),
            ("Three more bodies were found in Ayr and two in Troon, bringing the total to 40.", ""),
        ]);
    }

    #[test]
    fn parts_of_many_kinds_make_the_total_before() {
        check(&[
            (
                "Plans for 320 homes were passed. The scheme comprises 190 flats, 85 houses and 55 bungalows.",
                "320 ≠ 330",
            ),
            ("At least 34 people died. The dead included 19 women, nine men and five children.", "34 ≠ 33"),
            ("At least 34 people died. The dead included 19 women and nine children.", ""),
            (
                "Officials put the dead at nine - four men, three women and a child - and said that 120 people were hurt.",
                "nine ≠ 8",
            ),
            (
                "It should save $350 million a year by 2028: $180 million from purchasing, $110 million from closures and $90 million from jobs.",
                "$350 million ≠ 378500000..381500000",
            ),
            (
                "Wind farms generated 4.6 TWh, down 22% from 5.9. Dams added 2.3 TWh and gas plants 3.7 TWh, for an output of 11.6 TWh in all.",
                "11.6 ≠ 10.45..10.75",
            ),
        ]);
    }
}
