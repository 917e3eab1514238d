// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.cims.broker.door.Door;
import nl.cims.broker.door.Entrances;
import nl.cims.pages.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Prints a refusal: a problem document at the machines' door, a page at the others. Never a stack
/// trace, and nothing of what was sent.
@Component
class Refusals {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Entrances entrances;
  private final RefusalPage page;

  Refusals(Entrances entrances, RefusalPage page) {
    this.entrances = entrances;
    this.page = page;
  }

  void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(refusal.status());
    if (entrances.of(request) == Door.MACHINES) {
      send(response, "application/problem+json", JSON.writeValueAsString(problem(refusal)));
    } else {
      String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
      Language language = Language.negotiate(wanted == null ? "" : wanted);
      send(response, "text/html;charset=UTF-8", page.html(refusal, language));
    }
  }

  private static Map<String, Object> problem(Refusal refusal) {
    return Map.of(
        "type", refusal.type(),
        "title", refusal.title(),
        "status", refusal.status(),
        "detail", refusal.detail());
  }

  private static void send(HttpServletResponse response, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
