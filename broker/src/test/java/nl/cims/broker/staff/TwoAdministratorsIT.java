// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import nl.cims.broker.support.Employee;
import nl.cims.broker.support.RunningBroker;
import nl.cims.broker.support.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What gives power needs two administrators, and nobody decides about himself.
class TwoAdministratorsIT {

  private static Staff staff;

  private final String name = "Eve " + Instant.now();
  private Employee eve;

  @BeforeAll
  static void start() {
    staff = StaffRig.staff(RunningBroker.shared());
  }

  @BeforeEach
  void somebodyWorks() {
    staff.first.login();
    staff.second.login();
    staff.third.login();
    eve = staff.approved(name, "REGISTRAR").login();
  }

  @Test
  void recoverSomebodyAndHisOldPasskeysAndSessionsEnd() {
    recover(staff.first, name);
    assertThat(eve.get("/staff/passkeys").statusCode()).isEqualTo(200);

    HttpResponse<String> coded = approve(staff.second, name);
    assertThat(eve.get("/staff/passkeys").statusCode()).isEqualTo(303);
    assertThat(eve.login(eve.passkeys.getFirst()).statusCode()).isEqualTo(403);
    new Employee(staff.broker).enrol(Employee.code(coded)).login();
  }

  @Test
  void areTwoDifferentPeople() {
    recover(staff.first, name);

    assertThat(approve(staff.first, name).statusCode()).isEqualTo(409);
    assertThat(staff.acts(name, "RECOVERED")).isZero();
    assertThat(eve.get("/staff/passkeys").statusCode()).isEqualTo(200);
  }

  @Test
  void decideNothingAboutThemselves() {
    String own = staff.id("Second").toString();
    for (String deed : new String[] {"recover", "suspend", "return"}) {
      assertThat(staff.second.does("/staff/person/" + deed, Map.of("id", own)).statusCode())
          .isEqualTo(409);
    }
    assertThat(
            staff
                .second
                .does("/staff/person/roles", Map.of("id", own, "role", "REGISTRAR"))
                .statusCode())
        .isEqualTo(409);

    recover(staff.first, "Second");
    assertThat(approve(staff.second, "Second").statusCode()).isEqualTo(409);
    assertThat(staff.acts("Second", "RECOVERED")).isZero();
    refuse(staff.third, "Second");
  }

  @Test
  void giveFurtherRolesTogetherAndTakeThemAwayAlone() {
    String id = staff.id(name).toString();
    staff.first.does("/staff/person/roles", Map.of("id", id, "role", "RECALL_MANAGER"));
    assertThat(staff.acts(name, "ROLES_CHANGED")).isZero();
    approve(staff.third, name);
    assertThat(staff.acts(name, "ROLES_CHANGED")).isEqualTo(1);

    assertThat(
            staff
                .first
                .does("/staff/person/roles", Map.of("id", id, "role", "ADMINISTRATOR"))
                .statusCode())
        .isEqualTo(303);
    refuse(staff.second, name);
    assertThat(staff.acts(name, "ROLES_CHANGED")).isEqualTo(1);
  }

  @Test
  void letSomebodyReturnTogether() {
    String id = staff.id(name).toString();
    staff.first.does("/staff/person/suspend", Map.of("id", id));
    staff.first.does("/staff/person/return", Map.of("id", id));
    assertThat(eve.login(eve.passkeys.getFirst()).statusCode()).isEqualTo(403);

    approve(staff.second, name);
    eve.login();
  }

  @Test
  void remainTwo() {
    String third = staff.id("Third").toString();
    String second = staff.id("Second").toString();
    staff.first.does("/staff/person/suspend", Map.of("id", third));
    try {
      assertThat(staff.acts("Third", "SUSPENDED")).isEqualTo(1);
      assertThat(staff.first.does("/staff/person/suspend", Map.of("id", second)).statusCode())
          .isEqualTo(409);
      assertThat(
              staff
                  .first
                  .does("/staff/person/roles", Map.of("id", second, "role", "REGISTRAR"))
                  .statusCode())
          .isEqualTo(409);
    } finally {
      staff.first.does("/staff/person/return", Map.of("id", third));
      approve(staff.second, "Third");
    }
  }

  @Test
  void giveNobodyRolesThatDoNotGoTogether() {
    for (String role : new String[] {"ADMINISTRATOR,REGISTRAR", "AUDITOR,REGISTRAR", "", "BOSS"}) {
      assertThat(staff.first.invites("Both", role).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void giveNobodyANameThatCannotBeWritten() {
    assertThat(staff.first.invites("Nul\0", "REGISTRAR").statusCode()).isEqualTo(400);
    assertThat(staff.first.invites("Nul", "REGISTRAR").statusCode()).isEqualTo(303);
  }

  private static void recover(Employee by, String whom) {
    assertThat(
            by.does("/staff/person/recover", Map.of("id", staff.id(whom).toString()))
                .headers()
                .firstValue("Location"))
        .hasValue("/staff/people?told=WAITS");
  }

  private static HttpResponse<String> approve(Employee by, String whom) {
    return by.does("/staff/proposals/approve", Map.of("id", staff.proposal(whom).toString()));
  }

  private static void refuse(Employee by, String whom) {
    by.does("/staff/proposals/refuse", Map.of("id", staff.proposal(whom).toString()));
  }
}
