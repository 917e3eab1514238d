// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.Tokens;
import nl.cims.vocabulary.AssuranceLevel;

/// Somebody at the register's door behind the gateway, and in what condition. Who comes by another
/// door, such as staff, is added here with the way in which he asks.
enum Caller {
  NOBODY(401, tokens -> Optional.empty()),
  CITIZEN(403, tokens -> citizen(tokens, AssuranceLevel.SUBSTANTIEEL.acr(), it -> it)),
  CITIZEN_LOW(403, tokens -> citizen(tokens, AssuranceLevel.MIDDEN.acr(), it -> it)),
  CITIZEN_LEVEL_UNKNOWN(403, tokens -> citizen(tokens, "urn:example:super", it -> it)),
  CITIZEN_DOSSIER_ONLY(
      403,
      tokens ->
          citizen(tokens, AssuranceLevel.HOOG.acr(), it -> it.claim("scope", "dossier:read"))),
  CITIZEN_REPORTING(
      403,
      tokens ->
          citizen(
              tokens,
              AssuranceLevel.HOOG.acr(),
              it -> it.claim("scope", "vaccination:report intake:watch"))),
  PARTY(403, tokens -> party(tokens, "ggd-utrecht", it -> it)),
  PARTY_CSV(403, tokens -> party(tokens, "zorghuis-west", it -> it)),
  PARTY_CORONIT(403, tokens -> party(tokens, "ggd-ghor", it -> it)),
  PARTY_READING(
      403,
      tokens ->
          party(
              tokens,
              "ggd-utrecht",
              it -> it.claim("scope", "dossier:read accesslog:read intake:watch"))),
  PARTY_INACTIVE(403, tokens -> party(tokens, "gp-gone", it -> it)),
  PARTY_UNREGISTERED(403, tokens -> party(tokens, "stranger", it -> it)),
  OPERATOR(403, tokens -> Optional.of(tokens.operator("operator"))),
  OPERATOR_REPORTING(
      403,
      tokens ->
          party(
              tokens,
              "operator",
              it -> it.claim("scope", "vaccination:report dossier:read accesslog:read"))),
  EXPIRED(it -> it.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
  EARLY(it -> it.notBeforeTime(Date.from(Instant.now().plusSeconds(120)))),
  FOREIGN_ISSUER(it -> it.issuer("https://elsewhere.test")),
  FOREIGN_AUDIENCE(it -> it.audience("somebody-else")),
  UNBOUND(it -> it.claim("cnf", null)),
  FOREIGN_KEY(401, tokens -> citizen(forged(tokens), AssuranceLevel.HOOG.acr(), it -> it)),
  FOREIGN_ENVELOPE(
      401,
      tokens ->
          citizen(
              tokens,
              AssuranceLevel.HOOG.acr(),
              it ->
                  it.claim(
                      "bsn_jwe",
                      tokens.envelope(
                          TestNumbers.fresh().reveal(),
                          "pseudonym-of-another",
                          Instant.now().plusSeconds(60)))));

  private final int refusal;
  private final Function<Tokens, Optional<String>> token;

  Caller(int refusal, Function<Tokens, Optional<String>> token) {
    this.refusal = refusal;
    this.token = token;
  }

  /// A citizen, with this flaw in his token.
  Caller(UnaryOperator<JWTClaimsSet.Builder> flaw) {
    this(401, tokens -> citizen(tokens, AssuranceLevel.HOOG.acr(), flaw));
  }

  /// Who is meant by a name in the matrix: one, or a group.
  static Set<Caller> named(String name) {
    List<Caller> valid = Stream.of(values()).filter(caller -> caller.refusal == 403).toList();
    return switch (name) {
      case "every-token" -> Set.copyOf(valid);
      case "everybody" ->
          Stream.concat(Stream.of(NOBODY), valid.stream()).collect(Collectors.toSet());
      default -> Set.of(valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
    };
  }

  /// Its name in the matrix.
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The status by which he is refused.
  int refusal() {
    return refusal;
  }

  /// The token that he shows, if he shows one.
  Optional<String> token() {
    return token.apply(RegistryProcess.running().tokens());
  }

  private static Optional<String> citizen(
      Tokens tokens, String acr, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Optional.of(tokens.citizen(TestNumbers.fresh().reveal(), acr, change));
  }

  private static Optional<String> party(
      Tokens tokens, String id, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Optional.of(tokens.party(id, change));
  }

  private static Tokens forged(Tokens tokens) {
    try {
      return new Tokens(
          new ECKeyGenerator(Curve.P_256).keyID("broker-1").generate(), tokens.registryKey());
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
