//! A sum dealt out in shares by one verb: "the budget gives 42 per cent to wages, 27 per cent to debt and 31 per cent to
//! projects", "spends 55% on pay, 30% on rent and 15% on books".

use super::row::{has_any, spaced};
use super::share_words::words_behind;
use super::{Entry, Story};
use crate::text::Span;

/// Verbs that deal a sum out.
const VERBS: &[&str] = &[
    " gives ",
    " gave ",
    " give ",
    " allots ",
    " allotted ",
    " allocates ",
    " allocated ",
    " devotes ",
    " devoted ",
    " spends ",
    " spent ",
    " spend ",
    " sets aside ",
    " set aside ",
    " earmarks ",
    " earmarked ",
    " goes ",
    " went ",
    " go ",
    " sends ",
    " directs ",
    " puts ",
    " exports ",
    " exported ",
];

/// What is dealt out.
const SUMS: &[&str] = &[
    " budget ",
    " fund ",
    " funds ",
    " money ",
    " income ",
    " revenue ",
    " spending ",
    " levy ",
    " proceeds ",
    " estate ",
    " aid ",
    " sum ",
    " grant ",
    " wages bill ",
    " output ",
    " harvest ",
    " crop ",
    " exports ",
    " profits ",
    " takings ",
];

/// Words by which shares are of other wholes or overlap.
const OTHERS: &[&str] = &[" likely ", " chance ", " each ", " both ", " up ", " down ", " extra ", " more ", " among "];

/// Whether one verb deals a sum out, each share of which stands before the same small word.
pub(super) fn are_allotted(story: &Story, words: &str, shares: &[&Entry<'_>]) -> bool {
    const LONGEST: usize = 16;
    let gap = |pair: &[&Entry<'_>]| {
        let (start, end) = (pair[0].figure.number.end, pair[1].figure.number.start);
        let text = spaced(story.text_of(Span::new(start, end.max(start))));
        has_any(&text, &[" , ", " and ", " ; "]) && text.split_whitespace().count() <= LONGEST
    };
    let small = |share: &&Entry<'_>| {
        let word = words_behind(story, share).find(|word| !matches!(*word, "%" | "percent" | "per" | "cent" | "pct"));
        word.filter(|word| ["to", "on", "for", "towards", "into"].contains(word))
    };
    let first = small(&shares[0]);
    let is_one = first.is_some() && shares.iter().all(|share| small(share) == first);
    is_one && has_any(words, VERBS) && has_any(words, SUMS) && !has_any(words, OTHERS) && shares.windows(2).all(gap)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_sum_dealt_out_is_no_more_than_all_of_it() {
        for (text, is_wrong) in [
            (
                "The budget gives 42 per cent to wages, 27 per cent to debt, 21 per cent to dams and 14 per cent to towns.",
                true,
            ),
            (
                "The budget gives 42 per cent to wages, 27 per cent to debt, 21 per cent to dams and 10 per cent to towns.",
                false,
            ),
            ("The club spends 55% of its income on pay, 30% on rent and 25% on books.", true),
            ("The club spends 55% of its income on pay, 30% on rent and 15% on books.", false),
            ("The budget gives 42 per cent more to wages, 37 per cent to debt and 31 per cent to dams.", false),
        ] {
            let found = relations(&read(text), RelationKind::Shares);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
