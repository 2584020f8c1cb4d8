//! A folder to run the real command in, and what came of it.

#![allow(dead_code, reason = "each test binary uses its part")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own to run commands in.
pub(crate) struct Desk {
    pub(crate) folder: PathBuf,
}

/// What a command printed and how it ended.
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: i32,
}

impl Desk {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME")).join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("an earlier run's folder can go");
        }
        fs::create_dir_all(&folder).expect("a folder can be made");
        Self { folder }
    }

    pub(crate) fn file(&self, path: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a folder can be made");
        fs::write(&path, bytes).expect("a file can be written");
        path
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command.env("XDG_CONFIG_HOME", self.folder.join(".config"));
        command.current_dir(&self.folder).args(arguments).stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().expect("the command runs"))
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Ran {
        let mut command = self.command(arguments);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        child.stdin.take().expect("it is piped").write_all(input).expect("it reads its input");
        Ran::of(child.wait_with_output().expect("the command ends"))
    }

    /// Runs the command of a transcript's `line` and writes down what came of it.
    pub(crate) fn transcribe(&self, line: &str) -> String {
        let (command, input) = line.split_once(" < ").map_or((line, None), |(command, file)| (command, Some(file)));
        let arguments: Vec<&str> = command.split(' ').skip(2).collect();
        let ran = match input {
            Some(file) => {
                self.run_with_input(&arguments, &fs::read(self.folder.join(file)).expect("the input is there"))
            }
            None => self.run(&arguments),
        };
        let mut transcript = format!("{line}\n{}", ran.stdout.replace(env!("CARGO_PKG_VERSION"), "[VERSION]"));
        for error in ran.stderr.lines() {
            transcript += format!("! {error}").trim_end();
            transcript.push('\n');
        }
        if ran.code != 0 {
            transcript += ["? ", &ran.code.to_string(), "\n"].concat().as_str();
        }
        transcript.push('\n');
        transcript
    }
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("what is printed is UTF-8");
        let code = output.status.code().expect("no signal ended the command");
        Self { stdout: text(output.stdout), stderr: text(output.stderr), code }
    }
}
