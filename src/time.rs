//! Time: how long something takes, when it happened, and a clock that never goes back.

use std::ops::{Add, Sub};

/// How long something takes, in milliseconds: at most 49 days. Sums and differences stay within that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub u32);

impl Millis {
    /// So many seconds.
    pub const fn of_seconds(seconds: u32) -> Millis {
        Millis(seconds.saturating_mul(1000))
    }

    /// Whole seconds, begun ones included.
    pub const fn seconds_begun(self) -> u32 {
        self.0.div_ceil(1000)
    }
}

impl Add for Millis {
    type Output = Millis;

    fn add(self, other: Millis) -> Millis {
        Millis(self.0.saturating_add(other.0))
    }
}

impl Sub for Millis {
    type Output = Millis;

    fn sub(self, other: Millis) -> Millis {
        Millis(self.0.saturating_sub(other.0))
    }
}

/// What the phone's clock reads: `Date.now()`, milliseconds since 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Reading(pub f64);

impl Reading {
    /// How long ago another reading was; nothing where the clock was set back.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates")]
    fn since(self, earlier: Reading) -> Millis {
        Millis((self.0 - earlier.0) as u32)
    }
}

impl Add<Millis> for Reading {
    type Output = Reading;

    fn add(self, passed: Millis) -> Reading {
        Reading(self.0 + f64::from(passed.0))
    }
}

/// A point of a popup's own time, which begins with its first event and only ever rises. After 49 days it stands still:
/// no page is open for so long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Millis);

impl Instant {
    /// When a popup's first event happens.
    pub const START: Instant = Instant(Millis(0));
}

impl Add<Millis> for Instant {
    type Output = Instant;

    fn add(self, passed: Millis) -> Instant {
        Instant(self.0 + passed)
    }
}

impl Sub for Instant {
    type Output = Millis;

    fn sub(self, earlier: Instant) -> Millis {
        self.0 - earlier.0
    }
}

/// A popup's own time: what passes between two readings of the phone's clock, where that goes forward.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Clock {
    last_reading: Option<Reading>,
    now: Instant,
}

impl Clock {
    /// The same clock when the phone's says `reading`. The user can set a phone's clock back.
    #[must_use]
    pub fn at(self, reading: Reading) -> Clock {
        let passed = reading.since(self.last_reading.unwrap_or(reading));
        Clock { last_reading: Some(reading), now: self.now + passed }
    }

    /// The popup's own time.
    pub fn now(self) -> Instant {
        self.now
    }

    /// What the phone's clock read last.
    pub fn last_reading(self) -> Reading {
        self.last_reading.unwrap_or_default()
    }
}
