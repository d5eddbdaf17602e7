import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** WeChat's API. The access token is kept here and nowhere else. */
final class WeChat {
  /** A number as WeChat gives it. */
  record Phone(String phoneNumber, String countryCode) {}

  private static final String API = variable("WECHAT_API", "https://api.weixin.qq.com");
  private static final String APPID = variable("APPID", "");
  private static final String APPSECRET = variable("APPSECRET", "");

  /** WeChat says by one of these that the token is not the latest, or too old. */
  private static final Set<Integer> TOKEN_REFUSED = Set.of(40001, 40014, 42001);

  /** A token is renewed so long before it ends; a forced renewal is made at most once in so long. In milliseconds. */
  private static final long AHEAD = 300_000;

  private static final long BETWEEN_FORCED = 60_000;

  private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST_CALL).build();
  private final AccessToken accessToken = new AccessToken();

  static String variable(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }

  /** Whose code of wx.login it is. */
  String openidOf(String loginCode) {
    var query =
        Map.of("appid", APPID, "secret", APPSECRET, "js_code", loginCode, "grant_type", "authorization_code");
    return textIn(call("/sns/jscode2session", query, null), "openid");
  }

  /** The number of a code. With the openid WeChat checks that the code was given to this user. */
  Phone phoneNumberOf(String code, String openid) {
    String token = accessToken.get();
    JsonObject reply;
    try {
      reply = askForNumber(code, openid, token);
    } catch (Failure failure) {
      if (!TOKEN_REFUSED.contains(failure.errCode)) throw failure;
      reply = askForNumber(code, openid, accessToken.replace(token));
    }
    JsonObject phone = objectIn(reply, "phone_info");
    String number = textIn(phone, "phoneNumber");
    if (!isNumber(number)) throw new Failure(Failure.UNREADABLE_REPLY);
    if (phone.get("watermark") instanceof JsonObject watermark
        && watermark.has("appid")
        && !textIn(watermark, "appid").equals(APPID)) {
      throw new Failure(Failure.INVALID_APPID);
    }
    return new Phone(number, phone.has("countryCode") ? phone.get("countryCode").getAsString() : "");
  }

  private JsonObject askForNumber(String code, String openid, String token) {
    var query = Map.of("access_token", token);
    return call("/wxa/business/getuserphonenumber", query, Map.of("code", code, "openid", openid));
  }

  /** Five to fifteen digits, as E.164 has them at most. */
  private static boolean isNumber(String text) {
    long digits = text.chars().filter(Character::isDigit).count();
    return text.matches("\\+?[0-9 ()-]{5,24}") && digits >= 5 && digits <= 15;
  }

  private JsonObject call(String path, Map<String, String> query, Map<String, ?> body) {
    String parameters =
        query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request = HttpRequest.newBuilder(URI.create(API + path + "?" + parameters)).timeout(LONGEST_CALL);
    if (body != null) {
      request.header("content-type", "application/json");
      request.POST(HttpRequest.BodyPublishers.ofString(new Gson().toJson(body)));
    }
    return objectOf(send(request.build()));
  }

  private String send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException unreachable) {
      throw new Failure(Failure.FAILED);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.FAILED);
    }
  }

  private static JsonObject objectOf(String text) {
    try {
      if (JsonParser.parseString(text) instanceof JsonObject reply) {
        int errCode = errCodeIn(reply.get("errcode"));
        if (errCode != 0) throw new Failure(errCode);
        return reply;
      }
    } catch (JsonParseException unreadable) {
      // Said below.
    }
    throw new Failure(Failure.UNREADABLE_REPLY);
  }

  /** A client may read codes into 32 bits. */
  private static int errCodeIn(JsonElement errcode) {
    if (errcode == null) return 0;
    try {
      return new BigDecimal(errcode.getAsString()).intValueExact();
    } catch (ArithmeticException | IllegalStateException | NumberFormatException | UnsupportedOperationException odd) {
      return Failure.UNREADABLE_REPLY;
    }
  }

  private static JsonObject objectIn(JsonObject object, String name) {
    if (object.get(name) instanceof JsonObject inner) return inner;
    throw new Failure(Failure.UNREADABLE_REPLY);
  }

  private static String textIn(JsonObject object, String name) {
    JsonElement value = object.get(name);
    if (value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) return value.getAsString();
    throw new Failure(Failure.UNREADABLE_REPLY);
  }

  /** Everybody who needs a token at the same time waits for the same one. */
  private final class AccessToken {
    private String token;
    private long endsAt;
    private long forcedAt = Long.MIN_VALUE / 2;

    synchronized String get() {
      if (token == null || System.currentTimeMillis() >= endsAt - AHEAD) ask(false);
      return token;
    }

    /** WeChat has refused a token. Only where nobody has renewed it yet, another one is forced. */
    synchronized String replace(String refused) {
      if (!token.equals(refused)) return token;
      ask(false);
      if (token.equals(refused) && System.currentTimeMillis() - forcedAt >= BETWEEN_FORCED) {
        forcedAt = System.currentTimeMillis();
        ask(true);
      }
      return token;
    }

    private void ask(boolean force) {
      var body =
          Map.of("grant_type", "client_credential", "appid", APPID, "secret", APPSECRET, "force_refresh", force);
      JsonObject reply = call("/cgi-bin/stable_token", Map.of(), body);
      token = textIn(reply, "access_token");
      endsAt = System.currentTimeMillis() + 1000L * reply.get("expires_in").getAsLong();
    }
  }
}
