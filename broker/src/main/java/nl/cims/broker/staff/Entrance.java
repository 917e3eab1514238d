// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.util.Optional;
import nl.cims.broker.staff.CeremonyRefused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How staff come in: with a passkey, or once with a code to register passkeys. There is no third
/// way.
@Component
public class Entrance {

  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

  private final Accounts accounts;
  private final Codes codes;
  private final Sessions sessions;
  private final Ceremonies ceremonies;
  private final Journal journal;

  Entrance(
      Accounts accounts, Codes codes, Sessions sessions, Ceremonies ceremonies, Journal journal) {
    this.accounts = accounts;
    this.codes = codes;
    this.sessions = sessions;
    this.ceremonies = ceremonies;
    this.journal = journal;
  }

  /// Logs somebody in with his passkey.
  ///
  /// @param credential what the browser made, as JSON
  /// @param earlier who was logged in in this browser
  /// @param request of a console for which he does it
  /// @return the browser's new secret
  /// @throws CeremonyRefused if that proves nobody, or somebody who is suspended
  @Transactional(noRollbackFor = CeremonyRefused.class)
  public BrowserToken login(
      String credential,
      BrowserToken browser,
      Optional<StaffSession> earlier,
      Optional<String> request) {
    try {
      StaffId staff = ceremonies.authenticate(credential, browser);
      if (accounts.find(staff).map(Account::suspended).orElse(true)) {
        throw new CeremonyRefused(Reason.SUSPENDED);
      }
      journal.add(staff, Act.LOGGED_IN, staff, "");
      return sessions.authenticated(staff, earlier, request);
    } catch (CeremonyRefused refused) {
      LOG.info("a login of staff was refused: {}", refused.reason());
      Act act = refused.reason() == Reason.COUNTER ? Act.COUNTER_WENT_BACK : Act.LOGIN_REFUSED;
      ceremonies
          .owner(credential)
          .ifPresent(owner -> journal.add(null, act, owner, refused.reason().name()));
      throw refused;
    }
  }

  /// Uses up a code.
  ///
  /// @return the browser's new secret; empty if the code is wrong, used or expired
  @Transactional
  public Optional<BrowserToken> redeem(String typed, Optional<StaffSession> earlier) {
    Optional<StaffId> staff = codes.redeem(Code.typed(typed));
    if (staff.isEmpty()) {
      LOG.info("a code of staff was refused");
      return Optional.empty();
    }
    earlier.ifPresent(sessions::end);
    journal.add(staff.get(), Act.CODE_REDEEMED, staff.get(), "");
    return Optional.of(sessions.enrol(staff.get()));
  }

  /// Logs somebody out, here and at consoles.
  @Transactional
  public void logout(StaffSession session) {
    StaffId staff = session.account().id();
    journal.add(staff, Act.LOGGED_OUT, staff, "");
    sessions.end(session);
  }
}
