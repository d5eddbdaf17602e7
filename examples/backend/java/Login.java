import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * 这个文件由你来改：号码换到之后做什么、客户端得到什么。按 openid 查找用户，不要按手机号：号码注销后会给别人用。
 *
 * <p>This file is yours: what a login does, and what the client gets. Find users by their openid and never by their
 * number, because numbers are given to somebody else when they are given up.
 */
final class Login {
  private final Map<String, String> users = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  Map<String, Object> login(WeChat.Phone phone, String openid) {
    boolean isNew = !users.containsKey(openid);
    String id = users.computeIfAbsent(openid, key -> "user-" + count.incrementAndGet());
    String masked = phone.phoneNumber().replaceFirst("\\d{4}(?=\\d{4}$)", "****");
    return Map.of(
        "success", true,
        "maskedNumber", masked,
        "countryCode", phone.countryCode(),
        "user", Map.of("id", id, "isNew", isNew));
  }
}
