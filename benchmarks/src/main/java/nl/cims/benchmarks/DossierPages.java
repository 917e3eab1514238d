// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The scenario of a citizen who opens his dossier: every time the page is made anew, with a look
/// into the register and a line in the access log.
final class DossierPages {

  private static final int MOST_SESSIONS = 6;
  private static final int SMALLEST_PAGE = 1_000;

  private DossierPages() {}

  static List<Worker> workers(RunningDemo demo, int connections) throws InterruptedException {
    URI portal = demo.address("portal");
    List<Login.Session> sessions = new ArrayList<>();
    for (String bsn : demo.citizens().stream().limit(MOST_SESSIONS).toList()) {
      sessions.add(Login.of(demo, bsn));
    }
    if (sessions.isEmpty()) {
      throw new CannotMeasure("The demo names no test citizens to log in as.");
    }
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      workers.add(new Reader(portal, sessions.get(i % sessions.size())));
    }
    return workers;
  }

  private static final class Reader implements Worker {
    private final Wire wire;
    private final byte[] request;

    Reader(URI portal, Login.Session session) {
      this.wire = Wire.plain(portal);
      this.request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nAccept: text/html\r\n\r\n"
              .formatted(session.page().getRawPath(), portal.getAuthority(), session.cookies())
              .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean once() throws IOException {
      Wire.Reply reply = wire.exchange(request);
      return reply.status() == 200 && reply.bytes() > SMALLEST_PAGE;
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }
}
