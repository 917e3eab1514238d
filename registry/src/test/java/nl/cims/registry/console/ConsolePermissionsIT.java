// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.pages.Assets;
import nl.cims.pages.Language;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.access.Permission;
import nl.cims.registry.access.StaffRole;
import nl.cims.registry.console.StaffBroker.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address of the console, as the handlers offer them, for every role, for nobody, and for
/// logins that are too weak or too old, against a table written by hand.
class ConsolePermissionsIT {

  private static final String EVERYBODY = "everybody";
  private static final String ANY_STAFF = "staff";
  private static final Pattern MENU =
      Pattern.compile("class=\"cims-menu__link\" href=\"([^\"]+)\"");

  private final RegistryProcess registry = RegistryProcess.running();
  private final Map<ConsolePage, Set<String>> expected = expected();

  /// One address and one method of a handler.
  private record Endpoint(String method, String path) {

    ConsolePage page() {
      return ConsolePage.at(path.replaceAll("\\{\\w+}", "x")).orElseThrow();
    }

    String filledIn() {
      return path.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }
  }

  @Test
  void everyHandlerStandsInTheTableAndEveryPageHasAHandler() {
    Set<Endpoint> offered = Set.copyOf(endpoints());
    Set<Endpoint> meant = new TreeSet<>(java.util.Comparator.comparing(Endpoint::toString));
    for (ConsolePage page : ConsolePage.values()) {
      for (Language language : Language.values()) {
        page.methods().forEach(it -> meant.add(new Endpoint(it, page.address(language))));
      }
    }
    // A filter answers these two: the login's start and the logout.
    meant.removeIf(it -> it.page() == ConsolePage.LOG_IN || it.page() == ConsolePage.LOG_OUT);
    assertThat(offered).containsExactlyInAnyOrderElementsOf(meant);
    assertThat(expected.keySet()).containsExactlyInAnyOrder(ConsolePage.values());
  }

  @ParameterizedTest
  @EnumSource
  void eachRoleMayWhatTheTableSays(StaffRole role) {
    Clerk clerk = Clerk.loggedIn(registry, Login.of("matrix-" + role, role.claim()));
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : endpoints()) {
      boolean may = may(endpoint, role.claim());
      int status = ask(clerk, endpoint).statusCode();
      if (may == (status == 403)) {
        wrong.add(role + " " + endpoint + ": " + status);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theMenuShowsNoWayThatOneMayNotGo(StaffRole role) {
    Clerk clerk = Clerk.loggedIn(registry, Login.of("menu-" + role, role.claim()));
    Set<String> ways =
        MENU.matcher(clerk.get("/nl/werk").body())
            .results()
            .map(way -> way.group(1))
            .collect(Collectors.toSet());
    assertThat(ways)
        .hasSizeBetween(1, 6)
        .allSatisfy(way -> assertThat(clerk.get(way).statusCode()).as(way).isEqualTo(200));
  }

  @Test
  void eachRefusalIsOneLineInTheLogAndNothingElseIs() {
    Clerk clerk = Clerk.loggedIn(registry, Login.of("matrix-refused", "supply-manager"));
    List<String> refused = new ArrayList<>();
    for (Endpoint endpoint : endpoints()) {
      if (ask(clerk, endpoint).statusCode() == 403) {
        refused.add(endpoint.page().permission().orElseThrow().name());
      }
    }
    assertThat(refused).hasSizeGreaterThan(20).hasSizeLessThan(endpoints().size());
    assertThat(refusals("matrix-refused")).containsExactlyInAnyOrderElementsOf(refused);
  }

  @Test
  void aFormThatLacksItsTokenIsNobodysAttempt() {
    Clerk clerk = Clerk.loggedIn(registry, Login.of("matrix-form", "registrar"));
    assertThat(clerk.send("POST", "/nl/persoon-zoeken", "bsn=1").statusCode()).isEqualTo(403);
    assertThat(refusals("matrix-form")).isEmpty();
  }

  @Test
  void withoutARoleOneSeesTheListOfWorkAlone() {
    Clerk clerk = Clerk.loggedIn(registry, Login.of("matrix-none", "nonsense"));
    assertThat(clerk.get("/nl/werk").statusCode()).isEqualTo(200);
    assertThat(endpoints())
        .filteredOn(it -> it.page().permission().isPresent())
        .hasSizeGreaterThan(20)
        .allSatisfy(it -> assertThat(ask(clerk, it).statusCode()).isEqualTo(403));
  }

  @Test
  void nobodyGetsPastTheLogin() {
    assertThat(endpoints())
        .filteredOn(it -> !it.page().isOpen())
        .allSatisfy(it -> assertTurnedAway(ask(new Clerk(registry), it)));
  }

  /// Every other way to log in than with a passkey on which its owner was verified.
  @ParameterizedTest
  @ValueSource(
      strings = {"", "phrh", "PHR", "pwd", "urn:oasis:names:tc:SAML:2.0:ac:classes:Password"})
  void aWeakerLoginIsNone(String acr) {
    Clerk clerk = new Clerk(registry);
    Login all =
        Login.of(
            "weak", Stream.of(StaffRole.values()).map(StaffRole::claim).toArray(String[]::new));
    assertThat(clerk.logIn(all.acr(acr)).uri().getPath()).isEqualTo("/nl/passkey-nodig");
    assertThat(endpoints())
        .filteredOn(it -> !it.page().isOpen())
        .allSatisfy(it -> assertTurnedAway(ask(clerk, it)));
  }

  @Test
  void aLoginOfEightHoursAgoIsOver() {
    Clerk clerk =
        Clerk.loggedIn(
            registry, Login.of("old", "registrar").ago(StaffLoginLimits.LONGEST.plusSeconds(1)));
    assertThat(endpoints())
        .filteredOn(it -> !it.page().isOpen())
        .allSatisfy(it -> assertTurnedAway(ask(clerk, it)));
    Clerk justNot =
        Clerk.loggedIn(
            registry,
            Login.of("tired", "registrar").ago(StaffLoginLimits.LONGEST.minusSeconds(60)));
    assertThat(justNot.get("/nl/werk").statusCode()).isEqualTo(200);
  }

  /// The length of a login, written again: a change in the code must not go unnoticed.
  private static final class StaffLoginLimits {
    static final Duration LONGEST = Duration.ofHours(8);
  }

  @Test
  void anAddressThatIsNotThereIsNotFoundAndAWrongMethodIsSaidToBeOne() {
    Clerk clerk = Clerk.loggedIn(registry, Login.of("lost", "registrar"));
    assertThat(clerk.get("/nl/geheim").statusCode()).isEqualTo(404);
    assertThat(clerk.get("/actuator/health").statusCode()).isEqualTo(404);
    assertThat(clerk.send("DELETE", "/nl/werk", "").statusCode()).isIn(403, 405);
    assertThat(clerk.post("/nl/werk").statusCode()).isEqualTo(405);
  }

  @Test
  void theTwoDoorsServeNothingOfEachOther() {
    Clerk clerk = Clerk.loggedIn(registry, Login.of("doors", "registrar"));
    for (String path : List.of(DossierView.PATH, "/fhir/metadata", "/intake/v1/waiting")) {
      assertThat(clerk.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(new Clerk(registry).get(Assets.theme()).statusCode()).isEqualTo(200);
    assertThat(registry.send(HttpRequest.newBuilder(registry.address(Assets.theme()))).statusCode())
        .isIn(401, 403);
    for (ConsolePage page : ConsolePage.values()) {
      HttpRequest.Builder asked =
          HttpRequest.newBuilder(registry.address(page.address(Language.NL, "x")))
              .header("Cookie", "__Host-console=" + clerk.cookie());
      HttpResponse<String> answer = registry.send(asked);
      assertThat(answer.statusCode()).as(page.name()).isIn(401, 403);
      assertThat(answer.body()).doesNotContain("<html");
    }
  }

  @Test
  void thoseWhoWatchOverOthersOpenNoDossier() {
    for (Permission permission :
        List.of(
            Permission.OPEN_DOSSIER, Permission.OPEN_IN_EMERGENCY, Permission.HANDLE_QUARANTINE)) {
      assertThat(permission.roles())
          .isNotEmpty()
          .doesNotContain(StaffRole.AUDITOR, StaffRole.ADMINISTRATOR);
    }
  }

  private List<String> refusals(String caller) {
    return registry
        .owner()
        .sql(
            """
            SELECT rule FROM accesslog.entry
            WHERE caller = ? AND NOT permitted AND kind = 'CONSOLE_PAGE' AND subject IS NULL
            """)
        .param(caller)
        .query(String.class)
        .list();
  }

  private boolean may(Endpoint endpoint, String role) {
    Set<String> roles = expected.getOrDefault(endpoint.page(), Set.of());
    return roles.contains(EVERYBODY) || roles.contains(ANY_STAFF) || roles.contains(role);
  }

  private static HttpResponse<String> ask(Clerk clerk, Endpoint endpoint) {
    if (endpoint.method().equals("GET")) {
      return clerk.get(endpoint.filledIn());
    }
    return clerk.post(
        endpoint.filledIn(),
        "one",
        UUID.randomUUID().toString(),
        "other",
        UUID.randomUUID().toString(),
        "act",
        "PARTED");
  }

  private static void assertTurnedAway(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .matches("(https://localhost:\\d+)?/(nl|en)(/sessie-verlopen|/session-ended)?(\\?.*)?");
  }

  private List<Endpoint> endpoints() {
    return registry
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(
            it ->
                it.getValue().getBeanType().getPackageName().startsWith("nl.cims.registry.console"))
        .flatMap(
            it ->
                it.getKey().getPatternValues().stream()
                    .flatMap(
                        path ->
                            it.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Endpoint(method.name(), path))))
        .filter(it -> !it.path().equals("/") && !it.path().startsWith("/logout/"))
        .toList();
  }

  private static Map<ConsolePage, Set<String>> expected() {
    Map<ConsolePage, Set<String>> read = new TreeMap<>();
    try (InputStream file =
        ConsolePermissionsIT.class.getResourceAsStream("/console/permissions.txt")) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" +")))
          .forEach(
              words ->
                  read.put(
                      ConsolePage.valueOf(words.getFirst()),
                      Set.copyOf(words.subList(1, words.size()))));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
    return read;
  }
}
