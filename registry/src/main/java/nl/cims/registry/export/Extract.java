// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.UUID;
import nl.cims.registry.immunisation.CountedDoses.Dose;
import nl.cims.registry.protection.ErasableKey;

/// The file of an export: comma-separated values (RFC 4180) in UTF-8, one line per dose, with a
/// pseudonym per person that the key of this export makes. When is given as a week, so that nobody
/// is found by the day of his vaccination.
final class Extract {

  /// Bytes of a pseudonym: 32 digits.
  private static final int PSEUDONYM = 16;

  private final ErasableKey key;
  private final CsvWriter out;
  private final Deque<Dose> canaries;

  /// @param canaries in the order in which doses are written
  Extract(ErasableKey key, Writer out, Collection<Dose> canaries) {
    this.key = key;
    this.out = CsvWriter.builder().build(out);
    this.canaries = new ArrayDeque<>(canaries);
    this.out.writeRecord("pseudonym", "vaccine", "batch", "week", "age_cohort", "source");
  }

  /// Writes a dose. Those of people come before those without, in the order of their links.
  void add(Dose dose) {
    while (!canaries.isEmpty() && isBefore(canaries.getFirst(), dose)) {
      write(canaries.removeFirst());
    }
    write(dose);
  }

  /// Writes what is left.
  void end() throws IOException {
    canaries.forEach(this::write);
    out.flush();
  }

  /// The pseudonym of a person in the export that has this key.
  static String pseudonym(ErasableKey key, UUID link) {
    byte[] bytes =
        ByteBuffer.allocate(Long.BYTES * 2)
            .putLong(link.getMostSignificantBits())
            .putLong(link.getLeastSignificantBits())
            .array();
    return HexFormat.of().formatHex(key.index(bytes), 0, PSEUDONYM);
  }

  private static boolean isBefore(Dose canary, Dose dose) {
    return dose.link().isEmpty()
        || canary.link().orElseThrow().toString().compareTo(dose.link().get().toString()) < 0;
  }

  private void write(Dose dose) {
    out.writeRecord(
        dose.link().map(link -> pseudonym(key, link)).orElse(""),
        dose.product(),
        dose.batch().orElse(""),
        week(dose.on()),
        dose.ageCohort().orElse(""),
        dose.source());
  }

  private static String week(LocalDate day) {
    return "%d-W%02d"
        .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
