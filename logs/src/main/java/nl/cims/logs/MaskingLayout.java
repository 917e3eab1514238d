// SPDX-License-Identifier: EUPL-1.2
package nl.cims.logs;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// A line of the log as its pattern says, drawn through the [BsnNet] as a whole: message,
/// arguments, context, thread, and every line of an exception.
public final class MaskingLayout extends PatternLayout {

  @Override
  public String doLayout(ILoggingEvent event) {
    return BsnNet.masked(super.doLayout(event));
  }
}
