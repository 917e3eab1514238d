// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

/// A setting that must not be seen: a password, a key. It prints nothing.
///
/// @param reveal the secret itself
public record Secret(String reveal) {

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
