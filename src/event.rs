//! What can happen to the popup.

use crate::classify::{Outcome, Verification, classify, classify_reply};
use crate::detail::whole_number;
use crate::field::Field;
use crate::place::{Place, Renderer};
use crate::reading::{detail, integer, reply};
use crate::shape::{Object, Put};
use crate::state_name::StateName;
use crate::take::{Take, Value, events, options};
use crate::text::Locale;
use crate::word::{List, words};

/// Names a call of the cloud function. Ids of every kind rise together, and none is used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CallId(pub u32);

/// Names a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DeadlineId(pub u32);

/// Names the question whether the user still has to accept the privacy agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct QuestionId(pub u32);

macro_rules! ids {
    ($($id:ident),+) => {$(
        impl Put for $id {
            #[cfg(not(target_arch = "wasm32"))]
            fn typescript() -> String {
                "number".into()
            }

            fn put(&self, key: Field, object: &mut impl Object) {
                self.0.put(key, object);
            }
        }

        impl Take for $id {
            #[cfg(not(target_arch = "wasm32"))]
            fn typescript() -> String {
                "number".into()
            }

            fn take<V: Value>(value: &V, key: Field) -> Option<$id> {
                Some($id(integer(&value.field(key)?)?.try_into().ok()?))
            }
        }
    )+};
}

ids!(CallId, DeadlineId, QuestionId);

options! {
    /// What a `PhonePopup` is made with.
    pub struct PopupOptions {
        /// `quick` by default.
        mode Mode: Mode,
        /// The language of the texts.
        locale Locale: Locale,
        /// The cloud function by which the popup verifies; empty where the page verifies, or an `exchange` does.
        cloud_function CloudFunction: String,
        /// The name under which `registerExchange` was given what the popup verifies by. It wins over `cloudFunction`.
        exchange Exchange: String,
        /// Whether it does no harm to send a code a second time, because who exchanges it gives the first result again: the
        /// functions of this package do. An unanswered call is made again after 6 s then, and after 20 s otherwise.
        idempotent Idempotent: bool,
        /// Whether the user must tick a box before WeChat is asked.
        require_agreement RequireAgreement: bool,
        /// The mini-program's own agreements: with one or more, WeChat's privacy contract is not named beside the box.
        agreements Agreements: OwnAgreements,
        /// Who asks the user to accept WeChat's privacy agreement: WeChat's own window, or a button of the popup.
        privacy Privacy: PrivacyWindow,
        /// Whether the user is shown the server's own sentence where it refuses (`server_refused`).
        show_server_message ShowServerMessage: bool,
        /// When another way to log in is offered.
        other_login OtherLogin: OtherLoginOffer,
        /// Whether WeChat's conversation with the mini-program's support is offered where only the operator can help.
        contact Contact: bool,
        /// Whether what shows the popup shows all of its view: the status line, the question for consent, the primary action.
        /// A tap without the tick asks for consent then, what is waited for is counted, and no notice of a failure comes.
        shows_guidance ShowsGuidance: bool,
        /// What renders the page: where Skyline does, a button that is unsupported is no reason to update WeChat.
        renderer Renderer: Renderer,
        /// Whether the mini-program is open as a single page, scene 1154: WeChat answers no tap there.
        single_page SinglePage: bool,
        /// The version of the client's base library; `realtime` becomes `quick` below 2.24.4.
        base_library BaseLibrary: String,
    }
}

/// Whether there are agreements of the mini-program's own. What they are is the component's business.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct OwnAgreements {
    /// Whether there are any.
    pub exist: bool,
}

impl Take for OwnAgreements {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "readonly unknown[]".into()
    }

    fn take<V: Value>(value: &V, key: Field) -> Option<OwnAgreements> {
        let length = integer(&value.field(key)?.field(Field::Length)?)?;
        Some(OwnAgreements { exist: length > 0 })
    }
}

impl From<PopupOptions> for Settings {
    fn from(options: PopupOptions) -> Settings {
        Settings {
            mode: options.mode,
            locale: options.locale,
            verifier: Verifier::of(options.exchange, options.cloud_function),
            idempotent: options.idempotent,
            require_agreement: options.require_agreement,
            agreements: options.agreements,
            privacy: options.privacy,
            show_server_message: options.show_server_message,
            other_login: options.other_login,
            contact: options.contact,
            shows_guidance: options.shows_guidance,
            place: Place::of(options.renderer, options.single_page),
            base_library: options.base_library,
        }
    }
}

impl Take for Settings {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "PopupOptions".into()
    }

    fn take<V: Value>(value: &V, key: Field) -> Option<Settings> {
        // Without options all of them are the defaults.
        Some(value.field(key).map(|options| PopupOptions::read(&options)).unwrap_or_default().into())
    }
}

/// What the component's properties say, and what the client is.
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Settings {
    /// Which of WeChat's two components the page wants the button to be.
    pub mode: Mode,
    /// The language of the texts.
    pub locale: Locale,
    /// Who exchanges the code for the number.
    pub verifier: Verifier,
    /// Whether it does no harm to send a code a second time: who exchanges it gives the first result again.
    pub idempotent: bool,
    /// Whether the user must tick a box before WeChat is asked.
    pub require_agreement: bool,
    /// The agreements beside it.
    pub agreements: OwnAgreements,
    /// Who asks the user to accept the privacy agreement.
    pub privacy: PrivacyWindow,
    /// Whether the user is shown the server's own sentence where it refuses.
    pub show_server_message: bool,
    /// When another way to log in is offered.
    pub other_login: OtherLoginOffer,
    /// Whether support is offered where only the operator can help.
    pub contact: bool,
    /// Whether what shows the popup shows all of its view.
    pub shows_guidance: bool,
    /// Where the page is.
    pub place: Place,
    /// The version of the base library, such as `3.2.3`; empty where it is not known.
    pub base_library: String,
}

impl Settings {
    /// Which of WeChat's two components the button is: the quick one where the client lacks the other.
    /// Judged by version, because `wx.canIUse` gives contradictory answers about it.
    pub fn mode_here(&self) -> Mode {
        if is_older(&self.base_library, REALTIME_SINCE) { Mode::Quick } else { self.mode }
    }

    /// Which button there was, for a page that wants the realtime one: not every client has it.
    pub fn mode_for_page(&self, mode: Mode) -> Option<Mode> {
        if self.mode == Mode::Realtime { Some(mode) } else { None }
    }
}

/// The first base library with `open-type="getRealtimePhoneNumber"`.
const REALTIME_SINCE: [i32; 3] = [2, 24, 4];

/// Nothing is known of what is not a version.
fn is_older(version: &str, than: [i32; 3]) -> bool {
    let mut parts = version.as_bytes().split(|byte| *byte == b'.').map(whole_number);
    for wanted in than {
        match parts.next().flatten() {
            Some(part) if part == wanted => {}
            Some(part) => return part < wanted,
            None => return false,
        }
    }
    false
}

words! {
    /// Which of WeChat's two phone number components the button is.
    #[derive(Default)]
    pub enum Mode in Modes {
        /// `getPhoneNumber`: the number once verified, ¥0.03.
        #[default]
        Quick "quick",
        /// `getRealtimePhoneNumber`: verified by SMS now, ¥0.04; base library ≥ 2.24.4.
        Realtime "realtime",
    }
}

words! {
    /// Who asks the user to accept the privacy agreement, where that is still to do; base library ≥ 2.32.3.
    #[derive(Default)]
    pub enum PrivacyWindow in PrivacyWindows {
        /// WeChat, in a window of its own.
        #[default]
        WeChat "wechat",
        /// The popup, by a button that tells WeChat.
        Popup "popup",
    }
}

words! {
    /// When another way to log in is offered.
    #[derive(Default)]
    pub enum OtherLoginOffer in OtherLoginOffers {
        /// After a refusal, a failure or a long wait.
        #[default]
        AfterRefusal "after-refusal",
        /// Whenever the popup does not wait for WeChat or the server.
        Always "always",
        /// Never: there is no other way.
        Never "never",
    }
}

/// Who exchanges the code for the number, and tells the user how it went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Verifier {
    /// The page, which is handed the code.
    #[default]
    Page,
    /// The popup.
    Popup(Exchanger),
}

impl Verifier {
    /// The popup verifies where it is given the name of an exchange, or of a cloud function; the exchange wins.
    pub fn of(exchange: String, cloud_function: String) -> Verifier {
        if !exchange.is_empty() {
            Verifier::Popup(Exchanger::Registered(exchange))
        } else if cloud_function.is_empty() {
            Verifier::Page
        } else {
            Verifier::Popup(Exchanger::CloudFunction(cloud_function))
        }
    }

    /// What exchanges the code for the popup; nothing where the page verifies.
    pub fn exchanger(&self) -> Option<&Exchanger> {
        match self {
            Verifier::Page => None,
            Verifier::Popup(exchanger) => Some(exchanger),
        }
    }
}

/// What exchanges a code for the popup. The two kinds share no names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Exchanger {
    /// The cloud function of this name.
    CloudFunction(String),
    /// What the mini-program has registered under this name.
    Registered(String),
}

/// How the page gives the property `showPhonePopup` the value true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShowPhonePopup {
    /// It does not: the button stands on the page by itself, and what waits for the user is handed over at a tap.
    Inline,
    /// For the first time, or after it was false: the page wants the popup on the screen.
    Set,
    /// It was true before the popup closed itself, and the page has not set it to false since. A framework does that
    /// when it renders again.
    Repeated {
        /// Whether the page set other properties together with this one.
        batched: bool,
    },
}

options! {
    /// How the page shows the popup.
    pub struct ShowOptions {
        /// Whether the page gives the property the value true once more that it had before the popup closed itself,
        /// without a false in between, as a framework does that renders again. Such a show opens the popup only if it is
        /// not batched, 100 ms or more after the popup closed.
        repeated Repeated: bool,
        /// Whether it does so together with other properties.
        batched Batched: bool,
        /// Whether there is no such property: the button stands on the page by itself, without a popup, and is shown from
        /// the beginning. What waits for the user is handed over at a tap then.
        inline Inline: bool,
    }
}

impl ShowPhonePopup {
    fn read<V: Value>(value: &V) -> ShowPhonePopup {
        match ShowOptions::read(value) {
            ShowOptions { inline: true, .. } => ShowPhonePopup::Inline,
            ShowOptions { repeated: true, batched, .. } => ShowPhonePopup::Repeated { batched },
            ShowOptions { repeated: false, .. } => ShowPhonePopup::Set,
        }
    }
}

events! {
    /// What happened. An answer carries the `request` of the effect it answers.
    pub enum Event in Events {
        /// The options have other values now: all of them, what is left out is the default.
        Configure "configure" (Options: Settings),
        /// The page gives the property `showPhonePopup` the value true.
        Show "show" [ShowPhonePopup],
        /// The page hides the popup.
        Hide "hide",
        /// The allow button was tapped.
        Tap "tap",
        /// The reject button was tapped.
        Decline "decline",
        /// The user dismissed the popup, without saying no: by its × or by its mask.
        Dismiss "dismiss",
        /// The button for another way to log in was tapped.
        LogInOtherwise "otherLogin",
        /// The box of the agreement was ticked, or cleared.
        Agree "agree" {
            /// Whether it is ticked now; the opposite of before where that is not said.
            agreed Agreed: Option<bool>,
        },
        /// The user went back from the question for consent.
        ConsentBack "consentBack",
        /// The user tapped the name of an agreement, and it did not open.
        AgreementNotOpened "agreementNotOpened",
        /// The native button gave its result: `event` is its event, as it came.
        Authorized "authorized" (Event: Outcome),
        /// Answers `verify` or `exchange`, with what was returned, or what it failed with.
        Answered "verified" {
            /// The call that is answered.
            call Request: CallId,
            /// The answer.
            verification Reply: Verification,
        },
        /// The page exchanged a code it was handed.
        PageAnswered "pageVerified" {
            /// The code that was exchanged.
            code Code: String,
            /// The answer.
            verification Reply: Verification,
        },
        /// Answers `startDeadline`.
        DeadlinePassed "deadlinePassed" (Request: DeadlineId),
        /// Answers `checkPrivacy`.
        PrivacyChecked "privacyChecked" {
            /// The question that is answered.
            question Request: QuestionId,
            /// Whether the privacy agreement is still to be accepted.
            needed Needed: bool,
        },
        /// The user accepted the privacy agreement by the popup's own button.
        PrivacyAgreed "privacyAgreed",
        /// The user has logged out: what waits for a show is dropped.
        Forget "forget",
        /// The page is seen again.
        PageShown "pageShown",
        /// The page is covered by another page or another app.
        PageHidden "pageHidden",
        /// Another component took the popup over.
        Attached "attached",
        /// The component left; nobody hears or sees the popup now.
        Detached "detached",
        /// The module failed, and this popup takes the place of one that is lost.
        Recovered "recovered" {
            /// What the view of that one said; left out for an answer that it still waited for.
            state State: Option<LostState>,
            /// What it was told when it failed, or that answer; left out where it makes the module fail again.
            event Event: Option<Box<Event>>,
        },
    }
}

impl Take for Outcome {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "unknown".into()
    }

    fn take<V: Value>(value: &V, key: Field) -> Option<Outcome> {
        Some(classify(value.field(key).map(|event| detail(&event)).unwrap_or_default()))
    }
}

impl Take for Verification {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "unknown".into()
    }

    fn take<V: Value>(value: &V, key: Field) -> Option<Verification> {
        Some(classify_reply(value.field(key).map(|given| reply(&given)).unwrap_or_default()))
    }
}

impl Take for Box<Event> {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "Event".into()
    }

    fn take<V: Value>(value: &V, key: Field) -> Option<Box<Event>> {
        let event = value.field(key)?;
        let name = Event::NAMES.get(usize::from(event.word(Field::Type, List::Events)?))?;
        // Not one in the other without end: a value can hold itself.
        if *name == "recovered" { None } else { Event::read(&event).map(Box::new) }
    }
}

impl Take for LostState {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "StateName".into()
    }

    fn take<V: Value>(value: &V, key: Field) -> Option<LostState> {
        Some(match StateName::take(value, key)? {
            StateName::Hidden | StateName::Prompting | StateName::Verified => LostState::Asking,
            StateName::Authorizing => LostState::Authorizing,
            StateName::Verifying => LostState::Verifying,
            StateName::Rejected | StateName::Failed | StateName::OutOfQuota => LostState::Ended,
        })
    }
}

/// What a popup showed whose module failed, as far as it matters to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LostState {
    /// Nothing, or the question to the user: all that there was to know.
    Asking,
    /// That WeChat asks the user.
    Authorizing,
    /// A code was exchanged.
    Verifying,
    /// How it ended.
    Ended,
}

impl Event {
    /// Whether a server's success is what happened, or what a lost popup was told.
    pub fn is_success(&self) -> bool {
        match self {
            Event::Answered { verification, .. } => match verification {
                Verification::Ok(_) => true,
                Verification::Reject { .. } => false,
            },
            Event::Recovered { event: Some(event), .. } => event.is_success(),
            Event::Recovered { event: None, .. }
            | Event::Show(_)
            | Event::Hide
            | Event::Configure(_)
            | Event::Tap
            | Event::Decline
            | Event::Dismiss
            | Event::LogInOtherwise
            | Event::Agree { .. }
            | Event::ConsentBack
            | Event::AgreementNotOpened
            | Event::Authorized(_)
            | Event::PageAnswered { .. }
            | Event::DeadlinePassed(_)
            | Event::PrivacyChecked { .. }
            | Event::PrivacyAgreed
            | Event::Forget
            | Event::PageShown
            | Event::PageHidden
            | Event::Attached
            | Event::Detached => false,
        }
    }

    /// What the page has made of the property `showPhonePopup`, where this is what happened.
    pub fn property_shown(&self) -> Option<bool> {
        match self {
            Event::Show(_) => Some(true),
            Event::Hide => Some(false),
            Event::Configure(_)
            | Event::Tap
            | Event::Decline
            | Event::Dismiss
            | Event::LogInOtherwise
            | Event::Agree { .. }
            | Event::ConsentBack
            | Event::AgreementNotOpened
            | Event::Authorized(_)
            | Event::Answered { .. }
            | Event::PageAnswered { .. }
            | Event::DeadlinePassed(_)
            | Event::PrivacyChecked { .. }
            | Event::PrivacyAgreed
            | Event::Forget
            | Event::PageShown
            | Event::PageHidden
            | Event::Attached
            | Event::Detached
            | Event::Recovered { .. } => None,
        }
    }
}
