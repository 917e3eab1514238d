// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.util.Set;
import java.util.stream.Stream;

/// Who makes a vaccine or holds its marketing authorisation.
///
/// @param id stable name in the register
/// @param name as citizens see it
/// @param codes by which messages name it; may be empty
public record Maker(String id, String name, Set<Code> codes) {

  public Maker {
    codes = Set.copyOf(codes);
  }

  /// The lists of makers that messages use.
  public enum CodeList {
    /// The EMA's organisations, `ORG-…` (`https://spor.ema.europa.eu/v1/organisations`).
    SPOR,
    /// The EU's names of makers without such a number,
    /// `http://ec.europa.eu/temp/vaccinemanufacturer`.
    EU_TEMPORARY,
    /// The CDC's codes, of HL7 v2's RXA-17.
    MVX
  }

  /// One code of a maker in one list.
  public record Code(CodeList list, String code) {

    static boolean isReadable(String text) {
      return Stream.of(CodeList.values()).anyMatch(list -> text.startsWith(list + ":"));
    }

    static Code parse(String text) {
      int colon = text.indexOf(':');
      return new Code(CodeList.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
      return list + ":" + code;
    }
  }
}
