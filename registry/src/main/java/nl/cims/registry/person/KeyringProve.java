// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.cims.registry.command.Command;
import nl.cims.vocabulary.Bsn;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/// `keyring prove`: shows that nothing that is left leads to somebody, in the register and in a
/// restored backup of it.
@Component
class KeyringProve implements Command {

  private final Asked asked;
  private final Proof proof;
  private final JdbcClient register;
  private final DataSourceProperties login;

  KeyringProve(Asked asked, Proof proof, JdbcClient register, DataSourceProperties login) {
    this.asked = asked;
    this.proof = proof;
    this.register = register;
    this.login = login;
  }

  @Override
  public String name() {
    return "keyring prove";
  }

  @Override
  public String usage() {
    return "keyring prove [JDBC-URL]    show that no key opens a destroyed person, here and in a"
        + " backup";
  }

  @Override
  public int run(List<String> operands, PrintStream out) {
    Optional<Bsn> bsn = operands.size() > 1 ? Optional.empty() : asked.bsn(out);
    if (bsn.isEmpty()) {
      out.println(
          "Name at most one backup: the JDBC address of a database that it was restored to.");
      return 2;
    }
    boolean closed = proof.of(bsn.get(), register, "the register", out::println);
    for (String url : operands) {
      JdbcClient backup =
          JdbcClient.create(
              new DriverManagerDataSource(
                  url,
                  Objects.requireNonNullElse(login.determineUsername(), ""),
                  Objects.requireNonNullElse(login.determinePassword(), "")));
      closed &= proof.of(bsn.get(), backup, "the backup", out::println);
    }
    return closed ? 0 : 1;
  }
}
