//! Every name of a field that crosses the boundary, in either direction. Across it a field is named by its place here.

macro_rules! fields {
    ($($field:ident $name:literal,)+) => {
        /// A field of an object of JavaScript.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Field { $(#[doc = concat!("`", $name, "`")] $field,)+ }

        impl Field {
            /// Every field's name, by its place.
            pub const NAMES: &[&str] = &[$($name),+];
        }
    };
}

impl Field {
    /// Its name in JavaScript.
    pub fn name(self) -> &'static str {
        Field::NAMES[self as usize]
    }
}

/// A set of fields.
#[derive(Clone, Copy, Debug)]
pub struct Fields([u32; 5]);

impl Fields {
    /// None of them.
    pub const NONE: Fields = Fields([0; 5]);

    /// All of them.
    pub const ALL: Fields = Fields([u32::MAX; 5]);

    /// The same set with the field at a place.
    pub fn add(&mut self, place: u8) {
        if let Some(part) = self.0.get_mut(usize::from(place >> 5)) {
            *part |= 1 << (place & 31);
        }
    }

    /// Whether a field is one of them.
    pub fn has(&self, field: Field) -> bool {
        let place = field as u8;
        self.0.get(usize::from(place >> 5)).is_some_and(|part| part & 1 << (place & 31) != 0)
    }
}

const _: () = assert!(Field::NAMES.len() <= 32 * 5, "a set has room for every field");

fields! {
    // What a component tells the core, and its properties.
    Type "type",
    Options "options",
    Event "event",
    Reply "reply",
    Request "request",
    Needed "needed",
    Agreed "agreed",
    Repeated "repeated",
    Batched "batched",
    State "state",
    Mode "mode",
    Locale "locale",
    CloudFunction "cloudFunction",
    Exchange "exchange",
    Idempotent "idempotent",
    RequireAgreement "requireAgreement",
    Agreements "agreements",
    Privacy "privacy",
    ShowServerMessage "showServerMessage",
    OtherLogin "otherLogin",
    Contact "contact",
    ShowsGuidance "showsGuidance",
    Inline "inline",
    SinglePage "singlePage",
    Renderer "renderer",
    BaseLibrary "baseLibrary",
    Stage "stage",
    Messages "messages",

    // What WeChat, clouds and servers say.
    Code "code",
    ErrMsg "errMsg",
    Errmsg "errmsg",
    ErrMsgInSnakeCase "err_msg",
    Errno "errno",
    ErrNo "errNo",
    ErrNoInSnakeCase "err_no",
    ErrCode "errCode",
    Errcode "errcode",
    ErrCodeInSnakeCase "err_code",
    ErrorCode "errorCode",
    ErrorMessage "errorMessage",
    ErrorMsg "errorMsg",
    ErrorMsgInSnakeCase "error_msg",
    StackTrace "stackTrace",
    Message "message",
    Msg "msg",
    Error "error",
    Debug "debug",
    Status "status",
    StatusCode "statusCode",
    Success "success",
    PhoneNumber "phoneNumber",
    PhoneNumberInPascalCase "PhoneNumber",
    PhoneNumberInSnakeCase "phone_number",
    Phone "phone",
    Mobile "mobile",
    PhoneInfo "phoneInfo",
    PhoneInfoInSnakeCase "phone_info",
    PhoneData "phoneData",
    MobilePhone "mobilePhone",
    PhoneNum "phoneNum",
    PhoneNo "phoneNo",
    UserPhone "userPhone",
    Telephone "telephone",
    Tel "tel",
    PurePhoneNumber "purePhoneNumber",
    PurePhoneNumberInSnakeCase "pure_phone_number",
    CountryCode "countryCode",
    CountryCodeInSnakeCase "country_code",
    MaskedNumber "maskedNumber",

    // What wraps them.
    Detail "detail",
    Result "result",
    Data "data",
    RespData "resp_data",
    Res "res",
    Response "response",
    Body "body",
    Content "content",
    Payload "payload",
    Info "info",
    UserInfo "userInfo",
    User "user",
    List "list",
    Target "target",
    Arguments "__args__",
    E "e",
    OriginalEvent "originalEvent",
    NativeEvent "nativeEvent",
    MpEvent "mpEvent",
    DollarWx "$wx",
    Mp "mp",
    First "0",
    Length "length",

    // What the core says.
    Kind "kind",
    Reason "reason",
    Raw "raw",
    Via "via",
    Title "title",
    Icon "icon",
    ConfirmText "confirmText",
    ShowCancel "showCancel",
    Next "next",
    Patch "patch",
    Effects "effects",
    Name "name",
    Delay "delay",
    Notice "notice",
    Refusals "refusals",
    Visible "visible",
    Timestamp "timestamp",
    AuthorizationDuration "authorizationDuration",
    VerificationDuration "verificationDuration",
    ShowPhonePopup "showPhonePopup",
    OpenType "openType",
    Disabled "disabled",
    Loading "loading",
    Countdown "countdown",
    ButtonText "buttonText",
    Description "description",
    AllowButton "allowButton",
    RejectButton "rejectButton",
    OtherLoginButton "otherLoginButton",
    StateTitle "stateTitle",
    StatusTone "statusTone",
    PrimaryAction "primaryAction",
    AgainButton "againButton",
    ContactButton "contactButton",
    AcknowledgeButton "acknowledgeButton",
    CloseButton "closeButton",
    ConsentShown "consentShown",
    ConsentBackButton "consentBackButton",
    Agreement "agreement",
    PrivacyContract "privacyContract",
    LinksPrivacyContract "linksPrivacyContract",
}
