// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.cims.portal.PortalSettings;
import nl.cims.portal.login.WaitingRoom.Answer.Enter;
import nl.cims.portal.login.WaitingRoom.Answer.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingRoomTest {

  private final Ticking clock = new Ticking();
  private final WaitingRoom room = new WaitingRoom(new PortalSettings.Login(10, 5, 1), clock);

  @Test
  void letsEverybodyInAsLongAsItIsQuiet() {
    for (int second = 0; second < 100; second++) {
      assertThat(room.ask("")).isInstanceOf(Enter.class);
      clock.pass(Duration.ofMillis(100));
    }
  }

  @Test
  void callsTenThousandInTheOrderInWhichTheyCameAtTheSetRate() {
    List<Wait> waiting = new ArrayList<>();
    for (int person = 0; person < 10_000; person++) {
      if (room.ask("") instanceof Wait wait) {
        waiting.add(wait);
      }
    }
    assertThat(waiting).hasSize(9_995);
    assertThat(waiting.getFirst().place()).isEqualTo(1);
    assertThat(waiting.getLast().place()).isEqualTo(9_995);
    assertThat(waiting.getLast().estimate()).isEqualTo(Duration.ofSeconds(1_000));

    clock.pass(Duration.ofSeconds(10));
    List<Boolean> entered =
        waiting.stream().map(wait -> room.ask(wait.ticket()) instanceof Enter).toList();
    assertThat(entered.subList(0, 100)).containsOnly(true);
    assertThat(entered.subList(100, entered.size())).containsOnly(false);
  }

  @Test
  void keepsTheSamePlaceHoweverOftenSomebodyLooks() {
    Wait wait = queued(20);
    for (int look = 0; look < 50; look++) {
      assertThat(room.ask(wait.ticket())).isEqualTo(wait);
    }
  }

  @Test
  void letsATicketInOnce() {
    Wait wait = queued(20);
    clock.pass(Duration.ofSeconds(3));
    assertThat(room.ask(wait.ticket())).isInstanceOf(Enter.class);
    queued(100);
    assertThat(room.ask(wait.ticket())).isInstanceOf(Wait.class);
  }

  @Test
  void putsWhoMissedHisTurnAtTheEnd() {
    Wait wait = queued(20);
    for (int minute = 0; minute < 8; minute++) {
      queued(600);
      clock.pass(Duration.ofMinutes(1));
    }
    queued(1_000);
    assertThat(((Wait) room.ask(wait.ticket())).place()).isGreaterThan(900);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.", "1.AAAA", ".", "x.y", "99999999999999999999.AA", "1.%%"})
  void takesAForgedTicketForNone(String forged) {
    long last = queued(20).place();
    assertThat(((Wait) room.ask(forged)).place()).isEqualTo(last + 1);
  }

  @Test
  void takesTheTicketOfAnotherStartForNone() {
    Wait mine = queued(20);
    WaitingRoom anew = new WaitingRoom(new PortalSettings.Login(10, 5, 1), clock);
    assertThat(anew.ask(mine.ticket())).isInstanceOf(Enter.class);
    String number = mine.ticket().substring(0, mine.ticket().indexOf('.'));
    assertThat(new Ticket.Printer().read(mine.ticket())).as(number).isEmpty();
  }

  private Wait queued(int people) {
    WaitingRoom.Answer last = new Enter();
    for (int person = 0; person < people; person++) {
      last = room.ask("");
    }
    return (Wait) last;
  }

  private static final class Ticking extends Clock {

    private Instant now = Instant.parse("2026-11-20T09:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
