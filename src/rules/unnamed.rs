//! Somebody who is one of many: "a senior engineer on the project", "one grower", "a member of the cabinet".

use crate::extract::{SourceKind, SourceMention};
use crate::language::{Class, Token, TokenKind, is_one_of};
use crate::story::Alone;
use crate::text::Span;

/// How those are called who work or sit somewhere, beside what ends like a trade.
const WORKERS: &[&str] = &[
    "accountant",
    "aide",
    "analyst",
    "architect",
    "assistant",
    "associate",
    "backbencher",
    "clerk",
    "colleague",
    "consultant",
    "councillor",
    "councilor",
    "delegate",
    "deputy",
    "detective",
    "diplomat",
    "employee",
    "executive",
    "figure",
    "friend",
    "functionary",
    "bureaucrat",
    "chieftain",
    "colonel",
    "general",
    "grandee",
    "guard",
    "loyalist",
    "stalwart",
    "chef",
    "cook",
    "juror",
    "mechanic",
    "surgeon",
    "lawmaker",
    "legislator",
    "lieutenant",
    "midwife",
    "nurse",
    "official",
    "operative",
    "pilot",
    "scientist",
    "servant",
    "staffer",
    "strategist",
    "teammate",
    "technician",
    "veterinarian",
];

/// What ends like a trade and is none, is anybody, speaks for somebody who is known, or can be found by the post.
const OTHERS: &[&str] = &[
    "abuser",
    "actor",
    "ancestor",
    "announcer",
    "attacker",
    "author",
    "banner",
    "barrister",
    "blogger",
    "brother",
    "buyer",
    "caller",
    "chapter",
    "character",
    "coroner",
    "counsellor",
    "customer",
    "daughter",
    "defender",
    "doctor",
    "error",
    "factor",
    "father",
    "follower",
    "founder",
    "governor",
    "interpreter",
    "interviewer",
    "investor",
    "killer",
    "lawyer",
    "leader",
    "letter",
    "listener",
    "lover",
    "marker",
    "mayor",
    "member",
    "minister",
    "mirror",
    "monitor",
    "mother",
    "motor",
    "neighbor",
    "newspaper",
    "number",
    "observer",
    "officer",
    "onlooker",
    "order",
    "other",
    "owner",
    "paper",
    "partner",
    "passenger",
    "passer",
    "player",
    "poster",
    "presenter",
    "prisoner",
    "professor",
    "prosecutor",
    "protester",
    "protestor",
    "rapper",
    "reader",
    "register",
    "reporter",
    "researcher",
    "reviewer",
    "rioter",
    "scorer",
    "server",
    "shopper",
    "sister",
    "singer",
    "solicitor",
    "sticker",
    "stranger",
    "supporter",
    "survivor",
    "teenager",
    "tracker",
    "translator",
    "user",
    "viewer",
    "visitor",
    "voter",
    "winner",
    "writer",
    "ambassador",
    "commander",
    "commissioner",
    "ombudsman",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "chancellor",
    "premier",
    "speaker",
    "treasurer",
    "trustee",
    "baker",
    "bidder",
    "finder",
    "master",
    "offender",
    "robber",
    "commenter",
    "commentator",
    "commuter",
    "driver",
    "demonstrator",
    "homeowner",
    "holidaymaker",
    "villager",
    "islander",
    "churchgoer",
    "foster",
    "toddler",
    "youngster",
    "elder",
    "peer",
    "sufferer",
    "tour",
    "competitor",
    "contender",
    "rider",
    "runner",
    "swimmer",
    "walker",
    "hiker",
    "climber",
    "composer",
    "designer",
    "dancer",
    "performer",
    "philosopher",
    "photographer",
    "theater",
    "designator",
    "tutor",
    "pastor",
    "prior",
    "rector",
    "sailor",
    "soldier",
    "tailor",
    "trooper",
    "warrior",
    "gunner",
    "biker",
    "biographer",
    "economist",
    "novelist",
    "artist",
    "activist",
    "anchorman",
    "businessman",
    "businesswoman",
    "cameraman",
    "chairman",
    "chairwoman",
    "clergyman",
    "congressman",
    "congresswoman",
    "fisherman",
    "frontman",
    "frontwoman",
    "german",
    "gunman",
    "horseman",
    "human",
    "nobleman",
    "oarsman",
    "roman",
    "salesman",
    "saleswoman",
    "sportsman",
    "sportswoman",
    "statesman",
    "talisman",
    "woman",
    "yachtsman",
];

/// Bodies of which one is a member in private: a member of the public or of the family is anybody.
const ROOMS: &[&str] = &[
    "board",
    "cabinet",
    "campaign",
    "cast",
    "caucus",
    "club",
    "coalition",
    "commission",
    "committee",
    "council",
    "delegation",
    "department",
    "faculty",
    "government",
    "inquiry",
    "jury",
    "leadership",
    "office",
    "orchestra",
    "panel",
    "party",
    "squad",
    "staff",
    "team",
    "crew",
    "union",
];

/// Whether the source is one of many who may know from where they work or sit, and could be named: "one consultant",
/// "a senior engineer on the project", "a member of the cabinet".
pub(super) fn is_one_of_many(block: Alone<'_>, source: &SourceMention) -> bool {
    let text = block.text();
    let own = block.tokens_in(source.span);
    if is_of_party(own, text) || own.split_first().is_some_and(|(first, rest)| is_several(first, rest, text)) {
        return true;
    }
    if !matches!(source.kind, SourceKind::Anonymous | SourceKind::Role) {
        return false;
    }
    let Some((first, rest)) = own.split_first() else { return false };
    let behind = block.tokens_in(Span::new(source.span.end, (text.len() as u32).max(source.span.end)));
    // "One nurse, who asked not to be named," is no nearer to a name.
    let is_related = behind.get(1).is_some_and(|next| next.is(Class::Relative));
    // "According to one employee, the tapes were burned": the comma ends the phrase.
    // "In the words of one minister, “a blank cheque”".
    let before = text[..source.span.start as usize].to_lowercase();
    let is_led_to = ["according to ", "in the words of "].iter().any(|lead| before.ends_with(lead))
        && behind
            .get(1)
            .is_some_and(|next| next.kind == TokenKind::QuoteMark || next.of(text).starts_with(char::is_lowercase));
    let is_introduced = behind.first().is_some_and(|mark| mark.kind != TokenKind::Word && mark.of(text) == ",")
        && !is_related
        && !is_led_to
        || rest.iter().any(|word| word.of(text) == "," || word.of(text) == "named" || word.of(text) == "called");
    let article = first.of(text).to_lowercase();
    if article == "one" && is_one_of_members(rest, text) {
        return !is_introduced;
    }
    if is_of_house(&article, rest, text) {
        return !is_introduced && !is_related;
    }
    let Some(head) = rest.iter().position(|word| word.span == source.head) else { return false };
    let link = rest.get(head + 1).map(|link| link.of(text));
    let is_counted_out = matches!(article.as_str(), "one" | "another");
    let is_one = is_counted_out && link.is_none_or(|link| link != "in" && link != "for");
    // "A deputy", "a detective": of many, and placed by the force or the body that the story is about.
    let is_of_force = matches!(article.as_str(), "a" | "an")
        && is_in_office(&rest[head], text)
        && (rest.len() == 1
            || rest.len() == 2 && head == 1 && is_one_of(rest[0].of(text), &["police", "prison", "ward"]));
    // "A shipping executive": of many, and placed by the trade.
    // "An employee of the regulator": by the body.
    let is_of_body = link == Some("of") && rest.get(head + 2).is_some_and(|of| of.is(Class::Determiner));
    let is_of_staff = matches!(article.as_str(), "a" | "an") && (0 < head || is_of_body) && is_staff(&rest[head], text);
    let tells = behind.first().map(|next| next.of(text)).filter(|_| rest.len() == head + 1);
    let is_placed = matches!(article.as_str(), "a" | "an" | "another")
        && (link.or(tells).is_some_and(|link| {
            ["at", "here", "in", "on", "inside", "there", "within", "with", "who", "working", "involved"]
                .contains(&link)
        }) || rest[..head]
            .iter()
            .any(|word| ["senior", "junior", "veteran", "former", "close"].contains(&word.of(text))));
    // "A governor at one of the schools": which, it leaves open on purpose.
    let is_of_one = is_placed
        && rest.get(head + 2..head + 4).is_some_and(|run| run[0].of(text) == "one" && run[1].of(text) == "of");
    // "One clerk told the court": heard in public, where the court decides who is named.
    let is_witness = behind.first().is_some_and(|verb| verb.of(text) == "told")
        && behind.get(2).is_some_and(|forum| {
            is_one_of(forum.of(text), &["court", "hearing", "inquest", "inquiry", "jury", "tribunal", "trial"])
        });
    !is_introduced
        && !is_witness
        && (is_of_staff
            || is_of_force
            || is_of_one
            || is_one && is_officer(&rest[..=head], text)
            || (is_one || is_placed) && is_worker(&rest[head], text)
            || is_ranked(&rest[..=head], text)
            || (is_one || matches!(article.as_str(), "a" | "another")) && is_member(&rest[head..], text))
}

/// "An employee", "one crew member": of the house that the story is about, whichever words say so.
fn is_of_house(article: &str, rest: &[Token], text: &str) -> bool {
    const OFFICES: &[&str] =
        &["minister", "officer", "mp", "senator", "judge", "governor", "ambassador", "commander", "player"];
    const HANDS: &[&str] = &["employee", "insider", "colleague", "staffer", "worker"];
    const BODIES: &[&str] = &["board", "cabinet", "committee", "council", "crew", "faculty", "staff", "team"];
    let is_one = is_one_of(article, &["a", "an", "one", "another"]);
    // "One officer" is of the force; "an officer" may be anybody's.
    let is_officer = article == "one" && matches!(rest, [officer] if is_one_of(officer.of(text), OFFICES));
    let is_hand = is_officer
        || match rest {
            [hand] => HANDS[..3].contains(&hand.of(text)),
            [rank, hand] => {
                is_one_of(rank.of(text), &["former", "current", "longtime", "senior"]) && HANDS.contains(&hand.of(text))
                    || BODIES.contains(&rank.of(text)) && hand.of(text) == "member"
            }
            _ => false,
        };
    is_one && is_hand
}

/// "Deputy", "nurse": who may know from the office or the post that they hold.
fn is_in_office(head: &Token, text: &str) -> bool {
    const OFFICES: &[&str] = &[
        "backbencher",
        "constable",
        "councillor",
        "councilor",
        "deputy",
        "detective",
        "firefighter",
        "garda",
        "lawmaker",
        "legislator",
        "midwife",
        "nurse",
        "paramedic",
        "teacher",
        "trustee",
    ];
    OFFICES.contains(&head.of(text))
}

/// "One prison officer", "a customs officer": whose service says where they know it from.
fn is_officer(words: &[Token], text: &str) -> bool {
    const SERVICES: &[&str] =
        &["border", "correctional", "corrections", "customs", "immigration", "parole", "prison", "probation", "tax"];
    let [.., service, officer] = words else { return false };
    SERVICES.contains(&service.of(text)) && officer.of(text) == "officer"
}

/// "A junior doctor", "a senior officer": of many, and placed by rank.
fn is_ranked(words: &[Token], text: &str) -> bool {
    const RANKED: &[&str] =
        &["barrister", "commander", "doctor", "lawyer", "officer", "prosecutor", "researcher", "soldier"];
    let [.., rank, who] = words else { return false };
    is_one_of(rank.of(text), &["junior", "senior", "veteran"]) && RANKED.contains(&who.of(text))
}

/// "Engineer", "grower", "nurse": by trade or by place, in small letters.
fn is_worker(head: &Token, text: &str) -> bool {
    let word = head.of(text);
    word.starts_with(char::is_lowercase) && !head.is(Class::Kin) && is_trade(word)
}

/// Whether a word in the singular names a trade by which somebody may know.
fn is_trade(word: &str) -> bool {
    const ENDINGS: &[&str] = &["er", "or", "ologist", "man", "woman"];
    let ends_so = ENDINGS.iter().any(|ending| word.ends_with(ending)) && 5 < word.len() && !OTHERS.contains(&word);
    ends_so || WORKERS.contains(&word)
}

/// Whether what looks like somebody's name only says of what party they are.
pub(super) fn is_only_of_party(block: Alone<'_>, source: &SourceMention) -> bool {
    is_of_party(block.tokens_in(source.span), block.text())
}

/// "One senior Conservative", "a leading Liberal": the party is named, and nobody of it.
fn is_of_party(words: &[Token], text: &str) -> bool {
    const RANKS: &[&str] = &["senior", "leading", "veteran", "prominent", "junior", "former"];
    let [article, rank, party] = words else { return false };
    let is_article = is_one_of(article.of(text), &["one", "a", "an", "another"]);
    is_article && RANKS.contains(&rank.of(text)) && party.of(text).starts_with(char::is_uppercase)
}

/// "Two lawmakers from the ruling party": a few of many, placed by where they work or sit.
fn is_several(first: &Token, rest: &[Token], text: &str) -> bool {
    const FEW: &[&str] = &["two", "three", "four", "five", "several"];
    const PLACES: &[&str] = &["at", "from", "in", "inside", "of", "on", "within"];
    let is_few = is_one_of(first.of(text), FEW);
    // "Two board members"
    if let [room, members] = rest
        && members.of(text) == "members"
        && ROOMS.contains(&room.of(text))
    {
        return is_few && room.of(text) != "club";
    }
    let Some(head) = rest.iter().position(|word| is_plural_worker(word, text)) else {
        return false;
    };
    let is_placed = rest.get(head + 1).is_some_and(|link| PLACES.contains(&link.of(text)));
    is_few && head <= 2 && is_placed
}

fn is_plural_worker(word: &Token, text: &str) -> bool {
    word.of(text).strip_suffix('s').is_some_and(|one| WORKERS.contains(&one))
}

/// "Executive", "manager": who may know from the firm that pays them.
fn is_staff(head: &Token, text: &str) -> bool {
    const STAFF: &[&str] = &[
        "banker",
        "chieftain",
        "colleague",
        "colonel",
        "consultant",
        "employee",
        "executive",
        "general",
        "grandee",
        "insider",
        "loyalist",
        "manager",
        "staffer",
        "stalwart",
        "trader",
    ];
    STAFF.contains(&head.of(text))
}

/// "One of the four dissenting board members", "one of its engineers", "one of the racecourse's groundsmen".
fn is_one_of_members(words: &[Token], text: &str) -> bool {
    /// The most words for those who belong to somebody.
    const OWNED: usize = 2;
    let [of, .., body, members] = words else { return false };
    let is_room = ROOMS.contains(&body.of(text).to_lowercase().as_str());
    let owner = words.iter().position(|word| matches!(word.of(text), "'s" | "’s") || word.is(Class::Possessive));
    let is_owned = owner.is_some_and(|owner| words.len() <= owner + OWNED + 1);
    // "One of the players"
    let is_of_all =
        words.len() == 3 && is_one_of(body.of(text), &["the", "these", "those"]) && are_workers(members, text);
    of.of(text) == "of"
        && (members.of(text) == "members" && is_room || (is_owned || is_of_all) && are_workers(members, text))
}

/// "Engineers", "groundsmen".
fn are_workers(head: &Token, text: &str) -> bool {
    let word = head.of(text);
    let one = word.strip_suffix("men").map(|stem| format!("{stem}man"));
    let one = one.or_else(|| word.strip_suffix('s').map(str::to_owned));
    one.is_some_and(|one| !head.is(Class::Kin) && is_trade(&one))
}

/// "Member of the cabinet".
fn is_member(words: &[Token], text: &str) -> bool {
    let [member, of, rest @ ..] = words else { return false };
    let is_room = |word: &Token| ROOMS.contains(&word.of(text).to_lowercase().as_str());
    member.of(text) == "member" && of.of(text) == "of" && rest.last().is_some_and(is_room)
}
