// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.cims.broker.staff.StaffRig;
import nl.cims.broker.support.Browser;
import nl.cims.broker.support.Employee;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import nl.cims.broker.support.Staff;
import nl.cims.testkit.staff.SoftPasskey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address of the staff pages for everybody who might come there.
class StaffDoorsIT {

  private enum Who {
    ANONYMOUS,
    CITIZEN,
    WITHOUT_VERIFICATION,
    ONE_PASSKEY,
    REGISTRAR,
    AUDITOR,
    ADMINISTRATOR,
    ADMINISTRATOR_OF_LONG_AGO
  }

  private static final Set<Who> ENTERED = EnumSet.range(Who.ONE_PASSKEY, Who.values()[7]);
  private static final Set<Who> FRESH = EnumSet.range(Who.ONE_PASSKEY, Who.ADMINISTRATOR);
  private static final Set<Who> WORKING = EnumSet.range(Who.REGISTRAR, Who.ADMINISTRATOR);
  private static final Set<Who> ADMINISTRATORS =
      EnumSet.of(Who.ADMINISTRATOR, Who.ADMINISTRATOR_OF_LONG_AGO);
  private static final Set<Who> WATCHING =
      EnumSet.of(Who.AUDITOR, Who.ADMINISTRATOR, Who.ADMINISTRATOR_OF_LONG_AGO);
  private static final Set<Who> ADMINISTRATOR = EnumSet.of(Who.ADMINISTRATOR);

  /// Who gets in; the six that are not here are for anybody.
  private static final Map<StaffRoute, Set<Who>> EXPECTED =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(StaffRoute.EXTEND, ENTERED),
              Map.entry(StaffRoute.PASSKEYS, ENTERED),
              Map.entry(StaffRoute.ADD_PASSKEY, FRESH),
              Map.entry(StaffRoute.REMOVE_PASSKEY, WORKING),
              Map.entry(StaffRoute.PEOPLE, ADMINISTRATORS),
              Map.entry(StaffRoute.PERSON, ADMINISTRATORS),
              Map.entry(StaffRoute.INVITE, ADMINISTRATOR),
              Map.entry(StaffRoute.ROLES, ADMINISTRATOR),
              Map.entry(StaffRoute.SUSPEND, ADMINISTRATOR),
              Map.entry(StaffRoute.RETURN, ADMINISTRATOR),
              Map.entry(StaffRoute.RECOVER, ADMINISTRATOR),
              Map.entry(StaffRoute.APPROVE, ADMINISTRATOR),
              Map.entry(StaffRoute.REFUSE, ADMINISTRATOR),
              Map.entry(StaffRoute.JOURNAL, WATCHING)));

  private static final Set<StaffRoute> FOR_ANYBODY =
      EnumSet.of(
          StaffRoute.LOGIN,
          StaffRoute.LOG_IN,
          StaffRoute.CODE,
          StaffRoute.REDEEM,
          StaffRoute.LOGOUT,
          StaffRoute.LOG_OUT);

  private static final Map<Who, Employee> PEOPLE = new EnumMap<>(Who.class);
  private static RunningBroker broker;
  private static Staff staff;

  @BeforeAll
  static void everybodyComes() {
    broker = RunningBroker.shared();
    staff = StaffRig.staff(broker);
    staff.first.login();
    staff.second.login();
    String now = " " + Instant.now();
    PEOPLE.put(Who.ANONYMOUS, new Employee(broker));
    PEOPLE.put(Who.CITIZEN, citizen());
    PEOPLE.put(Who.WITHOUT_VERIFICATION, unverified("Unverified" + now));
    PEOPLE.put(Who.ONE_PASSKEY, half("One" + now));
    PEOPLE.put(Who.REGISTRAR, staff.approved("Registrar" + now, "REGISTRAR").login());
    PEOPLE.put(Who.AUDITOR, staff.approved("Auditor" + now, "AUDITOR").login());
    PEOPLE.put(Who.ADMINISTRATOR_OF_LONG_AGO, staff.third);
    staff.third.login();
    staff.update(
        "UPDATE broker.staff_session SET authenticated_at = now() - interval '6 minutes'"
            + " WHERE staff = '%s'".formatted(staff.id("Third")));
    PEOPLE.put(Who.ADMINISTRATOR, staff.second);
  }

  @Test
  void everyAddressHasARow() {
    EnumSet<StaffRoute> rows = EnumSet.copyOf(EXPECTED.keySet());
    rows.addAll(FOR_ANYBODY);
    assertThat(rows).containsExactlyInAnyOrder(StaffRoute.values());

    Set<String> served =
        broker
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()
            .stream()
            .flatMap(
                info ->
                    info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/staff"))
                        .flatMap(
                            path ->
                                info.getMethodsCondition().getMethods().stream()
                                    .map(method -> method + " " + path)))
            .collect(Collectors.toSet());
    assertThat(served)
        .containsExactlyInAnyOrderElementsOf(
            rows.stream().map(route -> route.method() + " " + route.path()).toList());
  }

  @Test
  void letsInWhoMayAndNobodyElse() {
    List<String> wrong = new ArrayList<>();
    EXPECTED.forEach(
        (route, expected) ->
            PEOPLE.forEach(
                (who, person) -> {
                  HttpResponse<String> answer = come(person, route);
                  boolean in = List.of(200, 204, 400, 404, 409).contains(answer.statusCode());
                  boolean out = List.of(303, 403).contains(answer.statusCode());
                  if (in != expected.contains(who) || in == out) {
                    wrong.add(route + " " + who + ": " + answer.statusCode());
                  }
                }));
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(StaffRoute.class)
  void takesNoFormWithoutItsTokenNorFromAnotherSite(StaffRoute route) {
    if (route.method().equals("GET")) {
      return;
    }
    Employee administrator = PEOPLE.get(Who.ADMINISTRATOR);
    Map<String, String> form = Browser.hidden(administrator.get(StaffRoute.PASSKEYS.path()).body());

    assertThat(send(administrator, route, Map.of(), "same-origin")).isEqualTo(403);
    assertThat(send(administrator, route, form, "cross-site")).isEqualTo(403);
    assertThat(send(administrator, route, form, "same-site")).isEqualTo(403);
    assertThat(administrator.get(StaffRoute.PASSKEYS.path()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/staff",
        "/staff/password",
        "/staff/login/password",
        "/webauthn/register"
      })
  void hasNoOtherWayIn(String path) {
    Employee anybody = new Employee(broker);
    assertThat(
            anybody
                .post("/staff/login", path, Map.of("username", "admin", "password", "admin"))
                .statusCode())
        .isIn(404, 405);
  }

  @Test
  void takesNoPassword() throws Exception {
    Employee anybody = new Employee(broker);
    Map<String, String> password = Map.of("username", "Second", "password", "secret");
    assertThat(anybody.post("/staff/login", "/staff/login", password).statusCode()).isEqualTo(403);

    HttpRequest basic =
        HttpRequest.newBuilder(broker.staff("/staff/people"))
            .header("Authorization", "Basic YWRtaW46YWRtaW4=")
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(basic, BodyHandlers.discarding()).statusCode()).isEqualTo(303);
    }
  }

  @Test
  void isNotAtTheMachinesDoor() {
    HttpRequest request = HttpRequest.newBuilder(broker.backChannel("/staff/login")).build();
    assertThat(
            Portal.send(broker.authority().tlsAs(broker.authority().issue("console")), request)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void keepsItsPagesToItself() {
    HttpResponse<String> page = new Employee(broker).get("/staff/login");

    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "form-action 'self' http://localhost:8090;")
                    .doesNotContain("unsafe"));
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-staff=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/"));
  }

  private static HttpResponse<String> come(Employee person, StaffRoute route) {
    return route.method().equals("GET")
        ? person.get(route.path())
        : person.post(token(person), route.path(), Map.of());
  }

  /// A page with a form token, which anybody can have.
  private static String token(Employee person) {
    return person.get(StaffRoute.LOGIN.path()).body();
  }

  private static int send(
      Employee person, StaffRoute route, Map<String, String> form, String site) {
    URI address = broker.staff(route.path());
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", site)
            .header("Cookie", "__Host-staff=" + person.browser.cookies().get("__Host-staff"))
            .POST(BodyPublishers.ofString(Browser.encode(form)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Employee citizen() {
    Employee citizen = new Employee(broker);
    Portal portal = new Portal(broker, "portal", RunningBroker.PORTAL_REDIRECT);
    portal.login(citizen.browser, portal.request(), Map.of());
    return citizen;
  }

  private static Employee unverified(String name) {
    Employee employee = staff.approved(name, "ADMINISTRATOR");
    SoftPasskey passkey = employee.passkeys.getFirst();
    passkey.verifies = false;
    assertThat(employee.login(passkey).statusCode()).isEqualTo(403);
    staff.first.does("/staff/person/suspend", Map.of("id", staff.id(name).toString()));
    return employee;
  }

  private static Employee half(String name) {
    Employee half = new Employee(broker);
    half.redeem(staff.invited(name, "ADMINISTRATOR"));
    half.add("Laptop");
    return half;
  }
}
