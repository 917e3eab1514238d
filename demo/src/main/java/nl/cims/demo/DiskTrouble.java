// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A file that could not be written or read, told in one sentence.
///
/// @param failure what happened
record DiskTrouble(UncheckedIOException failure) {

  String sentence() {
    String what =
        Stream.<@Nullable Throwable>iterate(
                failure, Objects::nonNull, each -> each == null ? null : each.getCause())
            .map(each -> each == null ? "" : String.valueOf(each.getMessage()))
            .collect(Collectors.joining("; "));
    return what.contains("No space left") || what.contains("Disk quota")
        ? "The disk is full; make room, or choose another place with CIMS_HOME."
        : "A file cannot be used: %s.".formatted(what);
  }
}
