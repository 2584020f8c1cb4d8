//! Floor 1: English as newsrooms write it. Knows words, sentences and numbers; knows no story.

pub mod interval;
pub mod lexicon;
pub mod number;
pub mod sentence;
pub mod spell;
pub mod token;

pub use interval::Interval;
pub use lexicon::{Class, Classes, Lexicon};
pub use sentence::split_sentences;
pub use spell::write_like;
pub use token::{Token, TokenKind, tokenize};
