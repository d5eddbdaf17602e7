import java.util.Map;
import java.util.Set;

/** What went wrong, as a code of WeChat's, with words for the client: nothing that WeChat said is passed on. */
final class Failure extends RuntimeException {
  static final int MISSING_CODE = 41008;
  static final int INVALID_CODE = 40029;
  static final int INVALID_APPID = 40013;
  static final int RATE_LIMITED = 45011;
  static final int DAILY_LIMIT = 45009;
  static final int UNREADABLE_REPLY = -601001;
  static final int LOGIN_REQUIRED = 401;
  static final int NOT_FOUND = 404;
  static final int FAILED = -404011;

  /** With one of these WeChat says that a code cannot be used, or not any more. */
  static final Set<Integer> REFUSALS = Set.of(INVALID_CODE, 40003, 40163);

  private static final long serialVersionUID = 1;

  private static final Map<Integer, String> TEXTS =
      Map.of(
          MISSING_CODE, "缺少code参数",
          INVALID_CODE, "授权已过期，请重新获取",
          INVALID_APPID, "授权已过期，请重新获取",
          RATE_LIMITED, "请求过于频繁，请稍后重试",
          DAILY_LIMIT, "今日使用次数已达上限，请明日再试",
          LOGIN_REQUIRED, "请先登录",
          NOT_FOUND, "没有这个接口");

  final int errCode;

  Failure(int errCode) {
    super("errCode " + errCode, null, false, false);
    this.errCode = errCode;
  }

  Map<String, Object> reply() {
    String error = TEXTS.getOrDefault(errCode, "手机号验证失败，请重试");
    return Map.of("success", false, "errCode", errCode, "error", error);
  }
}
