// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Prints the simulator's pages.
@Component
final class Pages {

  // No form-action: browsers hold it against every redirect that follows, up to the portal's.
  private static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "nl.cims.simulators.digid.templates");

  void login(HttpServletResponse response, int status, LoginForm form) throws IOException {
    print(response, status, "login.jte", Map.of("form", form));
  }

  void message(HttpServletResponse response, int status, String key) throws IOException {
    print(
        response,
        status,
        "message.jte",
        Map.of("nl", new Texts("nl"), "en", new Texts("en"), "key", key));
  }

  private static void print(
      HttpServletResponse response, int status, String template, Map<String, Object> model)
      throws IOException {
    StringOutput html = new StringOutput();
    TEMPLATES.render(template, model, html);
    byte[] bytes = html.toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setHeader("Content-Security-Policy", CONTENT_POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
