// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.signature.Ed25519Parameters;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/// Hands every module its own keys. Each domain has a keyset of its own, so that what one opens
/// another cannot, and pseudonyms of two domains do not join.
@Component
public class Protection {

  private final Keysets keysets;

  Protection(ProtectionSettings settings) {
    this.keysets = new Keysets(settings);
  }

  /// Sealing for one column.
  ///
  /// @param domain name of the keyset
  /// @param column `schema.table.column`, to which the ciphertexts are bound
  public Sealing sealing(String domain, String column) {
    return new Sealing(primitive(domain, PredefinedAeadParameters.AES256_GCM, Aead.class), column);
  }

  /// The keyed index of one domain.
  ///
  /// @param domain name of the keyset
  public KeyedIndex index(String domain) {
    return new KeyedIndex(primitive(domain, PredefinedPrfParameters.HMAC_SHA256_PRF, PrfSet.class));
  }

  /// Signing in one domain.
  ///
  /// @param domain name of the keyset
  public Signing signing(String domain) {
    try {
      return new Signing(keysets.open(domain, signatures()));
    } catch (GeneralSecurityException cause) {
      throw new KeysUnavailable("keyset " + domain + " holds no keys of the right kind", cause);
    }
  }

  /// Signing of notes in one domain.
  ///
  /// @param domain name of the keyset
  public NoteSigning noteSigning(String domain) {
    try {
      return new NoteSigning(
          keysets.open(domain, Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX)));
    } catch (GeneralSecurityException cause) {
      throw new KeysUnavailable("keyset " + domain + " holds no keys of the right kind", cause);
    }
  }

  private static Parameters signatures() throws GeneralSecurityException {
    return JwtEcdsaParameters.builder()
        .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
        .setKidStrategy(JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
        .build();
  }

  private <P> P primitive(String domain, Parameters parameters, Class<P> kind) {
    try {
      return keysets.open(domain, parameters).getPrimitive(RegistryConfiguration.get(), kind);
    } catch (GeneralSecurityException cause) {
      throw new KeysUnavailable("keyset " + domain + " holds no keys of the right kind", cause);
    }
  }
}
