// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.cims.registry.person.People;
import nl.cims.registry.person.Person;
import nl.cims.registry.protection.KeyedIndex;
import nl.cims.registry.protection.Protection;
import nl.cims.vocabulary.Bsn;
import org.springframework.stereotype.Component;

/// By what reports are known, and whom they are about. A report is tied to a person only through
/// his key; of who has none any more it is kept as of who did not agree to share.
@Component
class Subjects {

  private final People people;
  private final Inbox inbox;
  private final Understood understood;
  private final KeyedIndex index;

  Subjects(People people, Inbox inbox, Understood understood, Protection protection) {
    this.people = people;
    this.inbox = inbox;
    this.understood = understood;
    this.index = protection.index("intake-lookup");
  }

  /// The keyed index of a vaccination: of who reports it and what he calls it.
  byte[] vaccination(String source, ReportedVaccination said) {
    return index.of(identity(source, said));
  }

  /// By what reports about this person queue.
  long gate(Bsn bsn) {
    return index.now().gate(bsn.reveal().getBytes(StandardCharsets.US_ASCII));
  }

  /// The person a report is tied to, if it is to be and still can be.
  Optional<Person> of(ReportedVaccination said) {
    return said.sharing() == ReportedVaccination.Sharing.REFUSED
        ? Optional.empty()
        : said.person()
            .flatMap(ReportedPerson::bsn)
            .map(bsn -> people.identify(List.of(bsn)).getFirst())
            .filter(person -> person.key().isPresent());
  }

  /// Tells these reports whom they are about and by what they are known: one question to the
  /// register and one to the keyring, however many they are.
  void learn(List<Arrival> reports) {
    KeyedIndex.Now keys = index.now();
    if (keys.isSeveral()) {
      findUnderOlderIndexes(keys, reports);
    }
    List<Bsn> named = reports.stream().flatMap(it -> it.named().stream()).toList();
    Iterator<Person> found =
        (named.isEmpty() ? List.<Person>of() : people.identify(named)).iterator();
    reports.forEach(it -> it.isAbout(it.named().isPresent() ? found.next() : null));
    Map<Delivery, List<Optional<Person>>> deliveries = new LinkedHashMap<>();
    reports.forEach(
        it -> deliveries.computeIfAbsent(it.delivery(), _ -> new ArrayList<>()).add(it.subject()));
    deliveries.forEach(Delivery::isAbout);
    reports.forEach(it -> it.says(content(it)));
  }

  /// What a report says is known by the key of the person, so that nobody without it can try out
  /// whether a fact is his; without a person it is what may be kept of it.
  private List<byte[]> content(Arrival report) {
    return report
        .subject()
        .flatMap(Person::key)
        .map(key -> List.of(key.index(report.said().content())))
        .orElseGet(() -> index.all(anonymous(report.said())));
  }

  private byte[] anonymous(ReportedVaccination said) {
    byte[] kept = understood.write(said.anonymous());
    byte[] cohort =
        said.ageCohort().map(it -> it.label()).orElse("").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(kept.length + cohort.length).put(kept).put(cohort).array();
  }

  /// As long as vaccinations stand under older indexes, whoever names one queues for it first.
  private void findUnderOlderIndexes(KeyedIndex.Now keys, List<Arrival> reports) {
    Collection<Long> gates = new TreeSet<>();
    Map<ByteBuffer, ByteBuffer> ours = new HashMap<>();
    for (Arrival report : reports) {
      byte[] identity = identity(report.delivery().source(), report.told());
      gates.add(keys.gate(identity));
      ByteBuffer own = ByteBuffer.wrap(keys.of(identity));
      keys.all(identity).forEach(it -> ours.put(ByteBuffer.wrap(it), own));
    }
    inbox.queue(gates);
    Map<ByteBuffer, byte[]> knownAs = new HashMap<>();
    inbox
        .known(ours.keySet().stream().map(ByteBuffer::array).toList())
        .forEach(
            it -> knownAs.put(ours.getOrDefault(ByteBuffer.wrap(it), ByteBuffer.wrap(it)), it));
    for (Arrival report : reports) {
      byte[] own = keys.of(identity(report.delivery().source(), report.told()));
      report.isKnownAs(knownAs.getOrDefault(ByteBuffer.wrap(own), own));
    }
  }

  private static byte[] identity(String source, ReportedVaccination said) {
    return String.join("\n", source, said.identifier().system(), said.identifier().value())
        .getBytes(StandardCharsets.UTF_8);
  }
}
