// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private final Bsn bsn = Bsn.of("999990019");
  private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);

  @Test
  void sameCitizenIsAlwaysTheSameToOneSector() {
    assertThat(pseudonyms.of(bsn, "portal.test"))
        .isEqualTo(new Pseudonyms(new byte[32]).of(bsn, "portal.test"))
        .hasSize(43)
        .matches("[A-Za-z0-9_-]+");
  }

  @Test
  void differsBySectorCitizenAndKey() {
    byte[] otherKey = new byte[32];
    Arrays.fill(otherKey, (byte) 1);

    assertThat(
            new String[] {
              pseudonyms.of(bsn, "portal.test"),
              pseudonyms.of(bsn, "portal.tes"),
              pseudonyms.of(Bsn.of("999990032"), "portal.test"),
              new Pseudonyms(otherKey).of(bsn, "portal.test")
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesAShortKey() {
    assertThatThrownBy(() -> new Pseudonyms(new byte[16])).hasMessageContaining("32 bytes");
  }
}
