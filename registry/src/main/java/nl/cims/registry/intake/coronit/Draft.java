// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.registry.intake.ReceivedMessage;
import nl.cims.registry.intake.ReportedPerson;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.Administration;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.intake.ReportedVaccination.SourceIdentifier;
import nl.cims.registry.intake.ReportedVaccination.Vaccine;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.PartialDate;
import tools.jackson.databind.json.JsonMapper;

/// A report for intake of which only is open as what it is told.
///
/// @param id their number
/// @param stated when they say they said it
/// @param person who got the dose; empty without consent and in a withdrawal
/// @param sharing whether he agreed to share it
/// @param vaccine which
/// @param occurredOn when it was given; of a withdrawal, which says nothing of that, when it was
///   noticed
/// @param batch as they have it
/// @param administration how, where, by whom
/// @param said every column that counts as content, by its name
record Draft(
    long id,
    Instant stated,
    Optional<ReportedPerson> person,
    Sharing sharing,
    Vaccine vaccine,
    PartialDate occurredOn,
    Optional<BatchNumber> batch,
    Administration administration,
    Map<String, String> said) {

  private static final String SYSTEM = "urn:cims:coronit";
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Administration NOTHING =
      new Administration("", "", "", "", "", "", "", "", "");

  /// That the GGD cancelled the vaccination of this row.
  static Draft cancelled(Row row, Mark before, Instant now) {
    return withdrawal(row.id(), before, row.changedAt().orElse(now), said(row));
  }

  /// That the row is no longer there.
  static Draft vanished(Mark before, Instant now) {
    return withdrawal(before.id(), before, now, Map.of(Column.STATUS.title(), "VERDWENEN"));
  }

  /// What a row says, by the names of its columns, in their order.
  static Map<String, String> said(Row row) {
    Map<String, String> said = new LinkedHashMap<>();
    for (Column column : Column.SAID) {
      String value = row.values().get(column);
      if (value != null) {
        said.put(column.title(), value);
      }
    }
    return said;
  }

  private static Draft withdrawal(long id, Mark before, Instant stated, Map<String, String> said) {
    return new Draft(
        id,
        stated,
        Optional.empty(),
        before.anonymous() ? Sharing.REFUSED : Sharing.AGREED,
        new Vaccine(List.of(), ""),
        PartialDate.of(stated.atZone(AMSTERDAM).toLocalDate()),
        Optional.empty(),
        NOTHING,
        said);
  }

  boolean anonymous() {
    return sharing == Sharing.REFUSED;
  }

  /// The row as it is kept: JSON, each column as text.
  ReceivedMessage message() {
    Map<String, String> row = new LinkedHashMap<>();
    row.put(Column.ID.title(), Long.toString(id));
    row.put(Column.GEWIJZIGD_OP.title(), stated.toString());
    row.putAll(said);
    return new ReceivedMessage("application/json", JSON.writeValueAsBytes(row));
  }

  /// What intake is told.
  ReportedVaccination as(Statement statement) {
    return new ReportedVaccination(
        new SourceIdentifier(SYSTEM, identifier(statement.life())),
        statement.intention(),
        statement.intention() == Intention.WITHDRAW ? Optional.empty() : person,
        sharing,
        vaccine,
        occurredOn,
        batch,
        administration,
        // Of two states of a row the one read later holds, and rows are read one after the other
        // (Turn). Their time of change is the beginning of the transaction, so that it can be
        // earlier for the later state, and silent edits do not move it.
        Optional.empty(),
        content(statement.again()));
  }

  private String identifier(int life) {
    return life == 1 ? Long.toString(id) : id + "#" + life;
  }

  /// Without the time of change: a row that was touched and not changed says the same.
  private byte[] content(int again) {
    Map<String, String> content = new LinkedHashMap<>(said);
    if (again > 0) {
      content.put("again", Integer.toString(again));
    }
    return JSON.writeValueAsBytes(content);
  }

  @Override
  public String toString() {
    return "Draft[hidden]";
  }
}
