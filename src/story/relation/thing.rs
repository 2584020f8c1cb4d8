//! Knows what a figure counts: which nouns mean the same things, and which words the same event.

use std::borrow::Cow;
use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::extract::{Figure, FigureKind, Unit};
use crate::language::lexicon::entries;
use crate::language::{Class, Lexicon, Token, Trace, Traces, in_small_letters};

/// How what one figure counts stands to what another counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// The same things, or some of them under a narrower name: "troops", "soldiers"; "people", "men".
    Same,
    /// The second does not say what it counts, so that it goes on from the first: "seven in Ayr".
    Elided,
    /// Other things, as far as the words tell.
    Other,
}

/// Two sets of the lists below: which set a word names, and which wider set holds it.
#[derive(Debug)]
struct Sets {
    of_word: FxHashMap<&'static str, &'static str>,
    wider: FxHashMap<&'static str, &'static str>,
}

static UNITS: LazyLock<Sets> = LazyLock::new(|| Sets::read(include_str!("../../language/lexicon/unit_sets.txt")));
static EVENTS: LazyLock<Sets> = LazyLock::new(|| Sets::read(include_str!("../../language/lexicon/event_sets.txt")));
static SAME: LazyLock<Sets> = LazyLock::new(|| Sets::read(include_str!("../../language/lexicon/same_words.txt")));
static HEADS: LazyLock<Sets> = LazyLock::new(|| Sets::read(include_str!("../../language/lexicon/group_heads.txt")));

impl Sets {
    /// Reads lines of the form "name (wider): word word", of which the bracket may be absent.
    fn read(list: &'static str) -> Self {
        let mut sets = Self { of_word: FxHashMap::default(), wider: FxHashMap::default() };
        for line in entries(list) {
            let Some((head, words)) = line.split_once(':') else { continue };
            let mut names = head.split(['(', ')']).map(str::trim);
            let name = names.next().unwrap_or_default();
            sets.wider.extend(names.next().map(|wider| (name, wider)));
            for word in words.split_whitespace().chain([name]) {
                sets.of_word.entry(word).or_insert(name);
            }
        }
        sets
    }

    fn set_of(&self, word: &str) -> Option<&'static str> {
        self.of_word.get(word).copied()
    }

    fn holds(&self, wide: &str, narrow: &str) -> bool {
        let mut set = Some(narrow);
        // The lists are a few sets deep; the bound keeps a list that a newsroom ties in a knot from hanging.
        for _ in 0..8 {
            match set {
                Some(name) if name == wide => return true,
                Some(name) => set = self.wider.get(name).copied(),
                None => return false,
            }
        }
        false
    }
}

/// The kind of event that a word in lower case tells of: "death" for "killed"; `None` for other words.
pub(super) fn event_of(word: &str) -> Option<&'static str> {
    EVENTS.set_of(word)
}

/// What the words that tell of events leave behind: most others need not be looked up.
static EVENT_TRACES: LazyLock<Traces> = LazyLock::new(|| {
    let words: Vec<&str> = EVENTS.of_word.keys().copied().collect();
    Traces::of(&words)
});

/// Whether a word in whatever case may tell of an event, told without its letters.
pub(super) fn may_be_event(word: &str) -> bool {
    EVENT_TRACES.have(Trace::of(word))
}

/// The sets that give words their senses, all in one, since every word is asked: the set's rank, and its name.
static SENSES: LazyLock<FxHashMap<&'static str, (usize, &'static str)>> = LazyLock::new(|| {
    let mut senses = FxHashMap::default();
    for (rank, sets) in [&*SAME, &*EVENTS, &*UNITS].into_iter().enumerate() {
        #[expect(clippy::iter_over_hash_type, reason = "each word stands once in a set, so that no order matters")]
        for (&word, &name) in &sets.of_word {
            senses.entry(word).or_insert((rank, name));
        }
    }
    senses
});

/// The name of the set that a word in lower case belongs to by its sense, or the word itself: "fell" and "drop" are one.
pub(super) fn sense_of(word: &str) -> &str {
    let singular = word.strip_suffix('s').filter(|stem| 2 < stem.len());
    let senses = [Some(word), singular].into_iter().flatten().filter_map(|form| SENSES.get(form));
    senses.min_by_key(|(rank, _)| rank).map_or(word, |&(_, name)| name)
}

/// What the words of those sets leave behind.
static SENSE_TRACES: LazyLock<Traces> = LazyLock::new(|| {
    let words: Vec<&str> = SENSES.keys().copied().collect();
    Traces::of(&words)
});

/// The sense of a word of `text`, in whatever case: most words belong to no set, and are not put in small letters.
pub(super) fn sense_in<'a>(text: &'a str, token: &Token) -> Cow<'a, str> {
    let word = token.of(text);
    let singular = word.strip_suffix(['s', 'S']);
    let is_listed = SENSE_TRACES.have(token.trace) || singular.is_some_and(|one| SENSE_TRACES.have(Trace::of(one)));
    if !is_listed && word.is_ascii() {
        return Cow::Borrowed(word);
    }
    match in_small_letters(word) {
        Cow::Borrowed(small) => Cow::Borrowed(sense_of(small)),
        Cow::Owned(small) => Cow::Owned(sense_of(&small).to_owned()),
    }
}

/// Whether two events can be one; to be lost is to be killed, destroyed or cut, as the case may be.
pub(super) fn is_one_event(one: Option<&str>, other: Option<&str>) -> bool {
    let open = |event: &str, known: &str| {
        event == "loss" && matches!(known, "death" | "destruction" | "dismissal" | "injury" | "capture")
    };
    match (one, other) {
        (Some(one), Some(other)) => one == other || open(one, other) || open(other, one),
        (None, None) => true,
        _ => false,
    }
}

/// The kind of group that a head noun in lower case makes of a name: "force" for "group"; `None` for other words.
pub(super) fn group_head(word: &str) -> Option<&'static str> {
    HEADS.set_of(word)
}

/// What those nouns leave behind: hardly any other word need be looked up.
static HEAD_TRACES: LazyLock<Traces> = LazyLock::new(|| {
    let words: Vec<&str> = HEADS.of_word.keys().copied().collect();
    Traces::of(&words)
});

/// Whether a word in whatever case may be such a noun, told without its letters.
pub(super) fn may_head_group(word: &str) -> bool {
    HEAD_TRACES.have(Trace::of(word))
}

/// The event that the unit itself names: "deaths", "injured".
pub(super) fn event_of_unit(figure: &Figure) -> Option<&'static str> {
    figure.unit.as_ref().and_then(|unit| match unit_set(&unit.head) {
        "death" => Some("death"),
        "injury" => Some("injury"),
        "casualty" => Some("loss"),
        _ => None,
    })
}

/// Whether the figure counts people, dead or alive.
pub(super) fn counts_people(figure: &Figure) -> bool {
    let is_casualty = |head: &str| UNITS.holds("casualty", unit_set(head));
    figure.unit.as_ref().is_some_and(|unit| is_person(&unit.head) || is_casualty(&unit.head))
}

/// The head noun of what a figure counts, or the code of its currency.
pub(super) fn head_of(figure: &Figure) -> Option<&str> {
    figure.unit.as_ref().map(|unit| unit.head.as_str())
}

/// The set of a unit's head noun, or the noun itself where no list has it.
pub(super) fn unit_set(head: &str) -> &str {
    UNITS.set_of(head).unwrap_or(head)
}

/// Whether a noun in the singular counts people.
pub(super) fn is_person(head: &str) -> bool {
    UNITS.holds("person", unit_set(head))
}

/// Whether a noun in the singular counts people, by what they are or do: "player", "nurse", "miner".
pub(super) fn is_somebody(head: &str) -> bool {
    // "Miners" dig, and a "miner" is a firm as well.
    is_person(head) || head == "miner" || Lexicon::shared().classes(head).has_any(&[Class::RoleNoun, Class::Trade])
}

/// How what `part` counts stands to what `whole` counts.
pub(super) fn fit(whole: &Figure, part: &Figure) -> Fit {
    match (&whole.unit, &part.unit) {
        (_, None) if part.kind == whole.kind || is_bare(part) && adds_up(whole.kind) => {
            // "You spend $20 million … if you clear 7 or 8": sums of money leave out their sign, not their scale.
            let is_far = whole.kind == FigureKind::Money && part.value < whole.value / Decimal::ONE_THOUSAND;
            if is_far { Fit::Other } else { Fit::Elided }
        }
        (Some(one), Some(other)) if whole.kind == part.kind && covers(&one.head, &other.head) => Fit::Same,
        // "59,500 tonnes of wheat for China, 53,000 of wheat for the Soviet Union"
        (Some(_), Some(other)) if adds_up(whole.kind) && is_substance(part, other) => Fit::Elided,
        // "12 died: seven women and five men": the whole says no noun.
        (None, Some(other)) if whole.kind == FigureKind::Count && part.kind == whole.kind => {
            if UNITS.holds("person", unit_set(&other.head)) { Fit::Same } else { Fit::Other }
        }
        _ => Fit::Other,
    }
}

/// Whether figures of this kind are added up at all: percentages of different wholes, ages and scores are not.
pub(super) fn adds_up(kind: FigureKind) -> bool {
    matches!(kind, FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Index)
}

/// Whether the words behind a count name what it is of and not what is counted: "53,000 of wheat".
fn is_substance(figure: &Figure, unit: &Unit) -> bool {
    figure.kind == FigureKind::Count && figure.number.end + 1 < unit.span.start
}

fn is_bare(figure: &Figure) -> bool {
    figure.unit.is_none() && matches!(figure.kind, FigureKind::Count | FigureKind::Index)
}

/// Whether a noun means what the other does, a wider set of it, or its last part ("superdelegate", "delegate").
fn covers(wide: &str, narrow: &str) -> bool {
    let (wide_set, narrow_set) = (unit_set(wide), unit_set(narrow));
    UNITS.holds(wide_set, narrow_set) || 3 < wide.len() && narrow.ends_with(wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wider_noun_covers_a_narrower_one_and_not_the_other_way_round() {
        assert!(covers("person", "soldier"));
        assert!(covers("casualty", "dead"));
        assert!(covers("delegate", "superdelegate"));
        assert!(!covers("soldier", "person"));
        assert!(!covers("home", "vehicle"));
    }

    #[test]
    fn a_loss_is_whatever_its_partner_makes_of_it() {
        assert!(is_one_event(event_of("lost"), event_of("killed")));
        assert!(is_one_event(event_of("lost"), event_of("destroyed")));
        assert!(!is_one_event(event_of("damaged"), event_of("destroyed")));
        assert!(!is_one_event(event_of("killed"), event_of("injured")));
    }
}
