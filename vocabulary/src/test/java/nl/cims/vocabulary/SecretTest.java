// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A secret setting is used and not seen.
class SecretTest {

  private final Secret secret = new Secret("open sesame");

  @Test
  void isRevealedToWhoAsks() {
    assertThat(secret.reveal()).isEqualTo("open sesame");
  }

  @Test
  void isNeitherPrintedNorWrittenAsJson() {
    JsonMapper readingFields =
        JsonMapper.builder()
            .changeDefaultVisibility(v -> v.withVisibility(PropertyAccessor.ALL, Visibility.ANY))
            .build();

    assertThat(secret.toString()).isEqualTo("Secret[hidden]");
    assertThat(new Setting(secret).toString()).doesNotContain("sesame");
    assertThat(readingFields.writeValueAsString(new Setting(secret))).doesNotContain("sesame");
  }

  private record Setting(Secret password) {}
}
