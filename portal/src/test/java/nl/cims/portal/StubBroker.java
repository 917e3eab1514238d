// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.StubTls;
import nl.cims.vocabulary.AssuranceLevel;
import org.springframework.web.util.UriComponentsBuilder;

/// Plays the broker: logs everybody in at once, as it is told to.
final class StubBroker implements AutoCloseable {

  static final String ACCESS_TOKEN = "an.opaque.token";

  /// How the next logins go.
  volatile String acr = AssuranceLevel.SUBSTANTIEEL.acr();

  volatile String error = "";
  volatile boolean wrongNonce;
  volatile Duration loggedInBefore = Duration.ZERO;
  volatile String session = "a-session";

  /// Where a logout leads to at DigiD.
  volatile String digid = "";

  /// What the portal asked of `authorize`, and the bodies it posted to the back channel.
  final List<Map<String, String>> authorizations = new CopyOnWriteArrayList<>();

  final List<String> tokenRequests = new CopyOnWriteArrayList<>();
  final List<String> logouts = new CopyOnWriteArrayList<>();

  private final HttpServer front;
  private final StubTls back;
  private final ECKey key;
  private volatile String nonce = "";

  StubBroker(CertificateAuthority authority) throws IOException, JOSEException {
    this.key = new ECKeyGenerator(Curve.P_256).keyID("1").algorithm(JWSAlgorithm.ES256).generate();
    this.front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    front.createContext("/oauth2/authorize", this::authorize);
    front.start();
    this.back = new StubTls(authority, "broker");
    back.on("/oauth2/token", this::token);
    back.on(
        "/logout",
        exchange -> {
          logouts.add(StubTls.body(exchange));
          StubTls.answer(
              exchange,
              200,
              "application/json",
              digid.isEmpty() ? "{}" : "{\"onwards\":\"" + digid + "\"}");
        });
    back.on(
        "/oauth2/jwks",
        exchange ->
            StubTls.answer(
                exchange, 200, "application/json", new JWKSet(key.toPublicJWK()).toString()));
  }

  URI issuer() {
    return URI.create("http://localhost:" + front.getAddress().getPort());
  }

  StubTls back() {
    return back;
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        UriComponentsBuilder.fromUri(exchange.getRequestURI())
            .build()
            .getQueryParams()
            .toSingleValueMap();
    authorizations.add(asked);
    nonce = asked.getOrDefault("nonce", "");
    String redirect =
        java.net.URLDecoder.decode(asked.get("redirect_uri"), StandardCharsets.UTF_8)
            + (error.isEmpty() ? "?code=c0de" : "?error=" + error)
            + "&state="
            + asked.get("state");
    exchange.getResponseHeaders().set("Location", redirect);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    tokenRequests.add(StubTls.body(exchange));
    StubTls.answer(
        exchange,
        200,
        "application/json",
        """
        {"access_token":"%s","token_type":"Bearer","expires_in":3600,"id_token":"%s"}
        """
            .formatted(ACCESS_TOKEN, idToken()));
  }

  private String idToken() throws IOException {
    Instant now = Instant.now();
    String decoded = java.net.URLDecoder.decode(nonce, StandardCharsets.UTF_8);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .subject("pseudonym-of-somebody")
            .audience("portal")
            .claim("acr", acr)
            .claim("auth_time", now.minus(loggedInBefore).getEpochSecond())
            .claim("sid", session)
            .claim(
                "nonce", wrongNonce ? URLEncoder.encode("other", StandardCharsets.UTF_8) : decoded)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .build();
    return signed(claims, JOSEObjectType.JWT);
  }

  /// What the broker says when a login has ended elsewhere; a test spoils it as it likes.
  String news(UnaryOperator<JWTClaimsSet.Builder> spoilt, String type) throws IOException {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .subject("pseudonym-of-somebody")
            .audience("portal")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(120)))
            .claim("sid", session)
            .claim(
                "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    return signed(spoilt.apply(claims).build(), new JOSEObjectType(type));
  }

  private String signed(JWTClaimsSet claims, JOSEObjectType type) throws IOException {
    try {
      SignedJWT signed =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID("1").build(), claims);
      signed.sign(new ECDSASigner(key));
      return signed.serialize();
    } catch (JOSEException impossible) {
      throw new IOException(impossible);
    }
  }

  @Override
  public void close() {
    front.stop(0);
    back.close();
  }
}
