//! What tells that a name is a body's: it has officers, or says of itself that "it" will do something.

use crate::text::Span;

/// "Brae's chief executive": nobody but a firm, a club or another body has one.
pub(super) fn has_officers(text: &str, name: Span) -> bool {
    const OFFICERS: &[&str] = &[
        "chief ",
        "managing director",
        "finance director",
        "chairman",
        "chairwoman",
        "chair,",
        "spokes",
        "shareholders",
        "board",
        "founder",
        "accounts",
        "annual report",
    ];
    let whole = name.of(text);
    let behind = &text[name.end as usize..];
    let owned = ["'s ", "’s "].iter().find_map(|mark| behind.strip_prefix(mark)).or_else(|| {
        let ends_owned = whole.ends_with("'s") || whole.ends_with("’s");
        behind.strip_prefix(' ').filter(|_| ends_owned)
    });
    owned.is_some_and(|owned| OFFICERS.iter().any(|officer| owned.starts_with(officer)))
}

/// "Orm Foods, the maker of …, said on Monday that it would": at the head of a paragraph, and no person says "it".
pub(super) fn says_of_itself(text: &str, name: Span) -> bool {
    const NEAR: usize = 6;
    if name.start != 0 || !name.of(text).contains(' ') {
        return false;
    }
    let behind = &text[name.end as usize..];
    let sentence = &behind[..behind.find(". ").unwrap_or(behind.len())];
    let told = sentence.strip_prefix(" said ").or_else(|| {
        let aside = sentence.strip_prefix(", ")?;
        aside.split_once(", said ").filter(|(aside, _)| !aside.contains([',', '“', '"'])).map(|(_, told)| told)
    });
    let mut words = told.unwrap_or_default().split(' ').take(NEAR);
    words
        .find(|word| matches!(*word, "it" | "its" | "he" | "she" | "they" | "the"))
        .is_some_and(|word| word.starts_with("it"))
}
