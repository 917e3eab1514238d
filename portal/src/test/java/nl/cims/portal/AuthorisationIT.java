// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import nl.cims.pages.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Every endpoint of the portal × nobody, an ended session and a citizen, as `matrix.txt` says.
class AuthorisationIT {

  @TempDir private static Path directory;

  private static Rig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = new Rig(directory);
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  void everyEndpointHasARowAndEveryRowAnEndpoint() throws IOException {
    assertThat(matrix().keySet()).containsExactlyInAnyOrderElementsOf(endpoints());
  }

  @Test
  void onlyWhoIsNamedGetsInAndForOthersTheRegisterIsNotAsked() throws IOException {
    Walker citizen = new Walker(rig);
    citizen.logIn();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> row : matrix().entrySet()) {
      String in = row.getValue();
      rig.gateway.authorizations.clear();
      compare(row.getKey(), "somebody", in.equals("everybody"), ask(new Walker(rig), row), wrong);
      compare(
          row.getKey(),
          "ended session",
          in.equals("everybody"),
          ask(new Walker(rig), row, "Cookie", "__Host-portal=0000"),
          wrong);
      if (!in.equals("everybody") && !rig.gateway.authorizations.isEmpty()) {
        wrong.add(row.getKey() + " asks the register for nobody");
      }
      compare(row.getKey(), "citizen", !in.equals("nobody-at-all"), ask(citizen, row), wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static void compare(
      String endpoint, String who, boolean in, HttpResponse<String> answer, List<String> wrong) {
    if (in == isRefused(answer)) {
      wrong.add("%s, %s: %d".formatted(endpoint, who, answer.statusCode()));
    }
  }

  private static boolean isRefused(HttpResponse<String> answer) {
    String next = answer.headers().firstValue("Location").orElse("");
    boolean login =
        List.of(Language.values()).stream()
            .anyMatch(
                language ->
                    next.contains(PortalPage.LOGIN_NEEDED.address(language))
                        || next.contains(PortalPage.SESSION_ENDED.address(language)));
    return login || List.of(401, 403, 404, 405, 500).contains(answer.statusCode());
  }

  private static HttpResponse<String> ask(
      Walker walker, Map.Entry<String, String> row, String... headers) {
    String[] endpoint = row.getKey().split(" ", -1);
    String path =
        endpoint[1]
            .replace("{page}", endpoint[1].startsWith("/nl") ? "toegankelijkheid" : "accessibility")
            .replace("/**", "/liveness")
            .replaceFirst("(bewijs|proof)\\.json$", "$0?regel=" + new UUID(7, 7));
    String method = endpoint[0].equals("ANY") ? "GET" : endpoint[0];
    return walker.send(method, path, method.equals("POST") ? "code=x" : "", headers);
  }

  private static List<String> endpoints() {
    List<String> found = new ArrayList<>();
    for (RequestMappingInfoHandlerMapping mapping :
        rig.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
      for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
        for (String pattern : info.getPatternValues()) {
          if (info.getMethodsCondition().getMethods().isEmpty()) {
            found.add("ANY " + pattern);
          }
          info.getMethodsCondition()
              .getMethods()
              .forEach(method -> found.add(method.name() + " " + pattern));
        }
      }
    }
    return found;
  }

  private static Map<String, String> matrix() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    try (InputStream in = AuthorisationIT.class.getResourceAsStream("matrix.txt")) {
      new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\|", -1))
          .forEach(row -> rows.put(row[0].strip(), row[1].strip()));
    }
    return rows;
  }
}
