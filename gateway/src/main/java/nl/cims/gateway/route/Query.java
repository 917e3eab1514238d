// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.route;

/// The query of a request, which passes as it is; the registry knows what it means.
final class Query {

  private Query() {}

  /// Whether every percent sign begins an encoded byte, and nothing stands in it that the next
  /// server would stumble over.
  static boolean isWellFormed(String query) {
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      boolean broken =
          c <= ' '
              || c >= 127
              || (c == '%'
                  && (i + 2 >= query.length()
                      || Character.digit(query.charAt(i + 1), 16) < 0
                      || Character.digit(query.charAt(i + 2), 16) < 0));
      if (broken) {
        return false;
      }
    }
    return true;
  }

  /// The query with the bar encoded that FHIR clients write between system and value.
  static String encoded(String wellFormed) {
    return wellFormed.replace("|", "%7C");
  }
}
