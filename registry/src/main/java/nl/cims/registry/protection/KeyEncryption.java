// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

/// The key-encryption key, which encrypts every keyset and nothing else. It stands outside the
/// database. While it is changed there are several, and each opens what it encrypted.
sealed interface KeyEncryption permits FileKeyEncryption, TokenKeyEncryption {

  /// Where it is kept.
  KeyCustody custody();

  /// The keys as they are now, the newest first: that one encrypts.
  List<Aead> keys() throws GeneralSecurityException, IOException;

  /// Makes a newer one, which encrypts from now on.
  void add() throws GeneralSecurityException, IOException;

  /// Destroys all but the newest.
  void removeOlder() throws GeneralSecurityException, IOException;
}
