// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import nl.cims.registry.intake.hl7v2.Condition;
import nl.cims.registry.intake.hl7v2.Delimiters;
import nl.cims.registry.intake.hl7v2.Header;
import nl.cims.registry.intake.hl7v2.Place;

/// The answer to one message: `ACK^V04` with one ERR for each reason, written with the delimiters
/// and in the characters of the message. Of the message it repeats nothing but its header.
///
/// @param header of the message
/// @param code what became of it
/// @param lines why, or under which receipts
record Acknowledgement(Header header, Code code, List<Line> lines) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSxx").withZone(ZoneOffset.UTC);

  Acknowledgement {
    lines = List.copyOf(lines);
  }

  /// HL7's table 0008.
  enum Code {
    /// Accepted: committed.
    AA,
    /// Error in what it says, or on our side.
    AE,
    /// Rejected as a message.
    AR
  }

  /// HL7's table 0516.
  enum Severity {
    I,
    W,
    E
  }

  /// One ERR segment.
  ///
  /// @param rule the name of what is broken, for machines
  /// @param text a sentence for the sender, in ASCII
  record Line(Place place, Condition condition, Severity severity, String rule, String text) {}

  /// Its bytes, in the character set of the message.
  ///
  /// @param id of this answer, up to 20 characters
  byte[] bytes(Instant now, String id) {
    Delimiters by = header.delimiters();
    String segments =
        header(by, now, id)
            + fields(by, "MSA", code.name(), header.controlId())
            + lines.stream().map(line -> error(by, line)).collect(Collectors.joining());
    return segments.getBytes(header.charset());
  }

  private String header(Delimiters by, Instant now, String id) {
    String others = "" + by.component() + by.repetition() + by.escape() + by.subcomponent();
    String type = components(by, "ACK", "V04", "ACK");
    return fields(
        by,
        "MSH",
        others,
        header.receiver(),
        header.sender(),
        TIME.format(now),
        "",
        type,
        id,
        header.processing(),
        "2.5.1",
        "",
        "",
        "",
        "",
        "",
        header.characterSet());
  }

  private static String error(Delimiters by, Line line) {
    return fields(
        by,
        "ERR",
        "",
        line.place().printed(by.component()),
        components(by, line.condition().code(), line.condition().text(), "HL70357"),
        line.severity().name(),
        components(by, line.rule(), "", "99CIMS"),
        "",
        "",
        by.escaped(line.text()));
  }

  private static String fields(Delimiters by, String... fields) {
    return String.join(String.valueOf(by.field()), fields) + "\r";
  }

  private static String components(Delimiters by, String... components) {
    return String.join(String.valueOf(by.component()), components);
  }
}
