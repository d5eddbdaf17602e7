//! Phrases that are looked for in a text, each of them in nearly every text in vain.

/// A text in lower case, and which pairs of bytes stand in it: a phrase whose first pair does not is not looked for.
#[derive(Clone, Copy)]
pub struct Searched<'a> {
    text: &'a [u8],
    pairs: [u32; ROWS as usize],
}

/// Rows of 32 pairs: as few as most texts need.
const ROWS: u8 = 16;

impl<'a> Searched<'a> {
    /// A text in lower case.
    pub fn new(text: &'a str) -> Searched<'a> {
        let text = text.as_bytes();
        let mut searched = Searched { text, pairs: [0; ROWS as usize] };
        let mut first = 0;
        for second in text {
            if let Some(row) = searched.pairs.get_mut(usize::from(row_of(first, *second))) {
                *row |= 1 << column_of(first, *second);
            }
            first = *second;
        }
        searched
    }

    /// The text.
    pub fn bytes(&self) -> &'a [u8] {
        self.text
    }

    /// Whether one of these stands in the text.
    pub fn holds_any(&self, phrases: Phrases) -> bool {
        let mut rest = phrases.0;
        while let [length, row, column, others @ ..] = rest {
            let Some((phrase, next)) = others.split_at_checked(usize::from(*length)) else { break };
            if self.may_hold(*row, *column) && self.may_end(phrase) && contains(self.text, phrase) {
                return true;
            }
            rest = next;
        }
        false
    }

    /// Whether a pair of bytes may stand in the text.
    fn may_hold(&self, row: u8, column: u8) -> bool {
        self.pairs.get(usize::from(row)).is_some_and(|pairs| pairs >> column & 1 != 0)
    }

    fn may_end(&self, phrase: &[u8]) -> bool {
        let [.., first, second] = phrase else { return true };
        self.may_hold(row_of(*first, *second), column_of(*first, *second))
    }
}

const fn row_of(first: u8, second: u8) -> u8 {
    (first ^ second << 1) & (ROWS - 1)
}

const fn column_of(first: u8, second: u8) -> u8 {
    (first >> 3 ^ second) & 31
}

/// Phrases in lower case: each behind its length and the place of its first pair.
#[derive(Clone, Copy, Debug)]
pub struct Phrases(&'static [u8]);

/// How many bytes stand before a phrase.
const HEAD: usize = 3;

impl Phrases {
    /// What the macro `phrases!` has put together.
    pub const fn new(encoded: &'static [u8]) -> Phrases {
        Phrases(encoded)
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let [length, _, _, others @ ..] = rest else { return None };
            let (phrase, next) = others.split_at_checked(usize::from(*length))?;
            rest = next;
            std::str::from_utf8(phrase).ok()
        })
    }
}

/// Phrases with a `|` between them, as [`Phrases`].
macro_rules! phrases {
    ($list:expr) => {{
        const LENGTH: usize = $crate::phrase::encoded_length($list);
        const ENCODED: [u8; LENGTH] = $crate::phrase::encoded($list);
        $crate::phrase::Phrases::new(&ENCODED)
    }};
}

pub(crate) use phrases;

/// How many bytes a list takes.
pub const fn encoded_length(list: &str) -> usize {
    let list = list.as_bytes();
    let (mut length, mut at) = (list.len(), 0);
    while at < list.len() {
        // A separator goes, and a head comes before what follows it.
        length += if list[at] == b'|' { HEAD - 1 } else { 0 };
        at += 1;
    }
    if list.is_empty() { 0 } else { length + HEAD }
}

/// The bytes of a list.
///
/// # Panics
///
/// As it is compiled, where a phrase has less than two bytes.
pub const fn encoded<const N: usize>(list: &str) -> [u8; N] {
    let list = list.as_bytes();
    let mut encoded = [0; N];
    let (mut from, mut to) = (0, 0);
    while from < list.len() {
        assert!(from + 1 < list.len() && list[from] != b'|' && list[from + 1] != b'|', "a phrase has two bytes");
        let head = to;
        encoded[head + 1] = row_of(list[from], list[from + 1]);
        encoded[head + 2] = column_of(list[from], list[from + 1]);
        to += HEAD;
        while from < list.len() && list[from] != b'|' {
            encoded[to] = list[from];
            encoded[head] += 1;
            to += 1;
            from += 1;
        }
        from += 1;
    }
    encoded
}

/// Whether a phrase stands in a text. `str::contains` brings a search algorithm and its panics, a tenth of the shipped
/// module.
pub fn contains(text: &[u8], phrase: &[u8]) -> bool {
    let Some((first, others)) = phrase.split_first() else { return true };
    let mut rest = text;
    while let [byte, shorter @ ..] = rest {
        if byte == first && shorter.starts_with(others) {
            return true;
        }
        rest = shorter;
    }
    false
}

/// Whether a text is one of a list with a `|` between them, in any case.
pub fn is_one_of(text: &str, list: &'static str) -> bool {
    list.as_bytes().split(|byte| *byte == b'|').any(|part| text.as_bytes().eq_ignore_ascii_case(part))
}
