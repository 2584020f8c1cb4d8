//! Knows where the lines of a text begin.
//!
//! A line ends at `\n`, `\r\n` or `\r` and at nothing else, as the Language Server Protocol has it.

use memchr::memchr2_iter;

/// Where each line of one text begins.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads the line starts of `text`; there is always at least one line.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for offset in memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[offset] == b'\n' || bytes.get(offset + 1) != Some(&b'\n') {
                starts.push(offset as u32 + 1);
            }
        }
        Self { starts }
    }

    /// The offset at which each line begins.
    pub fn starts(&self) -> &[u32] {
        &self.starts
    }

    /// The line that holds `offset`, counted from 0, and the offset at which that line begins.
    pub fn line_at(&self, offset: u32) -> (u32, u32) {
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        (line as u32, self.starts[line])
    }

    /// Whether `line`, counted from 0, reaches as far as `offset`: it lies on it or before it.
    pub fn reaches(&self, offset: u32, line: u32) -> bool {
        self.starts.get(line as usize + 1).is_none_or(|&next| offset < next)
    }

    /// How many lines the text has; an empty text has one.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_line_ends_count_and_a_line_separator_does_not() {
        let index = LineIndex::new("a\nb\r\nc\rd\u{2028}e");
        assert_eq!(index.line_count(), 4);
        assert_eq!(index.line_at(0), (0, 0));
        assert_eq!(index.line_at(5), (2, 5));
        assert_eq!(index.line_at(7), (3, 7));
    }
}
