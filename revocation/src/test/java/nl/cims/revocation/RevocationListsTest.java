// SPDX-License-Identifier: EUPL-1.2
package nl.cims.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationListsTest {

  @TempDir private Path directory;
  @TempDir private Path elsewhere;

  private Instant now = Instant.now();
  private final Clock clock = Clock.systemUTC();
  private CertificateAuthority authority;
  private Issued party;

  @BeforeEach
  void issue() {
    authority = CertificateAuthority.in(directory, clock);
    party = authority.issue("party");
  }

  @Test
  void admitsWhoIsNotOnTheListAndNobodyWhoIs() {
    Issued other = authority.issue("other");
    RevocationLists lists = lists(WhenUnknown.REFUSE);
    assertThat(lists.of(party.x509())).isEqualTo(Standing.GOOD);
    authority.revoke(party);
    later(Duration.ofSeconds(6));
    assertThat(lists.of(party.x509())).isEqualTo(Standing.REVOKED);
    assertThat(lists.admits(party.x509())).isFalse();
    assertThat(lists.admits(other.x509())).isTrue();
  }

  @Test
  void looksAtTheFileNoMoreOftenThanWasSaid() {
    RevocationLists lists = lists(WhenUnknown.REFUSE);
    authority.revoke(party);
    assertThat(lists.admits(party.x509())).isTrue();
    later(Duration.ofSeconds(6));
    assertThat(lists.admits(party.x509())).isFalse();
  }

  @Test
  void aListThatWasNotRenewedVouchesForNobodyButStillNamesTheRevoked() {
    Issued revoked = authority.issue("revoked");
    authority.revoke(revoked);
    RevocationLists strict = lists(WhenUnknown.REFUSE);
    RevocationLists lenient = lists(WhenUnknown.WARN);
    later(Duration.ofDays(801));
    assertThat(strict.of(party.x509())).isEqualTo(Standing.UNKNOWN);
    assertThat(strict.admits(party.x509())).isFalse();
    assertThat(lenient.admits(party.x509())).isTrue();
    assertThat(lenient.admits(revoked.x509())).isFalse();

    authority.renewRevocations(now.plus(Duration.ofDays(1)));
    later(Duration.ofSeconds(6));
    assertThat(strict.admits(party.x509())).isTrue();
    assertThat(strict.admits(revoked.x509())).isFalse();
  }

  @Test
  void anOlderListPutBackRevivesNobody() throws IOException {
    Path before = Files.copy(authority.revocations(), elsewhere.resolve("before.pem"));
    // A list says to the second when it was made.
    CertificateAuthority later =
        CertificateAuthority.in(directory, Clock.offset(clock, Duration.ofSeconds(2)));
    later.revoke(party);
    RevocationLists lists = lists(WhenUnknown.REFUSE);
    assertThat(lists.admits(party.x509())).isFalse();
    replace(before);
    assertThat(lists.of(party.x509())).isEqualTo(Standing.REVOKED);
  }

  @Test
  void aForgedOrBrokenListChangesNothing() throws IOException {
    authority.revoke(party);
    RevocationLists lists = lists(WhenUnknown.REFUSE);
    CertificateAuthority sameName = CertificateAuthority.in(elsewhere, clock);
    replace(sameName.revocations());
    assertThat(lists.of(party.x509())).isEqualTo(Standing.REVOKED);
    Files.writeString(authority.revocations(), "no list");
    later(Duration.ofSeconds(6));
    assertThat(lists.of(party.x509())).isEqualTo(Standing.REVOKED);
    Files.delete(authority.revocations());
    later(Duration.ofSeconds(6));
    assertThat(lists.of(party.x509())).isEqualTo(Standing.REVOKED);
  }

  @Test
  void theStartRefusesAListThatIsMissingOrOfSomebodyElse() throws IOException {
    Path missing = directory.resolve("missing.pem");
    assertThatIllegalStateException()
        .isThrownBy(() -> lists(missing))
        .withMessageContaining("missing.pem");
    Path foreign = CertificateAuthority.in(elsewhere, clock).revocations();
    assertThatIllegalStateException()
        .isThrownBy(() -> lists(foreign))
        .withMessageContaining("signed by none of CN=demo-ca");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RevocationSettings(List.of(), null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new RevocationSettings(null, null, null));
    RevocationSettings usual = new RevocationSettings(List.of(missing), null, null);
    assertThat(usual.whenUnknown()).isEqualTo(WhenUnknown.REFUSE);
    assertThat(usual.interval()).isEqualTo(Duration.ofSeconds(5));
  }

  private void later(Duration time) {
    now = now.plus(time);
  }

  private void replace(Path by) throws IOException {
    Files.copy(by, authority.revocations(), StandardCopyOption.REPLACE_EXISTING);
    later(Duration.ofSeconds(6));
  }

  private RevocationLists lists(WhenUnknown whenUnknown) {
    return lists(
        new RevocationSettings(
            List.of(authority.revocations()), Duration.ofSeconds(5), whenUnknown));
  }

  private RevocationLists lists(Path file) {
    return lists(new RevocationSettings(List.of(file), null, null));
  }

  private RevocationLists lists(RevocationSettings settings) {
    return RevocationLists.of(
        settings, trusted(), ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
  }

  private KeyStore trusted() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("ca", CertificateAuthority.in(directory, clock).x509());
      return store;
    } catch (IOException | GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
