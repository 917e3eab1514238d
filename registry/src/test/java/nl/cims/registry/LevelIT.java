// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.vocabulary.AssuranceLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every value of `acr` at every address about a citizen, and the fresh login that what cannot be
/// undone needs: the register asks for itself, whatever portal and broker did.
class LevelIT {

  private static final List<String> ABOUT_HIM =
      List.of(
          DossierView.PATH,
          PlanningView.PATH,
          ExportView.PATH + "?language=nl",
          AccessLogView.PATH);
  private static final String FINAL = "/citizen/v1/final/anything";

  private final RegistryProcess registry = RegistryProcess.running();
  private final Tokens tokens = registry.tokens();
  private final String bsn = TestNumbers.fresh().reveal();

  static Stream<String> tooLowOrUnknown() {
    return Stream.concat(
        Arrays.stream(AssuranceLevel.values())
            .filter(level -> !level.sufficesForHealthData())
            .map(AssuranceLevel::acr),
        Stream.of(
            "http://eidas.europa.eu/LoA/low",
            "http://eidas.europa.eu/LoA/substantial2",
            "substantial",
            "urn:oasis:names:tc:SAML:2.0:ac:classes:smartcard",
            "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard urn:x",
            "3",
            "",
            " "));
  }

  @ParameterizedTest
  @MethodSource("tooLowOrUnknown")
  void refusesEveryOtherLevelEverywhere(String acr) {
    String token = tokens.citizen(bsn, acr, UnaryOperator.identity());
    for (String path : ABOUT_HIM) {
      assertThat(get(path, token).body()).contains(ProblemType.ASSURANCE_TOO_LOW.uri());
    }
    String fresh = tokens.citizen(bsn, acr, it -> it.claim("auth_time", seconds(Instant.now())));
    assertThat(get(FINAL, fresh).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
        "http://eidas.europa.eu/LoA/substantial",
        "http://eidas.europa.eu/LoA/high"
      })
  void answersTheMinimumAndAbove(String acr) {
    String token = tokens.citizen(bsn, acr, UnaryOperator.identity());
    for (String path : ABOUT_HIM) {
      assertThat(get(path, token).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void asksForANewLoginForWhatCannotBeUndone() {
    for (Long at :
        new @Nullable Long[] {
          null,
          0L,
          seconds(Instant.now().minusSeconds(301)),
          seconds(Instant.now().plusSeconds(600))
        }) {
      HttpResponse<String> answer = get(FINAL, loggedInAt(at));
      assertThat(answer.statusCode()).as("logged in at %s", at).isEqualTo(401);
      assertThat(answer.body()).contains(ProblemType.LOGIN_TOO_OLD.uri());
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
          .contains("insufficient_user_authentication", "max_age=\"300\"");
    }
  }

  /// Nothing stands there yet: whoever gets past the rule finds just that.
  @Test
  void letsAFreshLoginPassAndNobodyButACitizen() {
    assertThat(get(FINAL, loggedInAt(seconds(Instant.now().minusSeconds(290)))).statusCode())
        .isEqualTo(404);
    assertThat(get(FINAL, tokens.party("ggd-utrecht")).statusCode()).isEqualTo(403);
    assertThat(get(FINAL, "nonsense").statusCode()).isEqualTo(401);
  }

  private String loggedInAt(@Nullable Long at) {
    return tokens.citizen(bsn, AssuranceLevel.SUBSTANTIEEL.acr(), it -> it.claim("auth_time", at));
  }

  private static long seconds(Instant at) {
    return at.getEpochSecond();
  }

  private HttpResponse<String> get(String path, String token) {
    return registry.send(
        HttpRequest.newBuilder(registry.address(path)).header("Authorization", "Bearer " + token));
  }
}
