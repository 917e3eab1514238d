// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.access.Parties;
import nl.cims.registry.intake.Balance;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Quarantine;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// What those see who watch over intake: the accounts of every source, and what waits and why.
/// Nothing here leads to a person.
@RestController
class WatchController {

  private static final int PAGE = 100;

  private final Intake intake;
  private final Quarantine quarantine;
  private final Parties parties;
  private final Clock clock;

  WatchController(Intake intake, Quarantine quarantine, Parties parties, Clock clock) {
    this.intake = intake;
    this.parties = parties;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  /// A report that waits.
  ///
  /// @param report its id, which is on its sender's receipt
  /// @param contact whom to ask there
  /// @param state `PARKED` or `QUARANTINED`
  /// @param age how long it has waited, ISO 8601
  record Waiting(
      UUID report,
      String source,
      String contact,
      String channel,
      String intention,
      String state,
      Instant receivedAt,
      Duration age,
      List<Why> reasons) {}

  /// One rule that it breaks, and what to do.
  record Why(String rule, String field, String advice) {}

  /// What became of a report that was taken up again: `RECORDED`, `DUPLICATE` or `QUARANTINED`.
  record Redriven(UUID report, String outcome, List<Why> reasons) {}

  @GetMapping(path = "/intake/v1/balances", produces = MediaType.APPLICATION_JSON_VALUE)
  List<Balance> balances() {
    return intake.balances();
  }

  /// What waits, oldest first, a hundred at a time.
  ///
  /// @param source of this source only
  /// @param after the last report of the page before
  /// @param since when that one was received
  @GetMapping(path = "/intake/v1/waiting", produces = MediaType.APPLICATION_JSON_VALUE)
  List<Waiting> waiting(
      @RequestParam Optional<String> source,
      @RequestParam Optional<UUID> after,
      @RequestParam Optional<Instant> since) {
    Optional<Quarantine.Mark> mark =
        since.flatMap(at -> after.map(id -> new Quarantine.Mark(at, id)));
    return quarantine.list(source, mark, PAGE).stream().map(this::waiting).toList();
  }

  /// Takes a report up again.
  @PostMapping(
      path = "/intake/v1/waiting/{id}/redrive",
      produces = MediaType.APPLICATION_JSON_VALUE)
  Redriven redrive(@PathVariable UUID id) {
    return quarantine
        .redrive(id)
        .map(outcome -> redriven(id, outcome))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Waiting waiting(Quarantine.Item item) {
    return new Waiting(
        item.id(),
        item.source(),
        parties.contact(item.source()),
        item.channel().name(),
        item.intention().name(),
        item.parked() ? "PARKED" : "QUARANTINED",
        item.receivedAt(),
        Duration.between(item.receivedAt(), clock.instant()),
        item.reasons().stream().map(WatchController::why).toList());
  }

  private static Redriven redriven(UUID id, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Recorded recorded -> new Redriven(id, "RECORDED", List.of());
      case Outcome.Duplicate duplicate -> new Redriven(id, "DUPLICATE", List.of());
      case Outcome.Quarantined(var receipt, var reasons) ->
          new Redriven(id, "QUARANTINED", reasons.stream().map(WatchController::why).toList());
      case Outcome.Refused refused ->
          throw new IllegalStateException("what was kept cannot be refused");
    };
  }

  private static Why why(Outcome.Reason reason) {
    return new Why(reason.rule().name(), reason.field().name(), reason.rule().advice());
  }
}
