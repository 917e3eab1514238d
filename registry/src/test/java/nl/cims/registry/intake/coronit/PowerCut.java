// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/// Ends a life of the process at one of its commits: just before it, or just after, when it is
/// durable and nobody knows. An [Error], so that nothing goes on.
final class PowerCut implements PlatformTransactionManager {

  static final class Dark extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final PlatformTransactionManager real;
  private final boolean before;
  private int commitsLeft;

  PowerCut(PlatformTransactionManager real, int atCommit, boolean before) {
    this.real = real;
    this.commitsLeft = atCommit;
    this.before = before;
  }

  @Override
  public TransactionStatus getTransaction(TransactionDefinition definition) {
    return real.getTransaction(definition);
  }

  @Override
  public void commit(TransactionStatus status) {
    commitsLeft--;
    if (commitsLeft == 0 && before) {
      real.rollback(status);
      throw new Dark();
    }
    real.commit(status);
    if (commitsLeft == 0) {
      throw new Dark();
    }
  }

  @Override
  public void rollback(TransactionStatus status) {
    real.rollback(status);
  }
}
