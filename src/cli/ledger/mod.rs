//! The claims ledger of a story, in the formats that `claims` prints.

pub(super) mod csv;
pub(super) mod json;
pub(super) mod markdown;
pub(super) mod table;
mod words;
