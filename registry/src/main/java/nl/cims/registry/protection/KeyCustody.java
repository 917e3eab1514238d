// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

/// Where the key-encryption key is kept.
public enum KeyCustody {
  /// In a file beside the register: for demonstration and tests, never for people's data.
  DEMO_FILE,
  /// In a token behind PKCS#11, which never gives it away.
  TOKEN
}
