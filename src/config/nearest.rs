//! Finds the right name that a wrong one was meant to be.

/// How alike two names must be (1 is the same) for one to be taken for a slip of the other.
const ALIKE: f64 = 0.75;

/// The one of `names` that is most like `name`; `None` where none is like it.
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let likeness = |other: &str| strsim::jaro_winkler(&name, other);
    let scored = names.into_iter().map(|other| (likeness(other), other)).filter(|&(score, _)| ALIKE <= score);
    // The first of equals, so that the answer does not depend on the order of a search.
    scored.reduce(|best, next| if best.0 < next.0 { next } else { best }).map(|(_, name)| name)
}

/// What to say behind a wrong `name`: the one it was meant to be, or all that are right.
pub(super) fn remedy(name: &str, names: &[&str]) -> String {
    match nearest(name, names.iter().copied()) {
        Some(right) => format!("did you mean \"{right}\"?"),
        None => format!("use one of: {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        let rules = ["hearsay", "unattributed-figure", "unsourced-quote"];
        assert_eq!(nearest("hersay", rules), Some("hearsay"));
        assert_eq!(nearest("Unattributed_Figures", rules), Some("unattributed-figure"));
        assert_eq!(nearest("spelling", rules), None);
        assert_eq!(nearest("", rules), None);
    }

    #[test]
    fn a_name_like_no_other_gets_the_whole_list() {
        assert_eq!(remedy("warn", &["off", "warning"]), "did you mean \"warning\"?");
        assert_eq!(remedy("loud", &["off", "hint"]), "use one of: off, hint");
    }
}
