import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** How often WeChat is asked. With several processes, keep these counts in your Redis or database. */
final class Limits {
  private static final int MOST_IN_MINUTE = Integer.parseInt(WeChat.variable("EXCHANGES_PER_USER_MINUTE", "10"));
  private static final int MOST_REFUSED = Integer.parseInt(WeChat.variable("REFUSED_CODES_PER_USER_DAY", "20"));

  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final long BEIJING = 8 * 60 * MINUTE;

  private static final LongUnaryOperator END_OF_MINUTE = now -> now - now % MINUTE + MINUTE;
  private static final LongUnaryOperator END_OF_DAY = now -> now - (now + BEIJING) % DAY + DAY;

  private final Counts inMinute = new Counts(END_OF_MINUTE);
  private final Counts refused = new Counts(END_OF_DAY);
  private int quotaErrCode;
  private long quotaUntil;

  /** 0 where WeChat may be asked for a user; it then counts, and as refused until it is given back. */
  synchronized int take(String user) {
    if (System.currentTimeMillis() < quotaUntil) return quotaErrCode;
    if (refused.of(user) >= MOST_REFUSED) return Failure.DAILY_LIMIT;
    if (inMinute.of(user) >= MOST_IN_MINUTE) return Failure.RATE_LIMITED;
    inMinute.add(user, 1);
    refused.add(user, 1);
    return 0;
  }

  /** WeChat has not refused the code. */
  synchronized void giveBack(String user) {
    if (refused.of(user) > 0) refused.add(user, -1);
  }

  /** WeChat may have said that the quota of the mini-program is used up: nobody asks it until that is over. */
  synchronized void hear(int errCode) {
    long now = System.currentTimeMillis();
    long until = 0;
    if (errCode == Failure.DAILY_LIMIT) until = END_OF_DAY.applyAsLong(now);
    if (errCode == Failure.RATE_LIMITED) until = END_OF_MINUTE.applyAsLong(now);
    if (until <= quotaUntil) return;
    quotaErrCode = errCode;
    quotaUntil = until;
  }

  /** Counts that begin anew with each minute or day. */
  private static final class Counts {
    private final LongUnaryOperator endOf;
    private final Map<String, Integer> counts = new HashMap<>();
    private long end;

    Counts(LongUnaryOperator endOf) {
      this.endOf = endOf;
    }

    int of(String user) {
      long now = System.currentTimeMillis();
      if (now >= end) {
        counts.clear();
        end = endOf.applyAsLong(now);
      }
      return counts.getOrDefault(user, 0);
    }

    void add(String user, int by) {
      counts.put(user, of(user) + by);
    }
  }
}
