//! Only what is new, in a real git repository: `--baseline`, `--since`, `--staged` and `--diff`.

#[path = "support/desk.rs"]
mod desk;

use std::fmt::Write;
use std::fs;
use std::process::Command;

use desk::{Desk, Ran};
use expect_test::expect;

/// What the tests look for: old flaws, new flaws, and one that stands elsewhere than the change.
const RULES: &str = "hearsay,bare-source,headline-mismatch,leftover-tk";

const STORY: &str = "\
# Harbour board spends £2.4 million on pier

The board will spend £2.4 million on the pier, Ida Moss said.

The inn reportedly closed. The baker stayed open all winter.

Sources say the ferry will stop.

The board meets again in June, Ms Moss said.

It has met in the old customs house since the spring, when the roof of its own was taken down, she said.

The customs house has a clock that strikes every quarter of an hour, which the members have learned to wait for.
";

const INN: &str = "The inn reportedly closed. The baker stayed open all winter.\n";

impl Desk {
    fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.current_dir(&self.folder).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        for name in ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"] {
            command.env(name, "Desk");
        }
        for name in ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"] {
            command.env(name, "desk@example.org");
        }
        let output = command.args(arguments).output().expect("git is there: scripts/setup sees to it");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// A repository whose first commit is the story.
    fn repository(name: &str) -> Self {
        let desk = Self::new(name);
        desk.file("harbour.md", STORY.as_bytes());
        desk.git(&["init", "--quiet", "--initial-branch", "main"]);
        desk.commit("File the story");
        desk
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).expect("the draft is there")
    }

    fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path} has no {from:?}: {text}");
        self.file(path, text.replacen(from, to, 1).as_bytes());
    }

    /// The findings under `options`, by draft, rule and words.
    fn findings(&self, options: &[&str]) -> Vec<String> {
        let always = ["lint", "--output-format", "json", "--select", RULES];
        let ran = self.run(&[&always, options].concat());
        assert_eq!(ran.stderr, "");
        let output: serde_json::Value = serde_json::from_str(&ran.stdout).expect("the output is JSON");
        let describe = |finding: &serde_json::Value| {
            let word = |key: &str| finding[key].as_str().expect("words").to_owned();
            format!("{}:{} {}", word("path"), finding["span"]["line"], word("rule"))
        };
        output["findings"].as_array().expect("a list").iter().map(describe).collect()
    }
}

/// A commit's message, and what it does.
type Step = (&'static str, fn(&Desk));

const HISTORY: &[Step] = &[
    ("Insert two paragraphs above", |desk| {
        desk.replace("harbour.md", "\nThe inn", "\nIt rained.\n\nIt stopped.\n\nThe inn");
    }),
    ("Move the inn to the end", |desk| {
        desk.replace("harbour.md", &format!("{INN}\n"), "");
        desk.file("harbour.md", format!("{}\n{INN}", desk.text("harbour.md")).as_bytes());
    }),
    ("Rename the story", |desk| desk.git(&["mv", "harbour.md", "pier.md"])),
    ("Correct the neighbour of an old flaw", |desk| desk.replace("pier.md", "all winter", "all year")),
    ("Add a rumour", |desk| {
        desk.replace("pier.md", "Sources say", "The ferry is reportedly for sale.\n\nSources say");
    }),
    ("Give the rumour its source", |desk| {
        desk.replace("pier.md", "is reportedly for sale.", "is for sale, the harbour master Leo Brandt said.");
    }),
    ("Correct the figure in the story only", |desk| {
        desk.replace("pier.md", "spend £2.4 million", "spend £2.9 million");
    }),
    ("Correct the headline too", |desk| desk.replace("pier.md", "spends £2.4 million", "spends £2.9 million")),
    ("Revert the headline", |desk| desk.git(&["revert", "--no-commit", "HEAD"])),
    ("Revert the revert", |desk| desk.git(&["revert", "--no-commit", "HEAD"])),
    ("Say it of the inn twice", |desk| {
        let inn = INN.replace("all winter", "all year");
        desk.file("pier.md", format!("{}\n{inn}", desk.text("pier.md")).as_bytes());
    }),
    ("Say it once again", |desk| desk.replace("pier.md", &INN.replace("all winter", "all year"), "")),
    ("File a second story with the old rumour", |desk| {
        let more = "The quay is old, Leo Brandt said.\n\nIt has a lamp, he said.\n\nIt has two steps, he said.\n\n";
        desk.file("inn.md", format!("# Inn shuts\n\n{INN}\n{more}").as_bytes());
    }),
    ("Rename and edit the second story", |desk| {
        desk.git(&["mv", "inn.md", "closed.md"]);
        desk.replace("closed.md", "two steps", "three steps");
    }),
    ("Move a paragraph and leave a placeholder", |desk| {
        desk.replace(
            "pier.md",
            "It rained.\n\nIt stopped.\n",
            "It stopped.\n\nIt rained.\n\nThe pier is TK metres long.\n",
        );
    }),
    ("Fill the placeholder", |desk| desk.replace("pier.md", "is TK metres long.", "is long, Ms Moss said.")),
    ("Take out the sources", |desk| desk.replace("pier.md", "Sources say the ferry will stop.\n\n", "")),
    ("Revert that", |desk| desk.git(&["revert", "--no-commit", "HEAD"])),
    ("Move the story to a folder and turn two paragraphs round", |desk| {
        fs::create_dir_all(desk.folder.join("court")).expect("a folder can be made");
        desk.git(&["mv", "pier.md", "court/pier.md"]);
        desk.replace("court/pier.md", "It stopped.\n\nIt rained.\n", "It rained.\n\nIt stopped.\n");
    }),
];

#[test]
fn a_history_of_twenty_commits_brings_what_it_brings_and_nothing_else() {
    let desk = Desk::repository("history");
    desk.file(".gitignore", b"/known.json\n");
    let known = ["--baseline", "known.json"];
    desk.run(&["lint", "--write-baseline", "--select", RULES, known[0], known[1]]);
    assert_eq!(desk.findings(&known), [""; 0]);
    assert_eq!(1 + HISTORY.len(), 20, "with the first");
    let mut told = String::new();
    for (message, step) in HISTORY {
        step(&desk);
        let uncommitted = desk.findings(&["--diff"]);
        desk.commit(message);
        let since = desk.findings(&["--since", "HEAD~1"]);
        assert_eq!(uncommitted, since, "{message}: the work tree and its commit are one change");
        assert_eq!(desk.findings(&["--diff"]), [""; 0], "{message}: nothing is left to commit");
        let (baseline, since) = (desk.findings(&known).join(", "), since.join(", "));
        let _ = writeln!(told, "{message}\n  baseline: {baseline}\n  since: {since}");
    }
    let _ = writeln!(told, "All of it\n  since: {}", desk.findings(&["--since", "HEAD~19"]).join(", "));
    expect![[r#"
        Insert two paragraphs above
          baseline:
          since:
        Move the inn to the end
          baseline:
          since:
        Rename the story
          baseline:
          since:
        Correct the neighbour of an old flaw
          baseline:
          since: pier.md:17 hearsay
        Add a rumour
          baseline: pier.md:9 hearsay
          since: pier.md:9 hearsay
        Give the rumour its source
          baseline:
          since:
        Correct the figure in the story only
          baseline: pier.md:1 headline-mismatch
          since: pier.md:1 headline-mismatch
        Correct the headline too
          baseline:
          since:
        Revert the headline
          baseline: pier.md:1 headline-mismatch
          since: pier.md:1 headline-mismatch
        Revert the revert
          baseline:
          since:
        Say it of the inn twice
          baseline: pier.md:21 hearsay
          since: pier.md:21 hearsay
        Say it once again
          baseline:
          since:
        File a second story with the old rumour
          baseline:
          since: inn.md:3 hearsay
        Rename and edit the second story
          baseline:
          since:
        Move a paragraph and leave a placeholder
          baseline: pier.md:9 leftover-tk
          since: pier.md:9 leftover-tk
        Fill the placeholder
          baseline:
          since:
        Take out the sources
          baseline:
          since:
        Revert that
          baseline:
          since: pier.md:13 bare-source
        Move the story to a folder and turn two paragraphs round
          baseline:
          since:
        All of it
          since: closed.md:3 hearsay, court/pier.md:22 hearsay
    "#]]
    .assert_eq(&told.replace(": \n", ":\n"));
}

#[test]
fn a_baseline_is_pruned_of_what_is_gone_and_keeps_what_was_not_read() {
    let desk = Desk::repository("prune");
    desk.file("other.md", INN.as_bytes());
    let ran = desk.run(&["lint", "--baseline", "known.json", "--write-baseline", "--select", RULES, "."]);
    assert_eq!(
        ran.stdout,
        "2 drafts read, nothing to ask.\n\
         Wrote 3 findings to known.json: they will be quiet, and what is new will not.\n"
    );
    assert_eq!((ran.stderr.as_str(), ran.code), ("", 0));
    desk.replace("harbour.md", "Sources say the ferry will stop.\n\n", "");
    let ran = desk.run(&["lint", "--baseline", "known.json", "--prune-baseline", "--select", RULES, "harbour.md"]);
    assert_eq!(ran.stdout, "1 draft read, nothing to ask.\nTook 1 finding out of known.json, 2 left.\n");
    let words = desk.text("known.json");
    let lines: Vec<&str> = words.lines().filter(|line| line.contains("fingerprint")).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].contains("\"path\":\"harbour.md\"") && lines[1].contains("\"path\":\"other.md\""), "{words}");
}

#[test]
fn what_is_known_of_a_draft_that_is_gone_holds_for_its_new_name_only() {
    let desk = Desk::repository("gone");
    desk.file("harbour.md", format!("{STORY}\nThe quay is XX metres long.\n").as_bytes());
    desk.run(&["lint", "--baseline", "known.json", "--write-baseline", "--select", RULES, "."]);
    let new = || desk.findings(&["--baseline", "known.json"]);
    fs::rename(desk.folder.join("harbour.md"), desk.folder.join("pier.md")).expect("a file can be renamed");
    assert_eq!(new(), Vec::<String>::new());
    desk.replace("pier.md", "XX", "90");
    assert_eq!(new(), Vec::<String>::new());
    // One sentence of three does not make another story the old one.
    desk.file("town.md", b"# Town\n\nSources say the ferry will stop.\n");
    assert_eq!(new(), ["town.md:3 bare-source"]);
}

#[test]
fn a_baseline_that_cannot_be_read_is_one_line() {
    let desk = Desk::repository("no-baseline");
    let trouble = |ran: Ran| (ran.stdout, ran.stderr, ran.code);
    let missing = "copydesk: known.json: no such file or folder; --write-baseline writes a baseline there\n";
    let run = || trouble(desk.run(&["lint", "--baseline", "known.json", "."]));
    assert_eq!(run(), (String::new(), missing.to_owned(), 2));
    desk.file("known.json", b"{\n  \"version\": 1\n}\n");
    let broken = "copydesk: known.json:3: not a baseline of copydesk; --write-baseline writes it anew\n";
    assert_eq!(run(), (String::new(), broken.to_owned(), 2));
}

#[test]
fn staged_reads_what_is_staged_and_not_the_work_tree() {
    let desk = Desk::repository("staged");
    desk.replace("harbour.md", "The board meets", "The quay is reportedly unsafe.\n\nThe board meets");
    desk.git(&["add", "harbour.md"]);
    desk.replace("harbour.md", "The quay is reportedly unsafe.\n\n", "");
    desk.replace("harbour.md", "The board meets", "It rained.\n\nThe lamp is TK.\n\nThe board meets");
    assert_eq!(desk.findings(&["--staged"]), ["harbour.md:9 hearsay"]);
    assert_eq!(desk.findings(&["--diff"]), ["harbour.md:11 leftover-tk"]);
    desk.file("weather.md", b"It rained.\n");
    fs::remove_file(desk.folder.join("harbour.md")).expect("a draft can go");
    assert_eq!(desk.findings(&["--staged"]), ["harbour.md:9 hearsay"], "what is staged will be filed");
}

#[test]
fn a_draft_that_git_does_not_know_is_new_unless_it_is_a_renamed_one() {
    let desk = Desk::repository("untracked");
    fs::rename(desk.folder.join("harbour.md"), desk.folder.join("pier.md")).expect("a draft can be renamed");
    desk.file("inn.md", INN.as_bytes());
    assert_eq!(desk.findings(&["--diff"]), ["inn.md:1 hearsay"]);
    assert_eq!(desk.findings(&["--since", "HEAD"]), ["inn.md:1 hearsay"]);
}

#[test]
fn only_this_branchs_changes_count_where_the_other_has_gone_on() {
    let desk = Desk::repository("branch");
    desk.git(&["checkout", "--quiet", "-b", "pier"]);
    desk.replace("harbour.md", "The board meets", "The lamp is TK.\n\nThe board meets");
    desk.commit("Leave a placeholder");
    desk.git(&["checkout", "--quiet", "main"]);
    desk.replace("harbour.md", "The inn reportedly closed.", "The inn closed, Leo Brandt said.");
    desk.commit("Give a source");
    desk.git(&["checkout", "--quiet", "pier"]);
    assert_eq!(desk.findings(&["--since", "main"]), ["harbour.md:9 leftover-tk"]);
}

#[test]
fn what_git_cannot_answer_is_one_line_that_says_what_to_do() {
    let desk = Desk::repository("trouble");
    let line = |ran: Ran| (ran.stdout, ran.stderr, ran.code);
    assert_eq!(
        line(desk.run(&["lint", "--since", "nowhere"])),
        (
            String::new(),
            "copydesk: --since: there is no revision \"nowhere\"; `git log --oneline` lists the commits\n".to_owned(),
            2
        )
    );
    let ran = desk.run(&["lint", "--diff", "gone.md", "/dev/null"]);
    assert!(ran.stderr.contains("copydesk: gone.md: no such file or folder\n"), "{}", ran.stderr);
    assert!(ran.stderr.contains("not in the repository of this folder\n"), "{}", ran.stderr);
    desk.replace("harbour.md", "in June", "in July");
    desk.commit("Correct the month");
    desk.git(&["clone", "--quiet", "--depth", "1", &format!("file://{}", desk.folder.display()), "shallow"]);
    let mut shallow = desk.command(&["lint", "--since", "HEAD~1"]);
    let ran = Ran::of(shallow.current_dir(desk.folder.join("shallow")).output().expect("the command runs"));
    let remedy = "this clone is shallow: fetch its history with `git fetch --unshallow`";
    assert_eq!(ran.stderr, format!("copydesk: --since: there is no revision \"HEAD~1\"; {remedy}\n"));
    let mut outside = desk.command(&["lint", "--staged"]);
    let outside = outside.current_dir(std::env::temp_dir()).env("GIT_CEILING_DIRECTORIES", std::env::temp_dir());
    let ran = Ran::of(outside.output().expect("the command runs"));
    let nowhere = "--staged needs a git repository, and this folder is in none; --baseline does without one";
    assert_eq!((ran.stderr, ran.code), (format!("copydesk: {nowhere}\n"), 2));
    let mut without = desk.command(&["lint", "--diff"]);
    let ran = Ran::of(without.env("PATH", "").output().expect("the command runs"));
    let missing = "--diff needs the program git, which cannot be started; install it, or use --baseline";
    assert_eq!((ran.stderr, ran.code), (format!("copydesk: {missing}\n"), 2));
}
