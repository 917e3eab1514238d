// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.rules.bad;

import java.util.function.Function;
import nl.cims.vocabulary.Bsn;

public class RevealsABsn {
  String of(Bsn bsn) {
    return bsn.reveal();
  }

  static class ByReference {
    final Function<Bsn, String> reveal = Bsn::reveal;
  }
}
