"""How often WeChat is asked. With several processes, keep these counts in your Redis or database."""

import os
import threading
import time

from errors import DAILY_LIMIT, RATE_LIMITED

MOST_IN_MINUTE = int(os.environ.get("EXCHANGES_PER_USER_MINUTE", "10"))
MOST_REFUSED = int(os.environ.get("REFUSED_CODES_PER_USER_DAY", "20"))

MINUTE = 60
DAY = 24 * 60 * MINUTE
BEIJING = 8 * 60 * MINUTE


def _end_of_minute(now):
    return now - now % MINUTE + MINUTE


def _end_of_day(now):
    return now - (now + BEIJING) % DAY + DAY


class _Counts:
    """Counts that begin anew with each minute or day."""

    def __init__(self, end_of):
        self._end_of = end_of
        self._end = 0.0
        self._counts = {}

    def add(self, user, by):
        self._counts[user] = self.of(user) + by

    def of(self, user):
        now = time.time()
        if now >= self._end:
            self._counts.clear()
            self._end = self._end_of(now)
        return self._counts.get(user, 0)


class Limits:
    def __init__(self):
        self._lock = threading.Lock()
        self._in_minute = _Counts(_end_of_minute)
        self._refused = _Counts(_end_of_day)
        self._quota_err_code = 0
        self._quota_until = 0.0

    def take(self, user):
        """0 where WeChat may be asked for a user; it then counts, and as refused until it is given back."""
        with self._lock:
            if time.time() < self._quota_until:
                return self._quota_err_code
            if self._refused.of(user) >= MOST_REFUSED:
                return DAILY_LIMIT
            if self._in_minute.of(user) >= MOST_IN_MINUTE:
                return RATE_LIMITED
            self._in_minute.add(user, 1)
            self._refused.add(user, 1)
            return 0

    def give_back(self, user):
        """WeChat has not refused the code."""
        with self._lock:
            if self._refused.of(user) > 0:
                self._refused.add(user, -1)

    def hear(self, err_code):
        """WeChat may have said that the quota of the mini-program is used up: nobody asks it until that is over."""
        end_of = {DAILY_LIMIT: _end_of_day, RATE_LIMITED: _end_of_minute}.get(err_code)
        until = end_of(time.time()) if end_of else 0.0
        with self._lock:
            if until > self._quota_until:
                self._quota_err_code, self._quota_until = err_code, until
