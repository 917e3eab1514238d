// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.List;
import java.util.Set;

/// One segment of a message. Its fields are taken apart when they are asked for, so that a segment
/// of nothing but delimiters costs no more than its length.
final class Segment {

  private static final Set<String> HEADERS = Set.of("MSH", "BHS", "FHS");
  private static final String DELETED = "\"\"";

  private final Delimiters delimiters;
  private final int sequence;
  private final List<String> fields;
  private final int shift;

  /// @param line the segment as sent, without its end
  /// @param sequence 1 for the first segment of its name
  Segment(String line, int sequence, Delimiters delimiters) {
    this.delimiters = delimiters;
    this.sequence = sequence;
    this.fields = Delimiters.pieces(line, delimiters.field());
    // The field delimiter is the first field of a header.
    this.shift = HEADERS.contains(name()) ? 1 : 0;
  }

  String name() {
    return fields.getFirst();
  }

  boolean is(String name) {
    return name().equals(name);
  }

  /// The number of its last field.
  int size() {
    return fields.size() - 1 + shift;
  }

  /// A field as sent, with its delimiters and escapes; empty if it is not there.
  String raw(int field) {
    int index = field - shift;
    return index < 1 || index >= fields.size() ? "" : fields.get(index);
  }

  /// The first repetition of a field as sent.
  String first(int field) {
    return piece(raw(field), delimiters.repetition(), 1);
  }

  /// The repetitions of a field as sent; one at least.
  List<String> repetitions(int field) {
    return Delimiters.pieces(raw(field), delimiters.repetition());
  }

  /// The first component of the first repetition.
  String text(int field) {
    return text(field, 1);
  }

  /// A component of the first repetition.
  String text(int field, int component) {
    return text(first(field), component, 1);
  }

  /// The first subcomponent of a component in a repetition.
  String text(String repetition, int component) {
    return text(repetition, component, 1);
  }

  /// A subcomponent as it was meant; empty if it is not there or marked as deleted.
  String text(String repetition, int component, int subcomponent) {
    String within = piece(repetition, delimiters.component(), component);
    return meant(piece(within, delimiters.subcomponent(), subcomponent));
  }

  /// The components of a repetition as sent.
  List<String> components(String repetition) {
    return Delimiters.pieces(repetition, delimiters.component());
  }

  /// The subcomponents of a component as they were meant.
  List<String> subcomponents(String component) {
    return Delimiters.pieces(component, delimiters.subcomponent()).stream()
        .map(this::meant)
        .toList();
  }

  private String meant(String sent) {
    return sent.equals(DELETED) ? "" : delimiters.unescaped(sent).strip();
  }

  Delimiters delimiters() {
    return delimiters;
  }

  Place place() {
    return Place.of(name(), sequence);
  }

  Place place(int field) {
    return place().field(field);
  }

  private static String piece(String text, char delimiter, int number) {
    int from = 0;
    for (int i = 1; i < number; i++) {
      int at = text.indexOf(delimiter, from);
      if (at < 0) {
        return "";
      }
      from = at + 1;
    }
    int end = text.indexOf(delimiter, from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  @Override
  public String toString() {
    return "Segment[hidden]";
  }
}
