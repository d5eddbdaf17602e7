//! All the words that cross the boundary, for JavaScript to be told once.

use crate::classify::{Judgement, Outcome};
use crate::effect::{ComponentEvent, Effect, Report};
use crate::event::{Event, Mode, OtherLoginOffer, PrivacyWindow};
use crate::guidance::{PrimaryAction, StatusTone};
use crate::notice::{Icon, Notice, Stage};
use crate::place::Renderer;
use crate::reason::{Next, Reason};
use crate::state_name::StateName;
use crate::text::SIMPLIFIED_CHINESE;
use crate::view::OpenType;
use crate::word::{List, Named};

/// Every list, in the order of [`List`].
pub const LISTS: &[List] = &[
    List::Reasons,
    List::Nexts,
    List::States,
    List::Modes,
    List::PrivacyWindows,
    List::OtherLoginOffers,
    List::Renderers,
    List::Events,
    List::Effects,
    List::ComponentEvents,
    List::Reports,
    List::OpenTypes,
    List::StatusTones,
    List::PrimaryActions,
    List::Notices,
    List::Icons,
    List::Stages,
    List::Outcomes,
    List::Judgements,
    List::SimplifiedChinese,
    List::TraditionalChinese,
    List::English,
];

/// The words of a list, or where JavaScript finds them.
#[derive(Clone, Copy)]
#[cfg_attr(target_arch = "wasm32", derive(serde::Serialize), serde(untagged))]
pub enum Words {
    /// All of them.
    Here(&'static [&'static str]),
    /// In the file of this language, named as in `locale`; the list at this place is read where that is missing.
    InFileOf(&'static str, u8),
}

#[cfg(not(target_arch = "wasm32"))]
impl Words {
    /// The words, wherever JavaScript finds them.
    pub fn all(self) -> &'static [&'static str] {
        match self {
            Words::Here(words) => words,
            Words::InFileOf(language, _) => crate::text::Locale::from_tag(language).texts(),
        }
    }
}

const fn in_file_of(language: &'static str) -> Words {
    Words::InFileOf(language, List::SimplifiedChinese as u8)
}

/// The words of a list.
pub const fn words(list: List) -> Words {
    Words::Here(match list {
        List::Reasons => Reason::NAMES,
        List::Nexts => Next::NAMES,
        List::States => StateName::NAMES,
        List::Modes => Mode::NAMES,
        List::PrivacyWindows => PrivacyWindow::NAMES,
        List::OtherLoginOffers => OtherLoginOffer::NAMES,
        List::Renderers => Renderer::NAMES,
        List::Events => Event::NAMES,
        List::Effects => Effect::NAMES,
        List::ComponentEvents => ComponentEvent::NAMES,
        List::Reports => Report::NAMES,
        List::OpenTypes => OpenType::NAMES,
        List::StatusTones => StatusTone::NAMES,
        List::PrimaryActions => PrimaryAction::NAMES,
        List::Notices => Notice::NAMES,
        List::Icons => Icon::NAMES,
        List::Stages => Stage::NAMES,
        List::Outcomes => Outcome::NAMES,
        List::Judgements => Judgement::NAMES,
        List::SimplifiedChinese => SIMPLIFIED_CHINESE,
        List::TraditionalChinese => return in_file_of("zh_TW"),
        List::English => return in_file_of("en"),
    })
}
