// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 as RFC 6962 uses it: leaves and inner nodes begin with a byte of their own, so that one
/// can never be taken for the other.
public final class Hash {

  public static final int LENGTH = 32;

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Hash() {}

  /// The hash of a leaf with this content.
  public static byte[] leaf(byte[]... content) {
    MessageDigest digest = digest();
    digest.update(LEAF);
    for (byte[] each : content) {
      digest.update(each);
    }
    return digest.digest();
  }

  /// The hash of an inner node.
  public static byte[] node(byte[] left, byte[] right) {
    return sha256(NODE, left, right);
  }

  /// SHA-256 over all of this.
  public static byte[] sha256(byte[]... content) {
    MessageDigest digest = digest();
    for (byte[] each : content) {
      digest.update(each);
    }
    return digest.digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
