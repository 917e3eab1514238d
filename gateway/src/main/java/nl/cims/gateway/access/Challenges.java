// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

/// Values of `WWW-Authenticate` as RFC 6750 section 3 writes them.
final class Challenges {

  /// For a request that showed no token at all.
  static final String BARE = "Bearer realm=\"cims\"";

  private Challenges() {}

  static String invalidToken(String reason) {
    return BARE + ", error=\"invalid_token\", error_description=\"" + reason + "\"";
  }

  static String scopeMissing(String scope) {
    return BARE + ", error=\"insufficient_scope\", scope=\"" + scope + "\"";
  }
}
