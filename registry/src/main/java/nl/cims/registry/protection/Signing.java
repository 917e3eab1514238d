// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.jwt.JwkSetConverter;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.RawJwt;
import java.io.IOException;
import java.security.GeneralSecurityException;

/// Signs statements of the register, so that whoever holds one can show it to anybody.
public final class Signing {

  private final Keyset keyset;

  Signing(Keyset keyset) {
    this.keyset = keyset;
  }

  /// The statement as a compact JWS (ES256).
  public String sign(RawJwt statement) {
    try {
      return keyset.primitive(JwtPublicKeySign.class).signAndEncode(statement);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("a statement could not be signed", cause);
    }
  }

  /// The public keys, as a JWK set; those of earlier keys too, and of the one that comes next.
  public String publicKeys() {
    try {
      return JwkSetConverter.fromPublicKeysetHandle(keyset.handle().getPublicKeysetHandle());
    } catch (GeneralSecurityException | IOException cause) {
      throw new IllegalStateException("the public keys could not be written", cause);
    }
  }
}
