//! Reads messages from a stream of bytes, and finds the next one after bytes that are none.

use std::borrow::Cow;
use std::io::{BufRead, Read};

use serde::Deserialize;
use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

use super::surrogates::mended;

/// What a client sent.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A request or a notification.
    Request(Request),
    /// The answer to a request of ours.
    Response(Response),
    /// Something else: the answer to give.
    Malformed(Response),
}

/// The header whose number says how long a message is.
const LENGTH: &[u8] = b"content-length:";

/// How much room is made for a message before it has arrived; the rest follows as it comes.
const ROOM: usize = 1 << 16;

/// Reads the next message; `None` at the end of the stream.
pub(super) fn read_message(input: &mut impl BufRead) -> Option<Incoming> {
    let length = match read_headers(input)? {
        Ok(length) => length,
        Err(why) => return Some(malformed(Id::Null, Error::parse_error(), &why)),
    };
    let mut body = Vec::with_capacity(length.min(ROOM));
    input.by_ref().take(length as u64).read_to_end(&mut body).ok()?;
    if body.len() < length {
        return None;
    }
    Some(match parse(&body) {
        Incoming::Malformed(answer) => match mended(&body) {
            Cow::Owned(body) => parse(&body),
            Cow::Borrowed(_) => Incoming::Malformed(answer),
        },
        message => message,
    })
}

/// Reads up to the empty line behind the headers; gives the length, or why there is none.
///
/// A length may stand behind bytes that are no header: what is left of a message that was cut short.
fn read_headers(input: &mut impl BufRead) -> Option<Result<usize, String>> {
    let mut length = None;
    let mut garbage = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).ok()? == 0 {
            return garbage.map(Err);
        }
        let text = line.trim_ascii();
        if let Some(at) = text.windows(LENGTH.len()).position(|window| window.eq_ignore_ascii_case(LENGTH)) {
            let number = text[at + LENGTH.len()..].trim_ascii();
            length = std::str::from_utf8(number).ok().and_then(|number| number.parse().ok());
            if length.is_none() {
                garbage = Some("the length of the message is no number".to_owned());
            }
        } else if text.is_empty() {
            match (length, garbage.take()) {
                (Some(length), _) => return Some(Ok(length)),
                (None, Some(why)) => return Some(Err(why)),
                (None, None) => {}
            }
        } else if length.is_none() && !text.contains(&b':') {
            garbage = Some("there is no header where one is due".to_owned());
        }
    }
}

/// A message before it is known to be one.
#[derive(Debug, Deserialize)]
struct Envelope {
    jsonrpc: Option<String>,
    #[serde(default, deserialize_with = "present")]
    id: Option<Value>,
    method: Option<String>,
    params: Option<Value>,
}

/// Tells `"id": null` from no `id` at all.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

fn parse(body: &[u8]) -> Incoming {
    let envelope: Envelope = match serde_json::from_slice(body) {
        Ok(envelope) => envelope,
        Err(error) if error.is_data() => return malformed(Id::Null, Error::invalid_request(), &error.to_string()),
        Err(error) => return malformed(Id::Null, Error::parse_error(), &error.to_string()),
    };
    let id: Option<Id> = match envelope.id.map(serde_json::from_value).transpose() {
        Ok(id) => id,
        Err(error) => return malformed(Id::Null, Error::invalid_request(), &error.to_string()),
    };
    if envelope.jsonrpc.as_deref() != Some("2.0") {
        return malformed(id.unwrap_or_default(), Error::invalid_request(), "this is not JSON-RPC 2.0");
    }
    let Some(method) = envelope.method else {
        return match serde_json::from_slice(body) {
            Ok(response) => Incoming::Response(response),
            Err(error) => malformed(id.unwrap_or_default(), Error::invalid_request(), &error.to_string()),
        };
    };
    let mut request = Request::build(method);
    if let Some(params) = envelope.params {
        request = request.params(params);
    }
    Incoming::Request(if let Some(id) = id { request.id(id).finish() } else { request.finish() })
}

fn malformed(id: Id, error: Error, why: &str) -> Incoming {
    tracing::warn!("a message is malformed: {why}");
    Incoming::Malformed(Response::from_error(id, error))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    fn check(bytes: &[u8], expected: &Expect) {
        let mut input = bytes;
        let mut seen = String::new();
        while let Some(message) = read_message(&mut input) {
            let _ = match message {
                Incoming::Request(request) => writeln!(seen, "request {request}"),
                Incoming::Response(response) => writeln!(seen, "response {:?}", response.id()),
                Incoming::Malformed(response) => {
                    let code = response.error().map(|error| error.code.code());
                    writeln!(seen, "malformed {:?} {code:?}", response.id())
                }
            };
        }
        expected.assert_eq(&seen);
    }

    #[test]
    fn messages_are_read_one_after_the_other() {
        let one = framed(r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#);
        let other = framed(r#"{"jsonrpc":"2.0","method":"exit","params":null}"#);
        let answer = framed(r#"{"jsonrpc":"2.0","id":7,"result":null}"#);
        check(
            format!("{one}{other}{answer}").as_bytes(),
            &expect![[r#"
                request {"jsonrpc":"2.0","method":"shutdown","id":1}
                request {"jsonrpc":"2.0","method":"exit"}
                response Number(7)
            "#]],
        );
    }

    #[test]
    fn what_is_malformed_is_answered_and_the_next_message_is_found() {
        let good = framed(r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#);
        let broken = [
            "Content-Length: nine\r\n\r\n".to_owned(),
            "nonsense\r\n\r\n".to_owned(),
            framed("{"),
            framed("[1, 2]"),
            framed(r#"{"jsonrpc":"1.0","id":4,"method":"shutdown"}"#),
            framed(r#"{"jsonrpc":"2.0","id":[],"method":"shutdown"}"#),
            "{\"cut\": short ".to_owned(),
        ];
        check(
            broken.iter().flat_map(|broken| [broken.as_str(), &good]).collect::<String>().as_bytes(),
            &expect![[r#"
                malformed Null Some(-32700)
                request {"jsonrpc":"2.0","method":"shutdown","id":1}
                malformed Null Some(-32700)
                request {"jsonrpc":"2.0","method":"shutdown","id":1}
                malformed Null Some(-32700)
                request {"jsonrpc":"2.0","method":"shutdown","id":1}
                malformed Null Some(-32600)
                request {"jsonrpc":"2.0","method":"shutdown","id":1}
                malformed Number(4) Some(-32600)
                request {"jsonrpc":"2.0","method":"shutdown","id":1}
                malformed Null Some(-32600)
                request {"jsonrpc":"2.0","method":"shutdown","id":1}
                request {"jsonrpc":"2.0","method":"shutdown","id":1}
            "#]],
        );
    }

    #[test]
    fn a_message_that_is_cut_off_by_the_end_is_none() {
        check(b"Content-Length: 90\r\n\r\n{}", &expect![[""]]);
        check(b"", &expect![[""]]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_to_their_end(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut input = bytes.as_slice();
            while read_message(&mut input).is_some() {}
        }
    }
}
