//! The words: the seed's, exactly, and that WeChat can show them.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/made.rs"]
mod made;

use std::collections::HashMap;

use serde_json::{Value, json};
use wx_phone_login::notice::{Stage, Topic, notice};
use wx_phone_login::reason::{Next, Reason, TABLE};
use wx_phone_login::text::{Locale, Text};

const LOCALES: [Locale; 3] = [Locale::ZhCn, Locale::ZhTw, Locale::En];

/// Characters of the Simplified texts that Traditional Chinese writes otherwise.
const SIMPLIFIED: &str = "于动协号后实并异录户护数无时暂机权检确级绑络绝统网联获认议证试该请读败达过选阅频验";

/// A notice as JavaScript sees it.
fn shown(topic: Topic, locale: Locale, text: Option<&str>) -> Value {
    made::made(&notice(topic, locale, text.map(String::from)), &HashMap::new())
}

fn failed(reason: Reason) -> Value {
    shown(Topic::Failed(reason, Stage::Authorization), Locale::ZhCn, None)
}

fn toast(title: &str, next: Next) -> Value {
    json!({ "via": "toast", "title": title, "icon": "none", "next": next.name() })
}

fn text<'a>(notice: &'a Value, key: &str) -> &'a str {
    notice[key].as_str().expect("it is a text")
}

#[test]
fn the_texts_of_the_seed_are_exact() {
    assert_eq!(failed(Reason::UserDenied), toast("需要授权手机号才能使用", Next::OtherLogin));
    assert_eq!(failed(Reason::CodeInvalid), toast("授权已过期，请重新获取", Next::Reauthorize));
    assert_eq!(failed(Reason::InvalidAppid), toast("授权已过期，请重新获取", Next::FixSetup));
    assert_eq!(failed(Reason::RateLimited), toast("请求过于频繁，请稍后重试", Next::Wait));
    assert_eq!(failed(Reason::Unknown), toast("获取手机号失败，请重试", Next::Retry));
    let at_verification = shown(Topic::Failed(Reason::Unknown, Stage::Verification), Locale::ZhCn, None);
    assert_eq!(at_verification, toast("手机号验证失败，请重试", Next::Retry));
}

#[test]
fn success_is_a_toast_with_an_icon_that_fits() {
    let verified = shown(Topic::Verified, Locale::ZhCn, None);
    let expected = json!({ "via": "toast", "title": "手机号获取成功", "icon": "success", "next": "none" });
    assert_eq!(verified, expected);
    for locale in [Locale::ZhCn, Locale::ZhTw] {
        let verified = shown(Topic::Verified, locale, None);
        assert!(text(&verified, "title").chars().count() <= 7, "{verified}");
    }
}

#[test]
fn a_used_up_quota_is_the_seeds_modal() {
    let modal = json!({
        "via": "modal",
        "title": "提示",
        "content": "该功能使用次数已达上限，请联系客服",
        "confirmText": "确定",
        "showCancel": false,
        "next": "contact_support",
    });
    assert_eq!(failed(Reason::QuotaExhausted), modal);
}

#[test]
fn every_reason_has_a_text_that_a_toast_can_show() {
    for (row, locale) in TABLE.iter().flat_map(|row| LOCALES.map(|locale| (row, locale))) {
        for stage in [Stage::Authorization, Stage::Verification] {
            let shown = shown(Topic::Failed(row.reason, stage), locale, None);
            let (text, longest) = match text(&shown, "via") {
                "toast" => (text(&shown, "title"), if locale == Locale::En { 48 } else { 24 }),
                _ => (text(&shown, "content"), 60),
            };
            assert!(!text.is_empty(), "{}", row.reason.name());
            assert!(text.chars().count() <= longest, "{text}");
            assert_eq!(text.is_ascii(), locale == Locale::En, "{text}");
        }
    }
}

#[test]
fn no_text_of_a_modal_button_exceeds_four_characters() {
    for locale in LOCALES {
        let modal = shown(Topic::Failed(Reason::QuotaExhausted, Stage::Authorization), locale, None);
        assert!(text(&modal, "confirmText").chars().count() <= 4);
    }
}

#[test]
fn who_cannot_do_it_here_is_sent_another_way_and_not_to_a_newer_wechat() {
    let here = shown(Topic::UnsupportedHere, Locale::ZhCn, None);
    assert_eq!(here, toast("暂时无法获取手机号，请使用其他方式登录", Next::OtherLogin));
    assert_eq!(failed(Reason::Unsupported), toast("请升级微信后重试", Next::OtherLogin));
}

#[test]
fn a_server_that_refused_is_not_asked_again() {
    assert_eq!(failed(Reason::ServerRefused), toast("暂时无法获取手机号，请使用其他方式登录", Next::None));
}

#[test]
fn a_page_can_bring_its_own_text() {
    let own = shown(Topic::Failed(Reason::Network, Stage::Authorization), Locale::ZhCn, Some("没有网络"));
    assert_eq!(own, toast("没有网络", Next::Retry));
    let modal = shown(Topic::Failed(Reason::QuotaExhausted, Stage::Authorization), Locale::ZhCn, Some("用完了"));
    assert_eq!(text(&modal, "content"), "用完了");
}

#[test]
fn a_language_tag_selects_the_nearest_locale() {
    for tag in ["en", "en_US", "en-GB", "EN", "en_HK"] {
        assert_eq!(Locale::from_tag(tag), Locale::En, "{tag}");
    }
    for tag in
        ["zh_TW", "zh_HK", "zh_MO", "zh-TW", "zh-hk", "ZH_MO", "zh-Hant", "zh_Hant_HK", "ZH-HANT-TW", "zh_TW.UTF-8"]
    {
        assert_eq!(Locale::from_tag(tag), Locale::ZhTw, "{tag}");
    }
    for tag in ["zh_CN", "zh", "zh-Hans", "zh-Hans-HK", "zh_SG", "zh_", "zh_T", "zh-Han", "zhtw"] {
        assert_eq!(Locale::from_tag(tag), Locale::ZhCn, "{tag}");
    }
    for tag in ["", "e", "TW", "ja_TW", "xx-Hant", "繁體中文", "\u{1F600}"] {
        assert_eq!(Locale::from_tag(tag), Locale::ZhCn, "{tag}");
    }
}

/// Texts whose characters are the same in both scripts.
const SAME_IN_BOTH_SCRIPTS: [Text; 3] = [Text::Heading, Text::AcknowledgeButton, Text::ConsentBackButton];

#[test]
fn every_text_is_there_in_every_locale() {
    for text in Text::ALL.iter().filter(|text| **text != Text::Nothing) {
        let [simplified, traditional, english] = LOCALES.map(|locale| text.in_locale(locale).text());
        assert!(![simplified, traditional, english].contains(&""), "{text:?}");
        assert_ne!(simplified, english);
        assert_eq!(simplified == traditional, SAME_IN_BOTH_SCRIPTS.contains(text), "{simplified}");
        assert!(traditional.chars().count() <= simplified.chars().count() + 2, "{traditional}");
    }
    assert_eq!(Text::AllowButton.in_locale(Locale::ZhCn).text(), "使用微信手机号登录");
}

#[test]
fn the_texts_in_traditional_chinese_hold_no_simplified_character() {
    let topics = TABLE
        .iter()
        .flat_map(|row| [Stage::Authorization, Stage::Verification].map(|stage| Topic::Failed(row.reason, stage)));
    let more = [Topic::AgreementNeeded, Topic::AgreementNotOpened, Topic::Verified, Topic::UnsupportedHere];
    for topic in topics.chain(more) {
        let texts = |locale| shown(topic, locale, None).to_string();
        assert_ne!(texts(Locale::ZhTw), texts(Locale::ZhCn));
        assert!(!texts(Locale::ZhTw).contains(is_simplified), "{}", texts(Locale::ZhTw));
        assert!(texts(Locale::ZhCn).contains(is_simplified), "{}", texts(Locale::ZhCn));
    }
    for text in Text::ALL {
        let traditional = text.in_locale(Locale::ZhTw).text();
        assert!(!traditional.contains(is_simplified), "{traditional}");
    }
}

fn is_simplified(character: char) -> bool {
    SIMPLIFIED.contains(character)
}
