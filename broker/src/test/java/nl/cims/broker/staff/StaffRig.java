// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.broker.support.RunningBroker;
import nl.cims.broker.support.Staff;
import org.slf4j.LoggerFactory;

/// What the broker writes to its log at a start, about its first administrator.
public final class StaffRig {

  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}(-[0-9A-Z]{5}){4}");

  private StaffRig() {}

  public static Staff staff(RunningBroker broker) {
    return Staff.shared(broker, Staff.isThere() ? "" : printed(broker).getFirst());
  }

  /// The codes that a start prints.
  static List<String> printed(RunningBroker broker) {
    Logger log = (Logger) LoggerFactory.getLogger(FirstAdministrator.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try {
      broker.context().getBean(FirstAdministrator.class).invite();
    } finally {
      log.detachAppender(lines);
    }
    return lines.list.stream()
        .map(line -> CODE.matcher(line.getFormattedMessage()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .toList();
  }
}
