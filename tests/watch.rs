//! `--watch`, on a real folder.

#[path = "support/desk.rs"]
mod desk;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use desk::Desk;

/// A run that watches, with the lines that it prints.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(desk: &Desk, arguments: &[&str]) -> Self {
        let mut command = desk.command(&[&["lint", "--watch", "--output-format", "concise"], arguments].concat());
        // One pipe, so that the two outputs keep their order.
        let (printed, both) = std::io::pipe().expect("a pipe can be made");
        let child = command.stdout(both.try_clone().expect("a pipe has two ends")).stderr(both);
        let child = child.spawn().expect("it starts");
        drop(command);
        let printed = BufReader::new(printed);
        let (send, lines) = channel();
        std::thread::spawn(move || {
            for line in printed.lines() {
                let _ = send.send(line.expect("what is printed is UTF-8"));
            }
        });
        Self { child, lines }
    }

    /// What is printed until it waits for a save.
    fn round(&self) -> Vec<String> {
        let next = || self.lines.recv_timeout(Duration::from_secs(30)).expect("it prints within the time");
        std::iter::repeat_with(next).take_while(|line| !line.starts_with("Watching")).collect()
    }
}

#[cfg(unix)]
#[test]
fn a_save_is_linted_and_ctrl_c_ends_it() {
    let desk = Desk::new("saves");
    desk.file("inn.md", b"The inn reportedly closed.\n");
    let mut watch = Watch::start(&desk, &["."]);
    let rumour =
        |line: u32| format!("inn.md:{line}:9: warning hearsay: “reportedly”: reported by whom? Nobody is named.");
    assert_eq!(watch.round(), [rumour(1)]);
    let unasked = watch.lines.recv_timeout(Duration::from_secs(1));
    assert!(unasked.is_err(), "to read a draft is not to save it, but {unasked:?} was printed");
    desk.file("notes.pdf", b"no draft");
    desk.file("inn.md", b"It rained.\n\nThe inn reportedly closed.\n");
    assert_eq!(watch.round(), [rumour(3)]);
    desk.file("copydesk.toml", b"[rules]\nhearsay = \"off\"\n");
    assert_eq!(watch.round(), [""; 0]);
    let interrupt = Command::new("kill").args(["-INT", &watch.child.id().to_string()]).status();
    assert!(interrupt.expect("kill is there").success());
    assert_eq!(watch.child.wait().expect("it ends").code(), Some(0));
}

#[cfg(unix)]
#[test]
fn only_findings_go_to_standard_output() {
    let desk = Desk::new("outputs");
    desk.file("inn.md", b"The inn reportedly closed.\n");
    let mut command = desk.command(&["lint", "--watch", "--output-format", "json", "."]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut line = String::new();
    BufReader::new(child.stderr.take().expect("it is piped")).read_line(&mut line).expect("it says that it watches");
    assert_eq!(line, "Watching; Ctrl-C ends it.\n");
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(interrupt.expect("kill is there").success());
    let printed = child.wait_with_output().expect("it ends").stdout;
    assert_eq!(printed, desk.command(&["lint", "--output-format", "json", "."]).output().expect("it runs").stdout);
}

#[test]
fn standard_input_cannot_be_watched() {
    let desk = Desk::new("stdin");
    let ran = desk.run(&["lint", "--watch", "-"]);
    assert_eq!(ran.stderr, "copydesk: --watch needs files or folders: standard input is read once\n");
    assert_eq!(ran.code, 2);
}
