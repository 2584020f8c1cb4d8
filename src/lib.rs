//! The copy desk in the editor.
//!
//! copydesk reads a news draft and asks what a good copy editor would ask:
//! who says so, does it add up, who said that, is it the number in the headline?
//!
//! Data flows one way, and each floor uses only those below it:
//!
//! | floor | module | what it makes of the one before |
//! |---|---|---|
//! | 0 | [`text`] | bytes, lines, and the way from clean text back to them |
//! | 1 | [`language`] | words, sentences, numbers |
//! | 2 | [`draft`] | a file as blocks with roles |
//! | 3 | [`extract`] | a block as its mentions |
//! | 4 | [`story`] | all mentions as one story: who says what, which figures must fit |
//! | 5 | [`finding`], [`config`] | plain values: findings, settings |
//! | 6 | [`rules`] | the story as findings |
//! | 7 | [`analysis`] | the facade over all of it |
//! | 8 | [`cli`], [`lsp`] | the terminal's and the editor's presentations of it |

pub mod analysis;
pub mod cli;
pub mod config;
pub mod draft;
pub mod extract;
pub mod finding;
pub mod language;
pub mod lsp;
pub mod rules;
pub mod story;
pub mod text;
