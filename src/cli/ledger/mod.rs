//! The claims ledger of a story, in the formats that `claims` prints.

pub(super) mod json;
