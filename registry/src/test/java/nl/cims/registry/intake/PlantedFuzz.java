// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

/// A parser with a fault behind two branches, which the fuzzer has to find.
public final class PlantedFuzz {

  private PlantedFuzz() {}

  /// One input.
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length > 1 && data[0] == 'M') {
      check(data[1]);
    }
  }

  private static void check(byte second) {
    if (second < 'A') {
      throw new IllegalStateException("planted");
    }
  }
}
