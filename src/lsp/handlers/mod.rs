//! What the server answers, one idea a file. Each is three moves: convert the request, ask the analysis, convert the reply.

pub(super) mod diagnostics;
