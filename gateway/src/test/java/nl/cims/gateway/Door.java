// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import nl.cims.testkit.certificates.Issued;

/// What an attacker has at hand in front of a gateway: certificates, and a token that he overheard.
///
/// @param revoked a certificate that was taken back
/// @param thief a certificate of ours that belongs to somebody else
record Door(Stage stage, Issued revoked, Issued thief) {

  /// `jti` of a token that the broker took back.
  static final String REVOKED_ID = "taken-back";

  static Door of(Stage stage) {
    Issued revoked = stage.authority.issue("revoked");
    stage.authority.revoke(revoked);
    stage.revokedTokens("{\"revoked\":[{\"jti\":\"%s\",\"exp\":99}]}".formatted(REVOKED_ID));
    return new Door(stage, revoked, stage.authority.issue("thief"));
  }

  Call as(Issued client) {
    return stage.callAs(client);
  }

  Call asParty() {
    return stage.callAs(stage.party);
  }

  Call without() {
    return new Call(stage.port(), stage.authority.tlsWithoutCertificate());
  }

  String goodToken(Endpoint endpoint) {
    return endpoint.token(stage, stage.party);
  }

  JWTClaimsSet.Builder claims(Endpoint endpoint) {
    return Tokens.claims("ggd-utrecht", endpoint.scopes(), stage.party.x509());
  }

  String headerOfTheParty() {
    try {
      return ":" + Base64.getEncoder().encodeToString(stage.party.x509().getEncoded()) + ":";
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
