// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The accounts of every source as they were when they were last summed, at most a minute or so
/// ago: summing them reads the whole ledger, so that it is done once a minute for all who ask.
@Component
public class Balances {

  private final Ledger ledger;
  private volatile @Nullable List<Balance> latest;

  Balances(Ledger ledger) {
    this.ledger = ledger;
  }

  /// As last summed; sums only if nobody has yet.
  public List<Balance> known() {
    List<Balance> known = latest;
    return known == null ? firstOf() : known;
  }

  /// Sums them anew.
  List<Balance> renew() {
    List<Balance> summed = ledger.balances();
    latest = summed;
    return summed;
  }

  private synchronized List<Balance> firstOf() {
    List<Balance> known = latest;
    return known == null ? renew() : known;
  }
}
