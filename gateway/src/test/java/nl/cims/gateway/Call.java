// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/// One request, written byte for byte, so that nothing between test and gateway corrects it.
final class Call {

  private final int port;
  private final SSLContext tls;
  private String requestLine = "GET /fhir/metadata HTTP/1.1";
  private final List<String> headers = new ArrayList<>();
  private byte[] body = new byte[0];
  private byte[] rest = new byte[0];
  private Pause pause = () -> {};

  /// What must happen before the rest of a body is sent.
  interface Pause {
    void await() throws InterruptedException;
  }

  Call(int port, SSLContext tls) {
    this.port = port;
    this.tls = tls;
  }

  Call to(String method, String target) {
    return requestLine(method + " " + target + " HTTP/1.1");
  }

  Call requestLine(String line) {
    this.requestLine = line;
    return this;
  }

  Call bearer(String token) {
    return header("Authorization: Bearer " + token);
  }

  Call header(String line) {
    headers.add(line);
    return this;
  }

  Call body(String contentType, byte[] bytes) {
    this.body = bytes;
    return header("Content-Type: " + contentType).header("Content-Length: " + bytes.length);
  }

  /// A body of which the second half leaves after the pause.
  Call inTwo(String contentType, byte[] first, Pause between, byte[] second) {
    this.body = first;
    this.pause = between;
    this.rest = second;
    return header("Content-Type: " + contentType)
        .header("Content-Length: " + (first.length + second.length));
  }

  Call chunked(String contentType, byte[] bytes, int chunk) {
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; at += chunk) {
      int size = Math.min(chunk, bytes.length - at);
      framed.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      framed.write(bytes, at, size);
      framed.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    framed.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    this.body = framed.toByteArray();
    return header("Content-Type: " + contentType).header("Transfer-Encoding: chunked");
  }

  /// Bytes after the headers, whatever these say.
  Call rawBody(byte[] bytes) {
    this.body = bytes;
    return this;
  }

  Answer send() throws IOException {
    return Answer.parse(sendForBytes());
  }

  byte[] sendForBytes() throws IOException {
    try (Socket socket =
        tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      Thread writer = Thread.ofVirtual().start(() -> write(socket));
      byte[] answer = readAll(socket.getInputStream());
      writer.interrupt();
      return answer;
    }
  }

  private void write(Socket socket) {
    StringBuilder head = new StringBuilder(requestLine).append("\r\nHost: localhost\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    head.append("Connection: close\r\n\r\n");
    try {
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      pause.await();
      socket.getOutputStream().write(rest);
      socket.getOutputStream().flush();
    } catch (IOException | InterruptedException refusedHalfway) {
      // The answer says why.
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (SocketException closedHard) {
      if (all.size() == 0) {
        throw closedHard;
      }
    }
    return all.toByteArray();
  }
}
