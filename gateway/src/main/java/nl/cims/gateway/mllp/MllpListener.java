// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.mllp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import nl.cims.gateway.OwnTls;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Listens for senders, each on a virtual thread of its own, no more of them than was agreed. TLS
/// 1.3 with a client certificate of ours; there is nothing without.
public final class MllpListener implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(MllpListener.class);

  private final OwnTls tls;
  private final MllpConnection.Surroundings around;
  private final Semaphore places;
  private final Map<String, Semaphore> placesOfClients = new ConcurrentHashMap<>();
  private final Set<MllpConnection> open = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ServerSocket listening;

  MllpListener(OwnTls tls, MllpConnection.Surroundings around) {
    this.tls = tls;
    this.around = around;
    this.places = new Semaphore(around.settings().connections());
  }

  @Override
  public void start() {
    MllpSettings settings = around.settings();
    InetAddress address = settings.address();
    int port = settings.port() == null ? 0 : settings.port();
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(
          address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
      listening = socket;
      Thread.ofVirtual().name("mllp-accept").start(() -> accept(socket));
      LOG.info("listening for MLLP on port {}", socket.getLocalPort());
    } catch (IOException taken) {
      throw new UncheckedIOException("cannot listen for MLLP on port " + port, taken);
    }
  }

  /// Where it listens; 0 if it does not.
  public int port() {
    ServerSocket socket = listening;
    return socket == null ? 0 : socket.getLocalPort();
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket raw = socket.accept();
        if (places.tryAcquire()) {
          Thread.ofVirtual().name("mllp").start(() -> host(raw));
        } else {
          LOG.warn("a connection is refused: {} are open", around.settings().connections());
          Deadlines.closeNow(raw);
        }
      } catch (IOException closedOrOutOfFiles) {
        if (!socket.isClosed()) {
          LOG.warn("no connection can be taken: {}", closedOrOutOfFiles.getMessage());
        }
      }
    }
  }

  private void host(Socket raw) {
    try (raw) {
      MllpConnection connection = new MllpConnection(raw, secured(raw), around);
      open.add(connection);
      try {
        serve(connection);
      } finally {
        open.remove(connection);
        connection.close();
      }
    } catch (IOException gone) {
      // Who shows no certificate of ours, stalls or breaks off; there is nobody to tell.
      LOG.info("an MLLP connection ended: {}", gone.getClass().getSimpleName());
    } finally {
      places.release();
    }
  }

  private void serve(MllpConnection connection) throws IOException {
    Client client = connection.shakeHands();
    Semaphore own =
        placesOfClients.computeIfAbsent(
            client.certificate().thumbprint(),
            any -> new Semaphore(around.settings().connectionsPerClient()));
    if (!own.tryAcquire()) {
      LOG.warn("client={} has too many connections", client.name());
      return;
    }
    try {
      connection.serve(client);
    } finally {
      own.release();
    }
  }

  private SSLSocket secured(Socket raw) throws IOException {
    raw.setTcpNoDelay(true);
    raw.setKeepAlive(true);
    SSLSocket secured =
        (SSLSocket)
            tls.now()
                .getSocketFactory()
                .createSocket(raw, raw.getInetAddress().getHostAddress(), raw.getPort(), false);
    secured.setUseClientMode(false);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setNeedClientAuth(true);
    parameters.setProtocols(new String[] {"TLSv1.3"});
    secured.setSSLParameters(parameters);
    return secured;
  }

  /// Takes no more senders, lets those that wait for an answer have it, and ends.
  @Override
  public void stop() {
    ServerSocket socket = listening;
    if (socket != null) {
      Deadlines.closeNow(socket);
      listening = null;
    }
    open.forEach(MllpConnection::finish);
    try {
      if (places.tryAcquire(
          around.settings().connections(),
          around.settings().patience().toMillis(),
          TimeUnit.MILLISECONDS)) {
        places.release(around.settings().connections());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    open.forEach(MllpConnection::close);
  }

  @Override
  public boolean isRunning() {
    return listening != null;
  }
}
