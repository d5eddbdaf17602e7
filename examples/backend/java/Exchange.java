import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A code is exchanged once: who sends it again within five minutes gets what the first call got. */
final class Exchange {
  private static final long LIFETIME = 300_000;
  private static final int LONGEST_CODE = 512;

  private final WeChat wechat;
  private final Limits limits = new Limits();

  /** By user and code, so that nobody gets the result of another. With several processes, keep it in your Redis, encrypted. */
  private final Map<List<String>, Result> results = new ConcurrentHashMap<>();

  Exchange(WeChat wechat) {
    this.wechat = wechat;
  }

  /** What came of one code of one user; its monitor is held by the call that works on it. */
  private static final class Result {
    final long until = System.currentTimeMillis() + LIFETIME;
    WeChat.Phone phone;
    Map<String, Object> reply;
    int refused;
  }

  /** What `complete` makes of the number of a code; throws a Failure. */
  Map<String, Object> exchange(
      String openid, Object code, Function<WeChat.Phone, Map<String, Object>> complete) {
    if (code == null || code.equals("")) throw new Failure(Failure.MISSING_CODE);
    if (!(code instanceof String text) || text.length() > LONGEST_CODE) throw new Failure(Failure.INVALID_CODE);
    results.values().removeIf(old -> old.until <= System.currentTimeMillis());
    Result result = results.computeIfAbsent(List.of(openid, text), key -> new Result());
    synchronized (result) {
      if (result.refused != 0) throw new Failure(result.refused);
      if (result.phone == null) result.phone = ask(openid, text, result);
      if (result.reply == null) result.reply = complete.apply(result.phone);
      return result.reply;
    }
  }

  private WeChat.Phone ask(String openid, String code, Result result) {
    int held = limits.take(openid);
    if (held != 0) throw new Failure(held);
    try {
      WeChat.Phone phone = wechat.phoneNumberOf(code, openid);
      limits.giveBack(openid);
      return phone;
    } catch (Failure failure) {
      if (Failure.REFUSALS.contains(failure.errCode)) result.refused = failure.errCode;
      else limits.giveBack(openid);
      limits.hear(failure.errCode);
      throw failure;
    }
  }
}
