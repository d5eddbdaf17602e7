//! The words: the seed's, exactly, and that WeChat can show them.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::notice::{Locale, Notice, Stage, Topic, notice, popup_texts};
use wx_phone_login::reason::{Next, Reason, TABLE};

const LOCALES: [Locale; 2] = [Locale::ZhCn, Locale::En];

fn failed(reason: Reason) -> Notice<'static> {
    notice(Topic::Failed(reason, Stage::Authorization), Locale::ZhCn, None)
}

fn toast(title: &'static str, next: Next) -> Notice<'static> {
    Notice::Toast { title, icon: "none", next }
}

#[test]
fn the_texts_of_the_seed_are_exact() {
    assert_eq!(failed(Reason::UserDenied), toast("需要授权手机号才能使用", Next::OtherLogin));
    assert_eq!(failed(Reason::CodeInvalid), toast("授权已过期，请重新获取", Next::Reauthorize));
    assert_eq!(failed(Reason::InvalidAppid), toast("授权已过期，请重新获取", Next::FixSetup));
    assert_eq!(failed(Reason::RateLimited), toast("请求过于频繁，请稍后重试", Next::Wait));
    assert_eq!(failed(Reason::Unknown), toast("获取手机号失败，请重试", Next::Retry));
    let at_verification = notice(Topic::Failed(Reason::Unknown, Stage::Verification), Locale::ZhCn, None);
    assert_eq!(at_verification, toast("手机号验证失败，请重试", Next::Retry));
}

#[test]
fn success_is_a_toast_with_an_icon_that_fits() {
    let verified = notice(Topic::Verified, Locale::ZhCn, None);
    assert_eq!(verified, Notice::Toast { title: "手机号获取成功", icon: "success", next: Next::None });
    assert!("手机号获取成功".chars().count() <= 7);
}

#[test]
fn a_used_up_quota_is_the_seeds_modal() {
    let modal = Notice::Modal {
        title: "提示",
        content: "该功能使用次数已达上限，请联系客服",
        confirm_text: "确定",
        next: Next::ContactSupport,
    };
    assert_eq!(failed(Reason::QuotaExhausted), modal);
}

#[test]
fn every_reason_has_a_text_that_a_toast_can_show() {
    for (row, locale) in TABLE.iter().flat_map(|row| LOCALES.map(|locale| (row, locale))) {
        for stage in [Stage::Authorization, Stage::Verification] {
            let (text, longest) = match notice(Topic::Failed(row.reason, stage), locale, None) {
                Notice::Toast { title, .. } => (title, if locale == Locale::En { 48 } else { 24 }),
                Notice::Modal { content, .. } => (content, 60),
            };
            assert!(!text.is_empty(), "{}", row.name);
            assert!(text.chars().count() <= longest, "{text}");
            assert_eq!(text.is_ascii(), locale == Locale::En, "{text}");
        }
    }
}

#[test]
fn no_text_of_a_modal_button_exceeds_four_characters() {
    for locale in LOCALES {
        let Notice::Modal { confirm_text, .. } =
            notice(Topic::Failed(Reason::QuotaExhausted, Stage::Authorization), locale, None)
        else {
            panic!("not a modal")
        };
        assert!(confirm_text.chars().count() <= 4);
    }
}

#[test]
fn a_page_can_bring_its_own_text() {
    let own = notice(Topic::Failed(Reason::Network, Stage::Authorization), Locale::ZhCn, Some("没有网络"));
    assert_eq!(own, toast("没有网络", Next::Retry).clone());
    let Notice::Modal { content, .. } =
        notice(Topic::Failed(Reason::QuotaExhausted, Stage::Authorization), Locale::ZhCn, Some("用完了"))
    else {
        panic!("not a modal")
    };
    assert_eq!(content, "用完了");
}

#[test]
fn a_language_tag_selects_the_nearest_locale() {
    for (tag, locale) in [("en", Locale::En), ("en_US", Locale::En), ("zh_CN", Locale::ZhCn), ("", Locale::ZhCn)] {
        assert_eq!(Locale::from_tag(tag), locale, "{tag}");
    }
}

#[test]
fn the_popup_has_all_its_texts() {
    for locale in LOCALES {
        let texts = popup_texts(locale);
        for text in [
            texts.title,
            texts.description,
            texts.allow_button,
            texts.reject_button,
            texts.authorizing,
            texts.verifying,
        ] {
            assert!(!text.is_empty());
        }
    }
    assert_eq!(popup_texts(Locale::ZhCn).allow_button, "获取手机号");
}
