// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import nl.cims.broker.staff.Proposal.Kind;
import org.springframework.stereotype.Component;

/// What a decision brings about, with its line in the journal. Whether it may is settled before.
@Component
class Effects {

  private final Accounts accounts;
  private final Passkeys passkeys;
  private final Codes codes;
  private final Sessions sessions;
  private final Journal journal;

  Effects(Accounts accounts, Passkeys passkeys, Codes codes, Sessions sessions, Journal journal) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.codes = codes;
    this.sessions = sessions;
    this.journal = journal;
  }

  Decision of(Kind kind, StaffId by, Account account, Roles roles) {
    return switch (kind) {
      case INVITATION -> coded(by, account);
      case ROLES -> roles(by, account, roles);
      case RETURN -> resume(by, account);
      case RECOVERY -> recover(by, account);
    };
  }

  /// Consoles hear that his login has ended, so that he comes back with the roles he has now.
  Decision roles(StaffId by, Account account, Roles roles) {
    accounts.set(account.id(), roles);
    sessions.endAll(account.id());
    journal.add(by, Act.ROLES_CHANGED, account.id(), roles.joined());
    return new Decision.Done();
  }

  Decision suspend(StaffId by, Account account) {
    accounts.suspend(account.id());
    codes.withdraw(account.id());
    sessions.endAll(account.id());
    journal.add(by, Act.SUSPENDED, account.id(), "");
    return new Decision.Done();
  }

  /// Somebody who was invited and refused never can: his account stays suspended.
  Decision refused(Kind kind, StaffId by, Account account) {
    journal.add(by, Act.PROPOSAL_REFUSED, account.id(), kind.name());
    return kind == Kind.INVITATION ? suspend(by, account) : new Decision.Done();
  }

  static Act proposed(Kind kind) {
    return switch (kind) {
      case INVITATION -> Act.INVITATION_PROPOSED;
      case ROLES -> Act.ROLES_PROPOSED;
      case RETURN -> Act.RETURN_PROPOSED;
      case RECOVERY -> Act.RECOVERY_PROPOSED;
    };
  }

  private Decision resume(StaffId by, Account account) {
    accounts.resume(account.id());
    journal.add(by, Act.RETURNED, account.id(), "");
    return new Decision.Done();
  }

  private Decision recover(StaffId by, Account account) {
    passkeys.removeAll(account.id());
    sessions.endAll(account.id());
    journal.add(by, Act.RECOVERED, account.id(), "");
    return coded(by, account);
  }

  private Decision coded(StaffId by, Account account) {
    journal.add(by, Act.CODE_MADE, account.id(), "");
    return new Decision.Coded(account, codes.make(account.id(), Codes.HANDED_OVER));
  }
}
