//! First names that are written in several ways: "Catherine" and "Kathryn", "Steven" and "Stephen".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon::entries;

/// The name that each spelling is one of, by its line in the list.
static NAMES: LazyLock<FxHashMap<&str, usize>> = LazyLock::new(|| {
    let lines = entries(include_str!("lexicon/first_names.txt")).enumerate();
    lines
        .flat_map(|(line, names)| names.split([':', ' ']).filter(|name| !name.is_empty()).map(move |name| (name, line)))
        .collect()
});

/// Whether two first names, in lower case, are two spellings of one.
pub fn is_same_first_name(one: &str, other: &str) -> bool {
    one != other && NAMES.get(one).is_some_and(|name| NAMES.get(other) == Some(name))
}

#[cfg(test)]
mod tests {
    use super::is_same_first_name;

    #[test]
    fn one_name_has_several_spellings() {
        assert!(is_same_first_name("kathryn", "catherine"));
        assert!(is_same_first_name("marjorie", "margery"));
        assert!(!is_same_first_name("catherine", "catherine"));
        assert!(!is_same_first_name("john", "joan"));
        assert!(!is_same_first_name("ida", "mabel"));
    }
}
