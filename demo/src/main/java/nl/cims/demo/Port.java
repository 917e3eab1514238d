// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/// The ports of the demo, each with its owner. All shift together by one offset, so that two demos
/// can run side by side.
enum Port {
  PORTAL(8080, "the portal"),
  BROKER(8081, "the broker"),
  DIGID(8082, "the DigiD simulator"),
  GATEWAY(8443, "the gateway"),
  BROKER_MACHINES(8444, "the broker's back channel"),
  REGISTRY(8445, "the registry"),
  CONSOLE(8446, "the staff console"),
  BROKER_STAFF(8447, "the broker's door of staff"),
  MLLP(2575, "the gateway's MLLP listener"),
  POSTGRESQL(54321, "PostgreSQL");

  /// The largest offset that keeps every port below 65536.
  static final int LARGEST_OFFSET = 11_000;

  private final int base;
  private final String owner;

  Port(int base, String owner) {
    this.base = base;
    this.owner = owner;
  }

  int shiftedBy(int offset) {
    return base + offset;
  }

  /// Makes sure that nobody else listens on any of these.
  ///
  /// @throws CannotProceed at the first that is taken
  static void requireFree(List<Port> ports, int offset) {
    for (Port port : ports) {
      if (!port.isFree(offset)) {
        throw new CannotProceed(
            "Port %d, which is for %s, is taken by another program; stop that, or shift all ports with --port-offset N (or CIMS_PORT_OFFSET=N)."
                .formatted(port.shiftedBy(offset), port.owner));
      }
    }
  }

  private boolean isFree(int offset) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), shiftedBy(offset)));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
