//! Popup → what the WXML binds, and the patch between two views.

use crate::event::Mode;
use crate::guidance::{Guidance, PrimaryAction, Remedy, StatusTone};
use crate::machine::{Popup, TapMeaning};
use crate::shape::shape;
use crate::state::{Screen, State};
use crate::state_name::StateName;
use crate::text::{Text, Wording, Words};
use crate::word::words;

shape! {
    /// What the WXML binds.
    pub struct View {
        /// Whether it is on the screen: the component's own property, which the page binds.
        show_phone_popup ShowPhonePopup: bool,
        /// What the popup is.
        state State: StateName,
        /// Empty where a tap must not ask WeChat.
        open_type OpenType: OpenType,
        /// Whether a tap does nothing.
        disabled Disabled: bool,
        /// Whether WeChat or the server is asked.
        loading Loading: bool,
        /// Seconds until the code is sent again, or WeChat can be asked again; 0 where nothing is waited for. Stands before
        /// `buttonText`.
        countdown Countdown: u32,
        /// Stands in the allow button instead of its text; empty where that is to be seen.
        button_text ButtonText: Wording,
        /// The heading.
        title Title: Wording,
        /// In place of the heading: what has happened; empty where the heading stays.
        state_title StateTitle: Wording,
        /// What has happened, and what to do, in one line; empty where there is nothing to say. It has no seconds in it.
        status Status: Words,
        /// What the status line is about.
        status_tone StatusTone: StatusTone,
        /// What is best done next: which button is the large one.
        primary_action PrimaryAction: PrimaryAction,
        /// Why the number is asked for.
        description Description: Wording,
        /// The button that asks WeChat for the number.
        allow_button AllowButton: Wording,
        /// The button that closes the popup.
        reject_button RejectButton: Wording,
        /// Empty where no other way to log in is offered.
        other_login_button OtherLoginButton: Wording,
        /// The button that opens WeChat's conversation with support; empty where that is not offered.
        contact_button ContactButton: Wording,
        /// The button that closes the popup where there is nothing else to do; empty where there is.
        acknowledge_button AcknowledgeButton: Wording,
        /// The allow button as a link beside another primary action; empty where the allow button has no use then.
        again_button AgainButton: Wording,
        /// The × that closes the popup, for who hears it.
        close_button CloseButton: Wording,
        /// Whether the user is asked to agree by the allow button: the agreements stand above it, one below the other.
        consent_shown ConsentShown: bool,
        /// The way back from there; empty where there is none.
        consent_back_button ConsentBackButton: Wording,
        /// Stands before the agreements; empty where the user need not agree.
        agreement Agreement: Wording,
        /// The name of WeChat's page about the mini-program's privacy.
        privacy_contract PrivacyContract: Wording,
        /// Whether that name is shown, as a link: where the user has to accept it.
        links_privacy_contract LinksPrivacyContract: bool,
        /// Whether the box of the agreement is ticked.
        agreed Agreed: bool,
    }
}

words! {
    /// The button's `open-type`: what a tap asks WeChat for.
    pub enum OpenType in OpenTypes {
        /// For nothing.
        None "",
        /// For the number once verified.
        GetPhoneNumber "getPhoneNumber",
        /// For the number verified now.
        GetRealtimePhoneNumber "getRealtimePhoneNumber",
        /// To note that the user accepts the privacy agreement.
        AgreePrivacyAuthorization "agreePrivacyAuthorization",
    }
}

/// What the WXML binds.
pub fn view(popup: &Popup) -> View {
    let settings = popup.settings();
    let tap = popup.tap_meaning();
    let text = |text: Text| text.in_locale(settings.locale);
    let text_if = |is_there: bool, wanted: Text| text(if is_there { wanted } else { Text::Nothing });
    let Guidance { title, status, tone } = popup.guidance(tap);
    let primary_action = popup.primary_action();
    let accepts_privacy = tap == TapMeaning::AcceptPrivacy;
    let has_place_for_consent = settings.shows_guidance;
    View {
        show_phone_popup: popup.state().is_shown(),
        state: popup.state().name(),
        open_type: open_type(tap, settings.mode_here()),
        disabled: tap == TapMeaning::Nothing,
        loading: is_waiting(popup.state()),
        countdown: popup.countdown(),
        button_text: text(button_text(popup, tap)),
        title: text(Text::Title),
        state_title: text(title),
        status: server_message(popup.state()).map_or_else(|| Words::Ours(text(status)), Words::Given),
        status_tone: tone,
        primary_action,
        description: text(Text::Description),
        allow_button: text(Text::AllowButton),
        reject_button: text(Text::RejectButton),
        other_login_button: text_if(popup.offers_other_login(), Text::OtherLoginButton),
        contact_button: text_if(popup.offers_contact(), Text::ContactButton),
        acknowledge_button: text_if(primary_action == PrimaryAction::Close, Text::AcknowledgeButton),
        again_button: text_if(can_ask_again(popup, tap, primary_action), Text::AgainButton),
        close_button: text(Text::CloseButton),
        consent_shown: tap == TapMeaning::AgreeAndAsk || has_place_for_consent && accepts_privacy,
        consent_back_button: text_if(tap == TapMeaning::AgreeAndAsk, Text::ConsentBackButton),
        agreement: text_if(settings.require_agreement, Text::Agreement),
        privacy_contract: text(Text::PrivacyContract),
        links_privacy_contract: accepts_privacy || settings.require_agreement && !settings.agreements.exist,
        agreed: popup.consent().agreed,
    }
}

fn is_waiting(state: &State) -> bool {
    state.sheet().is_some() || state.exchange().is_some()
}

fn open_type(tap: TapMeaning, mode: Mode) -> OpenType {
    match tap {
        TapMeaning::AskWeChat | TapMeaning::AgreeAndAsk => match mode {
            Mode::Quick => OpenType::GetPhoneNumber,
            Mode::Realtime => OpenType::GetRealtimePhoneNumber,
        },
        TapMeaning::AcceptPrivacy => OpenType::AgreePrivacyAuthorization,
        TapMeaning::Nothing
        | TapMeaning::SendAgain
        | TapMeaning::AgreementNeeded
        | TapMeaning::OpenConsent
        | TapMeaning::Wait
        | TapMeaning::TakeNumber => OpenType::None,
    }
}

fn button_text(popup: &Popup, tap: TapMeaning) -> Text {
    if popup.state().sheet().is_some() {
        return Text::Authorizing;
    }
    if popup.state().exchange().is_some() {
        return if popup.countdown() > 0 { Text::Pausing } else { Text::Verifying };
    }
    match tap {
        TapMeaning::SendAgain => Text::Retry,
        TapMeaning::AcceptPrivacy | TapMeaning::AgreeAndAsk => Text::AgreeAndContinue,
        TapMeaning::Wait => Text::PausingForPrivacy,
        TapMeaning::AskWeChat | TapMeaning::AgreementNeeded | TapMeaning::OpenConsent => {
            text_after_failure(popup.remedy(), popup.state().name())
        }
        TapMeaning::Nothing | TapMeaning::TakeNumber => Text::Nothing,
    }
}

/// A code that was exchanged in vain cannot be sent again here: another one is asked for.
fn text_after_failure(remedy: Option<Remedy>, state: StateName) -> Text {
    match remedy {
        Some(Remedy::Retry) if state == StateName::Rejected => Text::Retry,
        Some(Remedy::Retry | Remedy::Reauthorize) => Text::Reauthorize,
        Some(Remedy::Tap | Remedy::StepInWeChat | Remedy::Time | Remedy::OtherLogin) | None => Text::Nothing,
    }
}

/// Whether a tap on the allow button may help where something else is better: the user can do their part, or a code that
/// was paid for can be sent once more.
fn can_ask_again(popup: &Popup, tap: TapMeaning, primary: PrimaryAction) -> bool {
    primary != PrimaryAction::Allow && (tap == TapMeaning::SendAgain || popup.remedy() == Some(Remedy::StepInWeChat))
}

fn server_message(state: &State) -> Option<String> {
    match state {
        State::Idle { screen: Screen::Failed { message, .. }, .. } => message.clone(),
        State::Idle {
            screen:
                Screen::Hidden(_)
                | Screen::Prompting { .. }
                | Screen::Authorizing(_)
                | Screen::Rejected { .. }
                | Screen::QuotaExhausted,
            ..
        }
        | State::Verifying(_)
        | State::Verified => None,
    }
}

impl View {
    /// The view as it is shown after `before`: a popup that leaves the screen goes with what it said last.
    #[must_use]
    pub fn shown_after(self, before: &View) -> View {
        if self.show_phone_popup || self.state != StateName::Hidden {
            return self;
        }
        View {
            state_title: before.state_title,
            status: before.status.clone(),
            status_tone: before.status_tone,
            primary_action: before.primary_action,
            contact_button: before.contact_button,
            acknowledge_button: before.acknowledge_button,
            again_button: before.again_button,
            consent_shown: before.consent_shown,
            consent_back_button: before.consent_back_button,
            ..self
        }
    }
}
