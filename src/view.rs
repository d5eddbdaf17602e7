//! Popup → what the WXML binds, and the patch between two views.

use crate::event::Mode;
use crate::machine::{Popup, TapMeaning};
use crate::notice::{Text, Wording};
use crate::shape::shape;
use crate::state::State;
use crate::state_name::StateName;
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
        /// Seconds until the code is sent again; 0 where nothing is waited for. Stands before `buttonText`.
        countdown Countdown: u32,
        /// Stands in the allow button instead of its text; empty where that is to be seen.
        button_text ButtonText: Wording,
        /// The heading.
        title Title: Wording,
        /// Why the number is asked for.
        description Description: Wording,
        /// The button that asks WeChat for the number.
        allow_button AllowButton: Wording,
        /// The button that closes the popup.
        reject_button RejectButton: Wording,
        /// Empty where no other way to log in is offered.
        other_login_button OtherLoginButton: Wording,
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
    View {
        show_phone_popup: popup.state().is_shown(),
        state: popup.state().name(),
        open_type: open_type(tap, settings.mode_here()),
        disabled: tap == TapMeaning::Nothing,
        loading: is_waiting(popup.state()),
        countdown: popup.countdown(),
        button_text: text(button_text(popup, tap)),
        title: text(Text::Title),
        description: text(Text::Description),
        allow_button: text(Text::AllowButton),
        reject_button: text(Text::RejectButton),
        other_login_button: text_if(popup.offers_other_login(), Text::OtherLoginButton),
        agreement: text_if(settings.require_agreement, Text::Agreement),
        privacy_contract: text(Text::PrivacyContract),
        links_privacy_contract: tap == TapMeaning::AcceptPrivacy
            || settings.require_agreement && !settings.agreements.exist,
        agreed: popup.consent().agreed,
    }
}

fn is_waiting(state: &State) -> bool {
    state.sheet().is_some() || state.exchange().is_some()
}

fn open_type(tap: TapMeaning, mode: Mode) -> OpenType {
    match tap {
        TapMeaning::AskWeChat => match mode {
            Mode::Quick => OpenType::GetPhoneNumber,
            Mode::Realtime => OpenType::GetRealtimePhoneNumber,
        },
        TapMeaning::AcceptPrivacy => OpenType::AgreePrivacyAuthorization,
        TapMeaning::Nothing | TapMeaning::SendAgain | TapMeaning::AgreementNeeded => OpenType::None,
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
        TapMeaning::SendAgain => Text::SendAgain,
        TapMeaning::AcceptPrivacy => Text::AcceptPrivacy,
        TapMeaning::Nothing | TapMeaning::AskWeChat | TapMeaning::AgreementNeeded => Text::Nothing,
    }
}
