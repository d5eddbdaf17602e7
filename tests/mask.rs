//! How much of a number is shown.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::mask::mask_phone_number;

#[test]
fn the_four_digits_before_the_last_four_are_hidden() {
    for (number, masked) in [
        ("13800138000", "138****8000"),
        ("+8613800138000", "+86138****8000"),
        ("+852 9123 4567", "+852 **** 4567"),
        ("91234567", "****4567"),
    ] {
        assert_eq!(mask_phone_number(number), masked);
    }
}

#[test]
fn at_least_half_of_a_short_number_is_hidden() {
    for (number, masked) in [("1234567", "****567"), ("12345", "***45"), ("1", "*"), ("", "")] {
        assert_eq!(mask_phone_number(number), masked);
    }
}

#[test]
fn what_is_no_number_does_no_harm() {
    assert_eq!(mask_phone_number("手机"), "");
    assert_eq!(mask_phone_number("abc"), "abc");
}
