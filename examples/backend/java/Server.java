import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A back end that exchanges the code of the popup. It needs Java 17 and Gson.
 *
 * <ul>
 *   <li>POST /session with {"code"} of wx.login: {"success": true, "session"}
 *   <li>POST /phone with {"code"} of the getPhoneNumber button and "Authorization: Bearer (session)": what Login returns
 * </ul>
 */
final class Server {
  private static final int LONGEST_BODY = 16 * 1024;
  private static final int THREADS = 32;

  private final WeChat wechat = new WeChat();
  private final Sessions sessions = new Sessions(wechat);
  private final Exchange exchange = new Exchange(wechat);
  private final Login login = new Login();
  private final Gson gson = new Gson();

  public static void main(String[] arguments) throws IOException {
    String host = WeChat.variable("HOST", "127.0.0.1");
    int port = Integer.parseInt(WeChat.variable("PORT", "8080"));
    HttpServer http = HttpServer.create(new InetSocketAddress(host, port), 0);
    http.createContext("/", new Server()::serve);
    http.setExecutor(Executors.newFixedThreadPool(THREADS));
    http.start();
    System.out.println("http://" + host + ":" + http.getAddress().getPort());
  }

  private void serve(HttpExchange request) throws IOException {
    long begin = System.nanoTime();
    String route = request.getRequestMethod() + " " + request.getRequestURI().getPath();
    Map<String, Object> reply = new HashMap<>(replyTo(route, request));
    reply.put("idempotent", true);
    log(route, reply, (System.nanoTime() - begin) / 1_000_000);
    byte[] text = gson.toJson(reply).getBytes(StandardCharsets.UTF_8);
    request.getResponseHeaders().set("content-type", "application/json; charset=utf-8");
    request.sendResponseHeaders(statusOf(reply), text.length);
    try (var body = request.getResponseBody()) {
      body.write(text);
    }
  }

  private Map<String, Object> replyTo(String route, HttpExchange request) {
    try {
      JsonObject body = objectIn(request);
      return switch (route) {
        case "POST /session" -> openSession(body);
        case "POST /phone" -> exchangeCode(body, request.getRequestHeaders().getFirst("authorization"));
        default -> throw new Failure(Failure.NOT_FOUND);
      };
    } catch (Failure failure) {
      return failure.reply();
    } catch (IOException | RuntimeException fault) { // a fault of ours: its words may hold what belongs to a user
      System.err.println(fault.getClass().getName() + " in " + route);
      return new Failure(Failure.FAILED).reply();
    }
  }

  private Map<String, Object> openSession(JsonObject body) {
    if (!(codeIn(body) instanceof String code) || code.isEmpty()) throw new Failure(Failure.MISSING_CODE);
    return Map.of("success", true, "session", sessions.open(code));
  }

  private Map<String, Object> exchangeCode(JsonObject body, String authorization) {
    String openid = sessions.openidIn(authorization);
    return exchange.exchange(openid, codeIn(body), phone -> login.login(phone, openid));
  }

  /** A text; what is none is handed on as it is. */
  private static Object codeIn(JsonObject body) {
    JsonElement code = body.get("code");
    if (code == null || code.isJsonNull()) return null;
    return code.isJsonPrimitive() && code.getAsJsonPrimitive().isString() ? code.getAsString() : code;
  }

  /** The object that a request carries; an empty one where it carries none. */
  private static JsonObject objectIn(HttpExchange request) throws IOException {
    byte[] bytes = request.getRequestBody().readNBytes(LONGEST_BODY + 1);
    request.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
    if (bytes.length > LONGEST_BODY) throw new Failure(Failure.FAILED);
    try {
      return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)) instanceof JsonObject object
          ? object
          : new JsonObject();
    } catch (JsonParseException unreadable) {
      return new JsonObject();
    }
  }

  private static int statusOf(Map<String, Object> reply) {
    if (Integer.valueOf(Failure.LOGIN_REQUIRED).equals(reply.get("errCode"))) return 401;
    return Integer.valueOf(Failure.NOT_FOUND).equals(reply.get("errCode")) ? 404 : 200;
  }

  /** The log has nothing of a user. */
  private void log(String route, Map<String, Object> reply, long milliseconds) {
    var line = new HashMap<String, Object>(Map.of("route", route, "success", reply.get("success"), "ms", milliseconds));
    if (reply.containsKey("errCode")) line.put("errCode", reply.get("errCode"));
    System.out.println(gson.toJson(line));
  }
}
