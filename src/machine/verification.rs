//! The code is exchanged for the number: calls one after the other, pauses between them, and what is left of
//! the code when no number came.

use crate::classify::{PhoneNumber, Verification};
use crate::effect::{ComponentEvent, Effect};
use crate::event::{Millis, RequestId, Verifier};
use crate::machine::telling::{Course, Failure, closed, hand_over, notify, reject, report, tells_user, trigger};
use crate::machine::{Effects, Kept, Popup, Presence};
use crate::notice::{Stage, Topic};
use crate::reason::{Reason, SameCode};
use crate::state::{Code, Exchange, Phase, State};

/// How long one call may take, in milliseconds: well beyond the 3 s that a function has by default. A number
/// that comes later still counts.
pub const VERIFICATION_DEADLINE: Millis = 20_000;

/// How often a code is sent that did not reach WeChat.
pub const ATTEMPTS: u8 = 3;

/// Seconds before it is sent the second time, and each time after that.
const PAUSES: [i64; 2] = [1, 3];

/// WeChat's limit of calls counts by the minute.
const MINUTE: i64 = 60;

const SECOND: Millis = 1000;

/// Begins the exchange of a code that came.
pub fn begin(popup: &mut Popup, code: Code, effects: &mut Effects) {
    let shown = popup.state.shown();
    let first = Box::new(Exchange {
        request: RequestId(0),
        code,
        cloud_function: popup.settings.cloud_function.clone(),
        shown,
        attempt: 0,
        phase: Phase::Calling,
    });
    call(popup, first, effects);
}

/// The user asks for another attempt with the code that is kept.
pub fn send_again(popup: &mut Popup, effects: &mut Effects) {
    let Some(Kept { code, .. }) = &popup.kept else { return };
    if code.life_left(popup.time()).is_some() {
        begin(popup, code.clone(), effects);
    } else {
        expired(popup);
        notify(popup, Topic::Failed(Reason::CodeInvalid, Stage::Verification), effects);
    }
}

/// The code that is kept cannot be sent any more.
pub fn expired(popup: &mut Popup) {
    if let Some(kept) = &mut popup.kept {
        kept.expiry = None;
    }
}

/// Sends the code, unless it is too old.
fn call(popup: &mut Popup, mut exchange: Box<Exchange>, effects: &mut Effects) {
    if exchange.code.life_left(popup.time()).is_none() {
        give_up(popup, *exchange, &Failure::at(Stage::Verification, Reason::CodeInvalid), effects);
        return;
    }
    let request = popup.next_request();
    exchange.request = request;
    exchange.code.first_request.get_or_insert(request);
    exchange.attempt = exchange.attempt.saturating_add(1);
    exchange.phase = Phase::Calling;
    effects.push(Effect::StartDeadline { request, delay: VERIFICATION_DEADLINE });
    let code = exchange.code.text.clone();
    match exchange.verifier() {
        Verifier::Page => {
            let mode = popup.settings.told(exchange.code.mode);
            trigger(popup, ComponentEvent::Get { code, mode }, effects);
        }
        Verifier::Popup => {
            effects.push(Effect::Verify { request, cloud_function: exchange.cloud_function.clone(), code });
        }
    }
    popup.kept = None;
    popup.enter(State::Verifying(exchange));
}

pub fn verified(popup: &mut Popup, answered: RequestId, verification: Verification, effects: &mut Effects) {
    match verification {
        Verification::Ok(number) => {
            if let Some(code) = code_of(popup, answered) {
                let shown = popup.state.shown();
                completed(popup, &code, shown, effects);
                deliver(popup, number, &code, shown, effects);
            }
        }
        Verification::Reject { reason, err_code, raw } => {
            if let Some(exchange) =
                take_call(popup, |exchange| exchange.verifier() == Verifier::Popup && exchange.request == answered)
            {
                let failure = Failure { reason, errno: err_code, raw, stage: Stage::Verification };
                call_failed(popup, exchange, &failure, effects);
            }
        }
    }
}

/// The page knows the answer and tells its user; only the popup's own state and the statistics follow it.
pub fn page_verified(popup: &mut Popup, answered: &str, verification: Verification, effects: &mut Effects) {
    if let (Some(Kept { code, .. }), Verification::Ok(_)) = (&popup.kept, &verification)
        && code.text == answered
    {
        let (code, shown) = (code.clone(), popup.state.shown());
        completed(popup, &code, shown, effects);
        return;
    }
    let Some(exchange) =
        take_call(popup, |exchange| exchange.verifier() == Verifier::Page && exchange.code.text == answered)
    else {
        return;
    };
    match verification {
        Verification::Ok(_) => completed(popup, &exchange.code, exchange.shown, effects),
        Verification::Reject { reason, err_code, raw } => {
            let failure = Failure { reason, errno: err_code, raw, stage: Stage::Verification };
            give_up(popup, *exchange, &failure, effects);
        }
    }
}

pub fn deadline_passed(popup: &mut Popup, effects: &mut Effects) {
    let Some(exchange) = take_exchange(popup, |_| true) else { return };
    match exchange.phase {
        Phase::Calling => timed_out(popup, exchange, effects),
        Phase::Pausing { reason, seconds, until } => {
            let by_clock = (until - popup.time() + SECOND - 1) / SECOND;
            match by_clock.min(seconds - 1) {
                left if left > 0 => pause(popup, exchange, reason, left, effects),
                _ => call(popup, exchange, effects),
            }
        }
    }
}

/// A page that said nothing may have used the code: it is not handed over again.
fn timed_out(popup: &mut Popup, mut exchange: Box<Exchange>, effects: &mut Effects) {
    let failure = Failure::at(Stage::Verification, Reason::Timeout);
    exchange.code.doubtful |= exchange.verifier() == Verifier::Page;
    call_failed(popup, exchange, &failure, effects);
}

/// Closing the popup does not stop a call, but no other one follows it.
pub fn close(popup: &mut Popup, effects: &mut Effects) {
    let Some(mut exchange) = take_exchange(popup, |_| true) else { return };
    exchange.shown = false;
    match exchange.phase {
        Phase::Calling => popup.enter(State::Verifying(exchange)),
        Phase::Pausing { reason, .. } => {
            give_up(popup, *exchange, &Failure::at(Stage::Verification, reason), effects);
        }
    }
}

/// The exchange, taken out of the state for it to become another one, if it is the `wanted` one.
fn take_exchange(popup: &mut Popup, wanted: impl Fn(&Exchange) -> bool) -> Option<Box<Exchange>> {
    if !matches!(&popup.state, State::Verifying(exchange) if wanted(exchange)) {
        return None;
    }
    let State::Verifying(exchange) = std::mem::replace(&mut popup.state, State::Hidden) else { return None };
    Some(exchange)
}

/// The same while a call is open.
fn take_call(popup: &mut Popup, wanted: impl Fn(&Exchange) -> bool) -> Option<Box<Exchange>> {
    take_exchange(popup, |exchange| exchange.phase == Phase::Calling && wanted(exchange))
}

/// The code that a call sent, while it is exchanged or at least kept: a number is welcome however late it
/// comes.
fn code_of(popup: &Popup, answered: RequestId) -> Option<Code> {
    let code = match (&popup.state, &popup.kept) {
        (State::Verifying(exchange), _) => &exchange.code,
        (_, kept) => &kept.as_ref()?.code,
    };
    let first = code.first_request?;
    if first <= answered && answered <= popup.last_request { Some(code.clone()) } else { None }
}

/// Ends the login with a number; the popup was `shown` until now.
fn completed(popup: &mut Popup, code: &Code, shown: bool, effects: &mut Effects) {
    popup.enter(State::Verified);
    popup.kept = None;
    popup.undelivered = None;
    report(None, course(popup, code), effects);
    closed(popup, shown, None, effects);
}

/// Whom the number reaches: the page now, or the component that comes next.
fn deliver(popup: &mut Popup, number: PhoneNumber, code: &Code, shown: bool, effects: &mut Effects) {
    if popup.presence == Presence::Gone {
        popup.enter(State::Hidden);
        popup.undelivered = Some(number);
        return;
    }
    hand_over(popup, number, code.mode, effects);
    if shown {
        notify(popup, Topic::Verified, effects);
    }
}

fn course(popup: &Popup, code: &Code) -> Course {
    let verification = Some(popup.time() - code.came_at);
    Course { mode: code.mode, authorization: code.authorization(), verification }
}

/// Sends the code again after a pause where that can help and somebody waits for it.
fn call_failed(popup: &mut Popup, mut exchange: Box<Exchange>, failure: &Failure, effects: &mut Effects) {
    let reason = failure.reason;
    let waits = exchange.shown && exchange.verifier() == Verifier::Popup;
    let seconds = pause_before_next(&exchange, reason);
    exchange.code.doubtful |= reason.row().same_code == SameCode::OnceMore;
    match seconds {
        Some(seconds) if waits && exchange.code.life_left(popup.time()) > Some(seconds * SECOND) => {
            pause(popup, exchange, reason, seconds, effects);
        }
        _ => give_up(popup, *exchange, failure, effects),
    }
}

/// Seconds before the next attempt; nothing where there is none.
fn pause_before_next(exchange: &Exchange, reason: Reason) -> Option<i64> {
    let again = exchange.attempt < ATTEMPTS;
    match reason.row().same_code {
        SameCode::Backoff if again => Some(if exchange.attempt == 1 { PAUSES[0] } else { PAUSES[1] }),
        SameCode::NextMinute if again => Some(MINUTE),
        SameCode::OnceMore if !exchange.code.doubtful => Some(PAUSES[0]),
        SameCode::Backoff | SameCode::NextMinute | SameCode::OnceMore | SameCode::OnTap | SameCode::Never => None,
    }
}

fn pause(popup: &mut Popup, mut exchange: Box<Exchange>, reason: Reason, seconds: i64, effects: &mut Effects) {
    let until = popup.time().saturating_add(seconds * SECOND);
    exchange.phase = Phase::Pausing { reason, seconds, until };
    effects.push(Effect::StartDeadline { request: exchange.request, delay: SECOND });
    popup.enter(State::Verifying(exchange));
}

/// Ends an exchange that gave no number. A code that may still give one is kept.
pub fn give_up(popup: &mut Popup, exchange: Exchange, failure: &Failure, effects: &mut Effects) {
    let (shown, verifier) = (exchange.shown, exchange.verifier());
    let page_knows = verifier == Verifier::Page && exchange.attempt > 0;
    let course = course(popup, &exchange.code);
    // A popup that was closed meanwhile stays closed.
    popup.enter(if shown { State::Failed { reason: failure.reason } } else { State::Hidden });
    keep(popup, exchange, failure.reason);
    start_expiry(popup, effects);
    if page_knows {
        report(Some(failure), course, effects);
    } else {
        reject(popup, failure, course, tells_user(shown, verifier), effects);
    }
}

/// A code that cannot be sent again can still get its number from an earlier call that nobody answered.
fn keep(popup: &mut Popup, exchange: Exchange, reason: Reason) {
    let silent_page = exchange.code.doubtful && exchange.verifier() == Verifier::Page;
    let code = exchange.code;
    let works = reason.row().same_code != SameCode::Never && code.life_left(popup.time()).is_some() && !silent_page;
    let expiry = if works { Some(popup.next_request()) } else { None };
    popup.kept = if works || code.doubtful { Some(Kept { code, reason, expiry }) } else { None };
}

/// The button asks for a new authorization as soon as the code that is kept has stopped working.
pub fn start_expiry(popup: &mut Popup, effects: &mut Effects) {
    if let (State::Failed { .. }, Some(Kept { code, expiry: Some(request), .. })) = (&popup.state, &popup.kept)
        && let Some(delay) = code.life_left(popup.time())
    {
        effects.push(Effect::StartDeadline { request: *request, delay });
    }
}
