//! Decoding against every kind of JavaScript value, in every field: no throw, no trap, and no success that
//! was not one. An exception or a trap fails the test by itself.

mod values;

use js_sys::{Object, Reflect};
use values::{kinds, object};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use wx_phone_login::wasm::{PhonePopup, classify, classify_reply, mask_phone_number, notice};

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).expect("what we encode can be read")
}

fn text(value: &JsValue, key: &str) -> String {
    get(value, key).as_string().unwrap_or_else(|| panic!("{key} is no text"))
}

fn ok_event() -> Object {
    object(&[("errMsg", "getPhoneNumber:ok".into()), ("code", "c0de".into())])
}

fn number_reply() -> Object {
    object(&[("success", true.into()), ("phoneNumber", "13800138000".into()), ("countryCode", "86".into())])
}

fn assert_judgement(judgement: &JsValue, given: &str) {
    match text(judgement, "kind").as_str() {
        "ok" => {}
        "quota" | "reject" => assert!(!text(judgement, "reason").is_empty(), "{given}"),
        other => panic!("{given} is judged {other}"),
    }
}

#[wasm_bindgen_test]
fn an_event_of_any_kind_is_judged() {
    for (kind, value) in kinds() {
        let judgement = classify(&value);
        assert_eq!(text(&judgement, "kind"), "reject", "{kind}");
        assert_eq!(text(&judgement, "reason"), "unknown", "{kind}");
        let wrapped = classify(&object(&[("detail", value)]));
        assert_eq!(text(&wrapped, "kind"), "reject", "{kind} in detail");
    }
}

#[wasm_bindgen_test]
fn a_field_of_any_kind_in_an_event_is_judged() {
    for key in ["errMsg", "err_msg", "message", "code", "errno", "errNo", "errCode", "detail", "mp", "target", "0"] {
        for (kind, value) in kinds() {
            let event = ok_event();
            Reflect::set(&event, &key.into(), &value).unwrap();
            for event in [event.clone(), object(&[("detail", event.into())])] {
                assert_judgement(&classify(&event), &format!("{kind} as {key}"));
            }
        }
    }
}

#[wasm_bindgen_test]
fn only_a_string_is_a_code() {
    for (kind, value) in kinds() {
        let is_code = value.as_string().is_some_and(|code| !code.trim().is_empty() && code.len() <= 512);
        let event = object(&[("errMsg", "getPhoneNumber:ok".into()), ("code", value)]);
        let expected = if is_code { "ok" } else { "reject" };
        assert_eq!(text(&classify(&event), "kind"), expected, "{kind}");
    }
}

#[wasm_bindgen_test]
fn a_reply_of_any_kind_is_judged() {
    for (kind, value) in kinds() {
        for reply in [value.clone(), object(&[("result", value.clone())]).into(), object(&[("data", value)]).into()] {
            assert_eq!(text(&classify_reply(&reply), "kind"), "reject", "{kind}");
        }
    }
}

#[wasm_bindgen_test]
fn a_field_of_any_kind_in_a_reply_is_judged() {
    let keys = [
        "success",
        "phoneNumber",
        "purePhoneNumber",
        "countryCode",
        "errCode",
        "errcode",
        "errMsg",
        "errmsg",
        "message",
        "error",
        "errno",
        "err_no",
        "err_code",
        "errorCode",
        "errorMessage",
        "statusCode",
        "result",
        "data",
        "phoneInfo",
        "phone_info",
        "phone",
        "phoneData",
        "resp_data",
        "body",
        "code",
        "status",
        "reason",
        "msg",
        "stackTrace",
    ];
    for key in keys {
        for (kind, value) in kinds() {
            let reply = number_reply();
            Reflect::set(&reply, &key.into(), &value).unwrap();
            assert_judgement(&classify_reply(&reply), &format!("{kind} as {key}"));
        }
    }
}

#[wasm_bindgen_test]
fn a_field_of_any_kind_in_a_dispatched_event_changes_no_rule() {
    let event_types = [
        "configure",
        "show",
        "agree",
        "authorized",
        "verified",
        "pageVerified",
        "deadlinePassed",
        "privacyChecked",
        "detached",
    ];
    for event_type in event_types {
        for key in ["type", "options", "event", "request", "reply", "code", "agreed", "needed"] {
            for (kind, value) in kinds() {
                let mut popup = PhonePopup::new(&object(&[("cloudFunction", "f".into())]));
                let event = object(&[("type", event_type.into()), ("request", 1.into())]);
                Reflect::set(&event, &key.into(), &value).unwrap();
                let dispatched = popup.dispatch(&event, &1.into());
                assert!(get(&dispatched, "patch").is_object(), "{kind} as {key} of {event_type}");
                assert!(js_sys::Array::is_array(&get(&dispatched, "effects")), "{kind} as {key} of {event_type}");
            }
        }
    }
}

#[wasm_bindgen_test]
fn an_event_and_a_time_of_any_kind_change_nothing() {
    for (kind, value) in kinds() {
        let mut popup = PhonePopup::new(&JsValue::UNDEFINED);
        let dispatched = popup.dispatch(&value, &value);
        let patch: Object = get(&dispatched, "patch").into();
        assert_eq!(Object::keys(&patch).length(), 0, "{kind}");
        assert_eq!(text(&popup.view(), "state"), "hidden", "{kind}");
    }
}

#[wasm_bindgen_test]
fn options_of_any_kind_make_a_popup() {
    for (kind, value) in kinds() {
        assert_eq!(text(&PhonePopup::new(&value).view(), "state"), "hidden", "{kind}");
        for key in ["mode", "locale", "cloudFunction"] {
            let state = text(&PhonePopup::new(&object(&[(key, value.clone())])).view(), "state");
            assert_eq!(state, "hidden", "{kind} as {key}");
        }
    }
}

#[wasm_bindgen_test]
fn a_notice_for_anything_has_words() {
    for (kind, value) in kinds() {
        assert_eq!(text(&notice(&value, &value), "title"), "获取手机号失败，请重试", "{kind}");
        for key in ["locale", "messages", "stage"] {
            let options = object(&[(key, value.clone())]);
            assert!(!text(&notice(&"network".into(), &options), "title").is_empty(), "{kind} as {key}");
        }
        let own = object(&[("messages", object(&[("network", value.clone())]).into())]);
        let title = text(&notice(&"network".into(), &own), "title");
        assert_eq!(title == "网络异常，请检查后重试", value.as_string().is_none(), "{kind} as a message");
    }
}

#[wasm_bindgen_test]
fn only_a_string_is_masked() {
    for (kind, value) in kinds() {
        let masked = mask_phone_number(&value).as_string().expect("a text");
        assert!(value.is_string() || masked.is_empty(), "{kind}");
    }
    assert_eq!(mask_phone_number(&"13800138000".into()), "138****8000");
}

#[wasm_bindgen_test]
fn an_errno_is_a_whole_number_or_a_text_that_is_one() {
    let judged = |errno: JsValue| {
        let judgement = classify(&object(&[("errMsg", "getPhoneNumber:fail".into()), ("errno", errno)]));
        text(&judgement, "kind")
    };
    for quota in [JsValue::from(1_400_001), "1400001".into(), " 1400001 ".into(), 1_400_001.0.into()] {
        assert_eq!(judged(quota), "quota");
    }
    for other in [JsValue::from(1_400_001.5), "1400001x".into(), "".into(), f64::INFINITY.into(), 1e300.into()] {
        assert_eq!(judged(other), "reject");
    }
}

#[wasm_bindgen_test]
fn an_event_is_found_in_its_wrappers() {
    let mut event: JsValue = ok_event().into();
    for depth in 0..=3 {
        assert_eq!(text(&classify(&event), "code"), "c0de", "{depth} wrappers");
        event = object(&[("detail", event), ("type", "getphonenumber".into())]).into();
    }
}

#[wasm_bindgen_test]
fn a_country_code_may_be_a_number() {
    let reply = number_reply();
    Reflect::set(&reply, &"countryCode".into(), &86.into()).unwrap();
    assert_eq!(text(&classify_reply(&reply), "countryCode"), "86");
}

#[wasm_bindgen_test]
fn a_text_of_any_script_survives_the_boundary() {
    for code in ["é", "手机", "📱", "a📱手é"] {
        let event = ok_event();
        Reflect::set(&event, &"code".into(), &code.into()).unwrap();
        assert_eq!(text(&classify(&event), "code"), code);
    }
}

#[wasm_bindgen_test]
fn a_report_carries_the_time_it_was_given() {
    let mut popup = PhonePopup::new(&JsValue::UNDEFINED);
    popup.dispatch(&object(&[("type", "show".into())]), &1_600_000_000_000.0.into());
    let dispatched = popup.dispatch(&object(&[("type", "decline".into())]), &1_700_000_000_000.0.into());
    let report = js_sys::Array::from(&get(&dispatched, "effects")).get(0);
    assert_eq!(text(&report, "name"), "phone_number_error");
    assert_eq!(get(&get(&report, "data"), "timestamp"), 1_700_000_000_000.0);
}
