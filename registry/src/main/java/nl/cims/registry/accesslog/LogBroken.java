// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

/// The log is not what was written. Its message says in plain words where that shows first.
final class LogBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LogBroken(String what) {
    super(what);
  }

  /// A row is not as it was written.
  static LogBroken row(Evidence.Kept kept, String what) {
    String where = kept.place() < 0 ? "The row" : "Row %d".formatted(kept.place());
    return new LogBroken(
        "%s (id %s, of %s) %s".formatted(where, kept.row().id(), kept.row().at(), what));
  }
}
