// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.cims.vocabulary.Agb;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.Ura;

/// Reads who gave the dose: the organisation (ORC-21), else the place (RXA-11), else the
/// professional (RXA-10).
final class PerformerReading {

  private static final int ORGANISATION = 21;
  private static final int PROFESSIONAL = 10;
  private static final int PLACE = 11;

  private final Segment orc;
  private final Segment rxa;
  private final Findings findings;

  PerformerReading(Order order, Segment rxa, Findings findings) {
    this.orc = order.orc();
    this.rxa = rxa;
    this.findings = findings;
  }

  String name() {
    return Stream.of(orc.text(ORGANISATION), rxa.text(PLACE, 4), Names.line(rxa, PROFESSIONAL))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// URA or AGB of the organisation, else of the place, else of the professional; empty if there is
  /// none.
  String number() {
    String organisation = orc.first(ORGANISATION);
    String id = orc.text(organisation, 10);
    String number =
        numbered(
            id.isEmpty() ? orc.text(organisation, 3) : id,
            orc.place(ORGANISATION),
            authority(orc, organisation, 6));
    if (number.isEmpty()) {
      String place = rxa.first(PLACE);
      String type = rxa.text(place, 4, 3);
      number = numbered(rxa.text(place, 4, 2), rxa.place(PLACE), it -> it.test(type));
    }
    if (number.isEmpty()) {
      String professional = rxa.first(PROFESSIONAL);
      number =
          numbered(
              rxa.text(professional, 1), rxa.place(PROFESSIONAL), authority(rxa, professional, 9));
    }
    return number;
  }

  /// Whether the assigning authority is this one, by its name or its universal id.
  private static Predicate<Predicate<String>> authority(
      Segment segment, String text, int component) {
    return system ->
        system.test(segment.text(text, component, 1))
            || system.test(segment.text(text, component, 2));
  }

  private String numbered(String id, Place place, Predicate<Predicate<String>> authority) {
    try {
      if (id.isEmpty()) {
        return "";
      }
      if (authority.test(CodeSystems::isUra)) {
        return "URA:" + new Ura(id);
      }
      return authority.test(CodeSystems::isAgb) ? "AGB:" + new Agb(id) : "";
    } catch (InvalidValue invalid) {
      findings.add(Fault.VALUE_INVALID, place, invalid.rule());
      return "";
    }
  }
}
