// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import nl.cims.broker.BrokerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The first administrator: while nobody has ever registered two passkeys as one, every start
/// writes a one-time code to the log that holds for an hour.
@Component
class FirstAdministrator {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final Accounts accounts;
  private final Codes codes;
  private final Journal journal;
  private final BrokerSettings settings;

  FirstAdministrator(Accounts accounts, Codes codes, Journal journal, BrokerSettings settings) {
    this.accounts = accounts;
    this.codes = codes;
    this.journal = journal;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  void invite() {
    accounts.oneAtATime();
    if (accounts.everAdministrators() > 0) {
      return;
    }
    StaffId first =
        accounts.all().stream()
            .filter(account -> account.roles().has(Role.ADMINISTRATOR))
            .map(Account::id)
            .findFirst()
            .orElseGet(
                () -> accounts.add(settings.firstAdministrator(), Roles.of(Role.ADMINISTRATOR)));
    Code code = codes.make(first, Codes.PRINTED);
    journal.add(null, Act.CODE_MADE, first, "");
    LOG.warn(
        "There is no administrator yet. Within an hour, open {}/staff/code and fill in {}",
        settings.staff().publicAddress(),
        code.reveal());
  }
}
