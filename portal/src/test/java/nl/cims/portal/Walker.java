// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A browser without a screen: keeps the portal's cookie and follows redirects one by one, so that
/// a test sees each answer.
final class Walker {

  private static final Pattern COOKIE = Pattern.compile("__Host-portal=([^;]*);.*");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Rig rig;
  private String cookie = "";

  Walker(Rig rig) {
    this.rig = rig;
  }

  String cookie() {
    return cookie;
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  /// Asks as somebody new, who has no cookie and keeps none.
  HttpResponse<String> alone(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(rig.url(path))).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// Follows redirects to the end.
  HttpResponse<String> walk(String path) {
    HttpResponse<String> answer = get(path);
    for (int step = 0; step < 10 && answer.statusCode() / 100 == 3; step++) {
      answer = get(answer.headers().firstValue("Location").orElseThrow());
    }
    return answer;
  }

  HttpResponse<String> logIn() {
    return walk("/nl/inloggen?pagina=RECORD");
  }

  HttpResponse<String> send(String method, String path, String form, String... headers) {
    return send(method, path, form, BodyHandlers.ofString(), headers);
  }

  /// A file, byte by byte.
  HttpResponse<byte[]> download(String path) {
    return send("GET", path, "", BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> send(
      String method, String path, String form, BodyHandler<T> body, String... headers) {
    URI address = URI.create(path.startsWith("http") ? path : rig.url(path));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .method(
                method, form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form))
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (!cookie.isEmpty() && address.getPort() == rig.address().getPort()) {
      request.header("Cookie", "__Host-portal=" + cookie);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<T> answer = client.send(request.build(), body);
      keepCookie(answer.headers().allValues("Set-Cookie"));
      return answer;
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// The token of the form to log out on a page.
  static String token(HttpResponse<String> page) {
    Matcher found = TOKEN.matcher(page.body());
    return found.find() ? found.group(1) : "";
  }

  private void keepCookie(List<String> set) {
    for (String header : new ArrayList<>(set)) {
      Matcher found = COOKIE.matcher(header);
      if (found.matches()) {
        cookie = found.group(1);
      }
    }
  }
}
