//! What can be typed behind `copydesk`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::outputs::Outputs;
use crate::config::{FILE_NAME, Level, PRESETS, nearest};
use crate::finding::Severity;
use crate::rules;

/// Reads a news draft and asks what a good copy editor would ask.
#[derive(Debug, Parser)]
#[command(name = "copydesk", version, arg_required_else_help = true, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Report what the desk would ask about
    #[command(
        after_help = "Exit status: 0 nothing to ask, 1 findings at or above --fail-on, 2 some work was not done."
    )]
    Lint(LintArguments),
    /// Print every figure, quote and statement with its source
    Claims(ClaimsArguments),
    /// Serve an editor over standard input and output
    Lsp(LspArguments),
    /// Print a rule's page: what it asks, why, and what it leaves alone
    Explain {
        /// The rule's name; without one, the list of rules
        rule: Option<String>,
    },
    /// List the rules
    Rules {
        /// How the list is printed
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        output_format: RulesFormat,
    },
    /// Write a copydesk.toml with every setting at its default, explained
    Init(InitArguments),
    /// Print what shells, manuals and the documentation take from copydesk
    Generate {
        #[command(subcommand)]
        command: GenerateCommand,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum GenerateCommand {
    /// A script that completes copydesk's commands and options in a shell
    Completions {
        /// The shell that is to read it
        shell: Shell,
    },
    /// The manual's page, of copydesk or of one of its commands
    Man {
        /// The command
        command: Option<String>,
    },
    /// The JSON schema of copydesk.toml
    Schema,
    /// The page of settings (docs/configuration.md)
    Configuration,
    /// The page of rules (docs/rules.md)
    Rules,
}

const FIXING: &str = "Fixing";
const NEWS: &str = "Only what is new";

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own on the command line")]
pub(super) struct LintArguments {
    #[command(flatten)]
    pub(super) reading: ReadingArguments,
    #[command(flatten)]
    pub(super) outputs: Outputs,
    /// The least severity that makes the exit status 1
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    pub(super) fail_on: FailOn,
    /// Exit with 0 whatever is found; only work that was not done is 2
    #[arg(long, conflicts_with = "fail_on")]
    pub(super) exit_zero: bool,
    /// Print no more findings than this; the summary and the exit status count all
    #[arg(long, value_name = "N")]
    pub(super) max_findings: Option<usize>,
    /// Print how often each rule has something to ask, in place of what it asks
    #[arg(long, conflicts_with_all = ["output_format", "output_file", "max_findings"])]
    pub(super) statistics: bool,
    /// Make the changes that are safe in the drafts themselves; report what is left
    #[arg(long, help_heading = FIXING, conflicts_with = "staged")]
    pub(super) fix: bool,
    /// With --fix, make the changes as well whose meaning you should judge; look at them with --diff first
    #[arg(long, help_heading = FIXING, requires = "fix")]
    pub(super) unsafe_fixes: bool,
    /// With --fix, print the changes as a patch and leave the drafts as they are.
    /// Without, only what is new since the last commit: what touches a changed line of the work tree, or breaks by it
    #[arg(long, help_heading = NEWS)]
    pub(super) diff: bool,
    /// Only what is new since REV: what touches a changed line, or is broken by one elsewhere in the story
    #[arg(long, value_name = "REV", help_heading = NEWS, conflicts_with_all = ["staged"])]
    pub(super) since: Option<String>,
    /// Only what is new in what is staged; reads the staged text, not the work tree's
    #[arg(long, help_heading = NEWS, conflicts_with = "diff")]
    pub(super) staged: bool,
    /// Only what FILE does not hold already
    #[arg(long, value_name = "FILE", help_heading = NEWS)]
    pub(super) baseline: Option<PathBuf>,
    /// Write all that is found to the baseline
    #[arg(long, help_heading = NEWS, requires = "baseline", conflicts_with_all = ["since", "staged", "diff", "fix"])]
    pub(super) write_baseline: bool,
    /// Take out of the baseline what is no longer found
    #[arg(long, help_heading = NEWS, requires = "baseline", conflicts_with_all = ["write_baseline", "since", "staged", "diff"])]
    pub(super) prune_baseline: bool,
    /// Lint again whenever a draft or a settings file is saved, until Ctrl-C
    #[arg(long)]
    pub(super) watch: bool,
    /// Print the drafts that would be read, and stop
    #[arg(long)]
    pub(super) show_files: bool,
    /// Print the settings of the drafts, and the file and line that each comes from, and stop
    #[arg(long, conflicts_with = "show_files")]
    pub(super) show_settings: bool,
}

#[derive(Debug, Args)]
pub(super) struct ClaimsArguments {
    #[command(flatten)]
    pub(super) reading: ReadingArguments,
    /// How the ledger is printed
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(super) output_format: ClaimsFormat,
}

#[derive(Debug, Args)]
pub(super) struct LspArguments {
    /// Where to write the log; `RUST_LOG` says how much
    #[arg(long, value_name = "PATH")]
    pub(super) log_file: Option<PathBuf>,
    /// Standard input and output, as without it: some editors say so
    #[arg(long)]
    stdio: bool,
}

/// What to read, and how.
#[derive(Debug, Args)]
pub(super) struct ReadingArguments {
    /// Drafts or folders of drafts; `-` is standard input [default: this folder]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The name of standard input: its extension tells the format, its folder the settings
    #[arg(long, value_name = "PATH")]
    pub(super) stdin_filename: Option<PathBuf>,
    /// Run this rule only; may be given several times
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule_name)]
    pub(super) select: Vec<String>,
    /// Leave this rule out; may be given several times
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule_name)]
    pub(super) ignore: Vec<String>,
    /// Give this rule this level, whatever the settings say: off, hint, information, warning or error
    #[arg(long, value_name = "RULE=LEVEL", value_delimiter = ',', value_parser = rule_level)]
    pub(super) severity: Vec<(String, Level)>,
    /// Use the settings in this file for every draft
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(super) config: Option<PathBuf>,
    /// Use no settings file
    #[arg(long)]
    pub(super) no_config: bool,
    /// How many drafts are read at a time [default: as many as the machine has cores]
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<usize>,
    /// Print no summary and no progress
    #[arg(short, long)]
    pub(super) quiet: bool,
}

impl ReadingArguments {
    /// Whether standard input is read.
    pub(super) fn has_stdin(&self) -> bool {
        self.paths().iter().any(|path| path.as_os_str() == "-")
    }

    /// The paths to read. Where none is given, a name for standard input says that it is meant.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        let default = if self.stdin_filename.is_some() { "-" } else { "." };
        if self.paths.is_empty() { vec![PathBuf::from(default)] } else { self.paths.clone() }
    }
}

#[derive(Debug, Args)]
pub(super) struct InitArguments {
    /// Where to write it; `-` is standard output
    #[arg(value_name = "FILE", default_value = FILE_NAME)]
    pub(super) file: PathBuf,
    /// Print it instead of writing a file
    #[arg(long)]
    pub(super) stdout: bool,
    /// Start from what a handbook asks: ap, bbc or reuters
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(PRESETS.iter().map(|preset| preset.name)))]
    pub(super) preset: Option<String>,
    /// Write over a file that is there
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ClaimsFormat {
    /// A ledger for each story, to read
    Table,
    /// One object with every story
    Json,
    /// An object for each story, one a line
    Jsonl,
    /// A row for each claim, for a spreadsheet
    Csv,
    /// A ledger for each story, to paste into a note
    Markdown,
    /// A page of its own, to open in a browser
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum RulesFormat {
    /// A line for each rule
    Text,
    /// One object with every rule
    Json,
}

/// The least severity that fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Hint,
    Information,
    Warning,
    Error,
    /// Findings never do
    Never,
}

impl FailOn {
    /// Whether findings of which the worst is of severity `worst` fail the run.
    pub(super) fn fails(self, worst: Option<Severity>) -> bool {
        let least = match self {
            Self::Hint => Severity::Hint,
            Self::Information => Severity::Information,
            Self::Warning => Severity::Warning,
            Self::Error => Severity::Error,
            Self::Never => return false,
        };
        worst.is_some_and(|worst| least <= worst)
    }
}

fn rule_level(text: &str) -> Result<(String, Level), String> {
    let (rule, level) = text.split_once('=').ok_or("write RULE=LEVEL, such as hearsay=error")?;
    Ok((rule_name(rule)?, Level::of_name(level)?))
}

fn rule_name(name: &str) -> Result<String, String> {
    rules::find(name).map(|rule| rule.name.to_owned()).ok_or_else(|| unknown_rule(name))
}

/// What to say of a rule that there is none of.
pub(super) fn unknown_rule(name: &str) -> String {
    match nearest(name, rules::ALL.iter().map(|rule| rule.name)) {
        Some(meant) => format!("there is no rule \"{name}\"; did you mean \"{meant}\"?"),
        None => format!("there is no rule \"{name}\"; `copydesk rules` lists them"),
    }
}
