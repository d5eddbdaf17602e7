"""WeChat's API. The access token is kept here and nowhere else."""

import json
import os
import re
import threading
import time
from http.client import HTTPException
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from errors import FAILED, INVALID_APPID, UNREADABLE_REPLY, Failure

API = os.environ.get("WECHAT_API", "https://api.weixin.qq.com")
APPID = os.environ.get("APPID", "")
APPSECRET = os.environ.get("APPSECRET", "")

# WeChat says by one of these that the token is not the latest, or too old.
TOKEN_REFUSED = (40001, 40014, 42001)

# A token is renewed so long before it ends; a forced renewal is made at most once in so long. In seconds.
AHEAD = 300
BETWEEN_FORCED = 60

LONGEST_CALL = 5


def call(path, query, body=None):
    data = None if body is None else json.dumps(body).encode()
    url = f"{API}{path}?{urlencode(query)}"
    request = Request(url, data=data, headers={"content-type": "application/json"})
    try:
        with urlopen(request, timeout=LONGEST_CALL) as response:
            reply = json.loads(response.read())
    except (OSError, HTTPException) as error:
        raise Failure(FAILED) from error
    except ValueError as error:
        raise Failure(UNREADABLE_REPLY) from error
    if not isinstance(reply, dict):
        raise Failure(UNREADABLE_REPLY)
    err_code = reply.get("errcode", 0)
    if err_code:
        # A client may read codes into 32 bits.
        fits = isinstance(err_code, int) and -(2**31) <= err_code < 2**31
        raise Failure(err_code if fits else UNREADABLE_REPLY)
    return reply


class AccessToken:
    """Everybody who needs a token at the same time waits for the same one."""

    def __init__(self):
        self._lock = threading.Lock()
        self._token = None
        self._ends_at = 0.0
        self._forced_at = float("-inf")

    def get(self):
        with self._lock:
            if self._token is None or time.time() >= self._ends_at - AHEAD:
                self._ask(force=False)
            return self._token

    def replace(self, refused):
        """WeChat has refused a token. Only where nobody has renewed it yet, another one is forced."""
        with self._lock:
            if self._token != refused:
                return self._token
            self._ask(force=False)
            if self._token == refused and time.time() - self._forced_at >= BETWEEN_FORCED:
                self._forced_at = time.time()
                self._ask(force=True)
            return self._token

    def _ask(self, force):
        body = {
            "grant_type": "client_credential",
            "appid": APPID,
            "secret": APPSECRET,
            "force_refresh": force,
        }
        reply = call("/cgi-bin/stable_token", {}, body)
        self._token = reply["access_token"]
        self._ends_at = time.time() + reply["expires_in"]


access_token = AccessToken()


def openid_of(login_code):
    """Whose code of wx.login it is."""
    query = {"appid": APPID, "secret": APPSECRET, "js_code": login_code, "grant_type": "authorization_code"}
    return call("/sns/jscode2session", query)["openid"]


def phone_number_of(code, openid):
    """The number of a code. With the openid WeChat checks that the code was given to this user."""
    token = access_token.get()
    try:
        reply = _ask_for_number(code, openid, token)
    except Failure as failure:
        if failure.err_code not in TOKEN_REFUSED:
            raise
        reply = _ask_for_number(code, openid, access_token.replace(token))
    phone = reply.get("phone_info")
    if not isinstance(phone, dict) or not _is_number(phone.get("phoneNumber")):
        raise Failure(UNREADABLE_REPLY)
    watermark = phone.get("watermark") or {}
    if watermark.get("appid", APPID) != APPID:
        raise Failure(INVALID_APPID)
    return {"phoneNumber": phone["phoneNumber"], "countryCode": str(phone.get("countryCode", ""))}


def _ask_for_number(code, openid, token):
    query = {"access_token": token}
    return call("/wxa/business/getuserphonenumber", query, {"code": code, "openid": openid})


def _is_number(text):
    """Five to fifteen digits, as E.164 has them at most."""
    if not isinstance(text, str) or not re.fullmatch(r"\+?[0-9 ()-]{5,24}", text):
        return False
    return 5 <= sum(char.isdigit() for char in text) <= 15
