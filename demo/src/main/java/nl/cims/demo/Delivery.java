// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.cims.testkit.messages.FhirMessages;
import nl.cims.testkit.messages.FhirMessages.BundleType;
import nl.cims.testkit.messages.Message;
import nl.cims.testkit.people.Population;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;
import nl.cims.testkit.people.Subject;

/// Divides what is known about a population into messages as real senders would: about a third of
/// the people one by one, the others in bundles, transactions and batches by turns. The messages of
/// one source are in order. What comes through CoronIT is no message.
final class Delivery {

  private static final int DOSES_PER_BUNDLE = 15;

  private final Map<Source, List<Message>> messages = new EnumMap<>(Source.class);
  private final Map<Source, List<Report>> waiting = new EnumMap<>(Source.class);

  private Delivery() {}

  /// The messages of each source, in the order of sending.
  static Map<Source, List<Message>> of(Population population) {
    Delivery delivery = new Delivery();
    List<Subject> subjects = population.subjects();
    for (int i = 0; i < subjects.size(); i++) {
      List<Report> reports =
          subjects.get(i).reports().stream().filter(report -> !Coronit.carries(report)).toList();
      if (i % 3 == 0 || !isPlain(reports)) {
        reports.forEach(delivery::alone);
      } else {
        reports.forEach(delivery::together);
      }
    }
    delivery.waiting.keySet().forEach(delivery::close);
    return delivery.messages;
  }

  /// Whether each report is about a dose of its own; later states travel alone.
  private static boolean isPlain(List<Report> reports) {
    Set<String> seen = new HashSet<>();
    return reports.stream().allMatch(report -> seen.add(report.dose().identifier()));
  }

  private void alone(Report report) {
    of(report.dose().source()).add(FhirMessages.single(report));
  }

  private void together(Report report) {
    Source source = report.dose().source();
    List<Report> bundle = waiting.computeIfAbsent(source, _ -> new ArrayList<>());
    bundle.add(report);
    if (bundle.size() == DOSES_PER_BUNDLE) {
      close(source);
    }
  }

  private void close(Source source) {
    List<Report> bundle = waiting.getOrDefault(source, List.of());
    if (!bundle.isEmpty()) {
      List<Message> ofSource = of(source);
      BundleType type = ofSource.size() % 2 == 0 ? BundleType.TRANSACTION : BundleType.BATCH;
      ofSource.add(FhirMessages.bundle(type, bundle));
      bundle.clear();
    }
  }

  private List<Message> of(Source source) {
    return messages.computeIfAbsent(source, _ -> new ArrayList<>());
  }
}
