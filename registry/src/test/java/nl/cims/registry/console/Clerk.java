// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.console.StaffBroker.Login;

/// An employee at the console, with a browser that has no screen: keeps the cookie and follows
/// redirects one by one, so that a test sees each answer.
final class Clerk {

  private static final Pattern COOKIE = Pattern.compile("__Host-console=([^;]*);.*");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int MOST_STEPS = 10;

  private final RegistryProcess registry;
  private final java.net.http.HttpClient client;
  private String cookie = "";
  private String token = "";

  Clerk(RegistryProcess registry) {
    this.registry = registry;
    this.client = registry.clientWithoutCertificate();
  }

  /// Somebody who has logged in like this.
  static Clerk loggedIn(RegistryProcess registry, Login login) {
    Clerk clerk = new Clerk(registry);
    clerk.logIn(login);
    return clerk;
  }

  HttpResponse<String> logIn(Login login) {
    registry.staffBroker().next = login;
    return walk("/nl/inloggen");
  }

  String cookie() {
    return cookie;
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  /// Sends a form with its token.
  HttpResponse<String> post(String path, String... namesAndValues) {
    StringBuilder form = new StringBuilder("_csrf=" + encoded(token));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append('&').append(namesAndValues[i]).append('=').append(encoded(namesAndValues[i + 1]));
    }
    return send("POST", path, form.toString());
  }

  /// Follows redirects to the end.
  HttpResponse<String> walk(String path) {
    return walk(get(path));
  }

  /// The same from an answer on.
  HttpResponse<String> walk(HttpResponse<String> first) {
    HttpResponse<String> answer = first;
    for (int step = 0; step < MOST_STEPS && answer.statusCode() / 100 == 3; step++) {
      answer = get(answer.headers().firstValue("Location").orElseThrow());
    }
    return answer;
  }

  HttpResponse<String> send(String method, String path, String form, String... headers) {
    URI address = path.startsWith("http") ? URI.create(path) : registry.console(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .method(
                method, form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form))
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (!cookie.isEmpty() && address.getPort() == registry.console("/").getPort()) {
      request.header("Cookie", "__Host-console=" + cookie);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = registry.send(client, request);
    keep(answer.headers().allValues("Set-Cookie"));
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  private void keep(List<String> set) {
    for (String header : set) {
      Matcher found = COOKIE.matcher(header);
      if (found.matches()) {
        cookie = found.group(1);
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
