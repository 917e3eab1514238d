// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// A server that demands a certificate, on a port that stays its own when it is stopped and
/// started.
final class TlsServer implements AutoCloseable {

  private final SSLContext tls;
  private final HttpHandler handler;
  private int port;
  private @Nullable HttpsServer running;

  TlsServer(SSLContext tls, HttpHandler handler) {
    this.tls = tls;
    this.handler = handler;
    start();
    close();
  }

  String address() {
    return "https://localhost:" + port;
  }

  void start() {
    try {
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.setHttpsConfigurator(demandingACertificate());
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", handler);
      server.start();
      port = server.getAddress().getPort();
      running = server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    if (running != null) {
      running.stop(0);
      running = null;
    }
  }

  private HttpsConfigurator demandingACertificate() {
    return new HttpsConfigurator(tls) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters demanding = tls.getDefaultSSLParameters();
        demanding.setNeedClientAuth(true);
        parameters.setSSLParameters(demanding);
      }
    };
  }
}
