// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import nl.cims.portal.PortalSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Lets people begin to log in no faster than the broker can take, in the order in which they came.
///
/// Everybody draws a number; numbers are called at a fixed rate, and while nobody waits some are
/// called ahead. Whoever must wait carries his number himself, in a signed cookie, so that ten
/// thousand waiting cost no more than ten: two counters, and a bit for each number that was used. A
/// number works once, and for five minutes after it was called; who comes later draws a new one.
@Component
public final class WaitingRoom {

  /// The cookie that carries a ticket.
  public static final String COOKIE = Ticket.COOKIE;

  private static final Duration TURN_LASTS = Duration.ofMinutes(5);

  /// How many numbers back a use is remembered; older ones are worthless.
  private static final int REMEMBERED = 1 << 20;

  private final PortalSettings.Login pace;
  private final Clock clock;
  private final Ticket.Printer tickets = new Ticket.Printer();
  private final BitSet used = new BitSet(REMEMBERED);
  private long drawn;
  private double called;
  private Instant counted;

  @Autowired
  WaitingRoom(PortalSettings settings, Clock clock) {
    this(settings.login(), clock);
  }

  WaitingRoom(PortalSettings.Login pace, Clock clock) {
    this.pace = pace;
    this.clock = clock;
    this.called = pace.ahead();
    this.counted = clock.instant();
  }

  /// What somebody hears who asks to log in.
  public sealed interface Answer {

    /// It is his turn, and has been used by this very answer.
    record Enter() implements Answer {}

    /// Others came before him.
    ///
    /// @param ticket to come back with
    /// @param place 1 is the next
    /// @param estimate until it is his turn, if nobody before him gives up
    record Wait(String ticket, long place, Duration estimate) implements Answer {}
  }

  /// Asks with the ticket of an earlier answer, or with anything else for none.
  public synchronized Answer ask(String ticket) {
    count();
    long number = tickets.read(ticket).orElse(-1);
    if (!counts(number)) {
      number = draw();
    }
    if (number <= called) {
      used.set(bit(number));
      return new Answer.Enter();
    }
    long place = (long) Math.ceil(number - called);
    Duration estimate = Duration.ofSeconds((long) Math.ceil(place / pace.perSecond()));
    return new Answer.Wait(tickets.print(number), place, estimate);
  }

  private void count() {
    Instant now = clock.instant();
    double passed = Math.max(0, Duration.between(counted, now).toMillis() / 1000.0);
    called = Math.min(called + passed * pace.perSecond(), drawn + (double) pace.ahead());
    counted = now;
  }

  private long draw() {
    drawn++;
    used.clear(bit(drawn));
    return drawn;
  }

  private boolean counts(long number) {
    return number > Math.max(0, drawn - REMEMBERED)
        && number <= drawn
        && number > called - pace.ahead() - TURN_LASTS.toSeconds() * pace.perSecond()
        && !used.get(bit(number));
  }

  private static int bit(long number) {
    return (int) (number % REMEMBERED);
  }
}
