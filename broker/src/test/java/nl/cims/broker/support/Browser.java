// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without script that follows no redirect by itself and keeps cookies per name, as
/// browsers do that take localhost for a secure place.
public final class Browser {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new HashMap<>();

  public HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address));
  }

  public HttpResponse<String> post(URI address, Map<String, String> fields) {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  /// The hidden fields of the form on this page.
  public static Map<String, String> hidden(String html) {
    Map<String, String> fields = new TreeMap<>();
    Matcher field = HIDDEN.matcher(html);
    while (field.find()) {
      fields.put(field.group(1), field.group(2).replace("&amp;", "&"));
    }
    return fields;
  }

  public static URI location(HttpResponse<?> response) {
    return response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
  }

  public static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /// The parameters of an address.
  public static Map<String, String> parameters(URI address) {
    Map<String, String> all = new HashMap<>();
    for (String pair : address.getRawQuery().split("&", -1)) {
      int at = pair.indexOf('=');
      all.put(
          pair.substring(0, at),
          java.net.URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return all;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      for (String cookie : response.headers().allValues("Set-Cookie")) {
        String pair = cookie.split(";", 2)[0];
        cookies.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
      return response;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
