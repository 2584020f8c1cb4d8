//! Which lines of a draft its last version does not have.

use std::collections::HashMap;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::text::Span;

/// The lines of `new` that `old` does not have. A line that has only moved is none.
pub(super) fn changed_lines(old: &str, new: &str) -> Vec<Span> {
    let old_lines: Vec<&str> = old.split_inclusive('\n').map(str::trim_end).collect();
    let new_lines: Vec<&str> = new.split_inclusive('\n').map(str::trim_end).collect();
    let mut removed: HashMap<&str, usize> = HashMap::new();
    let mut added = Vec::new();
    for change in capture_diff_slices(Algorithm::Patience, &old_lines, &new_lines) {
        if change.tag() != DiffTag::Equal {
            old_lines[change.old_range()].iter().for_each(|line| *removed.entry(line).or_default() += 1);
            added.extend(change.new_range());
        }
    }
    added.retain(|&number| match removed.get_mut(new_lines[number]) {
        Some(left) if *left != 0 => {
            *left -= 1;
            false
        }
        _ => true,
    });
    let mut starts = vec![0];
    starts.extend(new.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some(*at)
    }));
    added.into_iter().map(|number| Span::from_range(starts[number]..starts[number + 1])).collect()
}

/// How many percent of the longer of two texts stand in the other, line by line.
pub(super) fn likeness(old: &str, new: &str) -> usize {
    let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count();
    let longer = lines(old).max(lines(new));
    let fresh = changed_lines(old, new).iter().filter(|span| !span.of(new).trim().is_empty()).count();
    ((lines(new) - fresh) * 100).checked_div(longer).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed<'a>(old: &str, new: &'a str) -> Vec<&'a str> {
        changed_lines(old, new).into_iter().map(|span| span.of(new)).collect()
    }

    #[test]
    fn a_line_that_is_new_or_edited_is_changed() {
        assert_eq!(changed("One\n\nTwo\n", "One\n\nNew\n\nTwo, too\n"), ["New\n", "\n", "Two, too\n"]);
        assert_eq!(changed("", "One\nTwo"), ["One\n", "Two"]);
        assert_eq!(changed("One\nTwo\n", "One\n"), [""; 0]);
    }

    #[test]
    fn a_line_that_has_moved_or_got_another_ending_is_not() {
        assert_eq!(changed("One\n\nTwo\n\nThree\n", "Three\n\nOne\n\nTwo\n"), [""; 0]);
        assert_eq!(changed("One\nTwo", "One\r\nTwo\r\n"), [""; 0]);
        assert_eq!(changed("One\nTwo\n", "Two\nOne\nTwo\n"), ["Two\n"]);
    }

    #[test]
    fn likeness_is_the_part_of_the_longer_text() {
        assert_eq!(likeness("One\nTwo\nThree\nFour\n", "One\nTwo\nThree\n"), 75);
        assert_eq!(likeness("One\n", "Two\n"), 0);
    }
}
