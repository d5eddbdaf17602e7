//! The code is exchanged for the number: calls one after the other, pauses between them, and what is left of
//! the code when no number came.

use crate::classify::{PhoneNumber, Verification};
use crate::effect::{ComponentEvent, Effect};
use crate::event::{Millis, RequestId, Verifier};
use crate::machine::telling::{Course, Failure, closed, hand_over, notify, reject, report, tells_user, trigger};
use crate::machine::{Effects, Kept, Popup, Undelivered};
use crate::notice::{Stage, Topic};
use crate::reason::{Reason, SameCode};
use crate::state::{Audience, Code, Exchange, Phase, State};

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

/// Begins the exchange of a code.
pub fn begin(popup: &mut Popup, code: Code, effects: &mut Effects) {
    let audience = if popup.state.shown() { Audience::User } else { Audience::Page };
    let cloud_function = popup.settings.cloud_function.clone();
    popup.drop_held_notice();
    call(popup, Box::new(exchange_of(code, cloud_function, audience, Vec::new())), effects);
}

fn exchange_of(code: Code, cloud_function: String, audience: Audience, reserve: Vec<Code>) -> Exchange {
    let request = RequestId(0);
    Exchange { request, code, cloud_function, audience, attempt: 0, phase: Phase::Calling, reserve }
}

/// One more code came while another one is exchanged.
pub fn take_in_reserve(popup: &mut Popup, code: Code) {
    if let State::Verifying(exchange) = &mut popup.state {
        exchange.reserve.push(code);
    }
}

/// The user asks for another attempt with the code that is kept.
pub fn send_again(popup: &mut Popup, effects: &mut Effects) {
    let Some(Kept::Sendable { code, .. }) = &popup.kept else { return };
    if code.life_left(popup.time()).is_some() {
        begin(popup, code.clone(), effects);
    } else {
        expired(popup);
        notify(popup, Topic::Failed(Reason::CodeInvalid, Stage::Verification), effects);
    }
}

/// The code that is kept cannot be sent any more.
pub fn expired(popup: &mut Popup) {
    popup.kept = match popup.kept.take() {
        Some(Kept::Sendable { code, .. } | Kept::Awaited { code }) => Some(Kept::Awaited { code }),
        None => None,
    };
}

/// Sends the code: the first time whatever its age, since it is paid for, and then as long as it lives.
fn call(popup: &mut Popup, mut exchange: Box<Exchange>, effects: &mut Effects) {
    let is_sent = exchange.attempt > 0 || exchange.code.doubtful || !exchange.code.open_calls.is_empty();
    if is_sent && exchange.code.life_left(popup.time()).is_none() {
        give_up(popup, *exchange, &Failure::at(Stage::Verification, Reason::CodeInvalid), effects);
        return;
    }
    let request = popup.next_request();
    exchange.request = request;
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
            exchange.code.open_calls.push(request);
            effects.push(Effect::Verify { request, cloud_function: exchange.cloud_function.clone(), code });
        }
    }
    popup.kept = None;
    popup.enter(State::Verifying(exchange));
}

pub fn verified(popup: &mut Popup, answered: RequestId, verification: Verification, effects: &mut Effects) {
    if !close_call(popup, answered) {
        return;
    }
    match verification {
        Verification::Ok(number) => number_came(popup, number, effects),
        Verification::Reject { reason, err_code, raw, .. } => {
            let failure = Failure { reason, errno: err_code, raw, stage: Stage::Verification };
            call_answered(popup, answered, &failure, effects);
        }
    }
}

/// Whether a call with the code that is exchanged, or kept, was still open: it is answered now.
fn close_call(popup: &mut Popup, answered: RequestId) -> bool {
    let code = match (&mut popup.state, &mut popup.kept) {
        (State::Verifying(exchange), _) => &mut exchange.code,
        (_, Some(Kept::Sendable { code, .. } | Kept::Awaited { code })) => code,
        (_, None) => return false,
    };
    let before = code.open_calls.len();
    code.open_calls.retain(|open| *open != answered);
    code.open_calls.len() < before
}

/// The number of a call, however late it comes.
fn number_came(popup: &mut Popup, number: PhoneNumber, effects: &mut Effects) {
    let audience = audience(popup);
    let Some(code) = popup.code().cloned() else { return };
    completed(popup, &code, audience, effects);
    deliver(popup, number, &code, audience, effects);
}

/// Who waits: while a code is kept the page can be told, as long as it is there.
fn audience(popup: &Popup) -> Audience {
    match &popup.state {
        State::Verifying(exchange) => exchange.audience,
        State::Prompting { .. }
        | State::Authorizing { .. }
        | State::Rejected { .. }
        | State::Failed { .. }
        | State::OutOfQuota => Audience::User,
        State::Hidden | State::Verified if popup.has_left => Audience::Nobody,
        State::Hidden | State::Verified => Audience::Page,
    }
}

/// A call failed. An earlier one tells nothing new, unless it is what is waited for.
fn call_answered(popup: &mut Popup, answered: RequestId, failure: &Failure, effects: &mut Effects) {
    let Some(exchange) = take_exchange(popup, |exchange| exchange.verifier() == Verifier::Popup) else {
        popup.kept = popup.kept.take().filter(Kept::may_give_its_number);
        return;
    };
    match exchange.phase {
        Phase::Calling if exchange.request == answered => call_failed(popup, exchange, failure, effects),
        Phase::AwaitingEarlierCall { reason } if exchange.code.open_calls.is_empty() => {
            give_up(popup, *exchange, &Failure::at(Stage::Verification, reason), effects);
        }
        Phase::Calling | Phase::Pausing { .. } | Phase::AwaitingEarlierCall { .. } => {
            popup.enter(State::Verifying(exchange));
        }
    }
}

/// The page knows the answer and tells its user; only the popup's own state and the statistics follow it.
pub fn page_verified(popup: &mut Popup, answered: &str, verification: Verification, effects: &mut Effects) {
    if let (Some(Kept::Sendable { code, .. } | Kept::Awaited { code }), Verification::Ok(_)) =
        (&popup.kept, &verification)
        && code.text == answered
    {
        let code = code.clone();
        completed(popup, &code, audience(popup), effects);
        return;
    }
    let is_meant = |exchange: &Exchange| exchange.verifier() == Verifier::Page && exchange.code.text == answered;
    let Some(exchange) = take_exchange(popup, is_meant) else { return };
    match verification {
        Verification::Ok(_) => completed(popup, &exchange.code, exchange.audience, effects),
        Verification::Reject { reason, err_code, raw, .. } => {
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
        Phase::AwaitingEarlierCall { reason } => {
            give_up(popup, *exchange, &Failure::at(Stage::Verification, reason), effects);
        }
    }
}

/// A page that said nothing may have used the code: it is not handed over again.
fn timed_out(popup: &mut Popup, mut exchange: Box<Exchange>, effects: &mut Effects) {
    let failure = Failure::at(Stage::Verification, Reason::Timeout);
    exchange.code.doubtful |= exchange.verifier() == Verifier::Page;
    call_failed(popup, exchange, &failure, effects);
}

/// The user leaves: a call goes on, and its result waits for a show; no other call follows it.
pub fn leave(popup: &mut Popup, effects: &mut Effects) {
    hide(popup, Audience::Nobody, effects);
}

/// The page hides a popup that verifies: it hears the result all the same.
pub fn hide(popup: &mut Popup, audience: Audience, effects: &mut Effects) {
    let Some(mut exchange) = take_exchange(popup, |_| true) else { return };
    exchange.audience = audience;
    match exchange.phase {
        Phase::Calling | Phase::AwaitingEarlierCall { .. } => popup.enter(State::Verifying(exchange)),
        Phase::Pausing { reason, .. } => {
            give_up(popup, *exchange, &Failure::at(Stage::Verification, reason), effects);
        }
    }
}

/// The exchange, taken out of the state for it to become another one, if it is the `wanted` one.
fn take_exchange(popup: &mut Popup, wanted: impl Fn(&Exchange) -> bool) -> Option<Box<Exchange>> {
    let State::Verifying(exchange) = &popup.state else { return None };
    if !wanted(exchange) {
        return None;
    }
    let State::Verifying(exchange) = std::mem::replace(&mut popup.state, State::Hidden) else { return None };
    Some(exchange)
}

fn completed(popup: &mut Popup, code: &Code, audience: Audience, effects: &mut Effects) {
    popup.enter(State::Verified);
    popup.kept = None;
    popup.undelivered = None;
    report(None, course(popup, code), effects);
    closed(popup, audience == Audience::User, None, effects);
}

/// Whom the number reaches: the page now, or the next show.
fn deliver(popup: &mut Popup, number: PhoneNumber, code: &Code, audience: Audience, effects: &mut Effects) {
    if popup.is_detached() || audience == Audience::Nobody {
        popup.enter(State::Hidden);
        popup.undelivered = Some(Undelivered { number, mode: code.mode, came_at: popup.time() });
        return;
    }
    hand_over(popup, number, code.mode, effects);
    if audience == Audience::User {
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
    if reason == Reason::CodeInvalid && !exchange.code.open_calls.is_empty() {
        await_earlier_call(popup, exchange, reason, effects);
        return;
    }
    let waits = exchange.audience == Audience::User && exchange.verifier() == Verifier::Popup;
    let seconds = pause_before_next(&exchange, reason);
    exchange.code.doubtful |= reason.row().same_code == SameCode::OnceMore;
    match seconds {
        Some(seconds) if waits && exchange.code.life_left(popup.time()) > Some(seconds * SECOND) => {
            pause(popup, exchange, reason, seconds, effects);
        }
        Some(_) | None => give_up(popup, *exchange, failure, effects),
    }
}

/// The code was used, by a call that nobody has answered yet: nothing is asked of the user before that call had its time.
fn await_earlier_call(popup: &mut Popup, mut exchange: Box<Exchange>, reason: Reason, effects: &mut Effects) {
    exchange.request = popup.next_request();
    exchange.phase = Phase::AwaitingEarlierCall { reason };
    if !popup.is_detached() {
        resume(&exchange, effects);
    }
    popup.enter(State::Verifying(exchange));
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

/// Ends an exchange that gave no number: a code in reserve takes its place, else the code is kept that may still give one.
fn give_up(popup: &mut Popup, mut exchange: Exchange, failure: &Failure, effects: &mut Effects) {
    if !exchange.reserve.is_empty() {
        let code = exchange.reserve.remove(0);
        let next = exchange_of(code, exchange.cloud_function, exchange.audience, exchange.reserve);
        exchange_next(popup, Box::new(next), effects);
        return;
    }
    let (audience, verifier) = (exchange.audience, exchange.verifier());
    let page_knows = verifier == Verifier::Page && exchange.attempt > 0;
    let course = course(popup, &exchange.code);
    popup.has_left = audience == Audience::Nobody;
    // A popup that was closed meanwhile stays closed.
    let is_shown = audience == Audience::User;
    popup.enter(if is_shown { State::Failed { reason: failure.reason } } else { State::Hidden });
    keep(popup, exchange, failure.reason);
    start_expiry(popup, effects);
    match audience {
        Audience::User | Audience::Page if !page_knows => {
            reject(popup, failure, course, tells_user(is_shown, verifier), effects);
        }
        Audience::User | Audience::Page | Audience::Nobody => report(Some(failure), course, effects),
    }
}

/// A component that left calls nobody: the code waits for the next one.
fn exchange_next(popup: &mut Popup, mut next: Box<Exchange>, effects: &mut Effects) {
    if popup.is_detached() {
        next.request = popup.next_request();
        next.phase = Phase::Pausing { reason: Reason::Timeout, seconds: 1, until: popup.time() };
        popup.enter(State::Verifying(next));
    } else {
        call(popup, next, effects);
    }
}

/// The component that comes next takes up what is waited for.
pub fn resume(exchange: &Exchange, effects: &mut Effects) {
    let delay = match exchange.phase {
        Phase::Calling | Phase::AwaitingEarlierCall { .. } => VERIFICATION_DEADLINE,
        Phase::Pausing { .. } => SECOND,
    };
    effects.push(Effect::StartDeadline { request: exchange.request, delay });
}

/// A code that cannot be sent again can still get its number from an earlier call that nobody answered.
fn keep(popup: &mut Popup, exchange: Exchange, reason: Reason) {
    let silent_page = exchange.code.doubtful && exchange.verifier() == Verifier::Page;
    let code = exchange.code;
    let works = reason.row().same_code != SameCode::Never && code.life_left(popup.time()).is_some() && !silent_page;
    popup.kept = if works {
        Some(Kept::Sendable { code, reason, expiry: popup.next_request() })
    } else if silent_page || !code.open_calls.is_empty() {
        Some(Kept::Awaited { code })
    } else {
        None
    };
}

/// The button asks for a new authorization as soon as the code that is kept has stopped working.
pub fn start_expiry(popup: &mut Popup, effects: &mut Effects) {
    if let (State::Failed { .. }, Some(Kept::Sendable { code, expiry, .. })) = (&popup.state, &popup.kept)
        && let Some(delay) = code.life_left(popup.time())
    {
        effects.push(Effect::StartDeadline { request: *expiry, delay });
    }
}

/// The user has logged out: what nobody waits for any more is dropped.
pub fn forget(popup: &mut Popup) {
    popup.undelivered = None;
    popup.last_code = None;
    if !popup.state.shown() {
        popup.kept = None;
        take_exchange(popup, |_| true);
    }
}
