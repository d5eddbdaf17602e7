//! What the fuzzer and the smoke run on stable have in common: bytes → calls, and what must hold of them.

#![allow(dead_code, reason = "each of the two programs of the fuzzer uses one target")]

use wx_phone_login::classify::{Outcome, Success, Verification, classify, classify_reply};
use wx_phone_login::detail::{Detail, Reply, Speaker};
use wx_phone_login::effect::Effect;
use wx_phone_login::event::{
    CallId, DeadlineId, Event, LostState, PrivacyWindow, QuestionId, Settings, ShowPhonePopup, Verifier,
};
use wx_phone_login::machine::{Popup, step};
use wx_phone_login::reason::{Reason, TABLE};
use wx_phone_login::state_name::StateName;
use wx_phone_login::time::Reading;
use wx_phone_login::view::view;

/// Bytes, read from the front; zeros when they are used up.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn number(&mut self) -> i32 {
        i32::from_le_bytes([self.byte(), self.byte(), self.byte(), self.byte()])
    }

    fn some<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.byte() & 1 == 0 { None } else { Some(read(self)) }
    }

    /// A known code as often as any number.
    fn code(&mut self) -> i32 {
        const KNOWN: [i32; 8] = [0, 103, 1_400_001, 40_029, 45_011, -1, -501_000, -404_011];
        match self.byte() {
            choice if choice & 1 == 0 => KNOWN[usize::from(choice >> 1) % KNOWN.len()],
            _ => self.number(),
        }
    }

    fn text(&mut self) -> String {
        let length = usize::from(self.byte()).min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }
}

/// The texts come first, so that a corpus of real messages is a corpus of seeds.
fn detail(bytes: &mut Bytes) -> Detail {
    Detail { err_msg: bytes.some(Bytes::text), code: bytes.some(Bytes::text), errno: bytes.some(Bytes::code) }
}

fn reply(bytes: &mut Bytes) -> Reply {
    Reply {
        text: bytes.some(Bytes::text),
        success: bytes.some(|bytes| bytes.byte() & 1 == 1),
        phone_number: bytes.some(Bytes::text),
        pure_phone_number: bytes.some(Bytes::text),
        country_code: bytes.some(Bytes::text),
        err_code: bytes.some(Bytes::code),
        errno: bytes.some(Bytes::code),
        status: bytes.some(Bytes::code),
        code: bytes.some(Bytes::code),
        reason: bytes.some(|bytes| TABLE[usize::from(bytes.byte()) % TABLE.len()].reason),
        sentence: bytes.some(Bytes::text),
        masked_number: bytes.some(Bytes::text),
        has_unreadable_number: bytes.byte() & 1 == 1,
        speaker: [Speaker::WeChat, Speaker::Cloud, Speaker::Server][usize::from(bytes.byte()) % 3],
    }
}

/// Neither panics; a code or a number only comes out as it went in, and beside no failure.
pub fn classify_anything(data: &[u8]) {
    let mut bytes = Bytes(data);
    let detail = detail(&mut bytes);
    match classify(detail.clone()) {
        Outcome::Ok { code } => {
            assert_eq!(detail.code, Some(code));
            assert_eq!(detail.errno.unwrap_or(0), 0);
        }
        Outcome::Quota => {}
        Outcome::Reject { reason, errno, raw } => {
            assert_eq!(errno, detail.errno);
            assert!(raw.is_none() || reason == Reason::Unknown);
            assert!(raw.is_none_or(|raw| raw.len() <= 240));
        }
    }
    let reply = reply(&mut bytes);
    match classify_reply(reply.clone()) {
        Verification::Ok(Success { number, .. }) => {
            assert_eq!(reply.phone_number, number.map(|number| number.phone_number));
            assert_ne!(reply.success, Some(false));
            assert_eq!(reply.err_code.unwrap_or(0), 0);
        }
        Verification::Reject { reason, raw, .. } => assert!(raw.is_none() || reason == Reason::Unknown),
    }
}

fn settings(bytes: &mut Bytes) -> Settings {
    let flags = bytes.byte();
    Settings {
        verifier: if flags & 1 == 0 {
            Verifier::Page
        } else {
            Verifier::of(String::new(), "decryptPhoneNumber".into())
        },
        idempotent: flags & 8 != 0,
        require_agreement: flags & 2 != 0,
        privacy: if flags & 4 == 0 { PrivacyWindow::WeChat } else { PrivacyWindow::Popup },
        ..Settings::default()
    }
}

/// What the popup has asked for last, by the ids that all rise together.
#[derive(Default)]
struct Asked {
    deadline: u32,
    call: u32,
    question: u32,
}

impl Asked {
    fn remember(&mut self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::StartDeadline { deadline, .. } => self.deadline = deadline.0,
                Effect::Verify { call, .. } | Effect::Exchange { call, .. } => self.call = call.0,
                Effect::CheckPrivacy { question } => self.question = question.0,
                Effect::Trigger(_)
                | Effect::StopDeadline
                | Effect::Notify { .. }
                | Effect::Report(_)
                | Effect::Explain { .. }
                | Effect::Keep => {}
            }
        }
    }
}

/// The id that was asked with, or any small one.
fn id(bytes: &mut Bytes, asked: u32) -> u32 {
    match bytes.byte() {
        choice if choice & 3 != 0 => asked,
        choice => u32::from(choice >> 2),
    }
}

fn show(bytes: &mut Bytes) -> Event {
    Event::Show(match bytes.byte() {
        0..=127 => ShowPhonePopup::Set,
        choice => ShowPhonePopup::Repeated { batched: choice & 1 == 1 },
    })
}

/// Without an event in it: that would be another event.
fn recovered(bytes: &mut Bytes) -> Event {
    const STATES: [Option<LostState>; 5] = [
        None,
        Some(LostState::Asking),
        Some(LostState::Authorizing),
        Some(LostState::Verifying),
        Some(LostState::Ended),
    ];
    let verification = classify_reply(reply(bytes));
    let event = bytes.some(|_| Box::new(Event::Answered { call: CallId(0), verification }));
    Event::Recovered { state: STATES[usize::from(bytes.byte()) % STATES.len()], event }
}

fn event(bytes: &mut Bytes, asked: &Asked) -> Event {
    match bytes.byte() % 21 {
        0 => Event::Configure(settings(bytes)),
        1 => show(bytes),
        2 => Event::Hide,
        3 => Event::Tap,
        4 => Event::Decline,
        5 => Event::LogInOtherwise,
        6 => Event::Agree { agreed: [None, Some(false), Some(true)][usize::from(bytes.byte() % 3)] },
        7 => Event::Authorized(Outcome::Ok { code: bytes.text() }),
        8 => Event::Authorized(classify(detail(bytes))),
        9 => Event::Answered { call: CallId(id(bytes, asked.call)), verification: classify_reply(reply(bytes)) },
        10 => Event::PageAnswered { code: bytes.text(), verification: classify_reply(reply(bytes)) },
        11 => Event::DeadlinePassed(DeadlineId(id(bytes, asked.deadline))),
        12 => Event::PrivacyChecked { question: QuestionId(id(bytes, asked.question)), needed: bytes.byte() & 1 == 1 },
        13 => Event::PageShown,
        14 => Event::PageHidden,
        15 => Event::Attached,
        16 => Event::Forget,
        17 => Event::Dismiss,
        18 => recovered(bytes),
        19 => Event::AgreementNotOpened,
        _ => Event::Detached,
    }
}

/// The phone's clock before the next event; every now and then it jumps, backwards too.
fn later(Reading(now): Reading, bytes: &mut Bytes) -> Reading {
    Reading(match bytes.byte() {
        0..=200 => now,
        201..=240 => now + 1000.0 * f64::from(bytes.byte()),
        241..=250 => now + f64::from(bytes.number()),
        251..=253 => bytes.number().into(),
        _ => f64::MAX,
    })
}

/// Nothing panics, and a call is only made by a popup that verifies.
pub fn step_through_anything(data: &[u8]) {
    let mut bytes = Bytes(data);
    let mut popup = Popup::new(settings(&mut bytes));
    let mut asked = Asked::default();
    let mut now = Reading(1_700_000_000_000.0);
    while !bytes.0.is_empty() {
        now = later(now, &mut bytes);
        let effects = step(&mut popup, event(&mut bytes, &asked), now);
        asked.remember(&effects);
        let calls =
            effects.iter().filter(|effect| matches!(effect, Effect::Verify { .. } | Effect::Exchange { .. })).count();
        let verifies = view(&popup).state == StateName::Verifying;
        assert!(calls == 0 || (calls == 1 && verifies));
    }
}
