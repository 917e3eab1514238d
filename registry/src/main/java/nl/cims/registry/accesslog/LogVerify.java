// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.registry.command.Command;
import org.springframework.boot.ApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// `log verify`: works out the whole access log anew and says whether it is what was written.
@Component
class LogVerify implements Command {

  private static final int BROKEN = 1;
  private static final int ASKED_WRONGLY = 2;

  private final Checked checked;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Optional<ApplicationArguments> arguments;

  LogVerify(
      Checked checked,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Optional<ApplicationArguments> arguments) {
    this.checked = checked;
    this.jdbc = jdbc;
    this.arguments = arguments;
    this.transaction = new TransactionTemplate(transactions);
    transaction.setReadOnly(true);
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// By what the log is judged.
  @Component
  record Checked(LogKeys keys, Witnesses witnesses, AccessLogSettings settings, Clock clock) {

    Instant keptSince() {
      return clock.instant().atOffset(ZoneOffset.UTC).minusYears(settings.years()).toInstant();
    }
  }

  @Override
  public String name() {
    return "log verify";
  }

  @Override
  public String usage() {
    return "log verify [--from PLACE]   checks that the access log is what was written, from a row on";
  }

  @Override
  public int run(List<String> operands, PrintStream out) {
    Optional<String> from =
        Stream.concat(
                arguments.stream()
                    .flatMap(
                        given ->
                            Optional.ofNullable(given.getOptionValues("from")).stream()
                                .flatMap(List::stream)),
                operands.stream())
            .findFirst();
    if (from.filter(place -> !place.matches("[0-9]{1,18}")).isPresent()) {
      out.println(usage());
      return ASKED_WRONGLY;
    }
    return verify(from.map(Long::parseLong).orElse(0L), out);
  }

  private int verify(long from, PrintStream out) {
    List<DatabaseEvidence.Heard> heard =
        checked.witnesses().all().stream()
            .map(each -> new DatabaseEvidence.Heard(each, each.size()))
            .toList();
    try {
      Long rows =
          transaction.execute(
              status ->
                  new Verification(
                          new DatabaseEvidence(jdbc, heard),
                          checked.keys().keys(),
                          checked.keptSince(),
                          EnumSet.allOf(Verification.Check.class),
                          done -> out.println("  %d rows checked".formatted(done)))
                      .run(from));
      out.println("The access log is what was written: %d rows in the tree.".formatted(rows));
      heard.forEach(
          each ->
              out.println(
                  "Witness %s saw the first %d."
                      .formatted(each.witness().key().name(), each.size())));
      return 0;
    } catch (LogBroken broken) {
      out.println("The access log is NOT what was written.");
      out.println(broken.getMessage());
      return BROKEN;
    }
  }
}
