# The workshop's commands. Each does its own set-up; `just` on its own lists them.

_list:
    @just --list

# Let copydesk read the sample story
demo:
    scripts/demo

# Format, lints, tests, docs, build: what the gate runs
test:
    scripts/test

# Only the stories, with what is missing and what is unexpected in each
stories:
    cargo test --test stories

# Renew the snapshots; read the difference before committing it
snapshots:
    UPDATE_EXPECT=1 cargo test

# Draw the README's picture anew from what the binary prints
picture:
    scripts/picture

# Licences, bans and sources block; advisories report
deny:
    cargo deny check licenses bans sources
    -cargo deny check advisories

# Whether the oldest Rust that Cargo.toml promises still builds it (needs rustup and that toolchain)
msrv:
    cargo +$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml) check --locked --all-targets

# Put `copydesk` on the path
install:
    cargo install --locked --path .

# copydesk in real Neovim, Helix, Emacs, Vim and VS Code; `just editors -k emacs` for one of them
editors *options:
    tests/editors/run {{options}}
