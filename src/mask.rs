//! How a phone number is written and shown, and what a log may hold of what was said.

/// What a decimal digit is worth: of ASCII, full-width, Arabic or Persian.
fn digit(char: char) -> Option<u8> {
    const ZEROS: [char; 4] = ['0', '\u{ff10}', '\u{660}', '\u{6f0}'];
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

/// The number that a text is, as `+` and digits or digits alone: 5 to 15 of them, as E.164 has it.
pub fn phone_number(text: &str) -> Option<String> {
    let mut number = String::new();
    let mut separators = 0;
    for char in text.trim_ascii().chars() {
        match digit(char) {
            Some(digit) if separators <= SEPARATORS || number.is_empty() => {
                number.push(char::from(b'0' + digit));
                separators = 0;
            }
            None if is_plus(char) && number.is_empty() => number.push('+'),
            None if is_separator(char) => separators += 1,
            Some(_) | None => return None,
        }
    }
    let digits = number.trim_start_matches('+').len();
    if (5..=15).contains(&digits) { Some(number) } else { None }
}

/// The number that a text is where nothing says that there is one: with a country code, or a mobile number of
/// mainland China.
pub fn bare_phone_number(text: &str) -> Option<String> {
    let number = phone_number(text)?;
    match number.as_bytes() {
        [b'+', b'1'..=b'9', ..] => number.len() > 7,
        [b'1', b'3'..=b'9', ..] => number.len() == 11,
        _ => false,
    }
    .then_some(number)
}

/// Hides the four digits before the last four: `13800138000` → `138****8000`.
///
/// Of a number with fewer than eight digits, the last half is shown. What is not ASCII is left out.
pub fn mask_phone_number(number: &str) -> String {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let shown_at_end = (digits / 2).min(4);
    let hidden = (digits - shown_at_end).saturating_sub(4)..digits - shown_at_end;
    let mut seen = 0;
    let mut masked = String::new();
    for (at, byte) in number.bytes().enumerate() {
        let is_digit = byte.is_ascii_digit();
        let char = number.get(at..=at).unwrap_or_default();
        masked.push_str(if is_digit && hidden.contains(&seen) { "*" } else { char });
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

/// A word with so many digits can be a phone number.
const SECRET_DIGITS: usize = 7;

/// WeChat's text without what belongs to a user: words that can be a code, an openid or a number are `***`.
pub fn redact(text: &str) -> String {
    let mut redacted = String::new();
    let mut rest = text;
    while !rest.is_empty() && redacted.len() < LOGGED {
        let length = rest.bytes().take_while(|byte| is_of_word(*byte)).count();
        let word = rest.get(..length).unwrap_or_default();
        redacted.push_str(if is_secret(word) { "***" } else { word });
        let between = rest.bytes().skip(length).take_while(|byte| !is_of_word(*byte)).count();
        redacted.push_str(rest.get(length..length + between).unwrap_or_default());
        rest = rest.get(length + between..).unwrap_or_default();
    }
    redacted.truncate(redacted.floor_char_boundary(LOGGED));
    redacted
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}

fn is_secret(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let longest = if digits > 0 { SECRET_LENGTH_WITH_DIGITS } else { SECRET_LENGTH };
    word.len() >= longest || digits >= SECRET_DIGITS
}
