//! Finds the settings that hold for a draft: those of the nearest `copydesk.toml` up the tree.
//!
//! Reads no file itself: the terminal reads the disk, an editor may know better.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Complaint, FILE_NAME, Newsroom, Settings, read_newsroom};

/// What asking for the text of a file gives: `None` where there is no such file, an error's words where it
/// cannot be read.
pub type FileText = Option<Result<String, String>>;

/// The settings files of a tree of folders, each read once.
#[derive(Debug)]
pub struct Shelf<R> {
    read: R,
    rules: Vec<&'static str>,
    reach: Reach,
    folders: HashMap<PathBuf, Option<Arc<Filed>>>,
    complaints: Vec<(PathBuf, Complaint)>,
}

/// For which drafts a settings file holds.
#[derive(Debug)]
enum Reach {
    /// For those at its side and below.
    Tree,
    /// One file, or none, for every draft.
    Everywhere(Option<Arc<Filed>>),
}

/// A settings file and the folder that its patterns start at.
#[derive(Debug)]
struct Filed {
    folder: PathBuf,
    newsroom: Newsroom,
}

/// What holds for one draft.
#[derive(Clone, Debug)]
pub struct HouseStyle {
    filed: Option<Arc<Filed>>,
    /// The draft's path from the settings file's folder, with `/` between its parts.
    path: String,
}

impl<R: FnMut(&Path) -> FileText> Shelf<R> {
    /// A shelf that looks up the tree from each draft. `rules` are the names of all rules.
    pub fn new(rules: Vec<&'static str>, read: R) -> Self {
        Self { read, rules, reach: Reach::Tree, folders: HashMap::new(), complaints: Vec::new() }
    }

    /// Lets the settings file at `path` hold for every draft.
    pub fn use_only(&mut self, path: &Path) {
        let filed = self.open(path);
        if filed.is_none() {
            self.complaints.push((path.to_owned(), Complaint { line: 0, message: "no such file".to_owned() }));
        }
        self.reach = Reach::Everywhere(filed);
    }

    /// Lets no settings file hold: every draft has the defaults.
    pub fn use_none(&mut self) {
        self.reach = Reach::Everywhere(None);
    }

    /// What holds for the draft at `path`, which starts at the root.
    pub fn style_of(&mut self, path: &Path) -> HouseStyle {
        let filed = match &self.reach {
            Reach::Everywhere(filed) => filed.clone(),
            Reach::Tree => path.parent().and_then(|folder| self.nearest_to(folder)),
        };
        let inside = filed.as_ref().and_then(|filed| path.strip_prefix(&filed.folder).ok()).unwrap_or(path);
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        HouseStyle { path: parts.join("/"), filed }
    }

    /// What was wrong with the files read so far, each with its file; line 0 is the file as a whole.
    pub fn take_complaints(&mut self) -> Vec<(PathBuf, Complaint)> {
        std::mem::take(&mut self.complaints)
    }

    fn nearest_to(&mut self, folder: &Path) -> Option<Arc<Filed>> {
        if let Some(known) = self.folders.get(folder) {
            return known.clone();
        }
        let own = self.open(&folder.join(FILE_NAME));
        let nearest = own.or_else(|| folder.parent().and_then(|parent| self.nearest_to(parent)));
        self.folders.insert(folder.to_owned(), nearest.clone());
        nearest
    }

    fn open(&mut self, path: &Path) -> Option<Arc<Filed>> {
        let newsroom = match (self.read)(path)? {
            Ok(text) => {
                let (newsroom, complaints) = read_newsroom(&text, &self.rules);
                self.complaints.extend(complaints.into_iter().map(|complaint| (path.to_owned(), complaint)));
                newsroom
            }
            Err(message) => {
                self.complaints.push((path.to_owned(), Complaint { line: 0, message }));
                Newsroom::default()
            }
        };
        Some(Arc::new(Filed { folder: path.parent().unwrap_or(path).to_owned(), newsroom }))
    }
}

impl HouseStyle {
    /// The draft's settings.
    pub fn settings(&self) -> Settings {
        self.filed.as_ref().map(|filed| filed.newsroom.settings_for(&self.path)).unwrap_or_default()
    }

    /// Whether the draft is checked when its folder is; `by_default` holds where no pattern speaks.
    pub fn wants(&self, by_default: bool) -> bool {
        self.filed.as_ref().map_or(by_default, |filed| filed.newsroom.wants(&self.path, by_default))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Level;

    /// A shelf over a tree with settings at its root and in `sport`.
    fn shelf() -> Shelf<impl FnMut(&Path) -> FileText> {
        Shelf::new(vec!["hearsay"], |path| {
            Some(Ok(match path.to_str()? {
                "/desk/copydesk.toml" => {
                    "[rules]\nhearsay = \"error\"\n[files]\nexclude = [\"sport/old/**\"]".to_owned()
                }
                "/desk/sport/copydesk.toml" => "[rules]\nhearsay = \"of\"".to_owned(),
                _ => return None,
            }))
        })
    }

    fn level(shelf: &mut Shelf<impl FnMut(&Path) -> FileText>, path: &str) -> Option<Level> {
        shelf.style_of(Path::new(path)).settings().levels.get("hearsay").copied()
    }

    #[test]
    fn the_nearest_settings_file_wins_and_is_read_once() {
        let mut shelf = shelf();
        assert_eq!(level(&mut shelf, "/desk/court/2024/verdict.md"), Some(Level::Error));
        assert_eq!(level(&mut shelf, "/desk/sport/final.md"), None);
        assert_eq!(level(&mut shelf, "/desk/sport/cup/final.md"), None);
        assert_eq!(level(&mut shelf, "/elsewhere/note.md"), None);
        let complaints = shelf.take_complaints();
        assert_eq!(complaints.len(), 1);
        assert_eq!(complaints[0].0, Path::new("/desk/sport/copydesk.toml"));
        assert_eq!(complaints[0].1.line, 2);
    }

    #[test]
    fn a_named_file_holds_everywhere_and_a_missing_one_is_named() {
        let mut shelf = shelf();
        shelf.use_only(Path::new("/desk/copydesk.toml"));
        assert_eq!(level(&mut shelf, "/desk/sport/final.md"), Some(Level::Error));
        assert!(!shelf.style_of(Path::new("/desk/sport/old/final.md")).wants(true));
        shelf.use_only(Path::new("/desk/nowhere.toml"));
        assert_eq!(shelf.take_complaints()[0].1.message, "no such file");
        shelf.use_none();
        assert_eq!(level(&mut shelf, "/desk/court/verdict.md"), None);
    }
}
