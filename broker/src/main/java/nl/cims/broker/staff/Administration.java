// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.util.Optional;
import java.util.UUID;
import nl.cims.broker.staff.Decision.Why;
import nl.cims.broker.staff.Proposal.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What administrators do with the accounts of others. The rules (adr/0019), each in one place:
///
/// * Nobody does anything to his own account.
/// * What gives power (an account, further roles, a return, a recovery) needs two administrators.
///   Until a second administrator has ever been able to work, the first acts alone.
/// * What takes power away (roles, a suspension) is done by one, at once.
/// * As many administrators remain as the first rule needs: two, and one before there ever were
///   two.
@Component
@Transactional
public class Administration {

  private static final int NEEDED = 2;

  private final Accounts accounts;
  private final Proposals proposals;
  private final Journal journal;
  private final Effects effects;

  Administration(Accounts accounts, Proposals proposals, Journal journal, Effects effects) {
    this.accounts = accounts;
    this.proposals = proposals;
    this.journal = journal;
    this.effects = effects;
  }

  /// Invites somebody new.
  public Decision invite(StaffId by, String name, Roles roles) {
    accounts.oneAtATime();
    if (!administrates(by)) {
      return new Decision.Refused(Why.NO_ADMINISTRATOR);
    }
    StaffId id = accounts.add(name, roles);
    return propose(Kind.INVITATION, by, id, roles);
  }

  /// Gives somebody these roles in the place of those he has.
  public Decision changeRoles(StaffId by, StaffId who, Roles roles) {
    accounts.oneAtATime();
    Optional<Why> why = hindrance(by, who);
    if (why.isPresent()) {
      return new Decision.Refused(why.get());
    }
    Account account = known(who);
    if (!roles.has(Role.ADMINISTRATOR) && isNeeded(account)) {
      return new Decision.Refused(Why.TOO_FEW_ADMINISTRATORS);
    }
    return roles.isWithin(account.roles())
        ? effects.roles(by, account, roles)
        : propose(Kind.ROLES, by, who, roles);
  }

  /// Locks somebody out, at once and everywhere.
  public Decision suspend(StaffId by, StaffId who) {
    accounts.oneAtATime();
    Optional<Why> why = hindrance(by, who);
    if (why.isPresent()) {
      return new Decision.Refused(why.get());
    }
    Account account = known(who);
    return isNeeded(account)
        ? new Decision.Refused(Why.TOO_FEW_ADMINISTRATORS)
        : effects.suspend(by, account);
  }

  /// Lets somebody in again who was suspended.
  public Decision resume(StaffId by, StaffId who) {
    return proposeAbout(Kind.RETURN, by, who);
  }

  /// Gives somebody a code to register anew; his passkeys and sessions end.
  public Decision recover(StaffId by, StaffId who) {
    return proposeAbout(Kind.RECOVERY, by, who);
  }

  /// Agrees with what another administrator proposed.
  public Decision approve(StaffId by, UUID proposal) {
    return decide(by, proposal, true);
  }

  /// Refuses what another proposed, or takes back what he proposed himself.
  public Decision refuse(StaffId by, UUID proposal) {
    return decide(by, proposal, false);
  }

  private Decision decide(StaffId by, UUID id, boolean approved) {
    accounts.oneAtATime();
    Optional<Proposal> found = proposals.find(id);
    if (found.isEmpty()) {
      return new Decision.Refused(Why.GONE);
    }
    Proposal proposal = found.get();
    Optional<Why> why = hindrance(by, proposal.subject().id());
    if (why.isPresent()) {
      return new Decision.Refused(why.get());
    }
    if (approved && proposal.by().id().equals(by)) {
      return new Decision.Refused(Why.OWN_PROPOSAL);
    }
    if (approved && takesNeeded(proposal)) {
      return new Decision.Refused(Why.TOO_FEW_ADMINISTRATORS);
    }
    if (!proposals.decide(proposal, by, approved)) {
      return new Decision.Refused(Why.GONE);
    }
    return approved
        ? effects.of(proposal.kind(), by, proposal.subject(), proposal.roles())
        : effects.refused(proposal.kind(), by, proposal.subject());
  }

  private Decision proposeAbout(Kind kind, StaffId by, StaffId who) {
    accounts.oneAtATime();
    Optional<Why> why = hindrance(by, who);
    return why.isPresent()
        ? new Decision.Refused(why.get())
        : propose(kind, by, who, known(who).roles());
  }

  private Decision propose(Kind kind, StaffId by, StaffId who, Roles roles) {
    if (accounts.everAdministrators() < NEEDED) {
      return effects.of(kind, by, known(who), roles);
    }
    proposals.add(kind, who, roles, by);
    journal.add(by, Effects.proposed(kind), who, roles.joined());
    return new Decision.Waits();
  }

  /// Why he can do nothing about that account, whatever it is.
  private Optional<Why> hindrance(StaffId by, StaffId who) {
    if (!administrates(by)) {
      return Optional.of(Why.NO_ADMINISTRATOR);
    }
    if (by.equals(who)) {
      return Optional.of(Why.OWN_ACCOUNT);
    }
    return accounts.find(who).isEmpty() ? Optional.of(Why.GONE) : Optional.empty();
  }

  private boolean administrates(StaffId by) {
    return accounts.find(by).filter(Account::isActiveAdministrator).isPresent();
  }

  private boolean takesNeeded(Proposal proposal) {
    boolean takes =
        proposal.kind() == Kind.RECOVERY
            || (proposal.kind() == Kind.ROLES && !proposal.roles().has(Role.ADMINISTRATOR));
    return takes && isNeeded(proposal.subject());
  }

  /// Whether too few administrators could work without this one.
  private boolean isNeeded(Account account) {
    long others =
        accounts.all().stream()
            .filter(Account::isActiveAdministrator)
            .filter(each -> !each.id().equals(account.id()))
            .count();
    return account.isActiveAdministrator()
        && others < Math.min(NEEDED, accounts.everAdministrators());
  }

  private Account known(StaffId who) {
    return accounts
        .find(who)
        .orElseThrow(() -> new IllegalStateException("accounts are never removed"));
  }
}
