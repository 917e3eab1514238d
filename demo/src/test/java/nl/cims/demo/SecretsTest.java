// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SecretsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path directory;

  @Test
  void keepsWhatItMade() {
    String first = secrets().password("registry_app").reveal();
    assertThat(secrets().password("registry_app").reveal()).isEqualTo(first).hasSize(32);
    assertThat(secrets().password("broker_app").reveal()).isNotEqualTo(first);
  }

  @Test
  void thePublicHalfOfAKeyLacksOnlyThePrivatePart() throws IOException {
    Path whole = secrets().privateJwk("broker-signing", "sig", "ES256");
    Path half = secrets().publicJwk(whole);
    JsonNode open = JSON.readTree(Files.readString(half));
    JsonNode secret = JSON.readTree(Files.readString(whole));
    assertThat(open.has("d")).isFalse();
    assertThat(secret.has("d")).isTrue();
    assertThat(open.path("kid")).isEqualTo(secret.path("kid"));
    assertThat(open.path("x").asString()).hasSize(43);
  }

  private Secrets secrets() {
    return new Secrets(directory);
  }
}
