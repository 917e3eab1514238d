// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

/// Something that the one at the keyboard has to solve; the message is one sentence that says what
/// and how.
final class CannotProceed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotProceed(String sentence) {
    super(sentence);
  }

  CannotProceed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
