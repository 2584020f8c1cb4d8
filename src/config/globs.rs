//! Patterns of paths, as a newsroom writes them.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// A set of patterns; paths are relative to the settings file's folder, with `/` between their parts.
#[derive(Clone, Debug)]
pub(super) struct Globs {
    set: GlobSet,
}

impl Default for Globs {
    fn default() -> Self {
        Self { set: GlobSet::empty() }
    }
}

impl Globs {
    /// Reads `patterns`; one that cannot be read comes back with what is wrong with it.
    ///
    /// As in `.gitignore`, a pattern without a slash is a name at any depth,
    /// and a pattern that fits a folder fits everything in it.
    pub(super) fn read<'a>(patterns: impl IntoIterator<Item = &'a str>) -> (Self, Vec<(&'a str, String)>) {
        let mut builder = GlobSetBuilder::new();
        let mut wrong = Vec::new();
        for pattern in patterns {
            let bare = pattern.trim_end_matches('/');
            let rooted =
                if bare.contains('/') { bare.trim_start_matches('/').to_owned() } else { format!("**/{bare}") };
            for glob in [format!("{rooted}/**"), rooted] {
                match GlobBuilder::new(&glob).literal_separator(true).build() {
                    Ok(glob) => _ = builder.add(glob),
                    Err(error) => {
                        wrong.push((pattern, error.kind().to_string()));
                        break;
                    }
                }
            }
        }
        // Each glob was built, so that only their sheer number could be too much.
        (Self { set: builder.build().unwrap_or_else(|_| GlobSet::empty()) }, wrong)
    }

    /// Whether one of the patterns fits `path`.
    pub(super) fn fit(&self, path: &str) -> bool {
        self.set.is_match(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, path: &str) -> bool {
        Globs::read([pattern]).0.fit(path)
    }

    #[test]
    fn a_pattern_without_a_slash_is_a_name_at_any_depth() {
        assert!(fits("*.html", "court/verdict.html"));
        assert!(fits("archive", "old/archive/2019/flood.md"));
        assert!(!fits("*.html", "court/verdict.md"));
    }

    #[test]
    fn a_pattern_with_a_slash_starts_at_the_settings_file() {
        assert!(fits("court/*.md", "court/verdict.md"));
        assert!(fits("court/", "court/2024/verdict.md"));
        assert!(!fits("court/*.md", "old/court/verdict.md"));
        assert!(!fits("/court/*.md", "court/2024/verdict.md"));
    }

    #[test]
    fn a_broken_pattern_is_named() {
        let (_, wrong) = Globs::read(["*.md", "a[b"]);
        assert_eq!(wrong.len(), 1);
        assert_eq!(wrong[0].0, "a[b");
    }
}
