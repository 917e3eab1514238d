// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Of a message's MSH segment what an acknowledgement repeats, as it was sent.
///
/// @param delimiters of the message, which the answer uses too
/// @param charset in which it is written, which the answer uses too
/// @param characterSet MSH-18
/// @param sender MSH-3 and MSH-4 with the delimiter between them
/// @param receiver MSH-5 and MSH-6 with the delimiter between them
/// @param controlId MSH-10
/// @param processing MSH-11
public record Header(
    Delimiters delimiters,
    Charset charset,
    String characterSet,
    String sender,
    String receiver,
    String controlId,
    String processing) {

  /// Of something in which no MSH can be read.
  public static final Header NONE =
      new Header(Delimiters.USUAL, StandardCharsets.US_ASCII, "", "|", "|", "", "P");

  static Header of(Segment msh, Charset charset) {
    char between = msh.delimiters().field();
    return new Header(
        msh.delimiters(),
        charset,
        msh.raw(18),
        msh.raw(3) + between + msh.raw(4),
        msh.raw(5) + between + msh.raw(6),
        msh.raw(10),
        msh.raw(11));
  }

  @Override
  public String toString() {
    return "Header[hidden]";
  }
}
