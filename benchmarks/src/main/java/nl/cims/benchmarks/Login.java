// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Logs a test citizen in as a browser without script does: portal, broker, DigiD simulator and
/// back, by redirects and one form. Cookies are kept per address, since the demo's are marked
/// secure and a standard jar would not send them over the demo's plain HTTP.
final class Login {

  private static final String START = "/nl/inloggen?pagina=RECORD";
  private static final int MOST_STEPS = 15;
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, Map<String, String>> jars = new LinkedHashMap<>();

  /// A citizen who is logged in.
  ///
  /// @param page the address of his dossier
  /// @param cookies the value of the `Cookie` header
  record Session(URI page, String cookies) {

    @Override
    public String toString() {
      return "Session[" + page + "]";
    }
  }

  /// Logs in, and stands on the dossier page after it.
  static Session of(URI portal, String bsn) throws InterruptedException {
    try {
      return new Login().walk(portal, bsn);
    } catch (IOException unreachable) {
      throw new CannotMeasure(
          "Portal, broker or DigiD simulator do not answer; ./cims status tells which.",
          unreachable);
    }
  }

  private Session walk(URI portal, String bsn) throws IOException, InterruptedException {
    HttpRequest.Builder next = get(portal.resolve(START));
    for (int step = 0; step < MOST_STEPS; step++) {
      HttpResponse<String> answer = send(next);
      URI here = answer.uri();
      Optional<String> onward = answer.headers().firstValue("Location");
      if (onward.isPresent()) {
        next = get(RunningDemo.onLoopback(here.resolve(onward.get())));
      } else if (here.getAuthority().equals(portal.getAuthority()) && answer.statusCode() == 200) {
        return new Session(here, cookies(here));
      } else if (answer.body().contains("name=\"citizen\"")) {
        next = form(here, answer.body(), bsn);
      } else {
        throw new CannotMeasure(
            "The login stops at %s with status %d.".formatted(here.getPath(), answer.statusCode()));
      }
    }
    throw new CannotMeasure("The login goes round in circles.");
  }

  private static HttpRequest.Builder form(URI here, String page, String bsn) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(page);
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&").replace("&#43;", "+"));
    }
    fields.put("citizen", bsn);
    fields.put("level", "SUBSTANTIEEL");
    fields.put("unusual", "NONE");
    fields.put("action", "login");
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(here.resolve(here.getPath()))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder builder)
      throws IOException, InterruptedException {
    HttpRequest bare = builder.copy().build();
    String cookies = cookies(bare.uri());
    if (!cookies.isEmpty()) {
      builder.header("Cookie", cookies);
    }
    HttpResponse<String> answer =
        client.send(
            builder.header("Accept", "text/html").timeout(Duration.ofSeconds(20)).build(),
            BodyHandlers.ofString());
    Map<String, String> jar =
        jars.computeIfAbsent(bare.uri().getAuthority(), ignored -> new LinkedHashMap<>());
    for (String set : answer.headers().allValues("Set-Cookie")) {
      int name = set.indexOf('=');
      int end = set.indexOf(';') < 0 ? set.length() : set.indexOf(';');
      jar.put(set.substring(0, name), set.substring(name + 1, end));
    }
    return answer;
  }

  private String cookies(URI at) {
    return jars.getOrDefault(at.getAuthority(), Map.of()).entrySet().stream()
        .filter(cookie -> !cookie.getValue().isEmpty())
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private static HttpRequest.Builder get(URI address) {
    return HttpRequest.newBuilder(address).GET();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
