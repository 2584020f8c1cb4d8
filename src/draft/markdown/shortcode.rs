//! Tells the calls of site generators and content management systems from prose.

/// `WordPress` shortcodes that need no attributes.
const NAMES: &[&str] = &["audio", "caption", "embed", "gallery", "more", "playlist", "toc", "video"];

/// Whether `line` is a call such as `{{< figure src="x" >}}`, `{% include x %}`, `[gallery ids="1"]` or `::: note`.
///
/// Marks of the desk in square brackets (`[stet]`, `[CQ]`) are prose here: others read them.
pub(super) fn is_shortcode(line: &str) -> bool {
    let is_between = |open: &str, close: &str| line.starts_with(open) && line.ends_with(close);
    is_between("{{", "}}")
        || is_between("{%", "%}")
        || is_between("{:", "}")
        || line.starts_with(":::")
        || is_between("[", "]") && is_bracket_call(&line[1..line.len() - 1])
}

fn is_bracket_call(inner: &str) -> bool {
    let call = inner.strip_prefix('/').unwrap_or(inner);
    let name_end =
        call.find(|mark: char| !mark.is_ascii_lowercase() && mark != '_' && mark != '-').unwrap_or(call.len());
    let (name, attributes) = call.split_at(name_end);
    let closes = inner.len() > call.len() && attributes.is_empty();
    let has_attributes = attributes.starts_with(' ') && attributes.contains('=');
    !name.is_empty() && name != "stet" && (closes || has_attributes || NAMES.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_told_from_marks_and_notes() {
        for line in [
            "{{< figure src=\"x\" >}}",
            "{{}}",
            "{% include x %}",
            "[gallery ids=\"1,2\"]",
            "[caption]",
            "[/caption]",
            "[pull-quote by=\"Ida\"]",
            "{: .lead}",
        ] {
            assert!(is_shortcode(line), "{line}");
        }
        for line in ["[stet unattributed-figure: a=b]", "[CQ]", "[Editor's note: x=y]", "[", "{{", "[the pier]", ""] {
            assert!(!is_shortcode(line), "{line}");
        }
    }
}
