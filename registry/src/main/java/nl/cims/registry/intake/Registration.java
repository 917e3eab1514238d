// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.catalogue.Vaccines;
import nl.cims.registry.immunisation.State;
import nl.cims.registry.intake.Outcome.Field;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Rule;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.protection.KeyedIndex;
import nl.cims.registry.protection.Protection;
import org.springframework.stereotype.Component;

/// Decides what becomes of one report, and writes it. Runs in the transaction of the whole message.
@Component
class Registration {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final Inbox inbox;
  private final Facts facts;
  private final Vaccines vaccines;
  private final KeyedIndex index;

  Registration(Inbox inbox, Facts facts, Vaccines vaccines, Protection protection) {
    this.inbox = inbox;
    this.facts = facts;
    this.vaccines = vaccines;
    this.index = protection.index("intake-lookup");
  }

  List<Reason> foreseeable(ReportedVaccination report, Instant now) {
    return report.intention() == Intention.WITHDRAW
        ? List.of()
        : Rules.broken(
            report, vaccines.named(report.vaccine().codes()), LocalDate.ofInstant(now, AMSTERDAM));
  }

  Outcome register(Delivery delivery, ReportedVaccination report) {
    Optional<Product> product = vaccines.named(report.vaccine().codes());
    List<Reason> broken = foreseeable(report, delivery.receivedAt());
    Case one =
        new Case(
            delivery,
            report,
            new Inbox.Key(
                identity(delivery.source(), report.identifier()), index.of(report.content())),
            product,
            broken);
    return report.intention() == Intention.RECORD ? record(one) : change(one);
  }

  private Outcome record(Case one) {
    if (one.cannotBeKept()) {
      return inbox
          .find(one.key)
          .map(Inbox.Answered::again)
          .orElseGet(() -> new Outcome.Refused(one.broken));
    }
    Inbox.Report report = one.report(Delivery.newId());
    if (!inbox.claim(one.delivery.source(), report)) {
      return inbox
          .find(one.key)
          .map(Inbox.Answered::again)
          .orElseGet(() -> refused(Rule.OTHER_CONTENT));
    }
    one.delivery.keep(report.message(), one.report);
    one.product
        .filter(known -> one.broken.isEmpty())
        .ifPresent(known -> facts.record(report, one.report, known, one.delivery.source()));
    return report.outcome();
  }

  private Outcome change(Case one) {
    Inbox.Claimed claimed = inbox.lock(one.key).orElse(null);
    if (claimed == null) {
      return refused(Rule.ORIGINAL_UNKNOWN);
    }
    Optional<Inbox.Answered> before = inbox.find(one.key);
    if (before.isPresent()) {
      return before.get().replacedBy(claimed.report())
          ? refused(Rule.SUPERSEDED)
          : before.get().again();
    }
    Optional<State> latest = facts.latest(claimed.dose());
    if (latest.isPresent() && !facts.mayChange(latest.get(), one.report.intention())) {
      return refused(Rule.ALREADY_WITHDRAWN);
    }
    return one.cannotBeKept() ? new Outcome.Refused(one.broken) : change(one, claimed, latest);
  }

  private Outcome change(Case one, Inbox.Claimed claimed, Optional<State> latest) {
    Inbox.Report report = one.report(claimed.dose());
    inbox.add(report, one.broken.isEmpty());
    one.delivery.keep(report.message(), one.report);
    if (one.report.intention() == Intention.WITHDRAW) {
      latest.ifPresent(state -> facts.withdraw(report, state));
    } else {
      one.product
          .filter(known -> one.broken.isEmpty())
          .ifPresent(
              known ->
                  latest.ifPresentOrElse(
                      state -> facts.correct(report, one.report, known, state),
                      () -> facts.record(report, one.report, known, one.delivery.source())));
    }
    return report.outcome();
  }

  private byte[] identity(String source, ReportedVaccination.SourceIdentifier identifier) {
    String named = String.join("\n", source, identifier.system(), identifier.value());
    return index.of(named.getBytes(StandardCharsets.UTF_8));
  }

  private static Outcome refused(Rule rule) {
    return new Outcome.Refused(List.of(new Reason(rule, Field.IDENTIFIER)));
  }

  /// One report with all that is known before anything is written.
  private record Case(
      Delivery delivery,
      ReportedVaccination report,
      Inbox.Key key,
      Optional<Product> product,
      List<Reason> broken) {

    /// What may not be kept under a name cannot wait for repair either: its sender has to repair
    /// it.
    boolean cannotBeKept() {
      return !broken.isEmpty() && report.sharing() == Sharing.REFUSED;
    }

    Inbox.Report report(UUID dose) {
      return new Inbox.Report(
          Delivery.newId(),
          key,
          dose,
          report.intention(),
          broken,
          delivery.place(report),
          delivery.receivedAt());
    }
  }
}
