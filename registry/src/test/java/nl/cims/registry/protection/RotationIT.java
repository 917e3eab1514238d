// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.access.Party;
import nl.cims.registry.dossier.Dossiers;
import nl.cims.registry.dossier.Look;
import nl.cims.registry.dossier.Seals;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Receipts;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.intake.Reports;
import nl.cims.registry.intake.Sender;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Test;

/// Every key is changed in the middle of reads and writes, broken off at every step and called
/// again: nobody notices, nothing is lost, and nobody is there twice.
class RotationIT {

  private static final Sender GGD = Sender.of("ggd-utrecht", Party.Channel.FHIR);

  private final RegistryProcess registry = RegistryProcess.running();
  private final Protection protection = registry.bean(Protection.class);
  private final Rotation rotation = registry.bean(Rotation.class);

  /// Stands for another process: it has learned of keys by itself, from the files.
  private final Protection elsewhere = new Protection(protection.settings());

  private static final class Killed extends RuntimeException {}

  @Test
  void changesEveryKeyWhileOthersReadAndWrite() throws InterruptedException {
    try (Traffic traffic = new Traffic()) {
      traffic.awaitRounds(2);
      for (String name : rotation.names()) {
        List<Integer> before = keys(name);
        rotateBrokenOffEverywhere(name);
        traffic.awaitRounds(1);
        if (!name.equals(Rotation.KEK)) {
          assertThat(keys(name)).as(name).hasSizeGreaterThan(before.size()).containsAll(before);
          assertThat(keys(name).getLast()).as(name).isEqualTo(primary(name));
        }
      }
      traffic.awaitRounds(1);
    }
  }

  @Test
  void destroysAnOldKeyOnlyWhenNothingNeedsIt() throws InterruptedException {
    try (Traffic traffic = new Traffic()) {
      traffic.awaitRounds(2);
      for (String name : List.of("person", "person-lookup", "keyring", "keyring-lookup", "kek")) {
        rotation.rotate(name, line -> {});
        assertThat(rotation.retire(name, line -> {})).as(name).isTrue();
        traffic.awaitRounds(1);
        if (!name.equals(Rotation.KEK)) {
          assertThat(keys(name)).as(name).containsExactly(primary(name));
        }
      }
      rotation.rotate("accesslog", line -> {});
      List<String> said = new ArrayList<>();
      assertThat(rotation.retire("accesslog", said::add)).isFalse();
      assertThat(said.getLast()).contains("accesslog.entry.subject");
      assertThat(rotation.retire("intake-lookup", said::add)).isFalse();
      assertThat(rotation.retire("intake-receipts", said::add)).isFalse();
      traffic.awaitRounds(1);
    }
  }

  @Test
  void tellsHowManyCellsAreUnderEachKey() {
    Bsn bsn = TestNumbers.fresh();
    registry
        .bean(Intake.class)
        .accept(GGD, Reports.of(bsn).message(), List.of(Reports.of(bsn).report()));
    List<String> said = new ArrayList<>();
    rotation.status(said::add);
    assertThat(said.getFirst()).contains("DEMO FILE");
    assertThat(said)
        .filteredOn(line -> line.startsWith("person ") && line.contains("primary"))
        .singleElement()
        .asString()
        .matches(".*primary [1-9]\\d* cells");
    assertThat(protection.custody()).isEqualTo(KeyCustody.DEMO_FILE);
  }

  @Test
  void opensWhatAnotherProcessSealedUnderANewerKey() {
    Sealing here = protection.sealing("immunisation", "immunisation.state.administration");
    Sealing there = elsewhere.sealing("immunisation", "immunisation.state.administration");
    UUID row = UUID.randomUUID();
    here.seal(row, new byte[1]);
    rotation.rotate("immunisation", line -> {});
    assertThat(here.open(row, there.seal(row, new byte[3]))).hasSize(3);
    assertThat(there.open(row, here.seal(row, new byte[3]))).hasSize(3);
  }

  /// Ends at the first thing that it says, then at the second, and so on, until it comes through.
  private void rotateBrokenOffEverywhere(String name) {
    int steps = 0;
    for (boolean through = false; !through; steps++) {
      int most = steps;
      AtomicInteger said = new AtomicInteger();
      try {
        rotation.rotate(
            name,
            line -> {
              if (said.getAndIncrement() == most) {
                throw new Killed();
              }
            });
        through = true;
      } catch (Killed resumed) {
        assertThat(steps).isLessThan(100);
      }
    }
    assertThat(steps).as(name).isGreaterThan(1);
  }

  private List<Integer> keys(String name) {
    if (name.equals(Rotation.KEK)) {
      return List.of();
    }
    var keyset = protection.keysets().open(name);
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i < keyset.size(); i++) {
      keys.add(keyset.getAt(i).getId());
    }
    return keys;
  }

  private int primary(String name) {
    return protection.keysets().open(name).getPrimary().getId();
  }

  /// Reports new people and new doses of known ones, repeats and corrects them, opens dossiers and
  /// logs, asks for receipts and seals, over and over; keeps every fault.
  private final class Traffic implements AutoCloseable {
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger rounds = new AtomicInteger();
    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    Traffic() {
      for (int i = 0; i < 3; i++) {
        threads.add(Thread.ofPlatform().start(this::work));
      }
    }

    void awaitRounds(int more) {
      int until = rounds.get() + more * threads.size();
      while (rounds.get() < until && faults.isEmpty()) {
        LockSupport.parkNanos(5_000_000);
      }
      assertThat(faults).isEmpty();
    }

    @Override
    public void close() throws InterruptedException {
      stop.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(faults).isEmpty();
    }

    private void work() {
      List<Reports> sent = new ArrayList<>();
      List<Reports> refused = new ArrayList<>();
      while (!stop.get() && faults.isEmpty()) {
        try {
          round(sent, refused);
          rounds.incrementAndGet();
        } catch (RuntimeException | AssertionError fault) {
          faults.add(fault);
        }
      }
    }

    private void round(List<Reports> sent, List<Reports> refused) {
      Bsn fresh = TestNumbers.fresh();
      Reports first = Reports.of(fresh);
      UUID receipt = recorded(first);
      accept(Reports.of(fresh).on("2021-06-01"), Outcome.Recorded.class);
      accept(first, Outcome.Duplicate.class);
      Reports unshared = Reports.of(fresh).shared(Sharing.REFUSED);
      accept(unshared, Outcome.Recorded.class);
      sent.add(first);
      refused.add(unshared);
      Reports old = sent.get(sent.size() / 2);
      accept(old, Outcome.Duplicate.class);
      accept(refused.get(refused.size() / 2), Outcome.Duplicate.class);
      assertThat(doses(fresh)).isEqualTo(2);
      assertThat(doses(old.bsn())).isEqualTo(2);
      assertThat(registry.bean(Receipts.class).signed("ggd-utrecht", receipt)).isPresent();
      assertThat(registry.bean(Seals.class).publicKeys()).contains("keys");
    }

    private UUID recorded(Reports report) {
      return ((Outcome.Recorded) accept(report, Outcome.Recorded.class)).receipt().message();
    }

    private Outcome accept(Reports report, Class<? extends Outcome> expected) {
      Outcome outcome =
          registry
              .bean(Intake.class)
              .accept(GGD, report.message(), List.of(report.report()))
              .getFirst();
      assertThat(outcome).isInstanceOf(expected);
      return outcome;
    }

    private int doses(Bsn bsn) {
      return registry
          .bean(Dossiers.class)
          .open(
              new Citizen("test", bsn, Optional.of(AssuranceLevel.SUBSTANTIEEL)),
              new Look("test", ""))
          .vaccinations()
          .size();
    }
  }
}
