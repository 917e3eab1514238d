// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.clients.Client;
import nl.cims.broker.clients.ClientKind;
import nl.cims.broker.clients.Clients;
import nl.cims.broker.staff.StaffSession;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/// Reads the ID tokens that consoles show when somebody logs out: ours, for that console, of
/// whatever age (OpenID Connect RP-Initiated Logout, section 4).
@Component
class LogoutHints {

  private final NimbusJwtDecoder decoder;
  private final Clients clients;

  LogoutHints(JWKSource<SecurityContext> keys, Clients clients, BrokerSettings settings) {
    this.decoder =
        NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.ES256).build();
    this.decoder.setJwtValidator(new JwtIssuerValidator(settings.issuer().toString()));
    this.clients = clients;
  }

  /// Who asks, about which session.
  record Hint(Client client, UUID sid) {

    boolean isOf(StaffSession session) {
      return session.sid().equals(sid);
    }
  }

  Optional<Hint> read(String token) {
    try {
      Jwt read = decoder.decode(token);
      String sid = read.getClaimAsString("sid");
      List<String> audience = read.getAudience();
      return Optional.ofNullable(
              audience == null || audience.isEmpty() ? null : audience.getFirst())
          .flatMap(clients::find)
          .filter(client -> client.kind() == ClientKind.CONSOLE && sid != null)
          .map(client -> new Hint(client, UUID.fromString(String.valueOf(sid))));
    } catch (JwtException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
