// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/// The answers of the staff pages: a page, or the way to another.
final class Views {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private Views() {}

  static ResponseEntity<String> page(Consumer<OwaspHtmlTemplateOutput> template) {
    return page(HttpStatus.OK, template);
  }

  static ResponseEntity<String> page(
      HttpStatus status, Consumer<OwaspHtmlTemplateOutput> template) {
    TemplateOutput html = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(html));
    return ResponseEntity.status(status).contentType(HTML).body(html.toString());
  }

  static ResponseEntity<String> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", address).build();
  }

  /// To a page, with one parameter that says what has just happened.
  static ResponseEntity<String> to(StaffRoute page, String name, String value) {
    return to(
        UriComponentsBuilder.fromPath(page.path())
            .queryParam(name, "{value}")
            .encode()
            .buildAndExpand(value)
            .toUriString());
  }
}
