"""A code is exchanged once: who sends it again within five minutes gets what the first call got."""

import threading
import time

from errors import INVALID_CODE, MISSING_CODE, REFUSALS, Failure
from limits import Limits
from wechat import phone_number_of

LIFETIME = 300
LONGEST_CODE = 512

_limits = Limits()


class _Result:
    """What came of one code of one user; `lock` is held by the call that works on it."""

    def __init__(self):
        self.lock = threading.Lock()
        self.until = time.time() + LIFETIME
        self.phone = None
        self.reply = None
        self.refused = 0


# By user and code, so that nobody gets the result of another. With several processes, keep it in your Redis, encrypted.
_results = {}
_results_lock = threading.Lock()


def exchange(openid, code, complete):
    """What `complete` makes of the number of a code; raises Failure."""
    if code is None or code == "":
        raise Failure(MISSING_CODE)
    if not isinstance(code, str) or len(code) > LONGEST_CODE:
        raise Failure(INVALID_CODE)
    result = _result_of((openid, code))
    with result.lock:
        if result.refused:
            raise Failure(result.refused)
        if result.phone is None:
            result.phone = _ask(openid, code, result)
        if result.reply is None:
            result.reply = complete(result.phone)
        return result.reply


def _result_of(key):
    now = time.time()
    with _results_lock:
        for old in [old for old, result in _results.items() if result.until <= now]:
            del _results[old]
        return _results.setdefault(key, _Result())


def _ask(openid, code, result):
    held = _limits.take(openid)
    if held:
        raise Failure(held)
    err_code = 0
    try:
        return phone_number_of(code, openid)
    except Failure as failure:
        err_code = failure.err_code
        if err_code in REFUSALS:
            result.refused = err_code
        raise
    finally:
        if err_code not in REFUSALS:
            _limits.give_back(openid)
        _limits.hear(err_code)
