// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import nl.cims.pages.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the portal says to gateway and broker, it says to nobody whose certificate was taken back,
/// not even over a connection that is open.
class RevokedServersIT {

  private static final String RECORD = PortalPage.RECORD.address(Language.NL);
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path directory;

  @Test
  void noTokenGoesToAGatewayWhoseCertificateIsRevoked() throws Exception {
    try (Rig rig = new Rig(directory)) {
      Walker citizen = new Walker(rig);
      assertThat(citizen.logIn().statusCode()).isEqualTo(200);
      rig.authority.revoke(rig.authority.issue("broker"));
      rig.authority.renewRevocations(java.time.Instant.now().plus(Duration.ofDays(1)));
      assertThat(citizen.get(RECORD).statusCode()).as("another's").isEqualTo(200);

      rig.authority.revoke(rig.authority.issue("gateway"));
      await().atMost(SOON).until(() -> citizen.get(RECORD).statusCode() != 200);
      rig.gateway.questions.clear();
      HttpResponse<String> refused = citizen.get(RECORD);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(rig.gateway.questions).isEmpty();
    }
  }

  @Test
  void noCodeIsRedeemedAtABrokerWhoseCertificateIsRevoked() throws Exception {
    try (Rig rig = new Rig(directory)) {
      assertThat(new Walker(rig).logIn().statusCode()).isEqualTo(200);
      rig.authority.revoke(rig.authority.issue("broker"));
      await().atMost(SOON).until(() -> !isLoggedIn(rig));
    }
  }

  private static boolean isLoggedIn(Rig rig) {
    Walker citizen = new Walker(rig);
    citizen.logIn();
    return citizen.get(RECORD).statusCode() == 200;
  }
}
