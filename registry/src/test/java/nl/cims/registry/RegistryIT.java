// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/// The register at its address: who gets in, and what an answer looks like.
class RegistryIT {

  private final RegistryProcess registry = RegistryProcess.running();

  @Test
  void answersACitizenOfWhomItKnowsNothingWithAnEmptyDossier() {
    HttpResponse<String> answer =
        get("/citizen/v1/dossier", registry.tokens().citizen("999990019"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"vaccinations\":[]").doesNotContain("999990019");
  }

  private HttpResponse<String> get(String path, String token) {
    return registry.send(
        HttpRequest.newBuilder(registry.address(path)).header("Authorization", "Bearer " + token));
  }
}
