"""WeChat's codes, and the words for the client: nothing that WeChat said is passed on."""

MISSING_CODE = 41008
INVALID_CODE = 40029
INVALID_APPID = 40013
RATE_LIMITED = 45011
DAILY_LIMIT = 45009
UNREADABLE_REPLY = -601001
LOGIN_REQUIRED = 401
FAILED = -404011

# With one of these WeChat says that a code cannot be used, or not any more.
REFUSALS = (INVALID_CODE, 40003, 40163)

TEXTS = {
    MISSING_CODE: "缺少code参数",
    INVALID_CODE: "授权已过期，请重新获取",
    INVALID_APPID: "授权已过期，请重新获取",
    RATE_LIMITED: "请求过于频繁，请稍后重试",
    DAILY_LIMIT: "今日使用次数已达上限，请明日再试",
    LOGIN_REQUIRED: "请先登录",
}


class Failure(Exception):
    """What went wrong, as a code of WeChat's."""

    def __init__(self, err_code):
        super().__init__(f"errCode {err_code}")
        self.err_code = err_code

    def reply(self):
        text = TEXTS.get(self.err_code, "手机号验证失败，请重试")
        return {"success": False, "errCode": self.err_code, "error": text}
