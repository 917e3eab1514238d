// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import nl.cims.broker.door.Door;
import nl.cims.broker.door.Entrances;
import nl.cims.pages.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What somebody sees who logs out, where he does not go straight back to the website; and what a
/// machine is answered that logs him out.
@Component
class LogoutPage {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RefusalPage page;
  private final Entrances entrances;
  private final Refusals refusals;

  LogoutPage(RefusalPage page, Entrances entrances, Refusals refusals) {
    this.page = page;
    this.entrances = entrances;
    this.refusals = refusals;
  }

  boolean isForMachine(HttpServletRequest request) {
    return entrances.of(request) == Door.MACHINES;
  }

  /// Where the citizen goes on to, if anywhere.
  void answer(Optional<String> onwards, HttpServletResponse response) throws IOException {
    Map<String, String> answer = onwards.map(to -> Map.of("onwards", to)).orElseGet(Map::of);
    send(response, "application/json", JSON.writeValueAsString(answer));
  }

  /// On to DigiD. Not by a redirect: the website's policy for forms does not know DigiD's address,
  /// and browsers hold a redirect against it.
  void onwards(String address, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Refresh", "0;url=" + address);
    print(200, "logging-out", Optional.of(address), request, response);
  }

  /// It is done, and we do not know where he came from.
  void done(HttpServletRequest request, HttpServletResponse response) throws IOException {
    print(200, "logged-out", Optional.empty(), request, response);
  }

  /// The request names no login of ours.
  void notDone(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (isForMachine(request)) {
      refusals.refuse(Refusal.BAD_REQUEST, request, response);
    } else {
      print(400, "bad-logout", Optional.empty(), request, response);
    }
  }

  private void print(
      int status,
      String key,
      Optional<String> onwards,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    Language language = Language.negotiate(wanted == null ? "" : wanted);
    response.setStatus(status);
    send(response, "text/html;charset=UTF-8", page.html(key, language, onwards));
  }

  private static void send(HttpServletResponse response, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
