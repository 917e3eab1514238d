// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import nl.cims.registry.access.Parties;
import nl.cims.registry.access.Party.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes finished files from a directory that has one folder per party. A file is finished when its
/// name ends with `.csv`: whoever writes it gives it that name last, by a rename. It is deleted
/// once it is committed; one that is refused as a whole gets `.refused` behind its name and a
/// result that says why.
@Component
class Drop {

  static final String RESULT = ".result.csv";

  private static final Logger LOG = LoggerFactory.getLogger(Drop.class);
  private static final String FINISHED = ".csv";

  private final Reception reception;
  private final Parties parties;
  private final CsvSettings settings;

  Drop(Reception reception, Parties parties, CsvSettings settings) {
    this.reception = reception;
    this.parties = parties;
    this.settings = settings;
  }

  /// Takes one file.
  ///
  /// @return whether there was one
  boolean next() {
    Path drop = settings.drop();
    if (drop == null) {
      return false;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(drop, Files::isDirectory)) {
      for (Path folder : folders) {
        String party = folder.getFileName().toString();
        if (parties.reporting(party, Channel.CSV).isPresent() && takeOne(party, folder)) {
          return true;
        }
      }
    } catch (IOException unreadable) {
      LOG.error("the drop directory cannot be used: {}", unreadable.getClass().getSimpleName());
    }
    return false;
  }

  private boolean takeOne(String party, Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Drop::isFinished)) {
      for (Path file : files) {
        if (take(party, file)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isFinished(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(FINISHED)
        && !name.endsWith(RESULT)
        && !name.startsWith(".")
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /// @return false if the file could not be used; it stays, and the others go on
  private boolean take(String party, Path file) {
    try {
      keep(party, file);
      return true;
    } catch (IOException | UncheckedIOException unusable) {
      LOG.error(
          "a file of {} in the drop directory cannot be used: {}",
          party,
          unusable.getClass().getSimpleName());
      return false;
    }
  }

  private void keep(String party, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      reception.receive(party, in, Optional.of(file.getFileName().toString()));
    } catch (UnusableFile refused) {
      refuse(file, refused);
      return;
    }
    Files.delete(file);
  }

  private static void refuse(Path file, UnusableFile why) throws IOException {
    put(
        result(file),
        out -> {
          ResultWriter writer = new ResultWriter(out, Language.NL);
          writer.unusable(why);
          writer.end();
        });
    Files.move(
        file,
        file.resolveSibling(file.getFileName() + ".refused"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Where the result of a file is put.
  static Path result(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - FINISHED.length()) + RESULT);
  }

  /// Writes the content of a file.
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /// Puts a file there whole, so that nobody reads half of it.
  static void put(Path file, Content content) throws IOException {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
      content.write(out);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
