//! `--output-format` and `--output-file`: in which formats the findings are wanted, and where each goes.
//!
//! Both may be given several times. A file belongs to the format before it, or to the first where none stands
//! before it; a format without a file is printed, and only one can be.

use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches, ValueEnum, ValueHint, value_parser};

const FORMAT: &str = "output_format";
const FILE: &str = "output_file";

/// The forms in which findings can be put out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LintFormat {
    /// Each finding under its sentence
    Full,
    /// A line for each finding
    Concise,
    /// A line for each finding, below the name of its draft
    Grouped,
    /// One object with every finding
    Json,
    /// An object for each finding, one a line
    Jsonl,
    /// Remarks beside the lines of a pull request on GitHub, the worst first
    Github,
    /// A code quality report for a merge request on GitLab
    Gitlab,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// Checkstyle's XML, for build servers
    Checkstyle,
    /// JUnit's XML: a draft is a suite, a finding a failure
    Junit,
    /// reviewdog's format, one object
    Rdjson,
    /// reviewdog's format, an object for each finding, one a line
    Rdjsonl,
    /// A page of its own: the drafts with findings and claims marked, the ledger, sums that do not add up drawn
    Html,
}

/// A format, and the file that it goes to; without one it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Output {
    pub(super) format: LintFormat,
    pub(super) file: Option<PathBuf>,
}

/// All outputs of a run, in the order of the command line; there is at least one.
#[derive(Clone, Debug)]
pub(super) struct Outputs(pub(super) Vec<Output>);

impl Outputs {
    /// The format that is printed; `None` where every one goes to a file.
    pub(super) fn printed(&self) -> Option<LintFormat> {
        self.0.iter().find(|output| output.file.is_none()).map(|output| output.format)
    }
}

impl Args for Outputs {
    fn augment_args(command: Command) -> Command {
        let format = Arg::new(FORMAT).long("output-format").value_name("FORMAT").action(ArgAction::Append);
        let file = Arg::new(FILE).long("output-file").short('o').value_name("FILE").action(ArgAction::Append);
        command
            .arg(
                format
                    .value_parser(value_parser!(LintFormat))
                    .help("How findings are printed; may be given several times, each with its --output-file")
                    .long_help(
                        "How findings are printed [default: full]. May be given several times: \
                         all but one need an --output-file behind them",
                    ),
            )
            .arg(
                file.value_parser(value_parser!(PathBuf))
                    .value_hint(ValueHint::FilePath)
                    .help("Write the format before it to FILE instead of printing it; `-` prints it"),
            )
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Outputs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let formats = placed::<LintFormat>(matches, FORMAT);
        let files = placed::<PathBuf>(matches, FILE);
        pair(&formats, &files)
            .map(Self)
            .map_err(|message| Error::raw(ErrorKind::ArgumentConflict, format!("{message}\n")))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The values of an option with their places on the command line.
fn placed<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, name: &str) -> Vec<(usize, T)> {
    let places = matches.indices_of(name).into_iter().flatten();
    places.zip(matches.get_many::<T>(name).into_iter().flatten().cloned()).collect()
}

/// Gives each file to its format; otherwise says what cannot be.
fn pair(formats: &[(usize, LintFormat)], files: &[(usize, PathBuf)]) -> Result<Vec<Output>, String> {
    let formats = if formats.is_empty() { &[(0, LintFormat::Full)] } else { formats };
    let mut named: Vec<Option<PathBuf>> = vec![None; formats.len()];
    for (place, file) in files {
        let number = formats.partition_point(|(format, _)| format < place).saturating_sub(1);
        if named[number].is_some() {
            let name = name_of(formats[number].1);
            return Err(format!(
                "two files for one --output-format {name}; give each --output-file a format before it"
            ));
        }
        if *file != Path::new("-") && named.contains(&Some(file.clone())) {
            return Err(format!("two formats cannot both go to {}; give one of them another file", file.display()));
        }
        named[number] = Some(file.clone());
    }
    let printed = |file: Option<PathBuf>| file.filter(|file| file != Path::new("-"));
    let outputs = formats.iter().zip(named).map(|(&(_, format), file)| Output { format, file: printed(file) });
    let outputs: Vec<Output> = outputs.collect();
    let mut shown = outputs.iter().filter(|output| output.file.is_none());
    if let (Some(one), Some(other)) = (shown.next(), shown.next()) {
        let (one, other) = (name_of(one.format), name_of(other.format));
        return Err(format!("{one} and {other} cannot both be printed; put --output-file FILE behind one of them"));
    }
    Ok(outputs)
}

fn name_of(format: LintFormat) -> String {
    format.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paired(formats: &[(usize, LintFormat)], files: &[(usize, &str)]) -> Result<Vec<(String, String)>, String> {
        let files: Vec<(usize, PathBuf)> = files.iter().map(|&(place, file)| (place, PathBuf::from(file))).collect();
        let outputs = pair(formats, &files)?;
        let shown = |file: &Path| file.display().to_string();
        Ok(outputs
            .iter()
            .map(|it| (name_of(it.format), it.file.as_deref().map_or("printed".to_owned(), shown)))
            .collect())
    }

    fn given(outputs: &[(&str, &str)]) -> Vec<(String, String)> {
        outputs.iter().map(|&(format, file)| (format.to_owned(), file.to_owned())).collect()
    }

    #[test]
    fn a_file_belongs_to_the_format_before_it() {
        let formats = [(1, LintFormat::Sarif), (3, LintFormat::Full)];
        assert_eq!(paired(&formats, &[(2, "a.sarif")]), Ok(given(&[("sarif", "a.sarif"), ("full", "printed")])));
        assert_eq!(paired(&formats, &[(4, "a.txt")]), Ok(given(&[("sarif", "printed"), ("full", "a.txt")])));
    }

    #[test]
    fn a_file_before_every_format_belongs_to_the_first() {
        assert_eq!(paired(&[(2, LintFormat::Json)], &[(1, "a.json")]), Ok(given(&[("json", "a.json")])));
        assert_eq!(paired(&[], &[(1, "a.txt")]), Ok(given(&[("full", "a.txt")])));
        assert_eq!(paired(&[], &[]), Ok(given(&[("full", "printed")])));
        assert_eq!(paired(&[(2, LintFormat::Json)], &[(1, "-")]), Ok(given(&[("json", "printed")])));
    }

    #[test]
    fn what_cannot_be_is_refused_with_the_remedy() {
        let formats = [(1, LintFormat::Sarif), (3, LintFormat::Json)];
        let error = "sarif and json cannot both be printed; put --output-file FILE behind one of them";
        assert_eq!(paired(&formats, &[]), Err(error.to_owned()));
        let error = "two files for one --output-format json; give each --output-file a format before it";
        assert_eq!(paired(&formats, &[(4, "a"), (5, "b")]), Err(error.to_owned()));
        let error = "two formats cannot both go to a; give one of them another file";
        assert_eq!(paired(&formats, &[(2, "a"), (4, "a")]), Err(error.to_owned()));
    }
}
