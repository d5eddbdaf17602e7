//! The code is exchanged for the number: calls one after the other, pauses between them, and what is left of
//! the code when no number came.

use std::mem::replace;

use crate::classify::{Success, Verification};
use crate::effect::{CloudFunctionData, ComponentEvent, Effect, ExchangeData};
use crate::event::{CallId, Exchanger, Mode};
use crate::machine::closing::closed;
use crate::machine::presence::{hand_over_waiting, has_number_waiting};
use crate::machine::publish::{Failure, Timings, hand_over, notify, reject, report, trigger};
use crate::machine::{Effects, Popup, Undelivered};
use crate::notice::{Stage, Topic};
use crate::reason::{Reason, SameCode};
use crate::state::{
    Audience, Calls, Code, Exchange, HiddenBy, Phase, Progress, Prospect, Screen, State, UnredeemedCode,
    VERIFICATION_DEADLINE,
};
use crate::time::Millis;

/// How often a code is sent that did not reach WeChat.
pub const ATTEMPTS: u8 = 3;

/// Seconds before it is sent the second time, and each time after that.
const PAUSES: [u32; 2] = [1, 3];

/// WeChat's limit of calls counts by the minute.
const MINUTE: u32 = 60;

/// A user who has waited so long for one call is told, and offered another way to log in.
const LONG_WAIT: Millis = Millis::of_seconds(8);

const SECOND: Millis = Millis::of_seconds(1);

/// Begins the exchange of a code. It takes the place of the one that is unredeemed: the user may have chosen another
/// number this time.
pub fn begin(popup: &mut Popup, code: Code, effects: &mut Effects) {
    popup.drop_held_notice();
    let audience = match popup.state.audience() {
        // A user who left and then allowed has changed their mind.
        Audience::Hidden(HiddenBy::User) => Audience::Hidden(HiddenBy::Page),
        audience @ (Audience::User | Audience::Hidden(HiddenBy::Page | HiddenBy::OtherLogin)) => audience,
    };
    let progress = Progress::of(&popup.settings, &mut popup.ids);
    let deadline = popup.ids.deadline();
    let (reserve, called_at) = (Vec::new(), popup.now());
    let exchange = Exchange { code, reserve, audience, deadline, progress, called_at, is_slow: false };
    popup.enter(State::Verifying(Box::new(exchange)));
    send(popup, effects);
}

/// The user asks for another attempt with the code that gave no number.
pub fn send_again(popup: &mut Popup, effects: &mut Effects) {
    let Some(UnredeemedCode { code, .. }) = popup.take_unredeemed() else { return };
    if code.life_left(popup.now()).is_some() {
        begin(popup, code, effects);
    } else {
        await_number(popup, code);
        if popup.settings.shows_guidance {
            popup.enter_screen(Screen::Failed { reason: Reason::CodeInvalid, message: None });
        } else {
            notify(popup, Topic::Failed(Reason::CodeInvalid, Stage::Verification), effects);
        }
    }
}

/// The code that is unredeemed cannot be sent any more.
pub fn expire(popup: &mut Popup) {
    if let Some(UnredeemedCode { code, .. }) = popup.take_unredeemed() {
        await_number(popup, code);
    }
}

/// An earlier call may still bring the number of a code that is not sent again.
fn await_number(popup: &mut Popup, code: Code) {
    set_unredeemed(popup, Some(UnredeemedCode { code, prospect: Prospect::Awaited }));
}

fn set_unredeemed(popup: &mut Popup, code: Option<UnredeemedCode>) {
    match &mut popup.state {
        State::Idle { unredeemed, .. } => *unredeemed = code,
        State::Verifying(_) | State::Verified => {}
    }
}

/// Hands the code that is exchanged to whoever exchanges it: the first time whatever its age, since it is paid for.
fn send(popup: &mut Popup, effects: &mut Effects) {
    let (is_detached, now, shows_guidance) = (popup.is_detached(), popup.now(), popup.settings.shows_guidance);
    let Some(exchange) = popup.state.exchange_mut() else { return };
    exchange.called_at = now;
    let deadline = exchange.deadline;
    if !is_detached {
        let patience = exchange.patience();
        let delay = if shows_guidance && !exchange.is_slow { patience.min(LONG_WAIT) } else { patience };
        effects.push(Effect::StartDeadline { deadline, delay });
    }
    let (code, mode) = (exchange.code.text.clone(), exchange.code.mode);
    match &exchange.progress {
        Progress::ByPage => {
            let mode = popup.settings.mode_for_page(mode);
            trigger(popup, ComponentEvent::Get { code, mode }, effects);
        }
        Progress::ByCalls(Calls { exchanger, phase: Phase::Calling(call), .. }) => {
            let call = *call;
            effects.push(call_of(exchanger, call, code, mode));
            exchange.code.open_calls.push(call);
        }
        Progress::ByCalls(Calls { phase: Phase::Pausing { .. } | Phase::AwaitingEarlierCall { .. }, .. }) => {}
    }
}

fn call_of(exchanger: &Exchanger, call: CallId, code: String, mode: Mode) -> Effect {
    match exchanger {
        Exchanger::CloudFunction(name) => Effect::Verify { call, name: name.clone(), data: CloudFunctionData { code } },
        Exchanger::Registered(name) => Effect::Exchange { call, name: name.clone(), data: ExchangeData { code, mode } },
    }
}

pub fn answered(popup: &mut Popup, call: CallId, verification: Verification, effects: &mut Effects) {
    if !popup.state.code_mut().is_some_and(|code| code.close_call(call)) {
        return;
    }
    match verification {
        Verification::Ok(success) => succeeded(popup, success, call, effects),
        Verification::Reject { reason, err_code, raw, message } => {
            let stage = Stage::Verification;
            call_failed(popup, call, &Failure { reason, errno: err_code, raw, message, stage }, effects);
        }
    }
}

/// What a call brings, however late it comes.
fn succeeded(popup: &mut Popup, success: Success, call: CallId, effects: &mut Effects) {
    let audience = popup.state.audience();
    let Some(code) = popup.state.code() else { return };
    let timings = timings(popup, code);
    match audience {
        Audience::User => {
            completed(popup, timings, effects);
            hand_over(popup, success, call, timings.mode, effects);
            notify(popup, Topic::Verified, effects);
        }
        Audience::Hidden(HiddenBy::Page) if !popup.is_detached() => {
            completed(popup, timings, effects);
            hand_over(popup, success, call, timings.mode, effects);
        }
        Audience::Hidden(by) => {
            report(None, timings, effects);
            popup.enter(State::Idle { screen: Screen::Hidden(by), unredeemed: None });
            popup.undelivered = Some(Undelivered { success, call, mode: timings.mode, came_at: popup.now() });
        }
    }
}

/// The login has succeeded: the popup leaves the screen.
pub fn completed(popup: &mut Popup, timings: Timings, effects: &mut Effects) {
    let shown = popup.state.is_shown();
    popup.enter(State::Verified);
    popup.undelivered = None;
    report(None, timings, effects);
    if shown {
        closed(popup, None, effects);
    }
}

/// A call failed. An earlier one tells nothing new, unless it is what is waited for.
fn call_failed(popup: &mut Popup, answered: CallId, failure: &Failure, effects: &mut Effects) {
    let Some(exchange) = popup.state.exchange() else {
        drop_hopeless_code(popup);
        return;
    };
    match exchange.phase() {
        Some(Phase::Calling(call)) if *call == answered => open_call_failed(popup, failure, effects),
        Some(Phase::AwaitingEarlierCall { reason }) if exchange.code.open_calls.is_empty() => {
            give_up(popup, &Failure::at(Stage::Verification, *reason), effects);
        }
        Some(Phase::Calling(_) | Phase::Pausing { .. } | Phase::AwaitingEarlierCall { .. }) | None => {}
    }
}

/// The last call is answered that could have brought the number of a code which is not sent again.
fn drop_hopeless_code(popup: &mut Popup) {
    let still_hopes = |unredeemed: &UnredeemedCode| match unredeemed.prospect {
        Prospect::Sendable { .. } => true,
        Prospect::Awaited => unredeemed.code.has_open_call(),
    };
    let unredeemed = popup.take_unredeemed().filter(still_hopes);
    set_unredeemed(popup, unredeemed);
}

/// The page knows the answer and tells its user; only the popup's own state and the statistics follow it.
pub fn page_answered(popup: &mut Popup, answered: &str, verification: Verification, effects: &mut Effects) {
    let Some(code) = popup.state.code().filter(|code| code.text == answered) else { return };
    match &popup.state {
        State::Verifying(exchange) if exchange.exchanger().is_some() => {}
        State::Idle { .. } | State::Verifying(_) | State::Verified => match verification {
            Verification::Ok(_) => completed(popup, timings(popup, code), effects),
            Verification::Reject { reason, err_code, raw, message } => {
                let stage = Stage::Verification;
                give_up(popup, &Failure { reason, errno: err_code, raw, message, stage }, effects);
            }
        },
    }
}

pub fn deadline_passed(popup: &mut Popup, effects: &mut Effects) {
    if goes_on_slowly(popup, effects) {
        return;
    }
    let shows_guidance = popup.settings.shows_guidance;
    let Some(exchange) = popup.state.exchange_mut() else { return };
    let timeout = Failure::at(Stage::Verification, Reason::Timeout);
    match exchange.phase().copied() {
        None => {
            // It may have used the code, and is not handed it again.
            exchange.code.is_doubtful = true;
            give_up(popup, &timeout, effects);
        }
        Some(Phase::Calling(_)) if is_called_again_at_once(exchange) => {
            exchange.is_slow = shows_guidance;
            call_again(popup, effects);
        }
        Some(Phase::Calling(_)) => open_call_failed(popup, &timeout, effects),
        Some(Phase::Pausing { reason, seconds, until }) => {
            let by_clock = (until - popup.now()).seconds_begun();
            match by_clock.min(seconds.saturating_sub(1)) {
                left if left > 0 => pause(popup, reason, left, effects),
                _ => call_again(popup, effects),
            }
        }
        Some(Phase::AwaitingEarlierCall { reason }) => {
            give_up(popup, &Failure::at(Stage::Verification, reason), effects);
        }
    }
}

/// Whether the user is only told that it takes long: the answer has some time left.
fn goes_on_slowly(popup: &mut Popup, effects: &mut Effects) -> bool {
    let (now, shows_guidance) = (popup.now(), popup.settings.shows_guidance);
    let Some(exchange) = popup.state.exchange_mut() else { return false };
    let Some(left) = exchange.call_time_left(now).filter(|_| shows_guidance && !exchange.is_slow) else { return false };
    exchange.is_slow = true;
    exchange.deadline = popup.ids.deadline();
    effects.push(Effect::StartDeadline { deadline: exchange.deadline, delay: left });
    true
}

/// Nobody has answered, another call gets whatever the first one got, and the user has waited long enough.
fn is_called_again_at_once(exchange: &Exchange) -> bool {
    match &exchange.progress {
        Progress::ByPage => false,
        Progress::ByCalls(calls) => calls.idempotent && calls.count < ATTEMPTS && exchange.audience == Audience::User,
    }
}

/// Another call with the same code. One that has grown too old meanwhile is not sent again.
fn call_again(popup: &mut Popup, effects: &mut Effects) {
    let now = popup.now();
    let Some(exchange) = popup.state.exchange_mut() else { return };
    if exchange.code.life_left(now).is_none() {
        give_up(popup, &Failure::at(Stage::Verification, Reason::CodeInvalid), effects);
    } else {
        exchange.call_again(&mut popup.ids);
        send(popup, effects);
    }
}

/// The popup leaves the screen. A call goes on; no other one follows it for a code that was sent.
pub fn hidden(popup: &mut Popup, by: HiddenBy, effects: &mut Effects) {
    let Some(exchange) = popup.state.exchange_mut() else { return };
    exchange.audience = Audience::Hidden(by);
    match exchange.phase().copied() {
        Some(Phase::Calling(_) | Phase::AwaitingEarlierCall { .. }) | None => {}
        Some(Phase::Pausing { reason, .. }) => {
            give_up(popup, &Failure::at(Stage::Verification, reason), effects);
        }
    }
}

fn timings(popup: &Popup, code: &Code) -> Timings {
    let verification = Some(popup.now() - code.came_at);
    let timestamp = popup.clock.last_reading();
    Timings { timestamp, mode: code.mode, authorization: code.authorization(), verification }
}

/// The call that is open has failed: the code is sent again after a pause where that can help and the user waits.
fn open_call_failed(popup: &mut Popup, failure: &Failure, effects: &mut Effects) {
    let (reason, now) = (failure.reason, popup.now());
    let Some(exchange) = popup.state.exchange_mut() else { return };
    if reason == Reason::CodeInvalid && !exchange.code.open_calls.is_empty() {
        await_earlier_call(popup, reason, effects);
        return;
    }
    let outlives = |seconds: &u32| exchange.code.life_left(now) > Some(Millis::of_seconds(*seconds));
    let seconds = pause_before_next(exchange, reason).filter(outlives);
    if exchange.same_code(reason) == SameCode::OnceMore {
        exchange.code.is_doubtful = true;
    }
    match seconds {
        Some(seconds) => pause(popup, reason, seconds, effects),
        None => give_up(popup, failure, effects),
    }
}

/// Seconds before the next call; nothing where there is none.
fn pause_before_next(exchange: &Exchange, reason: Reason) -> Option<u32> {
    let count = match &exchange.progress {
        Progress::ByPage => return None,
        Progress::ByCalls(calls) => calls.count,
    };
    let again = exchange.audience == Audience::User && count < ATTEMPTS;
    match exchange.same_code(reason) {
        SameCode::Backoff if again => Some(if count == 1 { PAUSES[0] } else { PAUSES[1] }),
        SameCode::NextMinute if again => Some(MINUTE),
        SameCode::OnceMore if again && !exchange.code.is_doubtful => Some(PAUSES[0]),
        SameCode::Backoff | SameCode::NextMinute | SameCode::OnceMore | SameCode::OnTap | SameCode::Never => None,
    }
}

fn pause(popup: &mut Popup, reason: Reason, seconds: u32, effects: &mut Effects) {
    let until = popup.now() + Millis::of_seconds(seconds);
    await_in_phase(popup, Phase::Pausing { reason, seconds, until }, SECOND, effects);
}

/// The code was used, by a call that nobody has answered yet: nothing is asked of the user before that call had its time.
fn await_earlier_call(popup: &mut Popup, reason: Reason, effects: &mut Effects) {
    await_in_phase(popup, Phase::AwaitingEarlierCall { reason }, VERIFICATION_DEADLINE, effects);
}

/// No call is made for now. Nobody counts the time while the component is gone.
fn await_in_phase(popup: &mut Popup, phase: Phase, delay: Millis, effects: &mut Effects) {
    let is_detached = popup.is_detached();
    let deadline = popup.ids.deadline();
    let Some(exchange) = popup.state.exchange_mut() else { return };
    exchange.enter_phase(phase, deadline);
    if !is_detached {
        effects.push(Effect::StartDeadline { deadline, delay });
    }
}

/// The component that comes next takes up what is waited for.
pub fn resume(popup: &mut Popup, effects: &mut Effects) {
    let Some(exchange) = popup.state.exchange_mut() else { return };
    exchange.deadline = popup.ids.deadline();
    let delay = match exchange.phase() {
        Some(Phase::Calling(_) | Phase::AwaitingEarlierCall { .. }) | None => exchange.patience(),
        Some(Phase::Pausing { .. }) => SECOND,
    };
    effects.push(Effect::StartDeadline { deadline: exchange.deadline, delay });
}

/// Ends an exchange that gave no number. A code in reserve takes its place; else the code may still give one later.
fn give_up(popup: &mut Popup, failure: &Failure, effects: &mut Effects) {
    let Some(exchange) = popup.state.exchange() else { return };
    let (audience, page_knows) = (exchange.audience, exchange.exchanger().is_none());
    let timings = timings(popup, &exchange.code);
    if popup.state.exchange_mut().is_some_and(|exchange| exchange.take_from_reserve(&mut popup.ids)) {
        report(Some(failure), timings, effects);
        send(popup, effects);
        return;
    }
    if audience == Audience::User && has_number_waiting(popup) {
        report(Some(failure), timings, effects);
        hand_over_waiting(popup, effects);
        return;
    }
    popup.end_exchange(failure);
    start_expiry(popup, effects);
    match audience {
        Audience::User | Audience::Hidden(HiddenBy::Page) if !page_knows => {
            let tells_user = audience == Audience::User && !popup.settings.shows_guidance;
            reject(popup, failure, timings, tells_user, effects);
        }
        Audience::User | Audience::Hidden(_) => report(Some(failure), timings, effects),
    }
}

/// What the user sees of a failure: the server's own sentence where that is wanted.
pub fn failed_screen(popup: &Popup, failure: &Failure) -> Screen {
    let message = failure.message.clone().filter(|_| popup.settings.show_server_message);
    Screen::Failed { reason: failure.reason, message }
}

impl Popup {
    /// The exchange ends for this reason. What is left of its code stays.
    fn end_exchange(&mut self, failure: &Failure) {
        let reason = failure.reason;
        let screen = match self.state.audience() {
            Audience::User => failed_screen(self, failure),
            Audience::Hidden(by) => Screen::Hidden(by),
        };
        let expiry = self.ids.deadline();
        let now = self.now();
        match replace(&mut self.state, State::Idle { screen, unredeemed: None }) {
            State::Verifying(exchange) => set_unredeemed(self, exchange.unredeemed(reason, expiry, now)),
            State::Idle { .. } | State::Verified => {}
        }
    }
}

/// The button asks for a new authorization as soon as the code that is unredeemed has stopped working.
pub fn start_expiry(popup: &mut Popup, effects: &mut Effects) {
    let deadline = popup.deadline();
    if let (State::Idle { unredeemed: Some(UnredeemedCode { code, .. }), .. }, Some(deadline)) =
        (&popup.state, deadline)
        && let Some(delay) = code.life_left(popup.now())
    {
        effects.push(Effect::StartDeadline { deadline, delay });
    }
}
