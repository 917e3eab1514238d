// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.messages.Message;
import nl.cims.testkit.people.Source;

/// Sends what the parties have to report, each party with its own certificate and token, all at the
/// same time.
final class Loading {

  private static final int STEP_PERCENT = 10;

  private final int offset;
  private final CertificateAuthority authority;
  private final Consumer<String> progress;
  private final AtomicInteger sent = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
  private int total;

  Loading(int offset, CertificateAuthority authority, Consumer<String> progress) {
    this.offset = offset;
    this.authority = authority;
    this.progress = progress;
  }

  /// Sends everything.
  ///
  /// @return what was not accepted, one line each; empty if all was
  List<String> load(Map<Source, List<Message>> delivery) throws InterruptedException {
    total = delivery.values().stream().flatMap(List::stream).mapToInt(Message::doses).sum();
    List<Throwable> failures = new ArrayList<>();
    try (ExecutorService parties = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          delivery.entrySet().stream()
              .map(
                  entry ->
                      parties.submit(
                          () -> {
                            deliver(new Party(entry.getKey(), offset, authority), entry.getValue());
                            return null;
                          }))
              .toList();
      for (var party : running) {
        try {
          party.get();
        } catch (java.util.concurrent.ExecutionException failed) {
          failures.add(failed.getCause() == null ? failed : failed.getCause());
        }
      }
    }
    if (!failures.isEmpty() && failures.getFirst() instanceof CannotProceed sentence) {
      throw sentence;
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException("loading failed", failures.getFirst());
    }
    return List.copyOf(refusals);
  }

  private void deliver(Party party, List<Message> messages) throws InterruptedException {
    for (Message message : messages) {
      Answer answer = party.send(message);
      if (!answer.accepted()) {
        refusals.add(
            "%s: status %d %s"
                .formatted(message, answer.status(), String.join("; ", answer.lines())));
      }
      report(message.doses());
    }
  }

  private void report(int doses) {
    int after = sent.addAndGet(doses);
    int before = after - doses;
    int step = after * 100 / total / STEP_PERCENT;
    if (step > before * 100 / total / STEP_PERCENT) {
      progress.accept(
          "loading %3d %% (%d of %d vaccinations)".formatted(step * STEP_PERCENT, after, total));
    }
  }
}
