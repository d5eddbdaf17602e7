//! Where a page is, as far as the button depends on it.

use crate::word::words;

words! {
    /// What renders a page.
    #[derive(Default)]
    pub enum Renderer in Renderers {
        /// A web view.
        #[default]
        Webview "webview",
        /// Skyline.
        Skyline "skyline",
    }
}

/// Where a page is, as far as the button depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Place {
    /// Where the button works.
    #[default]
    Anywhere,
    /// On a page that Skyline renders, whose button can be unsupported on a client that supports it elsewhere.
    Skyline,
    /// In single-page mode, scene 1154, in which WeChat answers no tap.
    SinglePage,
}

impl Place {
    /// Where the page is, by what the client says of it.
    pub fn of(renderer: Renderer, single_page: bool) -> Place {
        match (single_page, renderer) {
            (true, Renderer::Webview | Renderer::Skyline) => Place::SinglePage,
            (false, Renderer::Skyline) => Place::Skyline,
            (false, Renderer::Webview) => Place::Anywhere,
        }
    }
}
