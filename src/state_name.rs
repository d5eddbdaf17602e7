//! What the states of the popup are called.

use crate::word::words;

words! {
    /// The name of a state of the popup.
    pub enum StateName in States {
        /// Not on the screen.
        Hidden "hidden",
        /// Asking the user.
        Prompting "prompting",
        /// WeChat is asking the user.
        Authorizing "authorizing",
        /// The code is being exchanged for the number.
        Verifying "verifying",
        /// The number came, the popup is not on the screen any more.
        Verified "verified",
        /// The button gave no code.
        Rejected "rejected",
        /// The verification gave no number.
        Failed "failed",
        /// The mini-program's quota is used up.
        OutOfQuota "out_of_quota",
    }
}
