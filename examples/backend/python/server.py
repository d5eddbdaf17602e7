"""
A back end that exchanges the code of the popup. It needs Python 3.9 and no package.

- POST /session with {"code"} of wx.login: {"success": true, "session"}
- POST /phone with {"code"} of the getPhoneNumber button and "Authorization: Bearer <session>": what login.py returns
"""

import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from errors import FAILED, LOGIN_REQUIRED, MISSING_CODE, Failure
from exchange import exchange
from login import login
from sessions import open_session, openid_in

LONGEST_BODY = 16 * 1024


def open_session_of(body, _headers):
    code = body.get("code")
    if not isinstance(code, str) or code == "":
        raise Failure(MISSING_CODE)
    return {"success": True, "session": open_session(code)}


def exchange_code_of(body, headers):
    openid = openid_in(headers.get("authorization", ""))
    if openid is None:
        raise Failure(LOGIN_REQUIRED)
    return exchange(openid, body.get("code"), lambda phone: login(phone, openid))


ROUTES = {"/session": open_session_of, "/phone": exchange_code_of}

NOT_FOUND = {"success": False, "errCode": 404, "error": "没有这个接口"}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        begin = time.monotonic()
        length = int(self.headers.get("content-length") or 0)
        if length > LONGEST_BODY:
            self.close_connection = True
            # What is not read would be the next request.
            self._skip(length)
        body = self._read_object(length)
        reply = self._reply_to(body)
        # The log has nothing of a user.
        milliseconds = round(1000 * (time.monotonic() - begin))
        route = self.path if self.path in ROUTES else "elsewhere"
        line = {"route": route, "success": reply["success"], "errCode": reply.get("errCode"), "ms": milliseconds}
        print(json.dumps(line), flush=True)
        self._send(reply)

    def _reply_to(self, body):
        route = ROUTES.get(self.path)
        if route is None:
            return NOT_FOUND
        try:
            return route(body, self.headers)
        except Failure as failure:
            return failure.reply()
        except Exception as error:  # a fault of ours: its words may hold what belongs to a user
            print(f"{type(error).__name__} in {self.path}", file=sys.stderr, flush=True)
            return Failure(FAILED).reply()

    def _skip(self, length):
        while length > 0:
            part = self.rfile.read(min(length, LONGEST_BODY))
            if not part:
                return
            length -= len(part)

    def _read_object(self, length):
        """The object that a request carries; an empty one where it carries none."""
        if length > LONGEST_BODY:
            return {}
        try:
            value = json.loads(self.rfile.read(length))
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    def _send(self, reply):
        status = {LOGIN_REQUIRED: 401, 404: 404}.get(reply.get("errCode"), 200)
        text = json.dumps({**reply, "idempotent": True}, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json; charset=utf-8")
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format, *args):
        """The line of a request has been written above."""


if __name__ == "__main__":
    host = os.environ.get("HOST", "127.0.0.1")
    server = ThreadingHTTPServer((host, int(os.environ.get("PORT", "8080"))), Handler)
    print(f"http://{host}:{server.server_port}", flush=True)
    server.serve_forever()
