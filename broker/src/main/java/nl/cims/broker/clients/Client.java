// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.clients;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import nl.cims.vocabulary.InvalidValue;
import org.jspecify.annotations.Nullable;

/// Someone who may ask for tokens, recognised by the subject of his certificate.
///
/// @param id `client_id`; for a party also `sub` of its tokens
/// @param kind what he may ask for
/// @param certificateSubject distinguished name as RFC 2253 writes it, such as `CN=portal,O=CIMS`
/// @param nextCertificateSubject the same of the certificate that it changes to, beside the old one
/// @param keys its public keys as a JWK set, if it proves itself by one of them too
/// @param sector clients of one sector see a citizen under the same pseudonym; absent is the host
///   of the first redirect URI (OpenID Connect Core, section 8.1)
/// @param redirectUris where somebody may be sent back to after his login, compared to the letter
/// @param postLogoutRedirectUris the same after his logout
/// @param backchannelLogoutUri where it hears that somebody's login has ended (OpenID Connect
///   Back-Channel Logout)
public record Client(
    String id,
    ClientKind kind,
    String certificateSubject,
    @Nullable String nextCertificateSubject,
    @Nullable Map<String, Object> keys,
    @Nullable String sector,
    List<String> redirectUris,
    List<String> postLogoutRedirectUris,
    @Nullable URI backchannelLogoutUri) {

  /// @throws InvalidValue if this cannot be a client
  @SuppressWarnings("NullableProblems") // a field that is missing in the file arrives as null
  public Client {
    redirectUris = redirectUris == null ? List.of() : List.copyOf(redirectUris);
    postLogoutRedirectUris =
        postLogoutRedirectUris == null ? List.of() : List.copyOf(postLogoutRedirectUris);
    if (id == null || !id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw new InvalidValue("a client's id is lower-case letters, digits and hyphens");
    }
    if (kind == null) {
      throw new InvalidValue("client " + id + " has no kind: PORTAL, PARTY, OPERATOR or CONSOLE");
    }
    if (certificateSubject == null || certificateSubject.isBlank()) {
      throw new InvalidValue("client " + id + " has no certificateSubject");
    }
    if (kind.logsPeopleIn() == redirectUris.isEmpty()) {
      throw new InvalidValue(
          "client " + id + ": a portal and a console have redirectUris, others have none");
    }
    if (!kind.logsPeopleIn()
        && !(postLogoutRedirectUris.isEmpty() && backchannelLogoutUri == null)) {
      throw new InvalidValue("client " + id + ": nobody logs in there, so nobody logs out");
    }
    if (kind == ClientKind.CONSOLE && backchannelLogoutUri == null) {
      throw new InvalidValue("client " + id + ": a console has a backchannelLogoutUri");
    }
    certificateSubject = canonical(id, certificateSubject);
    nextCertificateSubject =
        nextCertificateSubject == null ? null : canonical(id, nextCertificateSubject);
    if (keys != null) {
      checked(id, keys);
    }
  }

  /// Whether a certificate with this subject is one of its own.
  boolean isShownBy(String subject) {
    return subject.equals(certificateSubject) || subject.equals(nextCertificateSubject);
  }

  /// The keys by which it proves itself, if it has some.
  Optional<JWKSet> jwks() {
    return keys == null ? Optional.empty() : Optional.of(checked(id, keys));
  }

  private static JWKSet checked(String id, Map<String, Object> keys) {
    try {
      JWKSet set = JWKSet.parse(keys);
      if (!set.isEmpty()
          && set.getKeys().stream()
              .allMatch(key -> key instanceof AsymmetricJWK && !key.isPrivate())) {
        return set;
      }
    } catch (ParseException malformed) {
      // Said below.
    }
    throw new InvalidValue("client " + id + ": keys is no JWK set with public keys only");
  }

  /// The sector in which this client's pseudonyms live.
  public String pseudonymSector() {
    return sector == null ? String.valueOf(URI.create(redirectUris.getFirst()).getHost()) : sector;
  }

  private static String canonical(String id, String subject) {
    try {
      return new X500Principal(subject).getName();
    } catch (IllegalArgumentException malformed) {
      throw new InvalidValue("client " + id + ": certificateSubject is no distinguished name");
    }
  }
}
