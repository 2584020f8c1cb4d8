//! Finds the settings that hold for a draft: those of the nearest `copydesk.toml` up the tree, with all that it
//! starts from, or else the user's own.
//!
//! Reads no file itself: the terminal reads the disk, an editor may know better.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::preset::find_preset;
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
    /// The user's own settings file, which holds where no other does.
    own: Option<PathBuf>,
    folders: HashMap<PathBuf, Option<Arc<Filed>>>,
    files: HashMap<PathBuf, Option<Arc<Newsroom>>>,
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

/// A settings file and what it starts from: the later a layer, the more it weighs.
#[derive(Debug)]
struct Filed {
    layers: Vec<Layer>,
}

/// What one file says.
#[derive(Debug)]
struct Layer {
    origin: Origin,
    newsroom: Arc<Newsroom>,
}

/// Where settings come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A settings file.
    File(PathBuf),
    /// A preset that comes with copydesk.
    Preset(&'static str),
}

/// A setting that is written somewhere, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// What it is set to, as a settings file has it.
    pub value: String,
    /// Who says so.
    pub origin: Origin,
    /// The line there.
    pub line: u32,
}

/// What holds for one draft.
#[derive(Clone, Debug)]
pub struct HouseStyle {
    filed: Option<Arc<Filed>>,
    /// The draft's path, which starts at the root.
    path: PathBuf,
}

impl<R: FnMut(&Path) -> FileText> Shelf<R> {
    /// A shelf that looks up the tree from each draft. `rules` are the names of all rules.
    pub fn new(rules: Vec<&'static str>, read: R) -> Self {
        Self {
            read,
            rules,
            reach: Reach::Tree,
            own: None,
            folders: HashMap::new(),
            files: HashMap::new(),
            complaints: Vec::new(),
        }
    }

    /// Lets the user's own settings file at `path` hold for drafts that no other holds for.
    pub fn fall_back_to(&mut self, path: Option<PathBuf>) {
        self.own = path;
    }

    /// Lets the settings file at `path` hold for every draft.
    pub fn use_only(&mut self, path: &Path) {
        let filed = self.open(path);
        if filed.is_none() {
            self.complain(path, 0, "no such file".to_owned());
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
        HouseStyle { path: path.to_owned(), filed }
    }

    /// What holds for a draft that is in no file yet.
    pub fn style_of_none(&mut self) -> HouseStyle {
        let filed = match &self.reach {
            Reach::Everywhere(filed) => filed.clone(),
            Reach::Tree => self.own.clone().and_then(|own| self.open(&own)),
        };
        HouseStyle { path: PathBuf::new(), filed }
    }

    /// What was wrong with the files read so far, each with its file; line 0 is the file as a whole.
    pub fn take_complaints(&mut self) -> Vec<(PathBuf, Complaint)> {
        std::mem::take(&mut self.complaints)
    }

    fn nearest_to(&mut self, folder: &Path) -> Option<Arc<Filed>> {
        if let Some(known) = self.folders.get(folder) {
            return known.clone();
        }
        let here = self.open(&folder.join(FILE_NAME));
        let nearest = here.or_else(|| match folder.parent() {
            Some(parent) => self.nearest_to(parent),
            None => self.own.clone().and_then(|own| self.open(&own)),
        });
        self.folders.insert(folder.to_owned(), nearest.clone());
        nearest
    }

    /// The settings file at `path` with all that it starts from; `None` where there is no such file.
    fn open(&mut self, path: &Path) -> Option<Arc<Filed>> {
        let newsroom = self.file(path)?;
        let mut layers = Vec::new();
        self.stack(path, &newsroom, &mut vec![path.to_owned()], &mut layers);
        Some(Arc::new(Filed { layers }))
    }

    /// Puts what `newsroom` starts from on `layers`, and then itself. `open` are the files that led here.
    fn stack(&mut self, path: &Path, newsroom: &Arc<Newsroom>, open: &mut Vec<PathBuf>, layers: &mut Vec<Layer>) {
        for (base, line) in &newsroom.extends {
            if let Some(preset) = find_preset(base) {
                let (newsroom, _) = read_newsroom(preset.text, &self.rules);
                layers.push(Layer { origin: Origin::Preset(preset.name), newsroom: Arc::new(newsroom) });
                continue;
            }
            let there = resolve(path, base);
            if open.contains(&there) {
                self.complain(path, *line, format!("extends: \"{base}\" leads back to itself; take one of them out"));
            } else if let Some(newsroom) = self.file(&there) {
                open.push(there.clone());
                self.stack(&there, &newsroom, open, layers);
                open.pop();
            } else {
                self.complain(path, *line, format!("extends: \"{base}\": no such file"));
            }
        }
        layers.push(Layer { origin: Origin::File(path.to_owned()), newsroom: Arc::clone(newsroom) });
    }

    /// What the one file at `path` says.
    fn file(&mut self, path: &Path) -> Option<Arc<Newsroom>> {
        if let Some(known) = self.files.get(path) {
            return known.clone();
        }
        let newsroom = (self.read)(path).map(|text| match text {
            Ok(text) => {
                let (newsroom, complaints) = read_newsroom(&text, &self.rules);
                self.complaints.extend(complaints.into_iter().map(|complaint| (path.to_owned(), complaint)));
                Arc::new(newsroom)
            }
            Err(message) => {
                self.complain(path, 0, message);
                Arc::default()
            }
        });
        self.files.insert(path.to_owned(), newsroom.clone());
        newsroom
    }

    fn complain(&mut self, path: &Path, line: u32, message: String) {
        let complaint = (path.to_owned(), Complaint { line, message });
        if !self.complaints.contains(&complaint) {
            self.complaints.push(complaint);
        }
    }
}

/// The path `base`, as the settings file at `path` means it, without `.` and `..`.
fn resolve(path: &Path, base: &str) -> PathBuf {
    let mut resolved = PathBuf::new();
    for part in path.parent().unwrap_or(Path::new("")).join(base).components() {
        match part {
            Component::ParentDir => _ = resolved.pop(),
            Component::CurDir => {}
            part => resolved.push(part),
        }
    }
    resolved
}

impl HouseStyle {
    /// The draft's settings.
    pub fn settings(&self) -> Settings {
        let mut settings = Settings::default();
        for layer in self.layers() {
            layer.newsroom.apply(&layer.inside(&self.path), &mut settings);
        }
        settings
    }

    /// Whether the draft is checked when its folder is; `by_default` holds where no pattern speaks.
    ///
    /// Of several files that list patterns, the one that weighs most has the word.
    pub fn wants(&self, by_default: bool) -> bool {
        let last = |has: fn(&Newsroom) -> bool| self.layers().iter().rev().find(|layer| has(&layer.newsroom));
        let include = last(|newsroom| newsroom.include.is_some());
        let exclude = last(|newsroom| newsroom.exclude.is_some());
        let fits = |layer: &Layer| {
            let only = Newsroom { exclude: None, ..(*layer.newsroom).clone() };
            only.wants(&layer.inside(&self.path), by_default)
        };
        let kept = |layer: &Layer| {
            let only = Newsroom { include: None, ..(*layer.newsroom).clone() };
            only.wants(&layer.inside(&self.path), true)
        };
        include.map_or(by_default, fits) && exclude.is_none_or(kept)
    }

    /// The files that the settings come from, the weightiest last.
    pub fn origins(&self) -> Vec<&Origin> {
        self.layers().iter().map(|layer| &layer.origin).collect()
    }

    /// The settings that are written somewhere, by section and key.
    pub fn provenance(&self) -> BTreeMap<(&'static str, String), Provenance> {
        let mut found = BTreeMap::new();
        for layer in self.layers() {
            for change in layer.newsroom.changes_for(&layer.inside(&self.path)) {
                let (section, key, value) = change.written();
                let origin = layer.origin.clone();
                found.insert((section, key.to_owned()), Provenance { value, origin, line: change.line });
            }
        }
        found
    }

    fn layers(&self) -> &[Layer] {
        self.filed.as_ref().map_or(&[], |filed| &filed.layers)
    }
}

impl Layer {
    /// The draft's path from this file's folder, with `/` between its parts; whole where it lies elsewhere.
    fn inside(&self, path: &Path) -> String {
        let folder = match &self.origin {
            Origin::File(file) => file.parent(),
            Origin::Preset(_) => None,
        };
        let inside = folder.and_then(|folder| path.strip_prefix(folder).ok()).unwrap_or(path);
        let parts = inside.components().filter(|part| matches!(part, Component::Normal(_)));
        let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/")
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(formatter, "{}", path.display()),
            Self::Preset(name) => write!(formatter, "preset {name}"),
        }
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

    /// A shelf over the given files.
    fn shelf_of(files: &'static [(&'static str, &'static str)]) -> Shelf<impl FnMut(&Path) -> FileText> {
        Shelf::new(vec!["hearsay", "loaded-verb"], move |path| {
            files.iter().find(|(name, _)| path == Path::new(name)).map(|(_, text)| Ok((*text).to_owned()))
        })
    }

    #[test]
    fn a_file_wins_over_what_it_starts_from_and_says_where_each_setting_stands() {
        let mut shelf = shelf_of(&[
            ("/desk/copydesk.toml", "extends = [\"bbc\", \"../house/base.toml\"]\n[rules]\nloaded-verb = \"off\""),
            ("/house/base.toml", "[rules]\nloaded-verb = \"error\"\nhearsay = \"hint\"\n[files]\nexclude = [\"old\"]"),
        ]);
        let style = shelf.style_of(Path::new("/desk/court/a.md"));
        assert_eq!(shelf.take_complaints(), []);
        let said: Vec<String> = style
            .provenance()
            .iter()
            .map(|((section, key), it)| format!("{section}.{key} = {} {}:{}", it.value, it.origin, it.line))
            .collect();
        assert_eq!(
            said,
            [
                "figures.strictness = \"strict\" preset bbc:26",
                "rules.hearsay = \"hint\" /house/base.toml:3",
                "rules.loaded-verb = \"off\" /desk/copydesk.toml:3",
            ]
        );
        assert_eq!(style.settings().levels.get("loaded-verb"), Some(&Level::Off));
        assert!(!shelf.style_of(Path::new("/desk/old/a.md")).wants(true));
        assert!(style.wants(true) && !style.wants(false));
    }

    #[test]
    fn a_circle_a_missing_file_and_an_unknown_preset_are_named_with_their_line() {
        let mut shelf = shelf_of(&[
            ("/desk/copydesk.toml", "extends = \"base.toml\"\n[rules]\nhearsay = \"hint\""),
            ("/desk/base.toml", "\nextends = [\"copydesk.toml\", \"./gone.toml\", \"app\"]"),
        ]);
        assert_eq!(level(&mut shelf, "/desk/a.md"), Some(Level::Hint));
        let complaints = shelf.take_complaints();
        let said: Vec<String> =
            complaints.iter().map(|(path, it)| format!("{}:{}: {}", path.display(), it.line, it.message)).collect();
        assert_eq!(
            said,
            [
                "/desk/base.toml:2: extends: unknown preset \"app\"; did you mean \"ap\"?",
                "/desk/base.toml:2: extends: \"copydesk.toml\" leads back to itself; take one of them out",
                "/desk/base.toml:2: extends: \"./gone.toml\": no such file",
            ]
        );
    }

    #[test]
    fn the_users_own_file_holds_where_no_other_does() {
        let mut shelf = shelf_of(&[
            (
                "/home/copydesk.toml",
                "[rules]\nhearsay = \"error\"\n[[overrides]]\nfiles = \"*.txt\"\nrules = { hearsay = \"off\" }",
            ),
            ("/desk/copydesk.toml", ""),
        ]);
        shelf.fall_back_to(Some(PathBuf::from("/home/copydesk.toml")));
        assert_eq!(level(&mut shelf, "/notes/a.md"), Some(Level::Error));
        assert_eq!(level(&mut shelf, "/notes/a.txt"), Some(Level::Off));
        assert_eq!(level(&mut shelf, "/desk/a.md"), None);
        shelf.use_none();
        assert_eq!(level(&mut shelf, "/notes/a.md"), None);
    }

    #[test]
    fn every_preset_is_right() {
        let rules: Vec<&str> = crate::config::PRESETS.iter().flat_map(|preset| preset.text.lines()).collect();
        let names: Vec<&str> = rules.iter().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name).collect();
        for preset in crate::config::PRESETS {
            assert_eq!(read_newsroom(preset.text, &names).1, [], "{}", preset.name);
        }
    }
}
