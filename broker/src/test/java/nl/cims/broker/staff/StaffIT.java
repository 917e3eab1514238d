// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.cims.broker.support.Browser;
import nl.cims.broker.support.Console;
import nl.cims.broker.support.Employee;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import nl.cims.broker.support.Staff;
import nl.cims.testkit.staff.SoftPasskey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Staff at the broker: how they come in, what a console learns, who decides about accounts.
class StaffIT {

  private static RunningBroker broker;
  private static Staff staff;
  private static Console console;

  @BeforeAll
  static void start() {
    broker = RunningBroker.shared();
    staff = StaffRig.staff(broker);
    console = new Console(broker);
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  /// Whatever took long must not make a step-up of what follows.
  @BeforeEach
  void administratorsHaveJustLoggedIn() {
    List.of(staff.first, staff.second, staff.third).forEach(Employee::login);
  }

  @Nested
  class Codes {

    @Test
    void theFirstAdministratorsIsPrintedOnlyWhileThereIsNone() {
      assertThat(StaffRig.printed(broker)).isEmpty();
      assertThat(staff.acts("Beheerder", "CODE_MADE")).isPositive();
    }

    @Test
    void workOnce() {
      String code = staff.invited("Once", "REGISTRAR");

      assertThat(new Employee(broker).redeem("AAAAA-AAAAA-AAAAA-AAAAA").statusCode())
          .isEqualTo(403);
      assertThat(new Employee(broker).redeem(code).statusCode()).isEqualTo(303);
      assertThat(new Employee(broker).redeem(code).statusCode()).isEqualTo(403);
    }

    @Test
    void expire() {
      String code = staff.invited("Late", "REGISTRAR");
      staff.update("UPDATE broker.staff_code SET expires_at = now() - interval '1 second'");

      assertThat(new Employee(broker).redeem(code).statusCode()).isEqualTo(403);
    }

    @Test
    void letNobodyWorkWithOnePasskey() {
      Employee half = new Employee(broker);
      half.redeem(staff.invited("Half", "REGISTRAR"));
      half.add("Laptop");

      assertThat(console.ask(half, console.request()).getPath()).isEqualTo("/staff/login");
      HttpResponse<String> login = half.login(half.passkeys.getFirst());
      assertThat(login.headers().firstValue("Location")).hasValue("/staff/passkeys");
      assertThat(console.ask(half, console.request()).getPath()).isEqualTo("/staff/login");
    }
  }

  @Nested
  class Passkeys {

    private final Employee employee = staff.approved("Passkeys " + Instant.now(), "REGISTRAR");
    private final SoftPasskey passkey = employee.passkeys.getFirst();

    @Test
    void areRefusedWithoutUserVerification() {
      passkey.verifies = false;
      assertThat(employee.login(passkey).statusCode()).isEqualTo(403);

      Employee newcomer = new Employee(broker);
      newcomer.redeem(staff.invited("Unverified " + Instant.now(), "REGISTRAR"));
      SoftPasskey unverified = new SoftPasskey(broker.staff("").toString());
      unverified.verifies = false;
      assertThat(newcomer.add(unverified, "Key").statusCode()).isEqualTo(403);
      unverified.verifies = true;
      assertThat(newcomer.add(unverified, "Key").statusCode()).isEqualTo(303);
    }

    @Test
    void areRefusedIncomplete() {
      String whole = passkey.get(Employee.options(employee.get("/staff/login").body()));
      Stream.concat(
              Stream.of("", "x", "{}", "[]", "null", "{\"response\":{}}"),
              Stream.of("rawId", "id", "signature", "authenticatorData", "clientDataJSON")
                  .map(part -> whole.replace("\"" + part + "\"", "\"nothing\"")))
          .forEach(
              broken ->
                  assertThat(
                          employee
                              .post("/staff/login", "/staff/login", Map.of("credential", broken))
                              .statusCode())
                      .as(broken)
                      .isEqualTo(403));
    }

    @Test
    void areRefusedFromAnotherOrigin() {
      passkey.origin = "http://localhost:1";
      assertThat(employee.login(passkey).statusCode()).isEqualTo(403);
    }

    @Test
    void areRefusedWhenTheirAnswerIsReplayed() {
      String page = employee.get("/staff/login").body();
      String answer = passkey.get(Employee.options(page));
      assertThat(employee.post(page, "/staff/login", Map.of("credential", answer)).statusCode())
          .isEqualTo(303);

      HttpResponse<String> again =
          employee.post("/staff/login", "/staff/login", Map.of("credential", answer));
      assertThat(again.statusCode()).isEqualTo(403);
    }

    @Test
    void areRefusedWithTheChallengeOfAnotherBrowser() {
      String stolen = passkey.get(Employee.options(employee.get("/staff/login").body()));

      HttpResponse<String> elsewhere =
          new Employee(broker).post("/staff/login", "/staff/login", Map.of("credential", stolen));
      assertThat(elsewhere.statusCode()).isEqualTo(403);
    }

    @Test
    void areRefusedWhenTheirCounterRunsBackwards() {
      String name = "Counter " + Instant.now();
      Employee copied = staff.approved(name, "REGISTRAR");
      SoftPasskey copy = copied.passkeys.getFirst();
      copy.count = 10;
      assertThat(copied.login(copy).statusCode()).isEqualTo(303);

      copy.count = 5;
      assertThat(copied.login(copy).statusCode()).isEqualTo(403);
      assertThat(staff.acts(name, "COUNTER_WENT_BACK")).isEqualTo(1);
    }

    @Test
    void remainTwo() {
      employee.login();
      employee.add("Third");
      String page = employee.get("/staff/passkeys").body();
      String id = page.replaceAll("(?s).*name=\"id\" value=\"([^\"]+)\".*", "$1");

      assertThat(employee.post(page, "/staff/passkeys/remove", Map.of("id", id)).statusCode())
          .isEqualTo(303);
      String left = employee.get("/staff/passkeys").body();
      assertThat(left).doesNotContain("/staff/passkeys/remove");
      assertThat(employee.post(left, "/staff/passkeys/remove", Map.of("id", id)).statusCode())
          .isEqualTo(409);
    }
  }

  @Nested
  class Consoles {

    private final String name = "Ada " + Instant.now();
    private final Employee employee = staff.approved(name, "MEDICAL_ADVISER");

    @Test
    void learnWhoItIsAndWhatHeMayDo() {
      Map<String, Object> claims = console.redeem(console.login(employee, console.request()));

      assertThat(claims)
          .containsEntry("acr", "phr")
          .containsEntry("amr", List.of("pop", "user", "mfa"))
          .containsEntry("roles", List.of("medical-adviser"))
          .containsEntry("aud", List.of("console"))
          .containsEntry("nonce", "a-nonce")
          .containsKeys("sid", "auth_time");
      assertThat(claims)
          .containsEntry("name", name)
          .containsEntry("sub", staff.id(name).toString());
    }

    @Test
    void getAnAccessTokenThatNothingAccepts() {
      Map<String, Object> claims = console.redeem(console.login(employee, console.request()));

      @SuppressWarnings("unchecked")
      Map<String, Object> access = (Map<String, Object>) claims.get("access");
      assertThat(access)
          .containsEntry("aud", List.of("console"))
          .containsEntry("scope", "openid staff")
          .doesNotContainKeys("bsn_jwe", "roles", "name");
    }

    @Test
    void askOnceWhileTheSessionLasts() {
      Map<String, Object> first = console.redeem(console.login(employee, console.request()));
      URI straight = console.ask(employee, console.request());
      Map<String, Object> second = console.redeem(straight);

      assertThat(second).containsEntry("sid", first.get("sid"));
      assertThat(second).containsEntry("auth_time", first.get("auth_time"));
    }

    @Test
    void canInsistOnALoginOfLately() {
      console.login(employee, console.request());
      Map<String, String> stepUp = console.request();
      stepUp.put("max_age", "300");
      assertThat(console.ask(employee, stepUp).getPort()).isEqualTo(8090);

      staff.update(
          "UPDATE broker.staff_session SET authenticated_at = now() - interval '301 seconds'"
              + " WHERE staff = '%s'".formatted(staff.id(name)));
      Map<String, Object> again = console.redeem(console.login(employee, stepUp));
      assertThat(((Number) again.get("auth_time")).longValue())
          .isGreaterThan(Instant.now().minusSeconds(60).getEpochSecond());
    }

    @Test
    void canInsistOnANewLogin() {
      console.login(employee, console.request());
      Map<String, String> request = console.request();
      request.put("prompt", "login");

      assertThat(console.login(employee, request).getPort()).isEqualTo(8090);
      assertThat(console.ask(employee, request).getPath()).isEqualTo("/staff/login");
    }

    @Test
    void areToldThatALoginIsNeededIfNobodyMayBeAsked() {
      Map<String, String> request = console.request();
      request.put("prompt", "none");

      assertThat(Browser.parameters(console.ask(new Employee(broker), request)))
          .containsEntry("error", "login_required");
    }

    @Test
    void neverGetACitizenNorAPortalOneOfTheStaff() {
      employee.login();
      Portal portal = new Portal(broker, "portal", RunningBroker.PORTAL_REDIRECT);
      URI digid = Browser.location(employee.browser.get(portal.authorize(portal.request())));
      assertThat(digid.getPort()).isEqualTo(broker.digid("").getPort());

      Employee citizen = new Employee(broker);
      portal.login(citizen.browser, portal.request(), Map.of());
      assertThat(console.ask(citizen, console.request()).getPath()).isEqualTo("/staff/login");
    }

    @Test
    void getNothingBeyondTheirScopeOrWithoutAProofKey() {
      Map<String, String> greedy = console.request();
      greedy.put("scope", "openid dossier:read");
      assertThat(Browser.parameters(console.ask(employee, greedy)))
          .containsEntry("error", "invalid_scope");

      Map<String, String> bare = console.request();
      bare.remove("code_challenge");
      assertThat(Browser.parameters(console.ask(employee, bare)))
          .containsEntry("error", "invalid_request");
    }

    @Test
    void cannotRedeemACodeAfterASuspension() {
      String code = Browser.parameters(console.login(employee, console.request())).get("code");
      staff.first.does("/staff/person/suspend", Map.of("id", staff.id(name).toString()));

      assertThat(console.post(code).statusCode()).isEqualTo(400);
    }
  }

  @Nested
  class Logouts {

    private final String name = "Bob " + Instant.now();
    private final Employee employee = staff.approved(name, "REGISTRAR");

    @Test
    void areToldToTheConsoleWithTheSession() throws Exception {
      Map<String, Object> claims = console.redeem(console.login(employee, console.request()));
      HttpResponse<String> out =
          employee.get(
              "/staff/logout?state=s1&post_logout_redirect_uri="
                  + RunningBroker.CONSOLE_HOME
                  + "&id_token_hint="
                  + claims.get("token"));

      assertThat(out.headers().firstValue("Location"))
          .hasValue(RunningBroker.CONSOLE_HOME + "?state=s1");
      SignedJWT token = console.hears("sub", claims.get("sub"));
      assertThat(token.getHeader().getType().getType()).isEqualTo("logout+jwt");
      assertThat(Console.claims(token))
          .containsEntry("sid", claims.get("sid"))
          .containsEntry("aud", List.of("console"))
          .containsKeys("iat", "exp", "jti", "events")
          .doesNotContainKey("nonce");
      assertThat(employee.get("/staff/passkeys").statusCode()).isEqualTo(303);
    }

    @Test
    void areAskedForWhenNoTokenOfThisSessionIsShown() {
      employee.login();
      Employee other = staff.approved("Other " + Instant.now(), "REGISTRAR");
      Object foreign = console.redeem(console.login(other, console.request())).get("token");

      for (String hint : List.of("", "x.y.z", String.valueOf(foreign))) {
        assertThat(employee.get("/staff/logout?id_token_hint=" + hint).statusCode()).isEqualTo(200);
        assertThat(employee.get("/staff/passkeys").statusCode()).isEqualTo(200);
      }
    }

    @Test
    void leadNowhereElse() {
      Object token = console.redeem(console.login(employee, console.request())).get("token");
      HttpResponse<String> out =
          employee.get(
              "/staff/logout?post_logout_redirect_uri=https://evil.test/&id_token_hint=" + token);

      assertThat(out.statusCode()).isEqualTo(200);
      assertThat(out.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void followASuspensionAtOnceAndEverywhere() throws Exception {
      console.login(employee, console.request());
      staff.first.does("/staff/person/suspend", Map.of("id", staff.id(name).toString()));

      assertThat(employee.get("/staff/passkeys").statusCode()).isEqualTo(303);
      assertThat(employee.login(employee.passkeys.getFirst()).statusCode()).isEqualTo(403);
      assertThat(console.ask(employee, console.request()).getPath()).isEqualTo("/staff/login");
      assertThat(Console.claims(console.hears("sub", staff.id(name).toString())))
          .doesNotContainKey("sid");
    }

    @Test
    void followAChangeOfRoles() throws Exception {
      console.login(employee, console.request());
      String id = staff.id(name).toString();
      staff.first.does("/staff/person/roles", Map.of("id", id, "role", "SUPPLY_MANAGER"));
      staff.second.does("/staff/proposals/approve", Map.of("id", staff.proposal(name).toString()));

      console.hears("sub", id);
      assertThat(console.redeem(console.login(employee, console.request())))
          .containsEntry("roles", List.of("supply-manager"));
    }
  }

  @Nested
  class TheJournal {

    @Test
    void isNeverChanged() {
      for (String change :
          List.of(
              "UPDATE broker.staff_journal SET detail = 'x'",
              "DELETE FROM broker.staff_journal",
              "TRUNCATE broker.staff_journal")) {
        assertThatThrownBy(() -> staff.update(change))
            .hasStackTraceContaining("added to and never changed");
      }
    }
  }
}
