//! How a phone number is shown.

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
