// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.sql.DataSource;
import nl.cims.registry.access.Parties;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.protection.Protection;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the coupling together, if there is an address to pull from. The GGDs' database is no
/// [DataSource] among the registry's beans, so that nothing else can come upon it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cims.intake.coronit.url")
class CoronitConfiguration {

  /// What the coupling uses of the registry.
  record Register(
      DataSource database, PlatformTransactionManager transactions, Door door, byte[] hashKey) {}

  @Bean
  GgdConnection ggdConnection(CoronitSettings settings) {
    return new GgdConnection(settings);
  }

  @Bean
  Door coronitDoor(Intake intake, Parties parties, CoronitSettings settings) {
    return new Door(intake, parties, settings.source());
  }

  @Bean
  Register coronitRegister(
      DataSource database,
      PlatformTransactionManager transactions,
      Door door,
      Protection protection) {
    return new Register(database, transactions, door, hashKey(protection));
  }

  @Bean
  Coupling coronitCoupling(
      Register register,
      GgdConnection connection,
      CoronitSettings settings,
      MeterRegistry meters,
      Clock clock) {
    return assemble(register, connection, settings, new Meters(meters, clock), clock);
  }

  @Bean
  Rounds coronitRounds(Coupling coupling, CoronitSettings settings, Clock clock) {
    return new Rounds(coupling, settings, clock);
  }

  /// The key under which their database hashes rows for us, always the same.
  static byte[] hashKey(Protection protection) {
    return protection.index("coronit").of("taken".getBytes(StandardCharsets.US_ASCII));
  }

  static Coupling assemble(
      Register register,
      GgdConnection connection,
      CoronitSettings settings,
      Meters meters,
      Clock clock) {
    GgdRows theirs = new GgdRows(connection, register.hashKey(), settings.pace().overlap());
    Marks marks = new Marks(new JdbcTemplate(register.database()));
    Taking taking =
        new Taking(
            register.door(),
            marks,
            new TransactionTemplate(register.transactions()),
            clock,
            meters);
    Turn turn = new Turn(register.database());
    Couplings couplings = new Couplings(JdbcClient.create(register.database()), settings.source());
    return new Coupling(
        new Pull(theirs, taking, couplings, turn, clock),
        new Comparison(theirs, marks, taking, turn, settings),
        couplings,
        new Condition(couplings, meters, clock),
        register.door());
  }
}
