//! Knows how English verbs and nouns change their form, so that a list needs one line a word.

/// A line of a verb list: the base form and its irregular forms.
pub(super) struct Verb<'a> {
    /// "write".
    pub(super) base: &'a str,
    /// "wrote"; `None` where the past is regular.
    past: Option<&'a str>,
    /// "written"; `None` where it is the past.
    participle: Option<&'a str>,
}

impl<'a> Verb<'a> {
    /// Reads "write wrote written", "say said" or "add".
    pub(super) fn read(line: &'a str) -> Self {
        let mut words = line.split_whitespace();
        Self { base: words.next().unwrap_or_default(), past: words.next(), participle: words.next() }
    }

    /// The forms of the simple past.
    pub(super) fn pasts(&self) -> Vec<String> {
        self.past.map_or_else(|| with_ed(self.base), |past| vec![past.to_owned()])
    }

    /// The forms of the past participle.
    pub(super) fn participles(&self) -> Vec<String> {
        self.participle.map_or_else(|| self.pasts(), |participle| vec![participle.to_owned()])
    }
}

/// "says", "wishes", "replies": the form of a verb for he, she and it, and a noun's plural.
pub(super) fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_before_y(word) {
        return [stem, "ies"].concat();
    }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| word.ends_with(end));
    [word, if hisses { "es" } else { "s" }].concat()
}

/// "added", "argued", "replied"; "planned" and "labelled" beside "planed" and "labeled", because whether a
/// final consonant doubles depends on stress and on the side of the Atlantic, and the wrong one is no word.
fn with_ed(base: &str) -> Vec<String> {
    if let Some(stem) = consonant_before_y(base) {
        return vec![[stem, "ied"].concat()];
    }
    if base.ends_with('e') {
        return vec![[base, "d"].concat()];
    }
    with_doubling(base, "ed")
}

/// "adding", "arguing", "planning".
pub(super) fn with_ing(base: &str) -> Vec<String> {
    if let Some(stem) = base.strip_suffix("ie") {
        return vec![[stem, "ying"].concat()];
    }
    match base.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'o']) && stem.len() > 1 => vec![[stem, "ing"].concat()],
        _ => with_doubling(base, "ing"),
    }
}

fn with_doubling(base: &str, ending: &str) -> Vec<String> {
    let mut forms = vec![[base, ending].concat()];
    if let [.., before, vowel, last] = base.as_bytes()
        && !is_vowel(*before)
        && is_vowel(*vowel)
        && !is_vowel(*last)
        && !b"wxy".contains(last)
    {
        forms.push(format!("{base}{}{ending}", char::from(*last)));
    }
    forms
}

fn consonant_before_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| stem.ends_with(|letter: char| !"aeiou".contains(letter)))
}

fn is_vowel(letter: u8) -> bool {
    b"aeiou".contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_follow_the_spelling_rules() {
        assert_eq!(with_s("reply"), "replies");
        assert_eq!(with_s("stress"), "stresses");
        assert_eq!(with_ed("argue"), ["argued"]);
        assert_eq!(with_ed("deny"), ["denied"]);
        assert_eq!(with_ed("plan"), ["planed", "planned"]);
        assert_eq!(with_ing("argue"), ["arguing"]);
        assert_eq!(with_ing("agree"), ["agreeing"]);
        assert_eq!(with_ing("lie"), ["lying"]);
    }

    #[test]
    fn irregular_forms_replace_the_regular_ones() {
        let verb = Verb::read("write wrote written");
        assert_eq!((verb.pasts(), verb.participles()), (vec!["wrote".to_owned()], vec!["written".to_owned()]));
        assert_eq!(Verb::read("say said").participles(), ["said"]);
    }
}
