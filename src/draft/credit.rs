//! Tells a picture's text from a paragraph, by how captions begin and how credits end them.

const OPENERS: &[&str] = &[
    "In this photo",
    "In this image",
    "In this handout",
    "In this file",
    "In this picture",
    "In this undated",
    "FILE -",
    "FILE –",
    "FILE —",
    "FILE PHOTO",
    "File photo",
    "File picture",
    "Photo:",
    "PHOTO:",
    "Photos:",
    "Photograph:",
    "Picture:",
    "Pictured:",
    "PICTURED:",
    "Pictured,",
    "Caption:",
    "CAPTION:",
    "Image:",
    "IMAGE:",
    "Credit:",
    "CREDIT:",
    "Photo by ",
    "Photograph by ",
    "Photo courtesy",
];

/// What these begin with.
const OPENING_LETTERS: &[u8] = b"CFIP";

const LABELS: &[&str] = &["Photograph", "Photo", "PHOTO", "Picture", "Image", "Credit"];

/// Who takes or sends pictures.
const HOUSES: &[&str] = &[
    "AP",
    "AFP",
    "Alamy",
    "AAP",
    "EPA",
    "Getty",
    "Getty Images",
    "PA",
    "Reuters",
    "REUTERS",
    "Shutterstock",
    "TASS",
    "UPI",
];

/// No caption is longer; a credit at the end of a longer text is the whole story's.
const LONGEST: usize = 600;

const LONGEST_CREDIT: usize = 80;

/// What speaks for a caption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// It says that it is one.
    Sure,
    /// It ends in an agency's name in brackets, as the last line of an agency's story may as well.
    Agency,
}

/// What speaks for `text` being a caption or a credit; `None` if nothing does.
pub(super) fn find(text: &str) -> Option<Evidence> {
    if text.len() > LONGEST {
        return None;
    }
    // The first letter rules nearly all of them out.
    let may_open = text.as_bytes().first().is_some_and(|first| OPENING_LETTERS.contains(first));
    let line = text.trim_end_matches('.');
    if may_open && OPENERS.iter().any(|opener| text.starts_with(opener)) || is_credit_line(line) {
        return Some(Evidence::Sure);
    }
    let text = line;
    if let Some((_, credit)) = text.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        return bracketed_credit(credit);
    }
    has_labelled_credit(text).then_some(Evidence::Sure)
}

/// "(AP)", "(AP Photo/Ida Orr)", "(Ida Orr/Brae Mail via AP)".
fn bracketed_credit(credit: &str) -> Option<Evidence> {
    let credit = credit.trim_end_matches('.');
    if HOUSES.contains(&credit) {
        return Some(Evidence::Agency);
    }
    let names_house = HOUSES.iter().any(|house| credit.ends_with(house) || credit.starts_with(house));
    let has_slash = credit.contains('/') || credit.contains(" via ");
    let is_photo = ["Photo", "photo:", "Photograph", "Image", "Courtesy of", "Handout", "Illustration"];
    let is_sure = (names_house && has_slash)
        || is_photo.iter().any(|word| credit.starts_with(word) || credit.contains(" Photo/"));
    is_sure.then_some(Evidence::Sure)
}

/// "... on Friday. Photograph: Jen Sorrel/Brae Mail": a label behind a full stop, and a short credit after it.
fn has_labelled_credit(text: &str) -> bool {
    // A colon further up leaves too long a credit behind it, and a paragraph is mostly further up.
    let near = text.len().saturating_sub(LONGEST_CREDIT + 2);
    let end = &text.as_bytes()[near..];
    if memchr::memchr(b':', end).is_none() {
        return false;
    }
    let Some(colon) = end.windows(2).rposition(|pair| pair == b": ") else { return false };
    let before = &text[..near + colon];
    let caption = LABELS.iter().find_map(|label| before.strip_suffix(label)).unwrap_or_default().trim_end();
    caption.ends_with(['.', '!', '?', ')', '”', '’', '"', '|'])
}

/// "Ida Orr via Getty Images", "Ida Orr/Getty": a line of its own.
fn is_credit_line(text: &str) -> bool {
    let is_house = |name: &str| HOUSES.contains(&name);
    text.len() <= 60
        && (text.rsplit_once(" via ").is_some_and(|(_, house)| is_house(house))
            || text.rsplit_once('/').is_some_and(|(_, house)| is_house(house)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_opener_begins_with_one_of_the_letters() {
        assert!(OPENERS.iter().all(|opener| OPENING_LETTERS.contains(&opener.as_bytes()[0])));
    }

    #[test]
    fn captions_say_what_they_are() {
        for text in [
            "In this photo handed out by the ministry, a truck burns. (AP)",
            "FILE - Mayor Dana Orr speaks in Brae, March 3, 2024.",
            "PHOTO: A truck burns",
            "Mayor Dana Orr speaks in Brae. (AP Photo/Ida Lund)",
            "Mayor Dana Orr speaks in Brae. (Ida Lund/Brae Mail via AP)",
            "Alasdair Croy leaves court on Friday. Photograph: Jen Sorrel/Brae Mail",
            "Credit: Jen Sorrel",
            "Ida Lund via Getty Images.",
        ] {
            assert_eq!(find(text), Some(Evidence::Sure), "{text}");
        }
        assert_eq!(find("Mayor Dana Orr speaks in Brae. (Reuters)"), Some(Evidence::Agency));
    }

    #[test]
    fn a_paragraph_about_a_picture_is_none() {
        for text in [
            "The photo was sold for $5 million.",
            "The senator (R-Westmark)",
            "Croy credits the agency: credit: none.",
            "He sent the file (see page 2).",
            "",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
