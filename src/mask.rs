//! How a phone number is written and shown, and what a log may hold of what was said.

use crate::phrase::contains;

/// What a decimal digit is worth: of ASCII, full-width, Arabic or Persian.
fn digit(char: char) -> Option<u8> {
    const ZEROS: [char; 3] = ['\u{ff10}', '\u{660}', '\u{6f0}'];
    if let Ok(ascii) = u8::try_from(char)
        && ascii.is_ascii()
    {
        return ascii.checked_sub(b'0').filter(|worth| *worth < 10);
    }
    let worth = |zero: &char| u8::try_from(u32::from(char).checked_sub(u32::from(*zero))?).ok();
    ZEROS.iter().filter_map(worth).find(|worth| *worth < 10)
}

/// What people, and the apps they copy from, write between the digits of a number.
fn is_separator(char: char) -> bool {
    matches!(char, ' ' | '\t' | '-' | '.' | '/' | '(' | ')'
        | '\u{a0}' | '\u{ad}' | '\u{b7}' | '\u{2212}' | '\u{3000}' | '\u{feff}'
        // Spaces, marks without a width, hyphens and dashes; no bullets, which stand for digits that are hidden.
        | '\u{2000}'..='\u{2015}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}'
        | '\u{ff08}' | '\u{ff09}' | '\u{ff0d}'..='\u{ff0f}')
}

fn is_plus(char: char) -> bool {
    matches!(char, '+' | '\u{ff0b}')
}

/// The most separators that stand between two digits of a number.
const SEPARATORS: usize = 3;

/// Takes the digits of the number at the beginning of a text; gives its bytes up to the last of them.
fn digits_at(text: &str, mut take: impl FnMut(u8)) -> usize {
    let (mut length, mut separators) = (0, 0);
    for (at, char) in text.char_indices() {
        if let Some(digit) = digit(char) {
            take(b'0' + digit);
            (length, separators) = (at + char.len_utf8(), 0);
        } else if is_separator(char) && separators < SEPARATORS && length > 0 {
            separators += 1;
        } else {
            break;
        }
    }
    length
}

/// The number that a text is, as `+` and digits or digits alone: 5 to 15 of them, as E.164 has it.
pub fn phone_number(text: &str) -> Option<String> {
    let mut number = String::new();
    let mut rest = text.trim_ascii();
    while let Some(char) = rest.chars().next().filter(|char| digit(*char).is_none()) {
        if is_plus(char) && number.is_empty() {
            number.push('+');
        } else if !is_separator(char) {
            return None;
        }
        rest = rest.get(char.len_utf8()..)?;
    }
    let (before, length) = (number.len(), digits_at(rest, |digit| number.push(char::from(digit))));
    let digits = number.len() - before;
    let is_one = (5..=15).contains(&digits) && rest.get(length..)?.chars().all(is_separator);
    if is_one { Some(number) } else { None }
}

/// The number that a text is where nothing says that there is one: with a country code, or a mobile number of
/// mainland China.
pub fn bare_phone_number(text: &str) -> Option<String> {
    phone_number(text).filter(|number| match number.as_bytes() {
        [b'+', b'1'..=b'9', ..] => number.len() > 7,
        [b'1', b'3'..=b'9', ..] => number.len() == 11,
        _ => false,
    })
}

/// Hides the four digits before the last four: `13800138000` → `138****8000`.
///
/// Of a number with fewer than eight digits, the last half is shown. What is not ASCII is left out.
pub fn mask_phone_number(number: &str) -> String {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let shown_at_end = (digits / 2).min(4);
    let hidden = (digits - shown_at_end).saturating_sub(4)..digits - shown_at_end;
    let mut seen = 0;
    let mut masked = String::with_capacity(number.len());
    for char in number.chars().filter(char::is_ascii) {
        let is_digit = char.is_ascii_digit();
        masked.push(if is_digit && hidden.contains(&seen) { '*' } else { char });
        seen += usize::from(is_digit);
    }
    masked
}

/// The most that is kept of a text for a log, in bytes.
const LOGGED: usize = 240;

/// A word of so many characters can be a code or an openid, WeChat's ids of users; those have 28 and more.
const SECRET_LENGTH: usize = 26;

/// So can a shorter one with a digit, as a part of one; the longest names of WeChat's interfaces have none.
const SECRET_LENGTH_WITH_DIGITS: usize = 20;

/// So many digits can be a phone number.
const SECRET_DIGITS: usize = 7;

/// WeChat's text without what belongs to a user: words that can be a code, an openid or a token, addresses of e-mail, and
/// numbers in any spelling are `***`. The id under which WeChat files a request stays.
pub fn redact(text: &str) -> String {
    let mut redacted = String::new();
    let mut rest = text;
    while let Some(char) = rest.chars().next()
        && redacted.len() < LOGGED
    {
        let word = length_of(rest, is_of_word);
        let unit = word.max(char.len_utf8());
        let (shown, end) = match rest.get(..word) {
            Some(word) if is_request_id(word) && contains(last(&redacted), b"rid") => (unit, unit),
            _ => secret_in(rest, word, unit),
        };
        redacted.push_str(rest.get(..shown).unwrap_or_default());
        redacted.push_str(if shown < end { "***" } else { "" });
        rest = rest.get(end..).unwrap_or_default();
    }
    redacted.truncate(redacted.floor_char_boundary(LOGGED));
    redacted
}

/// Where the secret of a word, or of a character between two, begins and ends; it can end behind it.
fn secret_in(rest: &str, word: usize, unit: usize) -> (usize, usize) {
    let (mut start, mut end) = (unit, unit);
    for at in (0..unit).rev() {
        let mut digits = 0;
        let length = digits_at(rest.get(at..).unwrap_or_default(), |_| digits += 1);
        if digits >= SECRET_DIGITS {
            (start, end) = (at, end.max(at + length));
        }
    }
    let token = length_of(rest, is_of_token);
    let is_secret_up_to =
        |length, is_secret: fn(&[u8]) -> bool| is_secret(rest.as_bytes().get(..length).unwrap_or_default());
    if is_secret_up_to(token, is_secret_token) {
        (0, end.max(token))
    } else if is_secret_up_to(word, is_secret_word) {
        (0, end)
    } else {
        (start, end)
    }
}

fn length_of(text: &str, is_part: fn(u8) -> bool) -> usize {
    text.bytes().take_while(|byte| is_part(*byte)).count()
}

/// The end of a text, as long as a label is.
fn last(text: &str) -> &[u8] {
    text.as_bytes().get(text.len().saturating_sub(8)..).unwrap_or_default()
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}

/// What an address of e-mail, and base64, have besides.
fn is_of_token(byte: u8) -> bool {
    is_of_word(byte) || matches!(byte, b'.' | b'%' | b'+' | b'/' | b'=' | b'@')
}

/// The id under which WeChat files a request: `6705edf9-02858692-146b48b3`.
fn is_request_id(word: &str) -> bool {
    let has_its_place = |(at, byte): (usize, u8)| if at % 9 == 8 { byte == b'-' } else { byte.is_ascii_hexdigit() };
    word.len() == 26 && word.bytes().enumerate().all(has_its_place)
}

fn is_secret_word(word: &[u8]) -> bool {
    let digits = word.iter().filter(|byte| byte.is_ascii_digit()).count();
    let longest = if digits > 0 { SECRET_LENGTH_WITH_DIGITS } else { SECRET_LENGTH };
    word.len() >= longest || digits >= SECRET_DIGITS
}

/// An address, or what is as mixed as base64 and no path is.
fn is_secret_token(token: &[u8]) -> bool {
    let has = |is_one: fn(&u8) -> bool| token.iter().any(is_one);
    has(|byte| *byte == b'@')
        || (token.len() >= SECRET_LENGTH_WITH_DIGITS
            && (token.ends_with(b"==")
                || (has(u8::is_ascii_digit) && has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase))))
}
