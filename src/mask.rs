//! How a phone number is shown, and what a log may hold of WeChat's text.

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
