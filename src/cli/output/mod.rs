//! The forms in which findings are put out.

pub(super) mod checkstyle;
pub(super) mod concise;
mod excerpt;
pub(super) mod full;
pub(super) mod github;
pub(super) mod gitlab;
pub(super) mod grouped;
pub(super) mod json;
mod json_text;
pub(super) mod junit;
mod layout;
mod outlet;
pub(super) mod page;
mod place;
pub(super) mod rdjson;
pub(super) mod sarif;
mod xml;

pub(super) use json_text::JsonText;
pub(super) use layout::{Form, Layout, Page};
pub(super) use outlet::Outlet;
