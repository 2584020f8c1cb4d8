//! How long the real server takes, over real pipes, from a key press to the findings that an editor shows.
//!
//! `cargo bench --bench server` prints a table. Nothing is asserted: a busy machine is no bug.

#![expect(clippy::print_stdout, reason = "the table is what it is run for")]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How many key presses and hovers are measured for each story.
const PRESSES: usize = 400;
const HOVERS: usize = 200;

/// How often a server is started for the time to its first findings.
const STARTS: usize = 20;

const ADDRESS: &str = "file:///bench/story.md";

fn main() {
    println!("{:<8} {:<34} {:>10} {:>10}", "story", "what", "median", "99 %");
    for (name, length) in [("5 KB", 5_000), ("100 KB", 100_000)] {
        measure(name, &story(length));
    }
}

fn measure(name: &str, text: &str) {
    let starts: Vec<Duration> = (0..STARTS).map(|_| time_start(text)).collect();
    report(name, "process start to first findings", starts);
    let (mut server, _) = Server::open(text);
    let presses = (0..PRESSES).map(|number| server.time_press(number, text)).collect();
    report(name, "key press to findings", presses);
    let words: Vec<usize> = text.match_indices("homes").map(|(at, _)| at).collect();
    let hovers = (0..HOVERS).map(|number| server.time_hover(words[number * 7 % words.len()], text)).collect();
    report(name, "hover on a figure", hovers);
    if let Some(megabytes) = server.memory() {
        println!("{name:<8} {:<34} {megabytes:>7.1} MB", "memory, at most");
    }
}

fn report(name: &str, what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1000.0;
    println!("{name:<8} {what:<34} {:>7.2} ms {:>7.2} ms", at(50), at(99));
}

/// A draft of about `length` bytes, as dense with figures and quotations as a long news feature is.
fn story(length: usize) -> String {
    let people = ["Ada Quill", "José Lund", "Magda Orlić", "Tom Vance", "Rhea Castellan"];
    let mut text = "# Flood in the Orne valley takes homes\n\n".to_owned();
    let mut number = 0;
    while text.len() < length {
        let (person, homes, cost) = (people[number % people.len()], 40 + number * 3, 2 + number % 17);
        let _ = write!(
            text,
            "Mayor {person} said on Tuesday that more than {homes} homes were lost in district {number}. “We have \
             never seen the river so high,” she said. The road along the east bank has been closed since the dike \
             gave way, and the ferry that used to cross below the old mill lies on the meadow.\n\n\
             The repairs will cost ${cost}.4 million, according to the Orne River Board. Its engineers went from \
             house to house all day, asked who needed a bed for the night and painted a cross on every door that \
             nobody should open.\n\n\
             The water wrecked {homes} boats. In the school on the hill, where those who lost their homes sleep on \
             gymnastics mats, the cook has run out of everything but lentils, and the children have begun to \
             paint the river on the windows.\n\n"
        );
        number += 1;
    }
    text
}

struct Server {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    version: usize,
    /// How many letters have been typed into the first line.
    typed: usize,
}

fn time_start(text: &str) -> Duration {
    let (_, taken) = Server::open(text);
    taken
}

impl Server {
    /// A server that has shown its findings for `text`, and how long that took from its start.
    fn open(text: &str) -> (Self, Duration) {
        let start = Instant::now();
        let mut process = Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let input = process.stdin.take().expect("its input is a pipe");
        let output = BufReader::new(process.stdout.take().expect("its output is a pipe"));
        let mut server = Self { process, input, output, version: 1, typed: 0 };
        let capabilities = json!({ "textDocument": { "publishDiagnostics": { "versionSupport": true } } });
        server.send(&json!({ "id": 0, "method": "initialize", "params": { "capabilities": capabilities } }));
        server.until(|message| message["id"] == 0);
        server.send(&json!({ "method": "initialized", "params": {} }));
        let document = json!({ "uri": ADDRESS, "languageId": "markdown", "version": 1, "text": text });
        server.send(&json!({ "method": "textDocument/didOpen", "params": { "textDocument": document } }));
        server.until_published(1);
        (server, start.elapsed())
    }

    /// Types a letter into the middle of the story: no text is one that was read before.
    fn time_press(&mut self, number: usize, text: &str) -> Duration {
        let line = text[..text.len() / 2].matches('\n').count() / 4 * 4 + 2;
        let at = json!({ "line": line, "character": 6 + self.typed });
        let letter = char::from(b'a' + (number % 26) as u8).to_string();
        self.typed += 1;
        self.version += 1;
        let change = json!({ "range": { "start": at, "end": at }, "text": letter });
        let document = json!({ "uri": ADDRESS, "version": self.version });
        let params = json!({ "textDocument": document, "contentChanges": [change] });
        let start = Instant::now();
        self.send(&json!({ "method": "textDocument/didChange", "params": params }));
        self.until_published(self.version);
        start.elapsed()
    }

    fn time_hover(&mut self, offset: usize, text: &str) -> Duration {
        let before = &text[..offset];
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().map_or(0, |line| line.encode_utf16().count());
        self.version += 1;
        let id = self.version;
        let params = json!({ "textDocument": { "uri": ADDRESS }, "position": { "line": line, "character": column } });
        let start = Instant::now();
        self.send(&json!({ "id": id, "method": "textDocument/hover", "params": params }));
        self.until(|message| message["id"] == id);
        start.elapsed()
    }

    /// The most that it has held, in megabytes; known on Linux only.
    fn memory(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
    }

    fn send(&mut self, message: &Value) {
        let mut message = message.clone();
        message["jsonrpc"] = json!("2.0");
        let body = message.to_string();
        let framed = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        self.input.write_all(framed.as_bytes()).expect("the server reads");
        self.input.flush().expect("the server reads");
    }

    fn until_published(&mut self, version: usize) {
        self.until(|message| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["version"] == version
        });
    }

    fn until(&mut self, is_it: impl Fn(&Value) -> bool) {
        while !is_it(&self.read()) {}
    }

    fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert_ne!(self.output.read_line(&mut line).expect("the server writes"), 0, "the server has ended");
            match line.trim() {
                "" => break,
                header => {
                    let number = header.strip_prefix("Content-Length: ").expect("the server sends one header");
                    length = number.parse().expect("a length is a number");
                }
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("the server writes");
        serde_json::from_slice(&body).expect("the server writes JSON")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
