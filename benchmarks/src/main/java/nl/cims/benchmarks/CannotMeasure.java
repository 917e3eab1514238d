// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

/// Something is missing or wrong; the message is one sentence for whoever asked.
public final class CannotMeasure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotMeasure(String sentence) {
    super(sentence);
  }

  public CannotMeasure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
