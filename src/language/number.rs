//! Reads numbers as news writes them: "1,234.5", "two dozen", "half a million".
