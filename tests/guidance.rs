//! What the user reads in each situation, and what the large button does then, against `guidance.json`: a table that was
//! written by the designer of the sheet, and not taken from the output.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use serde_json::Value;
use wx_phone_login::classify::{Outcome, PhoneNumber, Success, Verification};
use wx_phone_login::effect::Effect;
use wx_phone_login::event::{DeadlineId, Event, OtherLoginOffer, PrivacyWindow, Settings, ShowPhonePopup, Verifier};
use wx_phone_login::guidance::{PrimaryAction, StatusTone};
use wx_phone_login::machine::{Popup, step};
use wx_phone_login::place::Place;
use wx_phone_login::reason::{Reason, Source};
use wx_phone_login::text::Locale;
use wx_phone_login::time::{Millis, Reading};
use wx_phone_login::view::{OpenType, View, view};
use wx_phone_login::word::Named;

const LOCALES: [Locale; 3] = [Locale::ZhCn, Locale::ZhTw, Locale::En];

/// A popup that is told one thing after the other.
struct Course {
    popup: Popup,
    effects: Vec<Effect>,
    now: f64,
}

impl Course {
    fn begin(settings: Settings) -> Course {
        let mut course = Course { popup: Popup::new(settings), effects: Vec::new(), now: 1_700_000_000_000.0 };
        course.tell(Event::Show(ShowPhonePopup::Set));
        course
    }

    fn tell(&mut self, event: Event) {
        self.effects = step(&mut self.popup, event, Reading(self.now));
    }

    /// The deadline that was started last, unless something was told since.
    fn started(&self) -> Option<(DeadlineId, Millis)> {
        self.effects.iter().find_map(|effect| {
            if let Effect::StartDeadline { deadline, delay } = effect { Some((*deadline, *delay)) } else { None }
        })
    }

    /// Lets that deadline pass.
    fn wait(&mut self) {
        let (deadline, delay) = self.started().expect("a deadline runs");
        self.now += f64::from(delay.0);
        self.tell(Event::DeadlinePassed(deadline));
    }

    fn rejected(mut self, reason: Reason) -> Course {
        self.tell(Event::Tap);
        self.tell(Event::Authorized(if reason == Reason::QuotaExhausted {
            Outcome::Quota
        } else {
            Outcome::Reject { reason, errno: None, raw: None }
        }));
        self
    }

    fn verifying(mut self) -> Course {
        self.tell(Event::Tap);
        self.tell(Event::Authorized(Outcome::Ok { code: "a code".into() }));
        self
    }

    fn answer(&mut self, verification: Verification) {
        let asked = self
            .effects
            .iter()
            .find_map(|effect| if let Effect::Verify { call, .. } = effect { Some(*call) } else { None });
        self.tell(Event::Answered { call: asked.expect("a call is open"), verification });
    }

    fn failing(mut self, reason: Reason) -> Course {
        self = self.verifying();
        self.answer(Verification::Reject { reason, err_code: None, message: None, raw: None });
        self
    }

    /// The same until the popup does not try again by itself.
    fn failed(mut self, reason: Reason) -> Course {
        self = self.failing(reason);
        while self.popup.countdown() > 0 {
            while self.popup.countdown() > 0 {
                self.wait();
            }
            self.answer(Verification::Reject { reason, err_code: None, message: None, raw: None });
        }
        self
    }

    fn view(&self) -> View {
        view(&self.popup)
    }
}

fn settings(locale: Locale, other_login: OtherLoginOffer) -> Settings {
    Settings {
        locale,
        other_login,
        shows_guidance: true,
        verifier: Verifier::of(String::new(), "decryptPhoneNumber".into()),
        ..Settings::default()
    }
}

fn success() -> Success {
    let number = PhoneNumber { phone_number: "13800138000".into(), pure_phone_number: "13800138000".into() };
    Success { number: Some(number), masked_number: None, country_code: "86".into() }
}

/// Brings a popup with these settings into a situation of the table.
fn in_situation(name: &str, settings: Settings) -> Course {
    let begin = || Course::begin(settings.clone());
    let at = |place| Course::begin(Settings { place, ..settings.clone() });
    match name {
        "prompting" => begin(),
        "consent" => {
            let mut course = Course::begin(Settings { require_agreement: true, ..settings });
            course.tell(Event::Tap);
            course
        }
        "privacy_needed" => {
            let mut course = Course::begin(Settings { privacy: PrivacyWindow::Popup, ..settings });
            let question = course
                .effects
                .iter()
                .find_map(|effect| if let Effect::CheckPrivacy { question } = effect { Some(*question) } else { None });
            course.tell(Event::PrivacyChecked { question: question.expect("it asks WeChat"), needed: true });
            course
        }
        "authorizing" | "unanswered" => {
            let mut course = begin();
            course.tell(Event::Tap);
            if name == "unanswered" {
                course.wait();
            }
            course
        }
        "verifying" => begin().verifying(),
        "verifying, slow" => {
            let mut course = begin().verifying();
            course.wait();
            course
        }
        "success" => {
            let mut course = begin().verifying();
            course.answer(Verification::Ok(success()));
            course
        }
        "unsupported, single page" => at(Place::SinglePage).rejected(Reason::Unsupported),
        "unsupported, Skyline" => at(Place::Skyline).rejected(Reason::Unsupported),
        "privacy_refused" => {
            let mut course = begin().rejected(Reason::PrivacyRefused);
            while course.popup.countdown() > 0 {
                course.wait();
            }
            course
        }
        _ => match name.strip_suffix(", waiting") {
            Some("privacy_refused") => begin().rejected(Reason::PrivacyRefused),
            Some(reason) => begin().failing(Reason::from_name(reason).expect("a reason")),
            None => {
                let reason = Reason::from_name(name).unwrap_or_else(|| panic!("no situation: {name}"));
                if reason.row().source == Source::Button { begin().rejected(reason) } else { begin().failed(reason) }
            }
        },
    }
}

fn title(view: &View) -> &str {
    let View { title, state_title, .. } = view;
    if state_title.text().is_empty() { title.text() } else { state_title.text() }
}

/// What stands on the large button.
fn primary(view: &View) -> String {
    match view.primary_action {
        PrimaryAction::Allow => {
            let text = view.button_text.text();
            let seconds =
                Some(view.countdown).filter(|seconds| *seconds > 0).map_or(String::new(), |it| it.to_string());
            seconds + if text.is_empty() { view.allow_button.text() } else { text }
        }
        PrimaryAction::OtherLogin => view.other_login_button.text().into(),
        PrimaryAction::Contact => view.contact_button.text().into(),
        PrimaryAction::Close => view.acknowledge_button.text().into(),
    }
}

fn table() -> serde_json::Map<String, Value> {
    let table: Value = serde_json::from_str(include_str!("guidance.json")).unwrap();
    table.as_object().unwrap().clone()
}

#[test]
fn in_every_situation_the_user_reads_what_was_designed() {
    for (name, row) in table() {
        for (at, locale) in LOCALES.into_iter().enumerate() {
            for (offer, column) in [(OtherLoginOffer::AfterRefusal, "status"), (OtherLoginOffer::Never, "alone")] {
                let view = in_situation(&name, settings(locale, offer)).view();
                assert_eq!(view.status.text(), row[column][at], "{name}, {column}");
                let stays = offer == OtherLoginOffer::AfterRefusal || view.primary_action == PrimaryAction::Allow;
                if stays && name != "success" {
                    assert_eq!(title(&view), row["title"][at], "{name}");
                }
            }
        }
    }
}

#[test]
fn where_only_support_is_offered_the_user_is_sent_there_if_it_can_help() {
    for (name, row) in table() {
        let expected = row.get("support").unwrap_or(&row["alone"]);
        for (at, locale) in LOCALES.into_iter().enumerate() {
            let alone = Settings { contact: true, ..settings(locale, OtherLoginOffer::Never) };
            assert_eq!(in_situation(&name, alone).view().status.text(), expected[at], "{name}");
        }
    }
}

const AUTHORIZE_AGAIN: [&str; 3] = ["重新授权", "重新授權", "Authorize again"];

/// Words that send the user somewhere, and whether the sheet has that.
fn named(view: &View) -> [(&'static [&'static str], bool); 5] {
    let is_there = |text: &str| !text.is_empty();
    let on_button =
        |texts: &[&str]| view.primary_action == PrimaryAction::Allow && texts.contains(&view.button_text.text());
    [
        (&["客服", "contact support"], is_there(view.contact_button.text())),
        (&["其他方式", "another way", "switch", "换种方式", "換種方式"], is_there(view.other_login_button.text())),
        // Once the code is too old to be sent again, a retry is another authorization.
        (&["重试", "重試", "retry", "Retry"], on_button(&["重试", "重試", "Retry"]) || on_button(&AUTHORIZE_AGAIN)),
        (&["重新授权", "重新授權", "uthorize again"], on_button(&AUTHORIZE_AGAIN)),
        (&["再点一次", "再點一次", "Tap again"], view.primary_action == PrimaryAction::Allow),
    ]
}

/// What is named and not there. What is done by itself needs no button.
fn missing(view: &View) -> Vec<&'static str> {
    let said = format!("{} {}", title(view), view.status.text());
    let by_itself =
        ["自动重试", "自動重試", "retry by itself", "Retrying automatically"].iter().any(|words| said.contains(words));
    let told = if by_itself { "" } else { said.as_str() };
    named(view)
        .into_iter()
        .filter(|(_, is_there)| !is_there)
        .flat_map(|(words, _)| words.iter().copied().filter(|word| told.contains(word)))
        .collect()
}

#[test]
fn what_the_user_reads_names_only_what_is_on_the_sheet_then_and_later() {
    for (name, _) in table() {
        for locale in LOCALES {
            for offer in [OtherLoginOffer::Never, OtherLoginOffer::AfterRefusal, OtherLoginOffer::Always] {
                for contact in [false, true] {
                    let mut course = in_situation(&name, Settings { contact, ..settings(locale, offer) });
                    for passed in 0..8 {
                        let view = course.view();
                        let said = view.status.text();
                        let none: [&str; 0] = [];
                        assert_eq!(
                            missing(&view),
                            none,
                            "{name}, {offer:?}, contact {contact}, {passed} later: {said}"
                        );
                        if course.started().is_none() {
                            break;
                        }
                        course.wait();
                    }
                }
            }
        }
    }
}

#[test]
fn the_large_button_is_the_best_next_step() {
    for (name, row) in table().into_iter().filter(|(name, _)| name != "success") {
        let view = in_situation(&name, settings(Locale::ZhCn, OtherLoginOffer::AfterRefusal)).view();
        assert_eq!(primary(&view), row["primary"], "{name}");
    }
}

#[test]
fn the_table_has_a_row_for_every_reason() {
    let named: BTreeSet<String> = table().keys().cloned().collect();
    for name in Reason::NAMES {
        assert!(named.contains(*name), "{name}");
    }
}

#[test]
fn where_there_is_no_other_way_support_helps_or_the_popup_closes() {
    for reason in [Reason::QuotaExhausted, Reason::NoPermission, Reason::Credential, Reason::ServerRefused] {
        let alone = settings(Locale::ZhCn, OtherLoginOffer::Never);
        let view = in_situation(reason.name(), alone.clone()).view();
        assert_eq!((title(&view), primary(&view).as_str()), ("暂时无法登录", "知道了"));
        let view = in_situation(reason.name(), Settings { contact: true, ..alone }).view();
        assert_eq!((view.primary_action, primary(&view).as_str()), (PrimaryAction::Contact, "联系客服"));
    }
}

#[test]
fn beside_another_way_support_is_offered_where_only_the_operator_can_help() {
    let with_contact = Settings { contact: true, ..settings(Locale::ZhCn, OtherLoginOffer::AfterRefusal) };
    for (reason, offered) in
        [(Reason::QuotaExhausted, "联系客服"), (Reason::Credential, "联系客服"), (Reason::UserDenied, "")]
    {
        assert_eq!(
            in_situation(reason.name(), with_contact.clone()).view().contact_button.text(),
            offered,
            "{reason:?}"
        );
    }
}

#[test]
fn a_code_that_was_paid_for_can_be_sent_again_beside_another_way() {
    for offer in [OtherLoginOffer::AfterRefusal, OtherLoginOffer::Never] {
        let view = in_situation("function_missing", settings(Locale::ZhCn, offer)).view();
        assert_eq!((view.again_button.text(), view.open_type, view.disabled), ("再试一次", OpenType::None, false));
    }
    let view = in_situation("no_phone_bound", settings(Locale::ZhCn, OtherLoginOffer::AfterRefusal)).view();
    assert_eq!((view.again_button.text(), view.open_type), ("再试一次", OpenType::GetPhoneNumber));
    let view = in_situation("credential", settings(Locale::ZhCn, OtherLoginOffer::Never)).view();
    assert_eq!(view.status_tone, StatusTone::Warn);
}

#[test]
fn a_status_line_never_coerces_and_never_holds_seconds() {
    for (name, row) in table() {
        for status in ["status", "alone"].iter().flat_map(|column| row[*column].as_array().unwrap()) {
            let status = status.as_str().unwrap();
            assert!(status.chars().count() <= 62, "{name}: {status}");
            for word in ["必须", "必須", "才能", "拒绝后", "授权失败", "must", "required"] {
                assert!(!status.contains(word), "{name}: {status}");
            }
            assert!(!status.contains(|character: char| character.is_ascii_digit()), "{name}: {status}");
        }
    }
}

#[test]
fn a_popup_that_leaves_the_screen_goes_with_what_it_said_last() {
    let mut course = in_situation("network", settings(Locale::ZhCn, OtherLoginOffer::AfterRefusal));
    let before = course.view();
    course.tell(Event::Decline);
    let after = course.view().shown_after(&before);
    assert_eq!((title(&after), after.status.text()), (title(&before), before.status.text()));
    assert!(!after.show_phone_popup);
    course.tell(Event::Show(ShowPhonePopup::Set));
    assert_eq!(course.view().shown_after(&after), course.view());
}
