// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cache is used only for the very jar it was learned from, and its absence never stops anything.
class StartupTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Home home;
  private Startup startup;

  @BeforeEach
  void learn(@TempDir Path directory) throws IOException {
    home = new Home(directory.resolve("home"), directory.resolve("repository"));
    startup = new Startup(home, true);
    for (Deployable each : Deployable.values()) {
      touch(each.unpackedJar(home.repository()), NOON);
      touch(home.startupCache(each.title()), NOON.plusSeconds(60));
    }
  }

  @Test
  void readsWhatWasLearned() {
    assertThat(startup.isLearning()).isFalse();
    assertThat(startup.flags(Deployable.PORTAL)).anyMatch(flag -> flag.startsWith("-XX:AOTCache="));
  }

  @Test
  void learnsAnewWhenTheJarIsNewer() throws IOException {
    touch(Deployable.PORTAL.unpackedJar(home.repository()), NOON.plusSeconds(120));
    assertThat(startup.isLearning()).isTrue();
    assertThat(startup.flags(Deployable.PORTAL))
        .anyMatch(flag -> flag.startsWith("-XX:AOTCacheOutput="));
  }

  @Test
  void goesOnWhenTheUnpackedJarsWereCleanedAway() throws IOException {
    Files.delete(Deployable.PORTAL.unpackedJar(home.repository()));
    assertThat(startup.isLearning()).isTrue();
  }

  @Test
  void leavesNoCacheBehindInTests() {
    assertThat(new Startup(home, false).isLearning()).isFalse();
  }

  private static void touch(Path file, Instant at) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[0]);
    Files.setLastModifiedTime(file, FileTime.from(at));
  }
}
