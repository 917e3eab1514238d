// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.limit;

import java.io.IOException;

/// A message turned out to be larger than what is passed on.
public final class MessageTooLarge extends IOException {

  private static final long serialVersionUID = 1L;

  MessageTooLarge(long limit) {
    super("more than " + limit + " bytes");
  }
}
