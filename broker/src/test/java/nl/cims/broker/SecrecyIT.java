// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.cims.broker.support.Browser;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.apache.catalina.session.StandardSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.security.core.context.SecurityContext;

/// The BSN is nowhere in the broker once DigiD has answered: not in the session, not in the
/// database, not in a log at any level that production uses or could be set to.
class SecrecyIT {

  private static final String BSN = RunningBroker.CANARY_BSN;

  private static RunningBroker broker;
  private static Portal portal;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("nl.cims.broker");

  @BeforeAll
  static void start() {
    broker = RunningBroker.shared();
    portal = new Portal(broker, "portal", RunningBroker.PORTAL_REDIRECT);
  }

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
    ours.setLevel(Level.TRACE);
  }

  @AfterEach
  void listenNoMore() {
    root.detachAppender(log);
    ours.setLevel(null);
  }

  @Test
  void sessionBetweenDigidAndPortalHoldsAPseudonymOnly() {
    Browser browser = new Browser();
    URI next = toDigidAndBack(browser, Map.of());
    assertThat(next.getPath()).isEqualTo("/oauth2/authorize");

    List<String> held = sessionContents();
    assertThat(held).as("the session exists at this moment").isNotEmpty();
    assertThat(String.join("\n", held)).contains("Citizen").doesNotContain(BSN);

    browser.get(next);
    assertThat(sessionContents()).as("and is gone when the code is issued").isEmpty();
  }

  /// So that whoever begins a million logins fills no memory.
  @Test
  void loginThatWasBegunIsKeptByTheBrowserAlone() {
    assertThat(new Browser().get(portal.authorize(portal.request())).statusCode()).isEqualTo(302);

    assertThat(sessionContents()).isEmpty();
  }

  @Test
  void failedLoginLeavesNoSessionEither() {
    portal.login(Map.of("action", "cancel"));
    portal.login(Map.of("unusual", "SECTOR"));

    assertThat(sessionContents()).isEmpty();
  }

  @Test
  void databaseHoldsNoBsnCodeOrTokenAndForgetsTheSealedBsn() throws SQLException {
    String code = portal.code(Map.of());
    String before = everyRow();
    String token = (String) portal.redeem(code).get("access_token");
    String after = everyRow();

    assertThat(before).contains("ey").doesNotContain(BSN, code);
    assertThat(after).doesNotContain(BSN, code, token);
    assertThat(after.lines().filter(row -> row.contains("login")).toList())
        .as("no redeemed login keeps its sealed BSN")
        .noneMatch(row -> row.contains(token.substring(0, 40)));
    assertThat(count("SELECT count(*) FROM broker.login WHERE redeemed_at IS NOT NULL"))
        .isPositive();
    assertThat(
            count(
                "SELECT count(*) FROM broker.login WHERE redeemed_at IS NOT NULL"
                    + " AND sealed_bsn IS NOT NULL"))
        .isZero();
  }

  @Test
  void logShowsNoBsnWhateverHappens() {
    portal.redeem(portal.code(Map.of()));
    for (String unusual : List.of("SECTOR", "LEVEL", "NONCE", "EXPIRED", "AUDIENCE")) {
      portal.login(Map.of("unusual", unusual));
    }
    portal.login(Map.of("action", "fail"));

    List<String> lines =
        log.list.stream()
            .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
            .toList();
    assertThat(lines).as("the test listens").anyMatch(line -> line.contains("login at level"));
    assertThat(lines).as("reasons are told").anyMatch(line -> line.contains("S00000000"));
    assertThat(lines).noneMatch(line -> line.contains(BSN));
  }

  /// The frameworks' own words too, at the most talkative level that somebody could set.
  @Test
  void noFrameworkShowsABsnAtTrace() {
    List<Logger> talkative =
        Stream.of(
                "org.springframework", "com.nimbusds", "org.apache", "com.zaxxer", "org.postgresql")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();
    Appender<ILoggingEvent> console = root.getAppender("CONSOLE");
    root.detachAppender(console);
    talkative.forEach(logger -> logger.setLevel(Level.TRACE));
    try {
      portal.redeem(portal.code(Map.of()));
      portal.login(Map.of("unusual", "SECTOR"));
    } finally {
      talkative.forEach(logger -> logger.setLevel(null));
      root.addAppender(console);
    }
    // The simulator stands in the same process, and the form that it is sent says who logs in.
    String sent = "citizen=" + BSN;
    assertThat(log.list).as("they talk").hasSizeGreaterThan(500);
    assertThat(log.list)
        .extracting(event -> event.getFormattedMessage())
        .anyMatch(line -> line.contains(sent))
        .noneMatch(line -> line.replace(sent, "").contains(BSN));
  }

  private static URI toDigidAndBack(Browser browser, Map<String, String> choice) {
    URI digid = Browser.location(browser.get(portal.authorize(portal.request())));
    HttpResponse<String> page = browser.get(digid);
    Map<String, String> form = new HashMap<>(Browser.hidden(page.body()));
    form.put("citizen", BSN);
    form.put("level", "SUBSTANTIEEL");
    form.put("action", "login");
    form.putAll(choice);
    URI callback = Browser.location(browser.post(broker.digid("/authorize"), form));
    return Browser.location(browser.get(callback));
  }

  /// Every attribute of every session, as text and in its serialised form where it has one.
  private static List<String> sessionContents() {
    var server =
        (TomcatWebServer) ((ServletWebServerApplicationContext) broker.context()).getWebServer();
    List<String> contents = new ArrayList<>();
    for (var child : server.getTomcat().getHost().findChildren()) {
      for (Session session : ((Context) child).getManager().findSessions()) {
        StandardSession open = (StandardSession) session;
        for (String name : Collections.list(open.getAttributeNames())) {
          Object value = open.getAttribute(name);
          contents.add(name + "=" + value);
          contents.add(describe(value));
        }
      }
    }
    return contents;
  }

  private static String describe(Object value) {
    if (value instanceof SecurityContext context) {
      Object principal = context.getAuthentication().getPrincipal();
      return principal + " " + principal.getClass() + " " + context.getAuthentication();
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(value);
      return bytes.toString(StandardCharsets.ISO_8859_1);
    } catch (IOException notSerialisable) {
      return String.valueOf(value);
    }
  }

  private static String everyRow() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection(
                broker.database().url(), broker.database().superuser(), "");
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery("SELECT l::text FROM broker.login l")) {
      while (rows.next()) {
        all.append(rows.getString(1)).append('\n');
      }
    }
    return all.toString();
  }

  private static long count(String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                broker.database().url(), broker.database().superuser(), "");
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
