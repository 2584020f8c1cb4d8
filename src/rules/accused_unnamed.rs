//! A wrong that an unnamed source lays on somebody: "the captain was drunk, according to a crew member".

use crate::language::{Class, Token, WordTable, Words};

/// Wrongs that are laid on a person, each with the words one of which must follow; none where the verb is enough.
const WRONGS: WordTable<&[&str]> = WordTable::of(&[
    ("bullied", &[]),
    ("cheated", &[]),
    ("covered", &["up"]),
    ("drank", &["job", "duty", "office", "work"]),
    ("faked", &[]),
    ("fiddled", &[]),
    ("groped", &[]),
    ("harassed", &[]),
    ("hid", &["accounts", "books", "evidence", "file", "files", "it", "letter", "letters", "losses", "money", "truth"]),
    ("humiliated", &[]),
    ("lied", &[]),
    ("lies", &["about", "to"]),
    ("misled", &[]),
    ("plagiarised", &[]),
    ("plagiarized", &[]),
    ("pocketed", &[]),
    ("screamed", &["at"]),
    ("shouted", &["at"]),
    ("shredded", &[]),
    ("slapped", &[]),
    ("stole", &[]),
    ("stolen", &[]),
    ("taken", &["bribe", "bribes", "cash", "cut", "drugs", "kickbacks", "money"]),
    ("threatened", &[]),
    ("took", &["bribe", "bribes", "cash", "cut", "drugs", "kickbacks", "money"]),
]);

/// How many words behind the verb its company may stand.
const NEAR: usize = 5;

/// Whether the words of a statement lay a wrong on its subject, a person: "he lied to parliament", "the captain was drunk",
/// "Ana Pol had taken cash".
pub(super) fn lays_wrong(words: Words<'_>) -> bool {
    /// How many words the subject may have.
    const SUBJECT: usize = 8;
    (1..words.tokens.len())
        .any(|at| is_wrong(words, at) && (at.saturating_sub(SUBJECT)..at).any(|who| acts(words, who, at)))
}

fn is_wrong(words: Words<'_>, at: usize) -> bool {
    let told = WRONGS.find(words.written(at));
    let has_company = |company: &&[&str]| company.is_empty() || (1..=NEAR).any(|on| words.is_any(at + on, company));
    // "Was robbed", "the stolen car": done to them, or no verb.
    let is_passive = words.has(at - 1, Class::Be) || words.is(at - 1, "been") || words.has(at - 1, Class::Determiner);
    let is_drunk = words.is(at, "drunk") && words.has(at - 1, Class::Be);
    is_drunk || told.is_some_and(|company| has_company(&company)) && !is_passive && !words.is(at + 1, "by")
}

/// Whether the word at `who` is the person whose verb stands at `verb`: nothing but helpers and what they are in between.
fn acts(words: Words<'_>, who: usize, verb: usize) -> bool {
    const CLOSED: &[Class] = &[Class::Relative, Class::Subordinator, Class::Coordinator];
    const HELPERS: &[&str] = &["had", "has", "also", "often", "once", "repeatedly", "regularly", "was", "is", "never"];
    let is_she = words.is_any(who, &["he", "she"]);
    let is_post = words.has(who, Class::RoleNoun) && !words.written(who).ends_with('s');
    let is_named = words.is_capitalized(who) && words.is_capitalized(who + 1) && 0 < verb;
    let is_open = (who + 1..verb).all(|at| !words.tokens[at].classes.has_any(CLOSED));
    let is_right_behind = (who + 1..verb).all(|at| words.is_any(at, HELPERS));
    let is_apposed = words.written(who + 1) == ",";
    // "Worse than hers because he lied to the bureau": what is known, said by the way.
    let is_aside = 0 < who && words.tokens[who - 1].classes.has_any(&CLOSED[..2]) && !words.is(who - 1, "that");
    if is_she || is_post && !is_apposed {
        return is_right_behind && !is_aside;
    }
    (is_post || is_named) && is_open && !(who + 1..verb).any(|at| is_other_verb(&words.tokens[at], words, at))
}

/// A verb of its own between the two: "Ana Pol said the clerk lied".
fn is_other_verb(token: &Token, words: Words<'_>, at: usize) -> bool {
    !words.is_capitalized(at)
        && token.classes.has_any(&[Class::Say, Class::Tell, Class::SpeechVerb, Class::Past, Class::Third])
        && !words.is_any(at, &["had", "has", "was", "is"])
}

#[cfg(test)]
mod tests {
    use super::lays_wrong;
    use crate::language::{Words, tokenize};

    fn wrongs(text: &str) -> bool {
        lays_wrong(Words { text, tokens: &tokenize(text) })
    }

    #[test]
    fn a_wrong_is_laid_on_its_subject() {
        for text in [
            "He lied to parliament",
            "The captain was drunk",
            "the captain, Ove Lind, was drunk",
            "Mayor Ana Pol had taken cash from the builder for years",
            "“He threatened to have us all fired,”",
            "The director repeatedly screamed at staff",
        ] {
            assert!(wrongs(text), "{text}");
        }
    }

    #[test]
    fn what_is_done_to_somebody_or_by_nobody_is_no_wrong_of_theirs() {
        for text in [
            "He was threatened by a client",
            "The ferry took cash only",
            "The captain was tired",
            "She took two days off",
            "The pumps were stolen",
            "Ana Pol said that files had been shredded",
            "hers was worse because he lied to the bureau",
        ] {
            assert!(!wrongs(text), "{text}");
        }
    }
}
