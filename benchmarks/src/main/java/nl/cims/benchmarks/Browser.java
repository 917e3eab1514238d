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
import javax.net.ssl.SSLContext;

/// A browser without script: follows redirects, on this machine only, and keeps cookies. Those are
/// kept per address, since the demo's are marked secure and a standard jar would not send them over
/// the demo's plain HTTP.
public final class Browser {

  private static final int MOST_STEPS = 15;
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final HttpClient client;
  private final Map<String, Map<String, String>> jars = new LinkedHashMap<>();

  /// @param tls whom it trusts
  public Browser(SSLContext tls) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .sslContext(tls)
            .build();
  }

  /// What it shows in the end.
  ///
  /// @param address to which all redirects led
  /// @param status of the answer
  /// @param body of the answer
  public record Page(URI address, int status, String body) {

    /// The hidden fields of its forms.
    public Map<String, String> hidden() {
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher field = HIDDEN.matcher(body);
      while (field.find()) {
        fields.put(field.group(1), unescaped(field.group(2)));
      }
      return fields;
    }

    /// The value of the first attribute of this name.
    public Optional<String> attribute(String name) {
      Matcher found = Pattern.compile(Pattern.quote(name) + "=\"([^\"]*)\"").matcher(body);
      return found.find() ? Optional.of(unescaped(found.group(1))) : Optional.empty();
    }

    private static String unescaped(String text) {
      return text.replace("&#34;", "\"")
          .replace("&quot;", "\"")
          .replace("&#43;", "+")
          .replace("&amp;", "&");
    }

    @Override
    public String toString() {
      return "Page[" + status + " " + address.getPath() + "]";
    }
  }

  /// Opens a page.
  public Page get(URI address) throws InterruptedException {
    return show(HttpRequest.newBuilder(address).GET());
  }

  /// Sends a form.
  public Page post(URI address, Map<String, String> fields) throws InterruptedException {
    return show(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields))));
  }

  /// Fields as a form sends them.
  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /// The value of the `Cookie` header there; empty if it has none.
  public String cookies(URI at) {
    return jars.getOrDefault(at.getAuthority(), Map.of()).entrySet().stream()
        .filter(cookie -> !cookie.getValue().isEmpty())
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private Page show(HttpRequest.Builder first) throws InterruptedException {
    HttpRequest.Builder next = first;
    for (int step = 0; step < MOST_STEPS; step++) {
      HttpResponse<String> answer = send(next);
      Optional<String> onward = answer.headers().firstValue("Location");
      if (onward.isEmpty()) {
        return new Page(answer.uri(), answer.statusCode(), answer.body());
      }
      next =
          HttpRequest.newBuilder(RunningDemo.onLoopback(answer.uri().resolve(onward.get()))).GET();
    }
    throw new CannotMeasure("The redirects of the demo go round in circles.");
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) throws InterruptedException {
    URI address = builder.copy().build().uri();
    String cookies = cookies(address);
    if (!cookies.isEmpty()) {
      builder.header("Cookie", cookies);
    }
    try {
      HttpResponse<String> answer =
          client.send(
              builder.header("Accept", "text/html").timeout(Duration.ofSeconds(20)).build(),
              BodyHandlers.ofString());
      keep(address, answer);
      return answer;
    } catch (IOException unreachable) {
      throw new CannotMeasure(
          address.getAuthority() + " does not answer; ./cims status tells what runs.", unreachable);
    }
  }

  private void keep(URI address, HttpResponse<String> answer) {
    Map<String, String> jar =
        jars.computeIfAbsent(address.getAuthority(), ignored -> new LinkedHashMap<>());
    for (String set : answer.headers().allValues("Set-Cookie")) {
      int name = set.indexOf('=');
      int end = set.indexOf(';') < 0 ? set.length() : set.indexOf(';');
      jar.put(set.substring(0, name), set.substring(name + 1, end));
    }
  }
}
