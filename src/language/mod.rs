//! Floor 1: English as newsrooms write it. Knows words, sentences and numbers; knows no story.

pub mod day_names;
pub mod first_name;
pub mod interval;
mod letters;
pub mod lexicon;
pub mod number;
pub mod person_name;
pub mod sentence;
pub mod share;
pub mod spell;
pub mod token;
pub mod vocabulary;
pub mod word_list;
pub mod words;

pub use day_names::{MONTH_NAMES, MONTHS, WEEKDAYS};
pub use first_name::is_same_first_name;
pub use interval::Interval;
pub use letters::Trace;
pub use lexicon::{Class, Classes, Idiom, Lexicon};
pub use number::{Form, Number, fold_value, read_number};
pub use person_name::{POST_NOMINALS, is_charge, is_given_name, is_namesake_of_body};
pub use sentence::split_sentences;
pub use share::{Share, behind_kind, read_share};
pub use spell::write_like;
pub use token::{Token, TokenKind, tokenize};
pub use vocabulary::Vocabulary;
pub use word_list::{Traces, WordList, WordTable};
pub use words::{Words, in_small_letters, is_bare, is_one_of, is_same_word, last_piece, pieces};
