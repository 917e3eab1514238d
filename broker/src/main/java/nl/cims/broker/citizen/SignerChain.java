// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.X509CertChainUtils;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a signature was made under a certificate that stands under one of ours to trust. The
/// chain comes with the signature (`x5c` in its header) or with the key that its `kid` names among
/// the published ones; a key without a certificate signs nothing here.
final class SignerChain {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private final JWKSource<SecurityContext> published;
  private final Set<TrustAnchor> trust;
  private final Clock clock;

  SignerChain(URI keys, Path trust, Clock clock) {
    this.trust = anchors(trust);
    this.clock = clock;
    try {
      this.published =
          JWKSourceBuilder.create(keys.toURL()).retrying(true).outageTolerant(true).build();
    } catch (MalformedURLException wrong) {
      throw new IllegalStateException("cims.broker.digid.jwks-uri is no URL", wrong);
    }
  }

  boolean signed(SignedJWT token) throws JOSEException, ParseException {
    JWSHeader header = token.getHeader();
    if (!ALGORITHMS.contains(header.getAlgorithm())) {
      return false;
    }
    List<X509Certificate> chain = chain(header);
    return isTrusted(chain)
        && token.verify(
            new DefaultJWSVerifierFactory()
                .createJWSVerifier(header, chain.getFirst().getPublicKey()));
  }

  private List<X509Certificate> chain(JWSHeader header) throws ParseException, KeySourceException {
    if (header.getX509CertChain() != null) {
      return X509CertChainUtils.parse(header.getX509CertChain());
    }
    JWKSelector selector =
        new JWKSelector(new JWKMatcher.Builder().keyID(header.getKeyID()).build());
    return published.get(selector, null).stream()
        .filter(key -> header.getKeyID() != null && key.getParsedX509CertChain() != null)
        .map(key -> key.getParsedX509CertChain())
        .findFirst()
        .orElse(List.of());
  }

  private boolean isTrusted(List<X509Certificate> chain) {
    if (chain.isEmpty()) {
      return false;
    }
    try {
      PKIXParameters rules = new PKIXParameters(trust);
      // Who publishes no revocation list could never be checked; the trust file is short and ours.
      rules.setRevocationEnabled(false);
      rules.setDate(Date.from(clock.instant()));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(below(chain)), rules);
      return true;
    } catch (GeneralSecurityException untrusted) {
      return false;
    }
  }

  /// The chain without what is trusted already, which a path must not hold.
  private List<X509Certificate> below(List<X509Certificate> chain) {
    return chain.stream()
        .filter(
            certificate ->
                trust.stream().noneMatch(anchor -> certificate.equals(anchor.getTrustedCert())))
        .toList();
  }

  private static Set<TrustAnchor> anchors(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
          .map(certificate -> new TrustAnchor((X509Certificate) certificate, null))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException("there are no certificates (PEM) in " + file, unreadable);
    }
  }
}
