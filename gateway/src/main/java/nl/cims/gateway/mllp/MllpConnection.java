// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.mllp;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import nl.cims.gateway.access.Certificates;
import nl.cims.gateway.access.ClientCertificate;
import nl.cims.gateway.limit.ClientKind;
import nl.cims.gateway.limit.RateLimits;
import nl.cims.gateway.limit.TooMany;
import nl.cims.gateway.trace.RequestTrace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection with a sender: a frame in, its answer out, then the next. A sender that is faster
/// than its rate is read more slowly, so that it feels it in its own connection.
final class MllpConnection {

  private static final Logger LOG = LoggerFactory.getLogger("nl.cims.gateway.requests");

  private final Socket raw;
  private final SSLSocket tls;
  private final Surroundings around;
  private @Nullable Future<?> deadline;
  private volatile boolean working;
  private volatile boolean ending;

  /// What all connections share.
  record Surroundings(
      MllpSettings settings,
      Passage passage,
      RateLimits limits,
      Deadlines deadlines,
      Certificates certificates) {}

  /// @param raw below TLS: closing it never waits for the other side
  MllpConnection(Socket raw, SSLSocket tls, Surroundings around) {
    this.raw = raw;
    this.tls = tls;
    this.around = around;
  }

  /// Finds out who is there.
  ///
  /// @throws IOException if there is no certificate of ours, or it takes too long
  Client shakeHands() throws IOException {
    within(around.settings().patience());
    tls.startHandshake();
    inTime();
    return Client.of(
        ClientCertificate.of((X509Certificate) tls.getSession().getPeerCertificates()[0]));
  }

  /// Serves the sender until he goes, stalls or is sent away.
  void serve(Client client) throws IOException {
    Frames frames =
        new Frames(
            tls.getInputStream(),
            Math.toIntExact(around.settings().messageSize().toBytes()),
            () -> within(around.settings().patience()));
    while (!ending) {
      within(around.settings().idle());
      Frame frame = frames.next();
      inTime();
      if (!around.certificates().admit(client.certificate())) {
        LOG.info("client={} route=mllp shows a certificate that no longer holds", client.name());
        return;
      }
      RequestTrace trace = RequestTrace.begin();
      working = true;
      switch (frame) {
        case Frame.Message(byte[] message) -> pass(message, client, trace);
        case Frame.TooLarge(byte[] beginning) ->
            answer(
                around
                    .passage()
                    .write(
                        OwnAnswer.tooLarge(around.settings().messageSize().toKilobytes()),
                        beginning,
                        trace));
        case Frame.Closed() -> {
          return;
        }
        case Frame.Garbage() -> {
          LOG.info("client={} route=mllp sends no frames and is sent away", client.name());
          return;
        }
      }
      working = false;
    }
  }

  private void pass(byte[] message, Client client, RequestTrace trace) throws IOException {
    Optional<TooMany> tooMany = takeRequest(client);
    while (tooMany.isPresent()) {
      Duration wait = tooMany.get().delay();
      if (wait.compareTo(around.settings().patience()) > 0) {
        int seconds = Math.toIntExact(tooMany.get().seconds());
        answer(around.passage().write(OwnAnswer.tooMany(seconds), message, trace));
        return;
      }
      LockSupport.parkNanos(wait.toNanos());
      tooMany = takeRequest(client);
    }
    long begin = System.nanoTime();
    Passage.Answer answer = around.passage().pass(message, client, trace);
    answer(answer.acknowledgement());
    LOG.info(
        "client={} route=mllp status={} us={} request={}",
        client.name(),
        answer.status(),
        TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin),
        trace.id());
  }

  private Optional<TooMany> takeRequest(Client client) {
    return around.limits().takeRequest(client.name(), ClientKind.PARTY);
  }

  private void answer(byte[] acknowledgement) throws IOException {
    within(around.settings().patience());
    tls.getOutputStream().write(Frame.framed(acknowledgement));
    tls.getOutputStream().flush();
    inTime();
  }

  /// Ends the connection: at once if nothing is under way, else after the answer.
  void finish() {
    ending = true;
    if (!working) {
      Deadlines.closeNow(raw);
    }
  }

  /// What happens from here must be done by then, or the connection is closed.
  private void within(Duration time) {
    inTime();
    deadline = around.deadlines().close(raw, time);
  }

  private void inTime() {
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  void close() {
    inTime();
    Deadlines.closeNow(raw);
  }
}
