//! What the popup asks for. Data only: the glue performs it.

use crate::classify::Replied;
use crate::event::{CallId, DeadlineId, Mode, QuestionId};
use crate::field::Field;
use crate::notice::UserNotice;
use crate::reason::Reason;
use crate::shape::{Object, Put, shape};
use crate::state_name::StateName;
use crate::time::{Millis, Reading};

shape! {
    /// What the component has to perform, in order.
    pub enum Effect in Effects tagged Type {
        /// `triggerEvent(name, detail)`.
        Trigger "trigger" (event: ComponentEvent),
        /// Call the cloud function `name` with `data`, and answer with `verified`.
        Verify "verify" {
            /// What the answer has to carry.
            call Request: CallId,
            /// The function's name.
            name Name: String,
            /// What it is given.
            data Data: CloudFunctionData,
        },
        /// Have the code of `data` exchanged by what is registered as `name`, and answer with `verified`.
        Exchange "exchange" {
            /// What the answer has to carry.
            call Request: CallId,
            /// The name under which it is registered.
            name Name: String,
            /// What it is given.
            data Data: ExchangeData,
        },
        /// After `delay` milliseconds, answer with `deadlinePassed`. One deadline runs at a time: another one replaces it.
        StartDeadline "startDeadline" {
            /// What the answer has to carry.
            deadline Request: DeadlineId,
            /// How long until then.
            delay Delay: Millis,
        },
        /// The running deadline is not needed any more.
        StopDeadline "stopDeadline",
        /// Ask `wx.getPrivacySetting`, and answer with `privacyChecked`.
        CheckPrivacy "checkPrivacy" {
            /// What the answer has to carry.
            question Request: QuestionId,
        },
        /// Show it to the user.
        Notify "notify" {
            /// What is shown.
            notice Notice: UserNotice,
        },
        /// Count it, by `wx.reportEvent(name, data)`.
        Report "report" (report: Report),
        /// For the developer: a reason that a setting mends, or what nobody understood.
        Explain "explain" {
            /// What failed.
            reason Reason: Reason,
            /// What was said where the reason is not known, without what belongs to the user.
            raw Raw: Option<String>,
        },
        /// After `detached`: do not free this popup, it holds a code or a number for the component that comes next.
        Keep "keep",
    }
}

shape! {
    /// What a cloud function is given.
    pub struct CloudFunctionData {
        /// The code to exchange.
        code Code: String,
    }
}

shape! {
    /// What a registered exchange is given.
    pub struct ExchangeData {
        /// The code to exchange.
        code Code: String,
        /// The button that gave it.
        mode Mode: Mode,
    }
}

shape! {
    /// The events of `login-popup-system`. `mode` comes where the page wants `realtime`: it says which button there was.
    pub enum ComponentEvent in ComponentEvents tagged Name in Detail {
        /// The code for the page to exchange; works once, for five minutes from the tap. Only where the page verifies.
        Get "phoneNumberGet" {
            /// The code.
            code Code: String,
            /// The button that gave it.
            mode Mode: Option<Mode>,
        },
        /// No code came; where the popup verifies also: no number came, and `errno` is then the server's code. `refusals`
        /// comes with `user_denied`: how often the user has refused this popup so far.
        Reject "phoneNumberReject" {
            /// Why.
            reason Reason: Reason,
            /// The platform's number for it.
            errno Errno: Option<i32>,
            /// How often the user has refused so far, where this is a refusal.
            refusals Refusals: Option<u32>,
        },
        /// The mini-program's quota is used up.
        QuotaExhausted "phoneNumberQuotaExceeded",
        /// The exchange succeeded, with the number or without. `data` is what the server sent. Only where the popup
        /// verifies. Where there is a number `phoneNumberVerified` follows: a page binds one of the two.
        Login "login" {
            /// What the server sent.
            data Data: Replied,
            /// The number, where the server sent it.
            phone_number PhoneNumber: Option<String>,
            /// Such as `86`.
            country_code CountryCode: Option<String>,
            /// The number as it may be shown.
            masked_number MaskedNumber: Option<String>,
            /// The button that gave the code.
            mode Mode: Option<Mode>,
        },
        /// The number, in full and as it may be shown. Only where the popup verifies.
        Verified "phoneNumberVerified" {
            /// The number in full.
            phone_number PhoneNumber: String,
            /// Such as `86`; empty where the server did not say.
            country_code CountryCode: String,
            /// The number as it may be shown.
            masked_number MaskedNumber: String,
            /// The button that gave it.
            mode Mode: Option<Mode>,
        },
        /// The user wants to log in another way; `reason` says why this one did not work, where it was tried.
        OtherLogin "other-login" {
            /// Why this way did not work, where it was tried.
            reason Reason: Option<Reason>,
            /// How often the user has refused so far.
            refusals Refusals: u32,
        },
        /// The popup has left the screen, by itself or by the user, and not by the page. It comes once, before `login`,
        /// `phoneNumberVerified` and `other-login`, and after the `phoneNumberReject` of a user who declined. For uni-app's
        /// `v-model` it comes as `update:showPhonePopup`, with `{ __args__: [false] }`, as well.
        ///
        /// No `reason`: the login succeeded. `user_denied`: the user declined before anything was asked. `user_cancelled`:
        /// the user closed it later, or chose another way to log in. `unsupported`: the core did not load.
        Close "close" [Visible = false] {
            /// Why, where the user left without a number.
            reason Reason: Option<Reason>,
        },
        /// The last event of each change.
        StateChange "phoneNumberStateChange" {
            /// The name of the state.
            state State: StateName,
        },
    }
}

shape! {
    /// What the statistics are told of an outcome; neither number nor code. `errno` is WeChat's or the server's number.
    pub enum Report in Reports tagged Name in Data {
        /// The number came, or the login succeeded without it.
        Success "phone_number_success" (data: ReportData),
        /// It did not.
        Failure "phone_number_error" (data: FailureData),
    }
}

shape! {
    /// What the statistics are told of every outcome. Durations are milliseconds, and missing where they are not known.
    pub struct ReportData {
        /// When the outcome came, by `Date.now()`.
        timestamp Timestamp: Reading,
        /// The button that there was.
        mode Mode: Mode,
        /// From the tap to WeChat's answer.
        authorization AuthorizationDuration: Option<Millis>,
        /// From the code to the number or the failure, with all attempts.
        verification VerificationDuration: Option<Millis>,
    }
}

shape! {
    /// The same of a failure.
    pub struct FailureData {
        /// When the outcome came, by `Date.now()`.
        timestamp Timestamp: Reading,
        /// The button that there was.
        mode Mode: Mode,
        /// From the tap to WeChat's answer.
        authorization AuthorizationDuration: Option<Millis>,
        /// From the code to the failure, with all attempts.
        verification VerificationDuration: Option<Millis>,
        /// Why no number came.
        reason Reason: Reason,
        /// The `errno` of the platform, or the `errCode` of the server.
        errno Errno: Option<i32>,
    }
}

impl Put for Millis {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "number".into()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        self.0.put(key, object);
    }
}

impl Put for Reading {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "number".into()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        object.number(key, self.0);
    }
}
