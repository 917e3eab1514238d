// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What somebody does with his own passkeys.
@Component
public class OwnPasskeys {

  /// How long a name may be.
  public static final int LONGEST_NAME = 60;

  private final Accounts accounts;
  private final Passkeys passkeys;
  private final Ceremonies ceremonies;
  private final Sessions sessions;
  private final Journal journal;

  OwnPasskeys(
      Accounts accounts,
      Passkeys passkeys,
      Ceremonies ceremonies,
      Sessions sessions,
      Journal journal) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.ceremonies = ceremonies;
    this.sessions = sessions;
    this.journal = journal;
  }

  /// Registers one more. Whoever came with a code or with his only passkey has to log in when he
  /// has two.
  ///
  /// @param name by which he knows it
  /// @return whether he has to log in now
  /// @throws CeremonyRefused if the passkey is not good; its challenge is used up all the same
  @Transactional(noRollbackFor = CeremonyRefused.class)
  public boolean add(StaffSession session, String credential, String name, BrowserToken browser) {
    Account account = session.account();
    ceremonies.register(account, credential, name, browser);
    journal.add(account.id(), Act.PASSKEY_ADDED, account.id(), name);
    accounts.completed(account.id());
    boolean complete =
        session.isEnrolling() && passkeys.of(account.id()).size() >= Account.PASSKEYS_NEEDED;
    if (complete) {
      sessions.end(session);
    }
    return complete;
  }

  /// Removes one of his, unless too few would remain.
  ///
  /// @return whether it is gone
  @Transactional
  public boolean remove(StaffSession session, String id) {
    accounts.oneAtATime();
    StaffId staff = session.account().id();
    String name =
        passkeys.of(staff).stream()
            .filter(passkey -> passkey.id().equals(id))
            .map(Passkeys.Passkey::name)
            .findFirst()
            .orElse("");
    if (passkeys.of(staff).size() <= Account.PASSKEYS_NEEDED || !passkeys.remove(staff, id)) {
      return false;
    }
    journal.add(staff, Act.PASSKEY_REMOVED, staff, name);
    return true;
  }
}
