//! The command line as a reporter or a program meets it: the real binary, over whole cases.
//!
//! Each folder in `tests/cli` is a case: drafts, and a `transcript` of commands with what they print.
//! Below a command stand its standard output, its standard error with `! ` in front of each line,
//! and `? ` with the exit status where it is not 0. `UPDATE_EXPECT=1 cargo test --test cli` writes
//! the transcripts anew; read them before committing.

#[path = "support/desk.rs"]
mod desk;

use std::env;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use desk::{Desk, Ran};

const TRANSCRIPT: &str = "transcript";

#[test]
fn every_transcript_is_what_is_printed() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut folders: Vec<PathBuf> = entries(&cases).into_iter().filter(|path| path.is_dir()).collect();
    folders.sort();
    let mut wrong = Vec::new();
    for folder in folders {
        let name = folder.file_name().expect("a listed folder has a name").to_string_lossy().into_owned();
        let expected = fs::read_to_string(folder.join(TRANSCRIPT)).expect("every case has a transcript");
        let desk = Desk::new(&name);
        copy(&folder, &desk.folder);
        let commands = expected.lines().filter(|line| line.starts_with("$ "));
        let actual: String = commands.map(|line| desk.transcribe(line)).collect();
        if env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(folder.join(TRANSCRIPT), &actual).expect("the transcript can be written");
        } else if actual != expected {
            wrong.push(format!("{name}: expected\n{expected}\n{name}: printed\n{actual}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_file_that_is_no_text_is_one_line_and_the_others_are_done() {
    let desk = Desk::new("no-text");
    desk.file("cafe.md", b"The caf\xE9 closed.\n");
    desk.file("rumour.md", b"The inn reportedly closed.\n");
    desk.file("tool.txt", b"\x7FELF\0\0");
    desk.file("wide.txt", b"\xFF\xFET\0h\0e\0");
    let ran = desk.run(&["lint", "--output-format", "concise", "."]);
    assert_eq!(ran.stdout, "rumour.md:1:9: warning hearsay: “reportedly”: reported by whom? Nobody is named.\n");
    assert_eq!(
        ran.stderr,
        "copydesk: cafe.md: not UTF-8 text (byte 8); save it as UTF-8\n\
         copydesk: tool.txt: not a text file (byte 5 is zero)\n\
         copydesk: wide.txt: UTF-16 text; save it as UTF-8\n"
    );
    assert_eq!(ran.code, 2);
}

#[test]
fn a_file_that_may_not_be_read_is_one_line() {
    let desk = Desk::new("no-permission");
    let file = desk.file("secret.md", b"Quiet.\n");
    if forbid(&file) {
        let ran = desk.run(&["lint", "secret.md"]);
        assert_eq!(ran.stderr, "copydesk: secret.md: no permission to read it\n");
        assert_eq!(ran.code, 2);
    }
}

#[test]
fn a_walk_leaves_out_what_is_hidden_ignored_or_no_draft() {
    let desk = Desk::new("walk");
    let rumour = b"The inn reportedly closed.\n";
    for file in ["b.md", "a.txt", "a/z.html", "notes.docx", ".hidden.md", ".cache/c.md", "old/d.md", "wire/e.md"] {
        desk.file(file, rumour);
    }
    desk.file(".gitignore", b"old/\n");
    desk.file(".copydeskignore", b"wire\n");
    let ran = desk.run(&["lint", "--output-format", "concise", "."]);
    assert_eq!(places(&ran.stdout), ["a.txt:1:9", "a/z.html:1:9", "b.md:1:9"]);
    let named = desk.run(&["lint", "--output-format", "concise", "notes.docx", "old/d.md"]);
    assert_eq!(places(&named.stdout), ["notes.docx:1:9", "old/d.md:1:9"]);
}

#[test]
fn a_file_that_several_paths_lead_to_is_read_once() {
    let desk = Desk::new("overlap");
    desk.file("court/a.md", b"The inn reportedly closed.\n");
    desk.file("b.md", b"The inn reportedly closed.\n");
    let ran = desk.run(&["lint", "--output-format", "concise", "court", "court/a.md", ".", "./court/../court"]);
    assert_eq!(places(&ran.stdout), ["b.md:1:9", "court/a.md:1:9"]);
    let folder = desk.folder.display().to_string();
    let ran = desk.run(&["lint", "--output-format", "concise", "b.md", &folder]);
    assert_eq!(places(&ran.stdout)[1..], ["b.md:1:9"]);
}

#[test]
fn spans_are_bytes_of_the_file_as_it_is_on_disk() {
    let desk = Desk::new("on-disk");
    let bytes = "\u{FEFF}Inn “Zoë” shut\r\n\r\nThe inn, the “Zoë”, reportedly closed.\r\n".as_bytes();
    desk.file("windows.txt", bytes);
    let ran = desk.run(&["lint", "--output-format", "json", "--select", "hearsay", "windows.txt"]);
    let output: serde_json::Value = serde_json::from_str(&ran.stdout).expect("the output is JSON");
    let span = &output["findings"][0]["span"];
    let offset = |key: &str| usize::try_from(span[key].as_u64().expect("an offset")).expect("a small one");
    assert_eq!(&bytes[offset("start")..offset("end")], b"reportedly");
    assert_eq!((offset("line"), offset("column")), (3, 21));
    assert_eq!((offset("end_line"), offset("end_column")), (3, 31));
    let marked = desk.run(&["lint", "--select", "hearsay", "--quiet", "windows.txt"]);
    let carets = "3 | The inn, the “Zoë”, reportedly closed.\n  |                     ^^^^^^^^^^\n";
    assert!(marked.stdout.contains(carets), "{}", marked.stdout);
}

#[test]
fn a_fingerprint_survives_a_new_name_and_edits_elsewhere() {
    let desk = Desk::new("fingerprint");
    desk.file(
        "a.md",
        b"# Inn shut\n\nThe inn reportedly closed. It reportedly flooded.\n\nThe inn reportedly closed.\n",
    );
    desk.file("b/renamed.md", b"# Inn shut\n\nA new start.\n\nThe  inn reportedly\nclosed.\n");
    let prints = |path| {
        let ran = desk.run(&["lint", "--output-format", "json", "--select", "hearsay", path]);
        let output: serde_json::Value = serde_json::from_str(&ran.stdout).expect("the output is JSON");
        let findings = output["findings"].as_array().expect("a list").clone();
        findings.into_iter().map(|finding| finding["fingerprint"].to_string()).collect::<Vec<_>>()
    };
    let (before, after) = (prints("a.md"), prints("b"));
    assert_eq!(before.len(), 3);
    assert!(before[0] != before[1] && before[0] != before[2] && before[1] != before[2]);
    assert_eq!(after, before[..1]);
}

#[test]
fn the_same_bytes_come_out_however_many_read_at_a_time() {
    let desk = Desk::new("jobs");
    for number in 0..300 {
        desk.file(&format!("wire/{number}.md"), format!("Inn {number} reportedly closed.\n").as_bytes());
    }
    let alone = desk.run(&["lint", "--output-format", "json", "--jobs", "1", "."]);
    let together = desk.run(&["lint", "--output-format", "json", "--jobs", "4", "."]);
    assert_eq!(alone.stdout, together.stdout);
    let output: serde_json::Value = serde_json::from_str(&alone.stdout).expect("the output is JSON");
    let paths: Vec<&str> =
        output["findings"].as_array().expect("a list").iter().map(|it| it["path"].as_str().expect("a path")).collect();
    assert_eq!(paths.len(), 300);
    assert!(paths.is_sorted());
}

#[test]
fn colours_come_only_where_they_are_wanted() {
    let desk = Desk::new("colours");
    desk.file("rumour.md", b"The inn reportedly closed.\n");
    let with = |name: &str| {
        let mut command = desk.command(&["lint", "rumour.md"]);
        Ran::of(command.env(name, "1").output().expect("the command runs")).stdout
    };
    assert!(!desk.run(&["lint", "rumour.md"]).stdout.contains('\x1b'));
    assert!(!with("NO_COLOR").contains('\x1b'));
    assert!(with("CLICOLOR_FORCE").contains('\x1b'));
    desk.file("attack.md", b"The inn \x1b[2J reportedly closed.\n");
    let mut command = desk.command(&["lint", "attack.md"]);
    let ran = Ran::of(command.env("CLICOLOR_FORCE", "1").output().expect("the command runs"));
    assert!(!ran.stdout.contains("\x1b[2J"));
}

#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let desk = Desk::new("pipe");
    for number in 0..400 {
        desk.file(&format!("{number}.md"), "The inn reportedly closed. ".repeat(40).as_bytes());
    }
    let mut child =
        desk.command(&["lint", "."]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut first = [0; 64];
    child.stdout.take().expect("it is piped").read_exact(&mut first).expect("it prints");
    let ran = Ran::of(child.wait_with_output().expect("it ends"));
    assert_eq!((ran.stderr.as_str(), ran.code), ("", 0));
}

#[test]
fn a_draft_of_fifty_megabytes_is_read() {
    let desk = Desk::new("fifty-megabytes");
    let line = "The council met on Monday and went home again, as it does.\n\n";
    let mut text = line.repeat(50_000_000 / line.len());
    text.push_str("The inn reportedly closed.\n");
    desk.file("archive.txt", text.as_bytes());
    let ran = desk.run(&["lint", "--output-format", "concise", "--select", "hearsay", "archive.txt"]);
    assert_eq!(places(&ran.stdout).len(), 1);
    assert_eq!(ran.stderr, "");
}

#[test]
fn a_file_too_large_for_its_offsets_is_refused_before_it_fills_the_memory() {
    let desk = Desk::new("too-large");
    let file = fs::File::create(desk.folder.join("archive.txt")).expect("a file can be made");
    // A file with a hole: it takes no room on the disk.
    file.set_len(5_000_000_000).expect("a file can be made long");
    let ran = desk.run(&["lint", "archive.txt"]);
    assert_eq!(ran.stderr, "copydesk: archive.txt: larger than 2 GB; split it into stories\n");
    assert_eq!(ran.code, 2);
}

#[test]
fn the_rules_are_listed_for_people_and_for_programs() {
    let desk = Desk::new("rules");
    let list = desk.run(&["rules"]);
    let output: serde_json::Value =
        serde_json::from_str(&desk.run(&["rules", "--output-format", "json"]).stdout).expect("the output is JSON");
    for rule in copydesk::rules::ALL {
        assert!(list.stdout.contains(rule.name) && list.stdout.contains(rule.summary));
        let entries = output["rules"].as_array().expect("a list");
        assert!(entries.iter().any(|entry| entry["name"] == rule.name && entry["summary"] == rule.summary));
        assert_eq!(desk.run(&["explain", rule.name]).code, 0);
    }
    let hint = "Run `copydesk explain RULE` for a rule's page.\n";
    assert_eq!(desk.run(&["explain"]).stdout, format!("{}\n{hint}", list.stdout));
}

#[test]
fn init_prints_what_it_would_write() {
    let desk = Desk::new("init-print");
    let printed = desk.run(&["init", "-"]);
    assert_eq!(desk.run(&["init", "--stdout"]).stdout, printed.stdout);
    assert!(!desk.folder.join("copydesk.toml").exists());
    desk.run(&["init"]);
    let written = fs::read_to_string(desk.folder.join("copydesk.toml")).expect("it was written");
    assert_eq!(written, printed.stdout);
}

/// The places of the lines of concise output.
fn places(concise: &str) -> Vec<&str> {
    concise.lines().map(|line| line.split(": ").next().expect("a split has a first part")).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder can be listed");
    entries.map(|entry| entry.expect("an entry can be read").path()).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in entries(from) {
        let there = to.join(entry.file_name().expect("a listed entry has a name"));
        if entry.is_dir() {
            copy(&entry, &there);
        } else if !entry.ends_with(TRANSCRIPT) {
            fs::copy(&entry, &there).expect("a file can be copied");
        }
    }
}

/// Takes away the right to read `file`; false where that changes nothing, as for the administrator.
#[cfg(unix)]
fn forbid(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o000)).expect("one's own file can be changed");
    fs::read(file).is_err()
}

#[cfg(not(unix))]
fn forbid(_file: &Path) -> bool {
    false
}
