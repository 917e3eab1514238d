// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static nl.cims.contracts.problem.ProblemType.CERTIFICATE_REQUIRED;
import static nl.cims.contracts.problem.ProblemType.MALFORMED_REQUEST;
import static nl.cims.contracts.problem.ProblemType.METHOD_NOT_ALLOWED;
import static nl.cims.contracts.problem.ProblemType.NOT_FOUND;
import static nl.cims.contracts.problem.ProblemType.SCOPE_MISSING;
import static nl.cims.contracts.problem.ProblemType.TOKEN_INVALID;
import static nl.cims.contracts.problem.ProblemType.TOKEN_NOT_BOUND;
import static nl.cims.contracts.problem.ProblemType.TOKEN_REQUIRED;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.cims.contracts.problem.ProblemType;

/// A way to get in without the right to, tried on every endpoint for which it has a meaning.
enum Attack {
  NO_CERTIFICATE(
      CERTIFICATE_REQUIRED,
      (on, door) -> on.call(door.without(), on.token(door.stage(), door.stage().party))),
  CERTIFICATE_IN_A_HEADER(
      CERTIFICATE_REQUIRED,
      (on, door) ->
          on.call(door.without(), on.token(door.stage(), door.stage().party))
              .header("Client-Cert: " + door.headerOfTheParty())
              .header("X-SSL-Client-Verify: SUCCESS")
              .header("X-Forwarded-Client-Cert: Subject=\"CN=ggd-utrecht,O=CIMS demo\"")),
  REVOKED_CERTIFICATE(
      CERTIFICATE_REQUIRED,
      (on, door) -> on.call(door.as(door.revoked()), on.token(door.stage(), door.revoked()))),
  NO_TOKEN(TOKEN_REQUIRED, (on, door) -> on.asked(door.asParty())),
  TOKEN_IN_THE_QUERY(
      TOKEN_REQUIRED,
      (on, door) -> on.asked(door.asParty(), on.path() + "?access_token=" + door.goodToken(on))),
  TOKEN_OF_ANOTHER_SCHEME(
      TOKEN_REQUIRED,
      (on, door) -> on.asked(door.asParty()).header("Authorization: DPoP " + door.goodToken(on))),
  TWO_TOKENS(TOKEN_INVALID, (on, door) -> on.good(door.stage()).bearer("another.token.altogether")),
  FOREIGN_ISSUER(claims -> claims.issuer("https://elsewhere.test")),
  FOREIGN_KEY(
      TOKEN_INVALID,
      (on, door) ->
          on.call(
              door.asParty(),
              Tokens.sign(door.claims(on), Tokens.newKey(door.stage().tokens.key().getKeyID())))),
  KEY_BROUGHT_ALONG(
      TOKEN_INVALID, (on, door) -> on.call(door.asParty(), selfKeyed(door.claims(on).build()))),
  NO_SIGNATURE(
      TOKEN_INVALID,
      (on, door) -> on.call(door.asParty(), new PlainJWT(door.claims(on).build()).serialize())),
  PUBLIC_KEY_AS_SECRET(
      TOKEN_INVALID,
      (on, door) ->
          on.call(door.asParty(), confused(door.claims(on).build(), door.stage().tokens.key()))),
  ID_TOKEN(claims -> claims.audience("ggd-utrecht").claim("client_id", null)),
  WRONG_AUDIENCE(claims -> claims.audience("somebody-else")),
  EXPIRED_TOKEN(claims -> claims.expirationTime(in(-1))),
  TOKEN_OF_TOMORROW(claims -> claims.notBeforeTime(in(120))),
  ENDLESS_TOKEN(claims -> claims.expirationTime(in(86_400))),
  TOKEN_WITHOUT_AGE(claims -> claims.issueTime(null)),
  TOKEN_WITHOUT_ID(claims -> claims.jwtID(null)),
  REVOKED_TOKEN(claims -> claims.jwtID(Door.REVOKED_ID)),
  UNBOUND_TOKEN(TOKEN_NOT_BOUND, claims -> claims.claim("cnf", null)),
  TOKEN_BOUND_TO_A_KEY(TOKEN_NOT_BOUND, claims -> claims.claim("cnf", Map.of("jkt", "x"))),
  STOLEN_TOKEN(TOKEN_NOT_BOUND, (on, door) -> on.call(door.as(door.thief()), door.goodToken(on))),
  WRONG_SCOPE(
      SCOPE_MISSING,
      on -> on.scope().isPresent(),
      (on, door) ->
          on.call(
              door.asParty(),
              door.stage()
                  .tokens
                  .with(
                      door.stage().party.x509(),
                      "openid " + on.scopes() + ":all " + on.scopes().toUpperCase(Locale.ROOT),
                      claims -> {}))),
  OTHER_METHOD(
      METHOD_NOT_ALLOWED,
      (on, door) ->
          on.call(door.asParty(), door.goodToken(on))
              .requestLine("DELETE " + on.path() + "?_method=" + on.method() + " HTTP/1.1")
              .header("X-HTTP-Method-Override: " + on.method())
              .header("X-Method-Override: " + on.method())),
  TWO_HOSTS(MALFORMED_REQUEST, (on, door) -> on.good(door.stage()).header("Host: elsewhere.test")),
  TWO_LENGTHS(
      MALFORMED_REQUEST,
      (on, door) -> on.good(door.stage()).header("Content-Length: 2").header("Content-Length: 3")),
  LINE_IN_A_HEADER(
      MALFORMED_REQUEST, (on, door) -> on.good(door.stage()).header("Accept: a\u0000b")),
  FORM_IN_DISGUISE(
      ProblemType.UNSUPPORTED_MEDIA_TYPE,
      (on, door) ->
          door.asParty()
              .to(on.method(), on.path())
              .bearer(door.goodToken(on))
              .body("application/x-www-form-urlencoded", "a=b".getBytes(StandardCharsets.UTF_8)));

  private final Set<ProblemType> expected;
  private final Predicate<Endpoint> aim;
  private final Blow blow;

  /// How it is done on an endpoint.
  interface Blow {
    Call on(Endpoint endpoint, Door door);
  }

  Attack(ProblemType expected, Predicate<Endpoint> aim, Blow blow) {
    this.expected = Set.of(expected);
    this.aim = aim;
    this.blow = blow;
  }

  Attack(ProblemType expected, Blow blow) {
    this(expected, expected == CERTIFICATE_REQUIRED ? on -> true : Endpoint::needsToken, blow);
  }

  Attack(ProblemType expected, Consumer<JWTClaimsSet.Builder> flaw) {
    this(
        expected,
        (on, door) ->
            on.call(
                door.asParty(),
                door.stage().tokens.with(door.stage().party.x509(), on.scopes(), flaw)));
  }

  Attack(Consumer<JWTClaimsSet.Builder> flaw) {
    this(TOKEN_INVALID, flaw);
  }

  Set<ProblemType> expected() {
    return expected;
  }

  Stream<Endpoint> targets() {
    return Endpoint.all().filter(aim);
  }

  Call on(Endpoint endpoint, Door door) {
    return blow.on(endpoint, door);
  }

  /// Spellings of a path that another server might take for the path.
  static List<String> spellings(String path) {
    int last = path.lastIndexOf('/');
    String head = path.substring(0, last);
    String tail = path.substring(last + 1);
    return List.of(
        "/." + path,
        "/" + path,
        "/..;" + path,
        "/x/.." + path,
        "/x/..;" + path,
        head + "//" + tail,
        head + "/./" + tail,
        head + "%2F" + tail,
        head + "%252F" + tail,
        head + "\\" + tail,
        head + "/%2e/" + tail,
        head + "/x/%2e%2e/" + tail,
        path + "/",
        path + "/.",
        path + ";a=b",
        path + "%00",
        path + "%20",
        path + "%0d%0aX: y",
        path + ".json",
        path.toUpperCase(Locale.ROOT),
        head + "/%" + Integer.toHexString(tail.charAt(0)) + tail.substring(1),
        "https://elsewhere.test" + path);
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static String confused(JWTClaimsSet claims, ECKey key) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new MACSigner(key.toECPublicKey().getEncoded()));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String selfKeyed(JWTClaimsSet claims) {
    ECKey own = Tokens.newKey("own");
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(JOSEObjectType.JWT)
                  .jwk(own.toPublicJWK())
                  .build(),
              claims);
      token.sign(new ECDSASigner(own));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Where a spelling of a path leads.
  static final Set<ProblemType> NOWHERE = Set.of(MALFORMED_REQUEST, NOT_FOUND);
}
