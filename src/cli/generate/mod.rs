//! `copydesk generate`: what other programs and the documentation take from copydesk itself.

mod configuration;
mod rules;

use std::io;

use anyhow::anyhow;
use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use super::Status;
use super::arguments::{Arguments, GenerateCommand};
use super::terminal::{print, report_trouble};
use crate::config::{nearest, schema};
use crate::rules::ALL;

/// Prints what `command` names.
pub(super) fn run(command: &GenerateCommand) -> io::Result<Status> {
    match command {
        GenerateCommand::Schema => print(&schema_text())?,
        GenerateCommand::Configuration => print(&configuration::page())?,
        GenerateCommand::Rules => print(&rules::page())?,
        GenerateCommand::Completions { shell } => print(&completions(*shell))?,
        GenerateCommand::Man { command } => return man(command.as_deref()),
    }
    Ok(Status::Clean)
}

fn schema_text() -> String {
    let rules: Vec<(&str, &str)> = ALL.iter().map(|rule| (rule.name, rule.summary)).collect();
    format!("{:#}\n", schema(&rules))
}

fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "copydesk", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// Prints the manual's page of `copydesk`, or of one of its commands.
fn man(name: Option<&str>) -> io::Result<Status> {
    let mut whole = Arguments::command();
    whole.build();
    let names: Vec<String> = whole.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let page = match name {
        None => Some(whole),
        Some(name) => whole.find_subcommand(name).cloned(),
    };
    let Some(page) = page else {
        let name = name.unwrap_or_default();
        let remedy = match nearest(name, names.iter().map(String::as_str)) {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None => format!("use one of: {}", names.join(", ")),
        };
        report_trouble(&anyhow!("there is no command \"{name}\"; {remedy}"))?;
        return Ok(Status::Trouble);
    };
    let mut text = Vec::new();
    Man::new(page).render(&mut text)?;
    print(&String::from_utf8_lossy(&text))?;
    Ok(Status::Clean)
}
