//! `--fix`, on real files: what it changes, what it keeps, and that nothing is lost whatever happens.

#[path = "support/desk.rs"]
mod desk;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use desk::{Desk, Ran};

/// A draft whose marks waive nothing, which is a change that is safe.
const DRAFT: &str = "# Pier opens\n\n<!-- stet hearsay -->\n\nThe pier opened on Monday, Ida Moss said.\n";

/// What is taken out of it: a paragraph that is nothing but a mark goes with its blank line.
const MARK: &str = "<!-- stet hearsay -->\n\n";

/// A draft whose sum is wrong, which is for the writer to judge.
const SUM: &str = "Twelve people died: seven in Ayr, three in Troon and one in Irvine, the police said.\n";

fn litter(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder can be listed");
    let paths = entries.map(|entry| entry.expect("an entry can be read").path());
    paths.filter(|path| path.to_string_lossy().ends_with(".copydesk-tmp")).collect()
}

#[test]
fn safe_changes_are_made_and_others_are_left_to_the_writer() {
    let desk = Desk::new("safe");
    let (draft, sum) = (desk.file("a.md", DRAFT.as_bytes()), desk.file("sum.md", SUM.as_bytes()));
    let ran = desk.run(&["lint", "--fix", "--select", "unused-stet,inconsistent-total", "."]);
    assert_eq!(fs::read_to_string(&draft).expect("it is there"), DRAFT.replace(MARK, ""));
    assert_eq!(fs::read_to_string(&sum).expect("it is there"), SUM);
    assert!(ran.stdout.contains("Made 1 change in 1 draft.\n1 finding in 1 of 2 drafts"), "{}", ran.stdout);
    assert_eq!((ran.stderr.as_str(), ran.code), ("", 1));
    let ran = desk.run(&["lint", "--fix", "--unsafe-fixes", "--select", "inconsistent-total", "."]);
    assert_eq!(fs::read_to_string(&sum).expect("it is there"), SUM.replace("Twelve", "Eleven"));
    assert_eq!((ran.stdout.as_str(), ran.code), ("Made 1 change in 1 draft.\n2 drafts read, nothing to ask.\n", 0));
    assert_eq!(litter(&desk.folder), Vec::<PathBuf>::new());
}

#[test]
fn with_diff_the_changes_are_a_patch_and_the_draft_stays() {
    let desk = Desk::new("patch");
    let draft = desk.file("court/a.md", DRAFT.as_bytes());
    let ran = desk.run(&["lint", "--fix", "--diff", "."]);
    assert_eq!(
        ran.stdout,
        "--- a/court/a.md\n+++ b/court/a.md\n@@ -1,5 +1,3 @@\n # Pier opens\n \n-<!-- stet hearsay -->\n-\n \
         The pier opened on Monday, Ida Moss said.\n"
    );
    assert_eq!((ran.stderr.as_str(), ran.code), ("Would make 1 change in 1 draft.\n", 1));
    assert_eq!(fs::read_to_string(&draft).expect("it is there"), DRAFT);
    fs::write(desk.folder.join("change.patch"), ran.stdout).expect("a patch can be written");
    let applied = Command::new("git").args(["apply", "change.patch"]).current_dir(&desk.folder).status();
    assert!(applied.expect("git is there: scripts/setup sees to it").success());
    assert_eq!(desk.run(&["lint", "--fix", "--diff", "."]).code, 0);
}

#[test]
fn changes_that_overlap_are_made_one_after_the_other() {
    let desk = Desk::new("rounds");
    // The blank line between the marks goes with either of them.
    let draft =
        desk.file("a.txt", b"The pier opened on Monday, Ida Moss said.\n\n[stet hearsay]\n\n[stet bare-source]\n");
    let ran = desk.run(&["lint", "--fix", "--select", "unused-stet", "a.txt"]);
    assert_eq!(fs::read_to_string(&draft).expect("it is there"), "The pier opened on Monday, Ida Moss said.\n");
    assert_eq!((ran.stdout.as_str(), ran.code), ("Made 2 changes in 1 draft.\n1 draft read, nothing to ask.\n", 0));
}

#[test]
fn standard_input_is_mended_to_standard_output() {
    let desk = Desk::new("stdin");
    let ran = desk.run_with_input(&["lint", "--fix", "-", "--stdin-filename", "a.md"], DRAFT.as_bytes());
    assert_eq!(ran.stdout, DRAFT.replace(MARK, ""));
}

#[test]
fn a_byte_order_mark_and_line_endings_stay() {
    let desk = Desk::new("endings");
    let text = format!("\u{FEFF}{}", DRAFT.replace('\n', "\r\n"));
    let draft = desk.file("a.md", text.as_bytes());
    desk.run(&["lint", "--fix", "a.md"]);
    let expected = text.replace(&MARK.replace('\n', "\r\n"), "");
    assert_eq!(fs::read_to_string(&draft).expect("it is there"), expected);
}

#[cfg(unix)]
#[test]
fn rights_stay_and_a_link_is_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::new("rights");
    let draft = desk.file("real/a.md", DRAFT.as_bytes());
    fs::set_permissions(&draft, fs::Permissions::from_mode(0o640)).expect("one's own file can be changed");
    symlink("real/a.md", desk.folder.join("link.md")).expect("a link can be made");
    desk.run(&["lint", "--fix", "link.md"]);
    assert!(!fs::read_to_string(&draft).expect("it is there").contains("stet"));
    assert!(desk.folder.join("link.md").is_symlink());
    assert_eq!(fs::metadata(&draft).expect("it is there").permissions().mode() & 0o777, 0o640);
    fs::write(&draft, DRAFT).expect("it can be written");
    fs::set_permissions(&draft, fs::Permissions::from_mode(0o440)).expect("one's own file can be changed");
    let ran = desk.run(&["lint", "--fix", "real"]);
    let why = "the file is read-only; allow writing to it; the draft is as it was";
    assert_eq!((ran.stderr, ran.code), (format!("copydesk: real/a.md: {why}\n"), 2));
    assert_eq!(fs::read_to_string(&draft).expect("it is there"), DRAFT);
}

/// A folder of drafts long enough that a run takes a while, and what each is when it is mended.
fn archive(desk: &Desk) -> (Vec<PathBuf>, String, String) {
    let filler = "The harbour board met on Monday and went home, Ida Moss said.\n\n".repeat(60);
    let old = format!("{DRAFT}\n{filler}");
    let new = old.replace(MARK, "");
    let paths = (0..6).map(|number| desk.file(&format!("{number}.md"), old.as_bytes()));
    (paths.collect(), old, new)
}

#[test]
fn a_run_that_is_killed_at_any_moment_leaves_each_draft_as_it_was_or_mended() {
    let desk = Desk::new("killed");
    let (paths, old, new) = archive(&desk);
    let start = SystemTime::now();
    desk.run(&["lint", "--fix", "--quiet", "--output-format", "concise", "."]);
    let whole = start.elapsed().expect("time goes on");
    let (mut as_it_was, mut mended) = (0, 0);
    // A fixed sequence of moments that look random: a failure can be had again.
    let mut seed: u64 = 0x5EED;
    for run in 0..200 {
        for path in &paths {
            fs::write(path, &old).expect("a draft can be written");
        }
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let part = f64::from((seed >> 33) as u32) / f64::from(1_u32 << 31);
        let mut child = desk.command(&["lint", "--fix", "--quiet", "."]);
        let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        std::thread::sleep(Duration::from_secs_f64(whole.as_secs_f64() * part * 1.1));
        let _ = child.kill();
        child.wait().expect("it ends");
        for path in &paths {
            let text = fs::read_to_string(path).expect("a draft is there");
            assert!(text == old || text == new, "run {run}: {} is neither", path.display());
            *(if text == old { &mut as_it_was } else { &mut mended }) += 1;
        }
    }
    eprintln!("{as_it_was} drafts as they were, {mended} mended, {} hidden files left", litter(&desk.folder).len());
    assert!(as_it_was != 0 && mended != 0, "the moments lie all before or all behind the work");
    let ran = desk.run(&["lint", "--fix", "--output-format", "concise", "--select", "unused-stet", "."]);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str(), ran.code), ("", "", 0));
    assert!(paths.iter().all(|path| fs::read_to_string(path).is_ok_and(|text| text == new)));
}

#[test]
fn what_a_killed_run_left_is_taken_away_by_a_later_one() {
    let desk = Desk::new("leftovers");
    desk.file("a.md", DRAFT.as_bytes());
    let (old, young) = (desk.file(".a.md.x1.copydesk-tmp", b"half a"), desk.file(".a.md.x2.copydesk-tmp", b"half a"));
    let file = fs::File::options().write(true).open(&old).expect("it is there");
    file.set_modified(SystemTime::now() - Duration::from_secs(3600)).expect("a time can be set");
    desk.run(&["lint", "--fix", "a.md"]);
    assert!(!old.exists(), "an old one is nobody's");
    assert!(young.exists(), "a young one may be another run's");
}

/// A file system of a few hundred kilobytes, for as long as this lives.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(folder: PathBuf) -> Option<Self> {
        fs::create_dir_all(&folder).expect("a folder can be made");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=200k", "tmpfs"]).arg(&folder).output();
        mount.is_ok_and(|output| output.status.success()).then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_is_one_clear_line_and_the_draft_is_as_it_was() {
    let desk = Desk::new("full");
    let Some(small) = SmallDisk::mount(desk.folder.join("disk")) else {
        eprintln!("skipped: a small disk can be mounted by root only, where the system allows it");
        return;
    };
    let filler = "The harbour board met on Monday and went home, Ida Moss said.\n\n".repeat(800);
    let text = format!("{DRAFT}\n{filler}");
    let draft = small.0.join("a.md");
    fs::write(&draft, &text).expect("the draft fits");
    // What is left is less than a second copy of the draft.
    let _ = fs::write(small.0.join("rest"), vec![b'x'; 200_000]);
    let ran: Ran = desk.run(&["lint", "--fix", "--quiet", "disk/a.md"]);
    let line = "copydesk: disk/a.md: no room left on the disk; make some and run again; the draft is as it was\n";
    assert_eq!((ran.stderr.as_str(), ran.code), (line, 2));
    assert_eq!(fs::read_to_string(&draft).expect("it is there"), text);
    assert_eq!(litter(&small.0), Vec::<PathBuf>::new());
}
