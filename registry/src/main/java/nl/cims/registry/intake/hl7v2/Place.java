// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A place in a message, as ERR-2 names it. What is 0 is not named.
///
/// @param segment its name, such as `PID`
/// @param sequence 1 for the first segment of this name
/// @param field 1 or more
/// @param repetition 1 or more
/// @param component 1 or more
public record Place(String segment, int sequence, int field, int repetition, int component) {

  /// A segment as a whole.
  public static Place of(String segment, int sequence) {
    return new Place(segment, sequence, 0, 0, 0);
  }

  /// A field in this segment.
  public Place field(int number) {
    return new Place(segment, sequence, number, 1, 0);
  }

  Place repetition(int number) {
    return new Place(segment, sequence, field, number, 0);
  }

  Place component(int number) {
    return new Place(segment, sequence, field, repetition, number);
  }

  /// Such as `PID^1^3^2^1`.
  public String printed(char delimiter) {
    return segment
        + IntStream.of(sequence, field, repetition, component)
            .takeWhile(number -> number > 0)
            .mapToObj(number -> String.valueOf(delimiter) + number)
            .collect(Collectors.joining());
  }
}
