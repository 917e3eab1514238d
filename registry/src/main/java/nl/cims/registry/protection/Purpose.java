// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.jwt.JwtEcdsaParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.signature.Ed25519Parameters;
import java.security.GeneralSecurityException;

/// What the keys of a keyset are for.
enum Purpose {
  SEAL,
  INDEX,
  SIGN,
  NOTE;

  /// What a new key of this purpose is.
  Parameters parameters() {
    return switch (this) {
      case SEAL -> PredefinedAeadParameters.AES256_GCM;
      case INDEX -> PredefinedPrfParameters.HMAC_SHA256_PRF;
      case SIGN -> signatures();
      case NOTE -> Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX);
    };
  }

  static Purpose of(KeysetHandle handle) {
    return switch (handle.getPrimary().getKey().getParameters()) {
      case AesGcmParameters sealing -> SEAL;
      case HmacPrfParameters index -> INDEX;
      case JwtEcdsaParameters signing -> SIGN;
      case Ed25519Parameters note -> NOTE;
      default -> throw new IllegalStateException("a keyset of a kind that nobody made");
    };
  }

  private static Parameters signatures() {
    try {
      return JwtEcdsaParameters.builder()
          .setAlgorithm(JwtEcdsaParameters.Algorithm.ES256)
          .setKidStrategy(JwtEcdsaParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
          .build();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("ES256 is known", impossible);
    }
  }
}
