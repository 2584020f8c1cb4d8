//! How the reports of many drafts become one output.

pub(super) mod json;
