import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who calls: a session is made by the code of wx.login. With several processes, keep it in your Redis. */
final class Sessions {
  private static final long LIFETIME = 24L * 60 * 60_000;

  private record Session(String openid, long until) {}

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final WeChat wechat;

  Sessions(WeChat wechat) {
    this.wechat = wechat;
  }

  /** What the client sends as `Authorization: Bearer …`. */
  String open(String loginCode) {
    String openid = wechat.openidOf(loginCode);
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String session = HexFormat.of().formatHex(bytes);
    long now = System.currentTimeMillis();
    sessions.values().removeIf(old -> old.until() <= now);
    sessions.put(session, new Session(openid, now + LIFETIME));
    return session;
  }

  /** The openid; throws a Failure where there is no such session. */
  String openidIn(String authorization) {
    Session session = authorization == null ? null : sessions.get(authorization.replaceFirst("^Bearer ", ""));
    if (session == null || session.until() <= System.currentTimeMillis()) throw new Failure(Failure.LOGIN_REQUIRED);
    return session.openid();
  }
}
