// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.people.Source;

/// Sends message files and CSV files as one of the demo's parties, and says what became of each.
/// Takes the contents as they are: what is wrong with them, the register says.
final class Post {

  private static final Pattern BUNDLE =
      Pattern.compile("\"resourceType\"\\s*:\\s*\"Bundle\"|<Bundle[\\s>]");
  private static final Pattern TOP_IDENTIFIER =
      Pattern.compile(
          "\"identifier\"\\s*:\\s*\\[\\s*\\{[^}]*\"system\"\\s*:\\s*\"([^\"]+)\"[^}]*\"value\"\\s*:\\s*\"([^\"]+)\""
              + "|<identifier>\\s*<system value=\"([^\"]+)\"\\s*/>\\s*<value value=\"([^\"]+)\"");

  private static final String CSV = ".csv";

  private final Party party;
  private final Consumer<String> out;

  Post(Source source, int offset, CertificateAuthority authority, Consumer<String> out) {
    this.party = new Party(source, offset, authority);
    this.out = out;
  }

  /// The party of this name; the first GGD if none is given.
  static Source party(String id) {
    return Stream.of(Source.values())
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new CannotProceed(
                    "There is no party %s; there are: %s."
                        .formatted(
                            id,
                            Stream.of(Source.values())
                                .map(Source::id)
                                .collect(Collectors.joining(", ")))));
  }

  /// Who sends these if nothing was said: somebody who may send such files.
  static Source usual(List<String> files) {
    return files.stream().anyMatch(file -> file.endsWith(CSV))
        ? Source.CARE_HOME
        : Source.GGD_UTRECHT;
  }

  /// @param update whether a single vaccination in FHIR is sent as an update on its identifier
  /// @param mllp whether HL7 v2 goes over MLLP instead of HTTPS
  record Manner(boolean update, boolean mllp) {}

  /// @return whether all were accepted
  boolean send(List<String> files, Manner manner) throws InterruptedException {
    boolean all = true;
    for (String file : files) {
      all &=
          file.endsWith(CSV)
              ? new CsvPost(party, out).send(Path.of(file))
              : send(Path.of(file), manner);
    }
    return all;
  }

  private boolean send(Path file, Manner manner) throws InterruptedException {
    byte[] body;
    try {
      body = Files.readAllBytes(file);
    } catch (IOException unreadable) {
      out.accept("%s: cannot be read".formatted(file));
      return false;
    }
    Answer answer = isHl7(file) ? hl7(body, manner.mllp()) : fhir(file, body, manner.update());
    out.accept(
        "%s: %s (%d)"
            .formatted(file, answer.verdict().name().toLowerCase(Locale.ROOT), answer.status()));
    answer.lines().forEach(line -> out.accept("  " + line));
    return answer.accepted();
  }

  static boolean isHl7(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".hl7");
  }

  private Answer hl7(byte[] body, boolean mllp) throws InterruptedException {
    return mllp ? party.sendOverMllp(body) : party.send("POST", "/hl7v2", Party.HL7, body);
  }

  private Answer fhir(Path file, byte[] body, boolean update) throws InterruptedException {
    String text = new String(body, StandardCharsets.UTF_8);
    boolean xml = text.stripLeading().startsWith("<") || text.startsWith("\uFEFF<");
    String mediaType = xml ? "application/fhir+xml" : "application/fhir+json";
    boolean bundle = isBundle(text);
    String path = bundle ? "/fhir" : "/fhir/Immunization" + (update ? query(file, text) : "");
    return party.send(update && !bundle ? "PUT" : "POST", path, mediaType, body);
  }

  /// By the outermost resource: an Immunization never holds a Bundle.
  static boolean isBundle(String text) {
    return BUNDLE.matcher(text).find();
  }

  private static String query(Path file, String text) {
    Matcher identifier = TOP_IDENTIFIER.matcher(text);
    if (!identifier.find()) {
      throw new CannotProceed(
          "%s has no identifier with system and value, so that there is nothing to update."
              .formatted(file));
    }
    boolean json = identifier.group(1) != null;
    String token = identifier.group(json ? 1 : 3) + "|" + identifier.group(json ? 2 : 4);
    return "?identifier=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }
}
