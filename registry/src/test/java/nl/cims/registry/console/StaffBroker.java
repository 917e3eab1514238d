// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.StubTls;
import org.springframework.web.util.UriComponentsBuilder;

/// Plays the broker for staff: logs in at once whoever it is told to.
public final class StaffBroker {

  /// Who logs in, and how.
  ///
  /// @param sub his id
  /// @param name his name
  /// @param roles as they stand in the token
  /// @param acr how strong the login was
  /// @param ago how long ago he showed his passkey
  /// @param session the broker's name for the login
  public record Login(
      String sub, String name, List<String> roles, String acr, Duration ago, String session) {

    /// Somebody who has just shown his passkey.
    static Login of(String sub, String... roles) {
      return new Login(
          sub,
          "Staf Kanariegeel " + sub,
          List.of(roles),
          "phr",
          Duration.ZERO,
          UUID.randomUUID().toString());
    }

    Login acr(String other) {
      return new Login(sub, name, roles, other, ago, session);
    }

    Login ago(Duration other) {
      return new Login(sub, name, roles, acr, other, session);
    }
  }

  /// The next to log in.
  volatile Login next = Login.of("nobody");

  /// What the console asked of `authorize`.
  final List<Map<String, String>> authorizations = new CopyOnWriteArrayList<>();

  /// What browsers brought when they logged out.
  final List<Map<String, String>> logouts = new CopyOnWriteArrayList<>();

  private record Issued(Login login, String nonce) {}

  private final Map<String, Issued> codes = new ConcurrentHashMap<>();
  private final HttpServer front;
  private final StubTls back;
  private final ECKey key;

  public StaffBroker(CertificateAuthority authority) throws IOException, JOSEException {
    this.key = new ECKeyGenerator(Curve.P_256).keyID("1").algorithm(JWSAlgorithm.ES256).generate();
    this.front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    front.createContext("/oauth2/authorize", this::authorize);
    front.createContext("/staff/logout", this::logout);
    front.start();
    this.back = new StubTls(authority, "broker");
    back.on("/oauth2/token", this::token);
    back.on(
        "/oauth2/jwks",
        exchange ->
            StubTls.answer(
                exchange, 200, "application/json", new JWKSet(key.toPublicJWK()).toString()));
  }

  public URI issuer() {
    return URI.create("http://localhost:" + front.getAddress().getPort());
  }

  public URI back() {
    return back.address();
  }

  /// A logout token as the broker makes it, changed at will.
  String logoutToken(String type, Map<String, Object> changed) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .audience("console")
            .jwtID(UUID.randomUUID().toString())
            .issueTime(new Date())
            .expirationTime(Date.from(Instant.now().plusSeconds(120)))
            .claim(
                "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    changed.forEach(claims::claim);
    return sign(type, claims.build());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        UriComponentsBuilder.fromUri(exchange.getRequestURI())
            .build()
            .getQueryParams()
            .toSingleValueMap();
    authorizations.add(asked);
    String code = UUID.randomUUID().toString();
    String nonce = URLDecoder.decode(asked.getOrDefault("nonce", ""), StandardCharsets.UTF_8);
    codes.put(code, new Issued(next, nonce));
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            URLDecoder.decode(asked.get("redirect_uri"), StandardCharsets.UTF_8)
                + "?code="
                + code
                + "&state="
                + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void logout(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        UriComponentsBuilder.fromUri(exchange.getRequestURI())
            .build()
            .getQueryParams()
            .toSingleValueMap();
    logouts.add(asked);
    exchange.getResponseHeaders().set("Location", asked.get("post_logout_redirect_uri"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    String code = StubTls.body(exchange).replaceAll(".*\\bcode=([0-9a-f-]+).*", "$1");
    StubTls.answer(
        exchange,
        200,
        "application/json",
        """
        {"access_token":"an.opaque.token","token_type":"Bearer","expires_in":60,"id_token":"%s"}
        """
            .formatted(idToken(codes.remove(code))));
  }

  private String idToken(Issued issued) {
    Instant now = Instant.now();
    Login login = issued.login();
    return sign(
        "JWT",
        new JWTClaimsSet.Builder()
            .issuer(issuer().toString())
            .subject(login.sub())
            .audience("console")
            .claim("name", login.name())
            .claim("roles", login.roles())
            .claim("acr", login.acr())
            .claim("amr", List.of("hwk", "user"))
            .claim("sid", login.session())
            .claim("auth_time", now.minus(login.ago()).getEpochSecond())
            .claim("nonce", issued.nonce())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .build());
  }

  private String sign(String type, JWTClaimsSet claims) {
    try {
      SignedJWT signed =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .keyID("1")
                  .type(new JOSEObjectType(type))
                  .build(),
              claims);
      signed.sign(new ECDSASigner(key));
      return signed.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
