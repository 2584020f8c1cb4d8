//! The posts that a story gives people, in their wordings, and those of which nobody holds two.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::Traces;

/// The words for a post, and what it is.
pub(super) type Wording = (&'static [&'static str], &'static str);

/// All wordings that are known, some with the full stop that belongs to them.
const POSTS: &[Wording] = &[
    (&["chief", "executive"], "chief executive"),
    (&["ceo"], "chief executive"),
    (&["chairman"], "chair"),
    (&["chairwoman"], "chair"),
    (&["chairperson"], "chair"),
    (&["finance", "director"], "finance director"),
    (&["finance", "chief"], "finance director"),
    (&["chief", "financial", "officer"], "finance director"),
    (&["cfo"], "finance director"),
    (&["chief", "operating", "officer"], "operations chief"),
    (&["coo"], "operations chief"),
    (&["chief", "technology", "officer"], "technology chief"),
    (&["chief", "information", "officer"], "information chief"),
    (&["chief", "marketing", "officer"], "marketing chief"),
    (&["chief", "commercial", "officer"], "commercial chief"),
    (&["general", "counsel"], "general counsel"),
    (&["chief", "constable"], "chief constable"),
    (&["treasurer"], "treasurer"),
    (&["spokesman"], "spokesman"),
    (&["spokeswoman"], "spokesman"),
    (&["spokesperson"], "spokesman"),
    (&["commissioner"], "commissioner"),
    (&["superintendent"], "superintendent"),
    (&["artistic", "director"], "artistic director"),
    (&["communications", "director"], "communications director"),
    (&["education", "director"], "education director"),
    (&["health", "director"], "health director"),
    (&["housing", "director"], "housing director"),
    (&["marketing", "director"], "marketing director"),
    (&["medical", "director"], "medical director"),
    (&["nursing", "director"], "nursing director"),
    (&["operations", "director"], "operations director"),
    (&["parks", "director"], "parks director"),
    (&["personnel", "director"], "personnel director"),
    (&["planning", "director"], "planning director"),
    (&["research", "director"], "research director"),
    (&["sales", "director"], "sales director"),
    (&["technical", "director"], "technical director"),
    (&["transport", "director"], "transport director"),
    (&["director"], "director"),
    (&["police", "chief"], "police chief"),
    (&["fire", "chief"], "fire chief"),
    (&["harbour", "master"], "harbour master"),
    (&["harbor", "master"], "harbour master"),
    (&["mayor"], "mayor"),
    (&["sheriff"], "sheriff"),
    (&["governor"], "governor"),
    (&["coach"], "coach"),
    (&["captain"], "captain"),
    (&["referee"], "referee"),
    (&["constable"], "constable"),
    (&["sergeant"], "sergeant"),
    (&["inspector"], "inspector"),
    (&["headteacher"], "head teacher"),
    (&["head", "teacher"], "head teacher"),
    (&["headmaster"], "head teacher"),
    (&["headmistress"], "head teacher"),
    (&["judge"], "judge"),
    (&["coroner"], "coroner"),
    (&["prosecutor"], "prosecutor"),
    (&["archbishop"], "archbishop"),
    (&["first", "officer"], "first officer"),
    (&["first", "mate"], "first officer"),
    (&["chief", "engineer"], "chief engineer"),
    (&["rector"], "rector"),
    (&["registrar"], "registrar"),
    (&["provost"], "provost"),
    (&["secretary"], "secretary"),
    (&["attorney", "general"], "attorney general"),
    (&["district", "attorney"], "district attorney"),
    (&["curator"], "curator"),
    (&["senator"], "senator"),
    (&["state", "senator"], "senator"),
    (&["state", "representative"], "representative"),
    (&["prime", "minister"], "prime minister"),
    (&["president"], "president"),
    (&["sgt"], "sergeant"),
    (&["sgt."], "sergeant"),
    (&["insp"], "inspector"),
    (&["insp."], "inspector"),
    (&["supt"], "superintendent"),
    (&["supt."], "superintendent"),
    (&["sen."], "senator"),
    (&["rep."], "representative"),
    (&["col."], "colonel"),
    (&["cpl"], "corporal"),
    (&["cpl."], "corporal"),
    (&["principal"], "principal"),
    (&["corporal"], "corporal"),
    (&["colonel"], "colonel"),
    (&["environment", "minister"], "environment minister"),
    (&["trade", "minister"], "trade minister"),
    (&["bishop"], "bishop"),
    (&["vicar"], "vicar"),
    (&["surgeon"], "surgeon"),
    (&["nurse"], "nurse"),
    (&["finance", "minister"], "finance minister"),
    (&["energy", "minister"], "energy minister"),
    (&["health", "minister"], "health minister"),
    (&["education", "minister"], "education minister"),
    (&["defence", "minister"], "defence minister"),
    (&["interior", "minister"], "interior minister"),
    (&["foreign", "minister"], "foreign minister"),
    (&["justice", "minister"], "justice minister"),
    (&["transport", "minister"], "transport minister"),
    (&["agriculture", "minister"], "agriculture minister"),
    (&["culture", "minister"], "culture minister"),
    (&["defense", "minister"], "defence minister"),
    (&["water", "resources", "minister"], "water resources minister"),
    (&["power", "minister"], "power minister"),
    (&["home", "minister"], "home minister"),
    (&["railway", "minister"], "railway minister"),
    (&["housing", "minister"], "housing minister"),
    (&["labour", "minister"], "labour minister"),
    (&["tourism", "minister"], "tourism minister"),
    (&["fisheries", "minister"], "fisheries minister"),
    (&["industry", "minister"], "industry minister"),
    (&["water", "minister"], "water minister"),
    (&["sports", "minister"], "sports minister"),
    (&["mines", "minister"], "mines minister"),
    (&["immigration", "minister"], "immigration minister"),
    (&["railways", "minister"], "railway minister"),
    (&["labor", "minister"], "labour minister"),
];

/// The wordings by the last of the words, which tells a post from nearly all others.
pub(super) static POSTS_BY_LAST: LazyLock<FxHashMap<&str, Vec<Wording>>> = LazyLock::new(|| {
    let mut posts: FxHashMap<&str, Vec<Wording>> = FxHashMap::default();
    for &(post, what) in POSTS {
        posts.entry(post.last().copied().unwrap_or_default()).or_default().push((post, what));
    }
    posts
});

/// The traces of the last words: most other words have none of them.
pub(super) const LASTS: Traces = {
    let (mut lasts, mut at) = (Traces::of(&[]), 0);
    while at < POSTS.len() {
        let post = POSTS[at].0;
        lasts = lasts.or(Traces::of(&[post[post.len() - 1]]));
        at += 1;
    }
    lasts
};

/// Posts whose deputies are other people.
pub(super) const DEPUTIES: &[(&str, &str)] = &[
    ("coach", "assistant coach"),
    ("president", "vice president"),
    ("police chief", "assistant police chief"),
    ("chief executive", "deputy chief executive"),
    ("chair", "deputy chair"),
    ("commissioner", "deputy commissioner"),
    ("mayor", "deputy mayor"),
    ("governor", "deputy governor"),
    ("head teacher", "deputy head teacher"),
    ("principal", "vice-principal"),
];

/// Whether nobody holds both posts.
pub(super) fn are_exclusive(one: &str, other: &str) -> bool {
    let is_deputy = |chief: &str, deputy: &str| DEPUTIES.contains(&(chief, deputy));
    let are_in = |posts: &[&str]| posts.contains(&one) && posts.contains(&other);
    one != other && (is_deputy(one, other) || is_deputy(other, one) || EXCLUSIVE.iter().any(|posts| are_in(posts)))
}

/// Posts of which nobody holds two; nor does anybody a post and that of the [deputy](DEPUTIES).
const EXCLUSIVE: &[&[&str]] = &[
    &["president", "prime minister"],
    &["archbishop", "bishop"],
    &["captain", "first officer", "chief engineer"],
    &["rector", "registrar", "provost"],
    &["secretary", "treasurer", "commissioner"],
    &["senator", "representative"],
    &["senator", "governor", "mayor"],
    &["attorney general", "district attorney"],
    &["curator", "director"],
    &["trade minister", "transport minister", "agriculture minister", "culture minister", "home minister"],
    &["environment minister", "trade minister", "finance minister", "interior minister", "justice minister"],
    &["trade minister", "health minister", "education minister", "defence minister"],
    &[
        "chief executive",
        "chair",
        "finance director",
        "operations chief",
        "technology chief",
        "information chief",
        "marketing chief",
        "commercial chief",
        "general counsel",
        "treasurer",
        "spokesman",
    ],
    &["commissioner", "director", "sheriff", "mayor", "governor"],
    &["police chief", "fire chief", "sheriff", "mayor", "harbour master"],
    &[
        "finance director",
        "artistic director",
        "communications director",
        "education director",
        "health director",
        "housing director",
        "marketing director",
        "medical director",
        "nursing director",
        "operations director",
        "parks director",
        "personnel director",
        "planning director",
        "research director",
        "sales director",
        "technical director",
        "transport director",
    ],
    &["coach", "captain", "referee"],
    &["constable", "sergeant", "inspector", "superintendent", "chief constable"],
    &["corporal", "sergeant", "captain", "colonel"],
    &["head teacher", "chair"],
    &["judge", "coroner", "prosecutor"],
    &["bishop", "vicar"],
    &["surgeon", "nurse"],
    // The economy, trade and the environment go together with others.
    &[
        "finance minister",
        "energy minister",
        "health minister",
        "education minister",
        "defence minister",
        "interior minister",
        "foreign minister",
        "justice minister",
        "transport minister",
        "agriculture minister",
        "culture minister",
        "water resources minister",
        "power minister",
        "home minister",
        "railway minister",
        "housing minister",
        "labour minister",
        "tourism minister",
        "fisheries minister",
        "industry minister",
        "sports minister",
        "mines minister",
        "immigration minister",
    ],
];
