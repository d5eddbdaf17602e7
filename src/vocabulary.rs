//! All the words that cross the boundary, for JavaScript to be told once.

use crate::classify::{Judgement, Outcome};
use crate::effect::{ComponentEvent, Effect, Report};
use crate::event::{Event, Mode, PrivacyWindow};
use crate::notice::{Icon, Notice, Stage, TEXTS};
use crate::place::Renderer;
use crate::reason::{Next, Reason};
use crate::state_name::StateName;
use crate::view::OpenType;
use crate::word::{List, Named};

/// Every list, in the order of [`List`].
pub const LISTS: &[List] = &[
    List::Reasons,
    List::Nexts,
    List::States,
    List::Modes,
    List::PrivacyWindows,
    List::Renderers,
    List::Events,
    List::Effects,
    List::ComponentEvents,
    List::Reports,
    List::OpenTypes,
    List::Notices,
    List::Icons,
    List::Stages,
    List::Outcomes,
    List::Judgements,
    List::SimplifiedChinese,
    List::TraditionalChinese,
    List::English,
];

/// The words of a list.
pub const fn words(list: List) -> &'static [&'static str] {
    match list {
        List::Reasons => Reason::NAMES,
        List::Nexts => Next::NAMES,
        List::States => StateName::NAMES,
        List::Modes => Mode::NAMES,
        List::PrivacyWindows => PrivacyWindow::NAMES,
        List::Renderers => Renderer::NAMES,
        List::Events => Event::NAMES,
        List::Effects => Effect::NAMES,
        List::ComponentEvents => ComponentEvent::NAMES,
        List::Reports => Report::NAMES,
        List::OpenTypes => OpenType::NAMES,
        List::Notices => Notice::NAMES,
        List::Icons => Icon::NAMES,
        List::Stages => Stage::NAMES,
        List::Outcomes => Outcome::NAMES,
        List::Judgements => Judgement::NAMES,
        List::SimplifiedChinese => TEXTS[0],
        List::TraditionalChinese => TEXTS[1],
        List::English => TEXTS[2],
    }
}
