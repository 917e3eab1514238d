// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.messages;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A CSV file of any length, made while it is read, so that nobody has to hold it: COVID doses of
/// people who do not exist, three each.
public final class CsvRows extends InputStream {

  private static final String HEADER =
      "identificatie;actie;bsn;voornamen;tussenvoegsel;achternaam;geboortedatum;geslacht;toestemming_delen;"
          + "vaccinatiedatum;vaccincode;codesysteem;vaccin;batchnummer;fabrikant;dosisnummer;plaats_op_lichaam;"
          + "toedieningsweg;hoeveelheid;uitvoerder;uitvoerdernummer;vastgelegd_op;opmerking\r\n";
  private static final int DOSES = 3;
  private static final int FIRST_NUMBER = 300_000_000;

  private final String prefix;
  private final int rows;
  private int made;
  private int number = FIRST_NUMBER;
  private byte[] line = HEADER.getBytes(StandardCharsets.US_ASCII);
  private int at;

  /// @param prefix of the identifiers, so that two files have doses of their own
  /// @param rows how many
  public CsvRows(String prefix, int rows) {
    this.prefix = prefix;
    this.rows = rows;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    int written = 0;
    while (written < length && hasMore()) {
      int piece = Math.min(length - written, line.length - at);
      System.arraycopy(line, at, target, offset + written, piece);
      at += piece;
      written += piece;
    }
    return written == 0 && length > 0 ? -1 : written;
  }

  private boolean hasMore() {
    if (at < line.length) {
      return true;
    }
    if (made == rows) {
      return false;
    }
    line = next().getBytes(StandardCharsets.UTF_8);
    at = 0;
    return true;
  }

  private String next() {
    int dose = made % DOSES;
    if (dose == 0) {
      number = nextBsn(number);
    }
    made++;
    return prefix
        + "-"
        + made
        + ";nieuw;"
        + number
        + ";Anna Sofie;van der;Voorbeeld-"
        + number % 10_000
        + ";"
        + (10 + made % 18)
        + "-11-19"
        + (40 + number % 60)
        + ";v;ja;2021-0"
        + (2 + 2 * dose)
        + "-1"
        + made % 10
        + ";2924528;HPK;Comirnaty;EJ"
        + (1000 + made % 9000)
        + ";Pfizer;"
        + (dose + 1)
        + ";linkerbovenarm;im;0,3 ml;Zorghuis De Wilgen;URA:90000401;;\r\n";
  }

  /// The next number after this one that passes the eleven-test.
  private static int nextBsn(int after) {
    int candidate = after + 1;
    while (!passesElevenTest(candidate)) {
      candidate++;
    }
    return candidate;
  }

  private static boolean passesElevenTest(int candidate) {
    int sum = -(candidate % 10);
    int rest = candidate / 10;
    for (int weight = 2; weight <= 9; weight++) {
      sum += weight * (rest % 10);
      rest /= 10;
    }
    return sum % 11 == 0;
  }
}
