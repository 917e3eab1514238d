// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the library that makes the PDF complains of, by the kind of complaint alone: its own
/// sentences quote the page.
final class Complaints implements XRLogger {

  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);

  @Override
  public boolean isLogLevelEnabled(Diagnostic diagnostic) {
    return diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
  }

  @Override
  public void log(Diagnostic diagnostic) {
    LOG.warn("A PDF is not as it should be: {}", diagnostic.getLogMessageId().getEnum());
  }

  @Override
  public void log(String where, Level level, String message) {
    LOG.debug("{} {}", where, level);
  }

  @Override
  public void log(String where, Level level, String message, Throwable cause) {
    LOG.debug("{} {}", where, level);
  }

  @Override
  public void setLevel(String logger, Level level) {
    LOG.debug("{} {}", logger, level);
  }
}
