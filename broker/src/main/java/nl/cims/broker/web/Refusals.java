// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.cims.broker.clients.Client;
import nl.cims.broker.clients.Clients;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Prints a refusal: a problem document at the machines' door, a page in both languages at the
/// browsers'. Never a stack trace, and nothing of what was sent.
@Component
class Refusals {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "nl.cims.broker.web.templates");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BackChannel backChannel;
  private final @Nullable String portal;

  @Autowired
  Refusals(BackChannel backChannel, Clients clients) {
    this.backChannel = backChannel;
    this.portal = onlyPortal(clients.portals());
  }

  void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(refusal.status());
    if (backChannel.carries(request)) {
      send(response, "application/problem+json", JSON.writeValueAsString(problem(refusal)));
    } else {
      send(response, "text/html;charset=UTF-8", page(refusal, portal));
    }
  }

  private static Map<String, Object> problem(Refusal refusal) {
    return Map.of(
        "type", refusal.type(),
        "title", refusal.title(),
        "status", refusal.status(),
        "detail", refusal.detail());
  }

  static String page(Refusal refusal, @Nullable String portal) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("nl", Notice.of(refusal, Locale.of("nl")));
    model.put("en", Notice.of(refusal, Locale.ENGLISH));
    model.put("portal", portal);
    StringOutput html = new StringOutput();
    TEMPLATES.render("notice.jte", model, html);
    return html.toString();
  }

  private static void send(HttpServletResponse response, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /// Where "start again" leads to; nowhere if there are several portals and we do not know which.
  private static @Nullable String onlyPortal(List<Client> portals) {
    return portals.size() == 1
        ? URI.create(portals.getFirst().redirectUris().getFirst()).resolve("/").toString()
        : null;
  }
}
