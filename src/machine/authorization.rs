//! The user is asked: taps, and what the native button answers.

use crate::classify::Outcome;
use crate::effect::{ComponentEvent, Effect};
use crate::event::{DeadlineId, PrivacyWindow};
use crate::machine::consent::{TapMeaning, ask_for_consent, consent};
use crate::machine::presence::hand_over_waiting;
use crate::machine::publish::{Failure, Timings, notify, reject, report, tells_user, trigger};
use crate::machine::verification::{begin, send_again};
use crate::machine::{Effects, Popup};
use crate::notice::{Stage, Topic};
use crate::place::Place;
use crate::reason::Reason;
use crate::state::{Code, PrivacyPause, Screen, Sheet};
use crate::time::{Instant, Millis};

/// How long WeChat has to answer a tap before the button works again: in single-page mode, for example, it never
/// does. An answer that comes later still counts.
pub const AUTHORIZATION_DEADLINE: Millis = Millis::of_seconds(8);

/// The same while WeChat asks nothing, after the user has refused the privacy agreement.
pub const PRIVACY_PAUSE_DEADLINE: Millis = Millis::of_seconds(2);

/// More sheets than that, which the popup has given up before WeChat answered, are not counted.
const MOST_GIVEN_UP: u8 = 3;

/// Sheets of WeChat's that the popup does not wait for any more, and that WeChat has not answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct GivenUpSheets {
    count: u8,
    /// Whether the user has logged out since, so that a code of theirs is nobody's.
    forgotten: bool,
}

impl GivenUpSheets {
    fn add(&mut self) {
        self.count = MOST_GIVEN_UP.min(self.count + 1);
    }

    fn answer(&mut self) {
        self.count = self.count.saturating_sub(1);
        self.forgotten &= self.count > 0;
    }

    /// Whether a code of theirs is nobody's.
    pub fn are_forgotten(self) -> bool {
        self.forgotten
    }

    /// The user has logged out.
    pub fn forget(&mut self) {
        self.forgotten = self.count > 0;
    }
}

pub fn tap(popup: &mut Popup, effects: &mut Effects) {
    if popup.state.sheet().is_some() {
        // One sheet more, and WeChat answers one of the two as if the user had refused.
        popup.given_up_sheets.add();
        return;
    }
    match popup.tap_meaning() {
        TapMeaning::AskWeChat => ask(popup, effects),
        TapMeaning::SendAgain => send_again(popup, effects),
        TapMeaning::AgreementNeeded => notify(popup, Topic::AgreementNeeded, effects),
        TapMeaning::OpenConsent => ask_for_consent(popup),
        TapMeaning::AgreeAndAsk => {
            consent(popup);
            ask(popup, effects);
        }
        TapMeaning::TakeNumber => {
            hand_over_waiting(popup, effects);
        }
        TapMeaning::AcceptPrivacy | TapMeaning::Wait | TapMeaning::Nothing => {}
    }
}

fn ask(popup: &mut Popup, effects: &mut Effects) {
    if popup.settings.place == Place::SinglePage {
        let failure = Failure::at(Stage::Authorization, Reason::Unsupported);
        refused(popup, untimed(popup), &failure, effects);
        return;
    }
    give_up_sheet(popup);
    popup.given_up_sheets.forgotten = false;
    let tapped_at = popup.now();
    let in_privacy_pause = popup.consent.is_in_privacy_pause(tapped_at);
    let delay = if in_privacy_pause { PRIVACY_PAUSE_DEADLINE } else { AUTHORIZATION_DEADLINE };
    let deadline = start_deadline(popup, delay, effects);
    popup.enter_screen(Screen::Authorizing(Sheet { tapped_at, deadline, in_privacy_pause }));
}

/// Starts a deadline in place of the one that runs.
pub fn start_deadline(popup: &mut Popup, delay: Millis, effects: &mut Effects) -> DeadlineId {
    let deadline = popup.ids.deadline();
    effects.push(Effect::StartDeadline { deadline, delay });
    deadline
}

/// The popup leaves the screen, or asks anew: what WeChat says to an open sheet is no refusal any more.
pub fn give_up_sheet(popup: &mut Popup) {
    if unanswered_tap(popup).is_some() {
        popup.given_up_sheets.add();
    }
}

/// When the user tapped, where WeChat has not answered yet.
fn unanswered_tap(popup: &Popup) -> Option<Instant> {
    popup.state.screen()?.unanswered_tap()
}

pub fn deadline_passed(popup: &mut Popup, sheet: Sheet, effects: &mut Effects) {
    if sheet.in_privacy_pause {
        refused(popup, untimed(popup), &Failure::at(Stage::Authorization, Reason::PrivacyRefused), effects);
    } else {
        popup.enter_screen(Screen::Prompting { unanswered: Some(sheet.tapped_at) });
    }
}

pub fn authorized(popup: &mut Popup, outcome: Outcome, effects: &mut Effects) {
    match outcome {
        Outcome::Ok { code } => paid(popup, code, effects),
        Outcome::Quota => {
            let reason = Reason::QuotaExhausted;
            let errno = reason.row().errnos.first().copied();
            not_authorized(popup, &Failure { errno, ..Failure::at(Stage::Authorization, reason) }, effects);
        }
        Outcome::Reject { reason, errno, raw } => {
            not_authorized(popup, &Failure { errno, raw, ..Failure::at(Stage::Authorization, reason) }, effects);
        }
    }
}

/// A code that the mini-program pays for. What the button says twice is one code.
fn paid(popup: &mut Popup, text: String, effects: &mut Effects) {
    if popup.last_code.as_ref() == Some(&text) {
        return;
    }
    popup.last_code = Some(text.clone());
    if unanswered_tap(popup).is_none() {
        let is_nobodys = popup.given_up_sheets.are_forgotten();
        popup.given_up_sheets.answer();
        if is_nobodys {
            return;
        }
    }
    let code = Code {
        text,
        tapped_at: answered_tap(popup),
        came_at: popup.now(),
        mode: popup.settings.mode_here(),
        is_doubtful: false,
        open_calls: Vec::new(),
        former_calls: Vec::new(),
    };
    match popup.state.exchange_mut() {
        Some(exchange) => exchange.reserve.push(code),
        None => begin(popup, code, effects),
    }
}

/// When the user tapped for what WeChat answers now; nothing where the answer may be that of an earlier sheet.
fn answered_tap(popup: &Popup) -> Option<Instant> {
    unanswered_tap(popup).filter(|_| popup.given_up_sheets.count == 0)
}

/// What an answer without a code is about.
enum About {
    /// A sheet that was given up: nobody is told.
    GivenUpSheet,
    /// Nothing: nobody was asked, or a code came before it.
    Nothing,
    /// What the user was asked, or what a client asked that does not tell of taps.
    TheUser,
}

/// WeChat does not say which sheet it answers: a refusal is taken for that of the oldest one. What is no answer of the
/// user's, such as an exhausted quota, holds for the newest sheet as well.
fn what_is_answered(popup: &Popup, reason: Reason) -> About {
    let is_refusal = [Reason::UserDenied, Reason::UserCancelled].contains(&reason);
    if popup.given_up_sheets.count > 0 && (is_refusal || unanswered_tap(popup).is_none()) {
        About::GivenUpSheet
    } else if popup.state.screen().is_none() || popup.can_send_again() {
        About::Nothing
    } else {
        About::TheUser
    }
}

fn not_authorized(popup: &mut Popup, failure: &Failure, effects: &mut Effects) {
    match what_is_answered(popup, failure.reason) {
        About::GivenUpSheet => {
            popup.given_up_sheets.answer();
            wait_for_newer_sheet(popup, effects);
        }
        About::Nothing => {}
        About::TheUser => {
            let timings = Timings { authorization: asked_for(popup), ..untimed(popup) };
            if failure.reason == Reason::QuotaExhausted {
                quota_exhausted(popup, timings, failure, effects);
            } else {
                if failure.reason == Reason::PrivacyRefused && !was_in_privacy_pause(popup) {
                    popup.consent.refuse_privacy(popup.clock.now());
                }
                refused(popup, timings, failure, effects);
            }
        }
    }
}

/// The sheet that the user sees next has its whole time.
fn wait_for_newer_sheet(popup: &mut Popup, effects: &mut Effects) {
    if let Some(sheet) = popup.state.sheet().copied() {
        let deadline = start_deadline(popup, AUTHORIZATION_DEADLINE, effects);
        popup.enter_screen(Screen::Authorizing(Sheet { deadline, ..sheet }));
    }
}

/// Whether WeChat tells of an earlier refusal of the privacy agreement once more.
fn was_in_privacy_pause(popup: &Popup) -> bool {
    popup.state.sheet().is_some_and(|sheet| sheet.in_privacy_pause)
}

fn refused(popup: &mut Popup, timings: Timings, failure: &Failure, effects: &mut Effects) {
    if failure.reason == Reason::PrivacyRefused {
        popup.consent.need_privacy();
    }
    let shown = popup.state.is_shown();
    if shown {
        let seconds =
            if counts_privacy_pause(popup, failure) { popup.consent.privacy_pause_left(popup.now()) } else { 0 };
        pause_for_privacy(popup, failure.reason, seconds, effects);
    }
    let tells_user = shown && tells_user(&popup.settings);
    reject(popup, failure, timings, tells_user, effects);
}

/// Whether WeChat asks for nothing yet, so that a tap would be in vain.
fn counts_privacy_pause(popup: &Popup, failure: &Failure) -> bool {
    popup.settings.shows_guidance
        && popup.settings.privacy == PrivacyWindow::WeChat
        && failure.reason == Reason::PrivacyRefused
}

/// WeChat asks for nothing for so many seconds; none where it may be asked at once.
fn pause_for_privacy(popup: &mut Popup, reason: Reason, seconds: u32, effects: &mut Effects) {
    let pause = (seconds > 0)
        .then(|| PrivacyPause { seconds, deadline: start_deadline(popup, Millis::of_seconds(1), effects) });
    popup.enter_screen(Screen::Rejected { reason, pause });
}

/// A second of it has passed.
pub fn privacy_pause_goes_on(popup: &mut Popup, reason: Reason, pause: PrivacyPause, effects: &mut Effects) {
    let left = popup.consent.privacy_pause_left(popup.now()).min(pause.seconds.saturating_sub(1));
    pause_for_privacy(popup, reason, left, effects);
}

fn quota_exhausted(popup: &mut Popup, timings: Timings, failure: &Failure, effects: &mut Effects) {
    let shown = popup.state.is_shown();
    if shown {
        popup.enter_screen(Screen::QuotaExhausted);
    }
    report(Some(failure), timings, effects);
    trigger(popup, ComponentEvent::QuotaExhausted, effects);
    if shown && tells_user(&popup.settings) {
        notify(popup, Topic::Failed(failure.reason, failure.stage), effects);
    }
}

/// How long WeChat asked the user, who has answered now.
fn asked_for(popup: &Popup) -> Option<Millis> {
    Some(popup.now() - answered_tap(popup)?)
}

/// Which button there is, and no times.
pub fn untimed(popup: &Popup) -> Timings {
    let timestamp = popup.clock.last_reading();
    Timings { timestamp, mode: popup.settings.mode_here(), authorization: None, verification: None }
}
