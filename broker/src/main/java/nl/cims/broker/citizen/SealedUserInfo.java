// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Claims as MAX and TVS give them: signed under a certificate ([SignerChain]), then encrypted to
/// our key, and fetched with the access token of the login they belong to.
///
/// Only what is both is taken: claims that are merely encrypted could be anybody's.
@Component
@ConditionalOnProperty("cims.broker.digid.user-info.uri")
final class SealedUserInfo {

  private static final Set<JWEAlgorithm> WRAPPINGS =
      Set.of(
          JWEAlgorithm.RSA_OAEP,
          JWEAlgorithm.RSA_OAEP_256,
          JWEAlgorithm.ECDH_ES,
          JWEAlgorithm.ECDH_ES_A256KW);
  private static final Set<EncryptionMethod> CIPHERS =
      Set.of(
          EncryptionMethod.A128CBC_HS256,
          EncryptionMethod.A256CBC_HS512,
          EncryptionMethod.A128GCM,
          EncryptionMethod.A256GCM);

  /// MAX names the certificate that it encrypted to among the claims.
  private static final String OUR_CERTIFICATE = "x5c";

  private final DigidSettings digid;
  private final DigidSettings.UserInfo settings;
  private final JWK key;
  private final SignerChain signers;
  private final Clock clock;
  private final RestClient http = RestClient.builder().requestFactory(requests()).build();

  SealedUserInfo(DigidSettings digid, Clock clock) {
    DigidSettings.UserInfo userInfo = digid.userInfo();
    if (userInfo == null) {
      throw new IllegalStateException("cims.broker.digid.user-info is not set");
    }
    this.digid = digid;
    this.settings = userInfo;
    this.key = read(userInfo.key());
    this.signers = new SignerChain(digid.jwksUri(), userInfo.trust(), clock);
    this.clock = clock;
  }

  /// What is told about the citizen of this login.
  ///
  /// @throws DigidAnswerRefused if it is not signed by whom we trust, not for us, not now, or about
  ///   somebody else than the ID token
  Map<String, Object> claims(OidcUserRequest login) {
    JWTClaimsSet claims = open(fetch(login.getAccessToken().getTokenValue()));
    Instant now = clock.instant();
    require(digid.issuer().equals(claims.getIssuer()), "is of another issuer");
    require(claims.getAudience().contains(digid.clientId()), "is for another client");
    require(
        claims.getSubject() != null && claims.getSubject().equals(login.getIdToken().getSubject()),
        "is about another login");
    Date until = claims.getExpirationTime();
    require(until != null && now.isBefore(until.toInstant()), "has expired");
    Date from = claims.getNotBeforeTime();
    require(from == null || !now.plusSeconds(60).isBefore(from.toInstant()), "is not valid yet");
    require(isForOurCertificate(claims.getClaim(OUR_CERTIFICATE)), "is for another certificate");
    return claims.getClaims();
  }

  private String fetch(String accessToken) {
    try {
      String answer =
          http.get()
              .uri(settings.uri())
              .header(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken)
              .header(HttpHeaders.ACCEPT, "application/jwt")
              .retrieve()
              .body(String.class);
      return answer == null ? "" : answer;
    } catch (RestClientException failed) {
      throw new OAuth2AuthenticationException(
          new OAuth2Error(OAuth2ErrorCodes.SERVER_ERROR), failed);
    }
  }

  private JWTClaimsSet open(String answer) {
    try {
      JWEObject sealed = JWEObject.parse(answer);
      JWEHeader header = sealed.getHeader();
      require(
          WRAPPINGS.contains(header.getAlgorithm())
              && CIPHERS.contains(header.getEncryptionMethod()),
          "is encrypted in a way that is not agreed");
      sealed.decrypt(decrypter());
      SignedJWT signed = sealed.getPayload().toSignedJWT();
      require(signed != null && signers.signed(signed), "is not signed by whom we trust");
      return signed.getJWTClaimsSet();
    } catch (ParseException | JOSEException notOurs) {
      throw refused("does not open");
    }
  }

  private JWEDecrypter decrypter() throws JOSEException {
    return KeyType.RSA.equals(key.getKeyType())
        ? new RSADecrypter(key.toRSAKey())
        : new ECDHDecrypter(key.toECKey());
  }

  /// Where both name a certificate it is the same one; MAX writes it as base64 without a header.
  private boolean isForOurCertificate(@Nullable Object named) {
    List<com.nimbusds.jose.util.Base64> ours = key.getX509CertChain();
    if (named == null || ours == null) {
      return true;
    }
    Object first = named instanceof List<?> chain && !chain.isEmpty() ? chain.getFirst() : named;
    return ours.getFirst().toString().equals(String.valueOf(first).replaceAll("\\s", ""));
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw refused(otherwise);
    }
  }

  private static DigidAnswerRefused refused(String why) {
    return new DigidAnswerRefused(OAuth2ErrorCodes.SERVER_ERROR, "the user info " + why);
  }

  private static JdkClientHttpRequestFactory requests() {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            java.net.http.HttpClient.newBuilder()
                .connectTimeout(DigidRegistration.PATIENCE)
                .build());
    requests.setReadTimeout(DigidRegistration.PATIENCE);
    return requests;
  }

  private static JWK read(Path file) {
    try {
      JWK key = JWK.parse(Files.readString(file));
      boolean usable =
          key.isPrivate()
              && (KeyType.RSA.equals(key.getKeyType()) || KeyType.EC.equals(key.getKeyType()));
      if (!usable) {
        throw new IllegalStateException("the key in " + file + " is no private RSA or EC JWK");
      }
      return key;
    } catch (IOException | ParseException unreadable) {
      throw new IllegalStateException("there is no key (a JWK) in " + file, unreadable);
    }
  }
}
