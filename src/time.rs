//! Time: how long something takes, when it happened, and a clock that never goes back.

use std::ops::{Add, Sub};

/// Milliseconds: how long something takes, or what `Date.now()` reads. Sums stay within the range of the type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub i64);

impl Millis {
    /// So many seconds.
    pub const fn of_seconds(seconds: i64) -> Millis {
        Millis(seconds.saturating_mul(1000))
    }

    /// Whole seconds, begun ones included.
    pub const fn seconds_begun(self) -> i64 {
        self.0.saturating_add(999).div_euclid(1000)
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

/// A point of a popup's own time, which begins with its first event and only ever rises.
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Clock {
    last_reading: Option<Millis>,
    now: Instant,
}

impl Clock {
    /// The same clock when the phone's says `reading`. The user can set a phone's clock back.
    #[must_use]
    pub fn at(self, reading: Millis) -> Clock {
        let passed = reading - self.last_reading.unwrap_or(reading);
        Clock { last_reading: Some(reading), now: self.now + passed.max(Millis(0)) }
    }

    /// The popup's own time.
    pub fn now(self) -> Instant {
        self.now
    }
}
