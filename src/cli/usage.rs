//! Turns what clap says of a wrong command line, which takes several lines, into one that says what to do.

/// The one line for the message that clap wrote.
pub(super) fn in_one_line(message: &str) -> String {
    let mut problem: Vec<&str> = Vec::new();
    let mut remedies: Vec<&str> = Vec::new();
    let is_of_the_problem = |text: &&str| !text.starts_with("Usage: ") && !text.starts_with("For more information");
    for text in message.lines().map(str::trim).filter(is_of_the_problem) {
        if let Some(tip) = text.strip_prefix("tip: ") {
            remedies.push(tip);
        } else if !text.is_empty() {
            problem.push(text.strip_prefix("error: ").unwrap_or(text));
        }
    }
    // The values and the remedy of our own stand in the message already.
    let says_what_to_do =
        !remedies.is_empty() || problem.iter().any(|text| text.contains("possible values") || text.contains(';'));
    let mut line = problem.join(" ");
    if !says_what_to_do {
        remedies.push("add --help to see what can be typed");
    }
    for remedy in remedies {
        line = format!("{line}; {remedy}");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tip_and_the_values_are_kept_and_the_rest_is_not() {
        let message = "error: invalid value 'ful' for '--output-format <FORMAT>'\n  [possible values: full, json]\n\n  \
                       tip: a similar value exists: 'full'\n\nFor more information, try '--help'.\n";
        assert_eq!(
            in_one_line(message),
            "invalid value 'ful' for '--output-format <FORMAT>' [possible values: full, json]; \
             a similar value exists: 'full'"
        );
    }

    #[test]
    fn without_a_tip_the_help_is_named() {
        let message = "error: the argument '--config <FILE>' cannot be used with '--no-config'\n\nUsage: copydesk lint \
                       --config <FILE> [PATH]...\n\nFor more information, try '--help'.\n";
        assert_eq!(
            in_one_line(message),
            "the argument '--config <FILE>' cannot be used with '--no-config'; add --help to see what can be typed"
        );
    }
}
