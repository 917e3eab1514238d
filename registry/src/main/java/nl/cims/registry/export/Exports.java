// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogView.Action;
import nl.cims.contracts.citizen.AccessLogView.Data;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.registry.access.Permission;
import nl.cims.registry.accesslog.AccessLog;
import nl.cims.registry.accesslog.LogEntry;
import nl.cims.registry.accesslog.LogEntry.Assurance;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.dossier.Occasion;
import nl.cims.registry.dossier.Visit;
import nl.cims.registry.dossier.Visit.Deed;
import nl.cims.registry.dossier.Withheld;
import nl.cims.registry.export.Export.Verdict;
import nl.cims.registry.export.Export.Wish;
import nl.cims.registry.immunisation.CountedDoses;
import nl.cims.registry.protection.ErasableKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The only way for data of many people to leave the register. One asks, another decides, and who
/// fetches gets a file that the recipient alone can read. Each step needs a passkey that was shown
/// within the last minutes ([Withheld]), and is a line in the access log.
@Service
public class Exports {

  private static final Deed ASKING = new Deed(Action.CREATE, Kind.EXPORT, Data.EXTRACT);
  private static final Deed DECIDING = new Deed(Action.UPDATE, Kind.EXPORT, Data.EXTRACT);
  private static final Deed FETCHING = new Deed(Action.EXECUTE, Kind.EXPORT, Data.EXTRACT);

  private final ExportStore store;
  private final Canaries canaries;
  private final CountedDoses doses;
  private final AccessLog log;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  Exports(ExportStore store, Canaries canaries, CountedDoses doses, AccessLog log, Clock clock) {
    this.store = store;
    this.canaries = canaries;
    this.doses = doses;
    this.log = log;
    this.clock = clock;
  }

  /// Asks for one.
  @Transactional
  public UUID ask(Visit visit, Wish wish) {
    requirePasskey(visit);
    UUID id = ids.generate();
    store.add(id, visit.employee(), wish, clock.instant());
    log.write(entry(visit, ASKING, Outcome.GIVEN, id));
    return id;
  }

  /// What became of a decision, or of fetching.
  public enum Answer {
    /// It holds; it can be fetched.
    DONE,
    /// Nobody decides on what he asked for himself; nothing was written but that he tried.
    OWN,
    /// Somebody has decided before; nothing was written.
    BEFORE,
    /// It is not there, or not open any more.
    GONE
  }

  /// Decides on one that somebody else asked for.
  ///
  /// @param reason in the employee's words
  @Transactional
  public Answer decide(Visit visit, UUID id, Verdict verdict, String reason) {
    requirePasskey(visit);
    Export export = store.find(id).orElse(null);
    if (export == null) {
      return Answer.GONE;
    }
    if (export.staff().equals(visit.employee().id())) {
      log.writeRefused(entry(visit, DECIDING, Outcome.REFUSED, id));
      return Answer.OWN;
    }
    Instant now = clock.instant();
    Export.Decision decision = new Export.Decision(verdict, visit.employee().name(), reason, now);
    if (!store.decide(export, visit.employee().id(), decision)) {
      return Answer.BEFORE;
    }
    if (verdict == Verdict.APPROVED) {
      canaries.add(id, doses.some(export.wish().from(), export.wish().until(), Canaries.EACH));
    }
    log.write(entry(visit, DECIDING, Outcome.GIVEN, id));
    return Answer.DONE;
  }

  /// Takes note that an approved one is fetched. Only then comes [#write].
  @Transactional
  public Answer fetch(Visit visit, UUID id) {
    requirePasskey(visit);
    if (store.find(id).filter(it -> it.isOpen(clock.instant())).isEmpty()) {
      log.writeRefused(entry(visit, FETCHING, Outcome.REFUSED, id));
      return Answer.GONE;
    }
    store.fetched(ids.generate(), id, visit.employee().id(), clock.instant());
    log.write(entry(visit, FETCHING, Outcome.GIVEN, id));
    return Answer.DONE;
  }

  /// Writes its file, encrypted to the recipient. The same doses get the same pseudonyms each time.
  @Transactional(readOnly = true)
  public void write(UUID id, Recipient recipient, OutputStream out) throws IOException {
    Export export = store.find(id).orElseThrow();
    ErasableKey key = store.key(id).orElseThrow();
    try (Writer file =
        new OutputStreamWriter(Envelope.to(recipient.certificate(), out), StandardCharsets.UTF_8)) {
      Extract extract = new Extract(key, file, canaries.of(id));
      doses.each(export.wish().from(), export.wish().until(), extract::add);
      extract.end();
    }
  }

  /// One of them.
  public Optional<Export> find(UUID id) {
    return store.find(id);
  }

  /// All, the newest first.
  public List<Export> list(int most) {
    return store.list(most);
  }

  /// How many wait for a decision of somebody like this employee.
  public long waiting(String staff) {
    return store.waiting(staff);
  }

  private void requirePasskey(Visit visit) {
    if (visit.assurance() != Assurance.PASSKEY_AGAIN) {
      throw new Withheld(Withheld.Until.PASSKEY, clock.instant());
    }
  }

  private LogEntry entry(Visit visit, Deed deed, Outcome outcome, UUID id) {
    Errand errand = new Errand(Occasion.EXPORT, id.toString());
    return visit.entry(deed, outcome, Permission.EXPORT, errand, clock.instant());
  }
}
