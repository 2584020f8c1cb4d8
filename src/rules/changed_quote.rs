//! One quotation in two wordings.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::cited::cited_otherwise;
use super::rewording::{Retold, Saying, rewordings};
use super::short_display::told_otherwise;
use super::{Report, Rule};
use crate::draft::Role;
use crate::extract::QuoteKind;
use crate::finding::Severity;
use crate::story::{Quotation, SpokenWord, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "changed-quote",
    summary: "one quotation stands in the story in two wordings",
    severity: Severity::Error,
    explanation: r#"
The headline, the dek, a caption or a later paragraph quotes the same words as another place, and a word differs,
changes its place, or is left out between their beginning and their end.

Quotation marks promise the very words; of two wordings, one at least is wrong.

```story
# Mayor calls ferry contract “a complete failure of nerve”
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ changed-quote: Two wordings of one quotation: “complete” here, “total” further down.

“This is a total failure of nerve, and we will pay for it,” Mayor Ada Finch said on Friday.
```

Better: look up what was said, and quote it alike.

```story
# Mayor calls ferry contract “a total failure of nerve”

“This is a total failure of nerve, and we will pay for it,” Mayor Ada Finch said on Friday.
```

Not flagged: a quotation that is cut with an ellipsis or brackets; one that says more or less at its ends;
a slogan that a speaker varies within one paragraph; words that two people say; titles, nicknames and terms.

Reference: AP, Reuters and the New York Times never alter the words between quotation marks.
"#,
    asks_relations: false,
    check,
};

/// Two wordings are told apart from two sayings by what they share: so many words at least …
const FEWEST_SHARED: usize = 3;
/// … and all but one in so many.
const ONE_IN: usize = 4;
/// … or all but two in so many.
const TWO_IN: usize = 7;
/// Words in the midst of a saying that may be put otherwise: "everything" for "all that".
const REPHRASED: usize = 3;

fn check(story: &Story, report: &mut Report<'_>) {
    let spoken = story.quotations.iter().filter(|quotation| is_spoken(quotation));
    let (displayed, quoted): (Vec<&Quotation>, Vec<&Quotation>) =
        spoken.partition(|quotation| is_display(story.blocks[quotation.block].role));
    let sayings: Vec<Saying<'_>> = quoted.iter().map(|quotation| Saying::of(story, quotation)).collect();
    let pulled = pulled_otherwise(story, &sayings, &displayed);
    let retold: Vec<Retold<'_>> = rewordings(story, &sayings).into_iter().chain(pulled).collect();
    for retold in &retold {
        let [one, other] = &retold.words;
        // "Maintained subsidiaries abroad" and "987 subsidiaries abroad" are two sayings of one subject.
        let is_number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
        // "Not to “make Brae great” but to “make Brae whole”": whoever puts them side by side knows that they differ.
        let is_contrast = story.sentence_at(retold.earlier.start) == story.sentence_at(retold.later.start);
        if is_number(one) != is_number(other) || is_contrast {
            continue;
        }
        report
            .at(retold.later, format!("Two wordings of one quotation: “{other}” here, “{one}” above."))
            .relate(retold.earlier, "the other wording")
            .help("Look up what was said, and quote it alike.");
    }
    let is_known = |saying: &Saying<'_>| retold.iter().any(|retold| retold.later == saying.quotation.extent());
    for (earlier, later) in cited_otherwise(story, &sayings, is_known) {
        let (one, other) = (story.text_of(earlier.inner[0]), story.text_of(later.inner[0]));
        report
            .at(later.extent(), format!("Two wordings of one quotation: “{other}” here, “{one}” above."))
            .relate(earlier.extent(), "the other wording")
            .help("Look up what was said, and quote it alike.");
    }
    let is_asked = |quotation: &Quotation| {
        retold.iter().any(|retold| [retold.earlier, retold.later].contains(&quotation.extent()))
    };
    let displayed = displayed.into_iter().filter(|quotation| !is_cut(story, quotation) && !is_asked(quotation));
    let displayed = displayed.map(|quotation| Saying::of(story, quotation));
    let (displayed, short): (Vec<Saying<'_>>, Vec<Saying<'_>>) =
        displayed.partition(|saying| FEWEST_SHARED < saying.words.len());
    for saying in &short {
        let Some((told, at, there)) = told_otherwise(story, saying, &sayings) else { continue };
        report
            .at(saying.quotation.extent(), two_wordings(&saying.word(at), &told.word(there)))
            .relate(told.quotation.extent(), "the other wording")
            .help("Look up what was said, and quote it alike.");
    }
    if displayed.is_empty() {
        return;
    }
    let body = Body::of(&sayings, &displayed);
    for saying in &displayed {
        let of_sentence = || saying.sentences().into_iter().filter(is_long).find_map(|part| body.change_of(&part));
        let Some(change) = body.change_of(saying).or_else(of_sentence) else { continue };
        report
            .at(saying.quotation.extent(), two_wordings(&change.here, &change.there))
            .relate(change.span, "the other wording")
            .help("Look up what was said, and quote it alike.");
    }
}

/// A pulled quotation that has all of a piece which the text quotes but a word: “that was the greatest loss of my life” beside
/// “the best loss of my life”.
fn pulled_otherwise<'a>(story: &'a Story, sayings: &[Saying<'a>], displayed: &[&'a Quotation]) -> Vec<Retold<'a>> {
    let is_pulled = |quotation: &&&Quotation| story.blocks[quotation.block].role == Role::BlockQuote;
    let pulled: Vec<&Quotation> = displayed.iter().filter(is_pulled).copied().collect();
    if pulled.is_empty() {
        return Vec::new();
    }
    let spoken = sayings.iter().map(|saying| saying.quotation).chain(pulled.iter().copied());
    let all: Vec<Saying<'a>> = spoken.map(|quotation| Saying::of(story, quotation)).collect();
    let is_of_pulled = |retold: &Retold<'_>| {
        pulled.iter().any(|quotation| [retold.earlier, retold.later].contains(&quotation.extent()))
    };
    rewordings(story, &all).into_iter().filter(is_of_pulled).collect()
}

/// What differs between a headline and the story below it.
fn two_wordings(here: &str, there: &str) -> String {
    format!("Two wordings of one quotation: “{here}” here, “{there}” further down.")
}

/// Whether a sentence of what is displayed has words enough to be known again.
fn is_long(sentence: &Saying<'_>) -> bool {
    TWO_IN <= sentence.words.len()
}

/// What stands over the text or beside it, and takes its quotations from there.
fn is_display(role: Role) -> bool {
    role.is_heading() || matches!(role, Role::Caption | Role::BlockQuote)
}

fn is_spoken(quotation: &Quotation) -> bool {
    matches!(quotation.kind, QuoteKind::Speech | QuoteKind::Fragment | QuoteKind::Term)
}

/// Whether words are left out of a quotation, or put into it.
fn is_cut(story: &Story, quotation: &Quotation) -> bool {
    let is_cut = |text: &str| text.contains("...") || text.contains(['…', '[', '(']);
    quotation.inner.iter().any(|&inner| is_cut(story.text_of(inner)))
}

/// The words that the story's text quotes, looked up by those that are displayed.
struct Body<'a> {
    sayings: &'a [Saying<'a>],
    /// Where each displayed word stands, by its number: the quotation and the place in it.
    places: FxHashMap<u64, Vec<(usize, usize)>>,
}

/// The words that differ.
struct Change {
    here: String,
    there: String,
    span: Span,
}

impl<'a> Body<'a> {
    fn of(sayings: &'a [Saying<'a>], displayed: &'a [Saying<'a>]) -> Self {
        let words = displayed.iter().flat_map(|saying| saying.words.iter());
        let mut places: FxHashMap<u64, Vec<(usize, usize)>> = words.map(|word| (word.key, Vec::new())).collect();
        // Nearly all words are none of these, and show it at a glance.
        let glance = |key: u64| 1_u64 << (key % 64);
        let displayed = places.keys().fold(0, |all, &key| all | glance(key));
        for (quote, saying) in sayings.iter().enumerate() {
            for (at, word) in saying.words.iter().enumerate().filter(|(_, word)| displayed & glance(word.key) != 0) {
                if let Some(places) = places.get_mut(&word.key) {
                    places.push((quote, at));
                }
            }
        }
        Self { sayings, places }
    }

    /// The place in the body that has the words of `said` otherwise; `None` where they are quoted there word for word.
    fn change_of(&self, said: &Saying<'_>) -> Option<Change> {
        let words = &said.words[..];
        let windows = self.windows(words);
        if windows.iter().any(|&(quote, start)| self.differences(said, quote, start).is_some_and(|d| d.is_empty())) {
            return None;
        }
        let changed = windows.into_iter().find_map(|(quote, start)| {
            let differences = self.differences(said, quote, start)?;
            // Of two words, the second is more telling: "this would bury", "it would drown".
            let at = *differences.last()?;
            let saying = &self.sayings[quote];
            let (here, there) = (said.word(at), saying.word(start + at));
            // "We are going" and "we're going" are the same words.
            let is_contracted = at.checked_sub(1).is_some_and(|before| is_contraction(&there, &said.word(before)))
                || at + 1 < words.len() && is_contraction(&there, &here) && said.word(at + 1).len() <= 4;
            let is_other = !is_contracted && !is_inflected(&here, &there);
            let change = |span| Change { here: here.into_owned(), there: there.into_owned(), span };
            is_other.then(|| change(saying.quotation.extent()))
        });
        changed.or_else(|| self.rephrasing(said))
    }

    /// Where in the body the words may begin: wherever one of their two rarest would put them.
    /// If one word differs, the other of the two stands where it should.
    fn windows(&self, words: &[SpokenWord]) -> Vec<(usize, usize)> {
        let places = |at: usize| self.places_of(words[at]);
        let mut anchors: Vec<usize> = (0..words.len()).collect();
        anchors.sort_by_key(|&at| places(at).len());
        // A word that the body does not hold is the one that differs, and tells no place.
        let known = anchors.iter().copied().filter(|&at| !places(at).is_empty()).take(2);
        let mut windows: Vec<(usize, usize)> = known
            .flat_map(|anchor| {
                places(anchor).iter().filter_map(move |&(quote, at)| Some((quote, at.checked_sub(anchor)?)))
            })
            .collect();
        windows.sort_unstable();
        windows.dedup();
        windows
    }

    /// The places where the words differ from a stretch of the body, if they are few; `None` where it is another saying.
    fn differences(&self, said: &Saying<'_>, quote: usize, start: usize) -> Option<Vec<usize>> {
        let words = &said.words[..];
        let stretch = self.sayings[quote].words.get(start..start + words.len())?;
        let differing: Vec<usize> = (0..words.len()).filter(|&at| words[at] != stretch[at]).collect();
        let is_alike = differing.len() <= 1 && ONE_IN <= words.len() + ONE_IN * usize::from(differing.is_empty())
            || differing.len() == 2 && TWO_IN <= words.len()
            || is_verb_changed(said, &differing);
        is_alike.then_some(differing)
    }

    /// Where a saying begins and ends like `said`, and has other words, and not as many, in between.
    fn rephrasing(&self, said: &Saying<'_>) -> Option<Change> {
        self.places_of(said.words[0]).iter().find_map(|&(quote, start)| {
            let saying = &self.sayings[quote];
            let (at, [here, there]) = rephrased(&said.words, &saying.words[start..])?;
            let run = |saying: &Saying<'_>, at: usize, count: usize| {
                (at..at + count).map(|at| saying.word(at)).collect::<Vec<Cow<'_, str>>>().join(" ")
            };
            let (here, there) = (run(said, at, here), run(saying, start + at, there));
            Some(Change { here, there, span: saying.quotation.extent() })
        })
    }

    fn places_of(&self, word: SpokenWord) -> &[(usize, usize)] {
        self.places.get(&word.key).map_or(&[], Vec::as_slice)
    }
}

/// “We are losing a generation” for “we have lost a generation”: two words side by side, and a telling word behind them
/// that both sayings have.
fn is_verb_changed(said: &Saying<'_>, differing: &[usize]) -> bool {
    const FEWEST: usize = 5;
    const TELLING: usize = 6;
    let &[first, second] = differing else { return false };
    let shares = (second + 1..said.words.len()).any(|at| TELLING <= said.word(at).len());
    FEWEST <= said.words.len() && 0 < first && first + 1 == second && shares
}

/// Words one behind the other.
type Run<'a> = &'a [SpokenWord];

/// Where `stretch` begins and ends like `words` and has not as many in between: the place of the words that differ, and
/// how many these are in both.
fn rephrased(words: Run<'_>, stretch: Run<'_>) -> Option<(usize, [usize; 2])> {
    let head = words.iter().zip(stretch).take_while(|(one, other)| one == other).count();
    let lengths = (1..=REPHRASED).flat_map(|here| (1..=REPHRASED).map(move |there| (here, there)));
    let mut lengths = lengths.filter(|&(here, there)| here != there && TWO_IN + here <= words.len() + 2);
    let (here, there) = lengths.find(|&(here, there)| {
        let (tail, other) = (words.get(head + here..), stretch.get(head + there..));
        let is_told = |(tail, other): (Run<'_>, Run<'_>)| !tail.is_empty() && other.starts_with(tail);
        tail.zip(other).is_some_and(is_told)
    })?;
    (1 < head).then_some((head, [here, there]))
}

/// Whether `whole` is `word` with a verb drawn into it: "we're" for "we", "it's" for "it".
fn is_contraction(whole: &str, word: &str) -> bool {
    whole.strip_prefix(word).is_some_and(|rest| rest.starts_with(['\'', '’']))
}

/// "fail" and "fails" may be a sentence fitted around the quotation.
fn is_inflected(one: &str, other: &str) -> bool {
    let (shorter, longer) = if one.len() < other.len() { (one, other) } else { (other, one) };
    longer.strip_prefix(shorter).is_some_and(|rest| matches!(rest, "s" | "'s" | "d" | "ed"))
}
