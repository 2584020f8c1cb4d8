//! Settings that come with copydesk, for what the handbooks of great newsrooms ask.

/// A settings file that `extends` can name.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Its name.
    pub name: &'static str,
    /// Whose handbook it follows.
    pub summary: &'static str,
    /// The settings file itself.
    pub text: &'static str,
}

/// Every preset, by name.
pub const PRESETS: &[Preset] = &[
    Preset { name: "ap", summary: "what The Associated Press asks of its copy", text: include_str!("presets/ap.toml") },
    Preset { name: "bbc", summary: "what the BBC's Editorial Guidelines ask", text: include_str!("presets/bbc.toml") },
    Preset { name: "reuters", summary: "what the Reuters handbook asks", text: include_str!("presets/reuters.toml") },
];

/// The preset called `name`.
pub fn find_preset(name: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.name == name)
}
