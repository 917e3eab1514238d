// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// One kept-alive HTTP/1.1 connection, written for little cost: the machine that is measured runs
/// the client too. Connects again by itself after a failure.
final class Wire implements Closeable {

  private static final int PATIENCE_MILLIS = 30_000;

  private final String host;
  private final int port;
  private final SocketFactory sockets;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  private Wire(URI address, SocketFactory sockets) {
    this.host = address.getHost();
    this.port = address.getPort();
    this.sockets = sockets;
  }

  static Wire plain(URI address) {
    return new Wire(address, SocketFactory.getDefault());
  }

  static Wire over(SSLContext tls, URI address) {
    return new Wire(address, tls.getSocketFactory());
  }

  /// What matters of an answer.
  ///
  /// @param status of it
  /// @param bytes length of its body
  record Reply(int status, long bytes) {}

  /// Sends the request, which is whole, and reads the answer to its end.
  Reply exchange(byte[] request) throws IOException {
    boolean done = false;
    try {
      Socket open = socket;
      if (open == null) {
        open = connect();
      }
      open.getOutputStream().write(request);
      open.getOutputStream().flush();
      Reply reply = read();
      done = true;
      return reply;
    } finally {
      if (!done) {
        close();
      }
    }
  }

  private Socket connect() throws IOException {
    Socket fresh = sockets.createSocket(host, port);
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(fresh.getInputStream(), 16 * 1024);
    socket = fresh;
    return fresh;
  }

  private Reply read() throws IOException {
    String statusLine = line();
    if (statusLine.length() < 12) {
      throw new IOException("no HTTP answer");
    }
    int status = Integer.parseInt(statusLine.substring(9, 12));
    long length = status == 204 || status == 304 ? 0 : -1;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.endsWith("chunked");
      } else if (lower.startsWith("connection:")) {
        last = lower.endsWith("close");
      }
    }
    long bytes = chunked ? skipChunks() : skip(Math.max(length, 0));
    if (last || (!chunked && length < 0)) {
      close();
    }
    return new Reply(status, bytes);
  }

  private long skipChunks() throws IOException {
    long total = 0;
    long size = Long.parseLong(line().strip(), 16);
    while (size > 0) {
      total += skip(size);
      line();
      size = Long.parseLong(line().strip(), 16);
    }
    line();
    return total;
  }

  private long skip(long bytes) throws IOException {
    in.skipNBytes(bytes);
    return bytes;
  }

  private String line() throws IOException {
    byte[] bytes = new byte[256];
    int length = 0;
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("the connection was closed");
      }
      if (next != '\r') {
        if (length == bytes.length) {
          bytes = java.util.Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) next;
      }
      next = in.read();
    }
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    Socket open = socket;
    socket = null;
    if (open != null) {
      open.close();
    }
  }
}
