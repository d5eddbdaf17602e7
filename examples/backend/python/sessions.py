"""Who calls: a session is made by the code of wx.login. With several processes, keep it in your Redis."""

import secrets
import threading
import time

from wechat import openid_of

LIFETIME = 24 * 60 * 60

_sessions = {}
_lock = threading.Lock()


def open_session(login_code):
    """What the client sends as `Authorization: Bearer …`."""
    openid = openid_of(login_code)
    session = secrets.token_hex(32)
    now = time.time()
    with _lock:
        for old in [old for old, (_, until) in _sessions.items() if until <= now]:
            del _sessions[old]
        _sessions[session] = (openid, now + LIFETIME)
    return session


def openid_in(authorization):
    """The openid; None where there is no such session."""
    with _lock:
        openid, until = _sessions.get(authorization.removeprefix("Bearer "), (None, 0))
    return openid if until > time.time() else None
