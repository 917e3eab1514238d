// SPDX-License-Identifier: EUPL-1.2
package nl.cims.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsnNetTest {

  private static final String BSN = "999990019";

  private final LoggerContext context = new LoggerContext();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "bsn=%s",
        "S00000000:%s",
        "{\"bsn\":\"%s\"}",
        "/people/%s?x",
        "BSN%s,",
        "a %s b %s"
      })
  void masksAndCountsWhatCouldBeOne(String around) {
    long before = BsnNet.caught();
    String line = around.replace("%s", BSN);
    assertThat(BsnNet.masked(line)).contains(BsnNet.MASK).doesNotContain(BSN);
    assertThat(BsnNet.caught() - before).isEqualTo(around.split("%s", -1).length - 1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "999990018",
        "9999900190",
        "1999990019",
        "99999001",
        "0f999990019",
        "999990019e",
        "2026-11-22T10:15:30.123Z",
        "000000000",
        ""
      })
  void leavesEverythingElseAlone(String line) {
    long before = BsnNet.caught();
    assertThat(BsnNet.masked(line)).isEqualTo(line);
    assertThat(BsnNet.caught()).isEqualTo(before);
  }

  /// And the layout that has no net shows it, so that the test would notice.
  @Test
  void catchesItInMessageArgumentAndException() {
    LoggingEvent event =
        new LoggingEvent(
            "test",
            logger(),
            Level.TRACE,
            "about {} and " + BSN,
            new IllegalStateException("no " + BSN, new IllegalArgumentException(BSN)),
            new Object[] {BSN});
    assertThat(started(new PatternLayout()).doLayout(event)).contains(BSN);
    assertThat(started(new MaskingLayout()).doLayout(event))
        .doesNotContain(BSN)
        .contains("about " + BsnNet.MASK, "IllegalArgumentException");
  }

  private Logger logger() {
    return context.getLogger("test");
  }

  private PatternLayout started(PatternLayout layout) {
    layout.setContext(context);
    layout.setPattern("%d %-5level %thread %logger %msg%n%ex");
    layout.start();
    return layout;
  }
}
