//! `copydesk init`: a settings file that explains itself.

use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use anyhow::anyhow;

use super::Status;
use super::arguments::InitArguments;
use super::disk::reason;
use super::terminal::{print, report_trouble};
use crate::config::{RULES_HERE, TEMPLATE, find_preset};
use crate::rules;

/// Writes the settings file; one that is there stays, unless the reporter insists.
pub(super) fn run(arguments: &InitArguments) -> io::Result<Status> {
    let preset = arguments.preset.as_deref().and_then(find_preset);
    let text = preset.map_or_else(settings_file, |preset| preset.text.to_owned());
    let file = arguments.file.as_path();
    if arguments.stdout || file == Path::new("-") {
        print(&text)?;
        return Ok(Status::Clean);
    }
    let name = file.display();
    let mut options = OpenOptions::new();
    let options = if arguments.force { options.create(true).truncate(true) } else { options.create_new(true) };
    let trouble = match options.write(true).open(file).and_then(|mut open| open.write_all(text.as_bytes())) {
        Ok(()) => {
            let what = preset.map_or("every setting at its default, with what it does", |preset| preset.summary);
            print(&format!("Wrote {name}: {what}.\n"))?;
            return Ok(Status::Clean);
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            anyhow!("{name} is there already; --force writes over it")
        }
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => anyhow!("{name}: no permission to write it"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => anyhow!("{name}: there is no such folder"),
        Err(error) => anyhow!("{name}: {}", reason(&error)),
    };
    report_trouble(&trouble)?;
    Ok(Status::Trouble)
}

/// The settings template with a commented line for each rule.
fn settings_file() -> String {
    let mut lines = String::new();
    for rule in rules::ALL {
        let (name, severity, summary) = (rule.name, rule.severity, rule.summary);
        writeln!(lines, "#{name} = \"{severity}\" # {summary}").expect("writing to a string cannot fail");
    }
    TEMPLATE.replace(RULES_HERE, &lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Settings, read_newsroom};

    #[test]
    fn the_settings_file_says_the_defaults_and_its_rules_can_be_uncommented() {
        let names: Vec<&str> = rules::ALL.iter().map(|rule| rule.name).collect();
        let text = settings_file();
        let (newsroom, complaints) = read_newsroom(&text, &names);
        assert_eq!(complaints, []);
        assert_eq!(newsroom.settings_for("a.md"), Settings::default());

        let uncommented: Vec<String> = rules::ALL.iter().map(|rule| format!("#{} =", rule.name)).collect();
        let text = uncommented.iter().fold(text, |text, line| text.replace(line, &line[1..]));
        let (newsroom, complaints) = read_newsroom(&text, &names);
        assert_eq!(complaints, []);
        for rule in rules::ALL {
            let settings = newsroom.settings_for("a.md");
            assert!(settings.levels.contains_key(rule.name));
            assert_eq!(settings.severity(rule.name, rule.severity), Some(rule.severity));
        }
    }
}
