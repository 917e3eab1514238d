// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.registry.catalogue.Lines.CodeLine;
import nl.cims.registry.catalogue.Lines.DiseaseLine;
import nl.cims.registry.catalogue.Lines.MakerLine;
import nl.cims.registry.catalogue.Lines.ProgrammeLine;
import nl.cims.registry.catalogue.Lines.VaccineFile;
import nl.cims.registry.catalogue.Lines.VaccineLine;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.VaccineCode;

/// Everything in the data files that cannot be, a sentence each. With one of them the catalogue
/// does not start: half a catalogue would quarantine the good reports of a whole country.
final class Contradictions {

  private final Lines lines;
  private final List<String> found = new ArrayList<>();

  private Contradictions(Lines lines) {
    this.lines = lines;
  }

  static List<String> in(Lines lines) {
    Contradictions contradictions = new Contradictions(lines);
    contradictions.look();
    return List.copyOf(contradictions.found);
  }

  private void look() {
    Map<String, VaccineLine> products = once("product", lines.products(), VaccineLine::id);
    Set<String> diseases =
        once("disease", lines.diseases().diseases().stream(), DiseaseLine::id).keySet();
    Set<String> makers = once("maker", lines.makers().makers().stream(), MakerLine::id).keySet();
    Set<String> programmes =
        once("programme", lines.programmes().programmes().stream(), ProgrammeLine::id).keySet();
    if (!programmes.contains(Programme.OTHER)) {
      found.add("there is no programme " + Programme.OTHER);
    }
    lines.programmes().programmes().forEach(it -> named(it.id(), it.nl(), it.en()));
    once("code", makerCodes(), it -> it).keySet().stream()
        .filter(it -> !Maker.Code.isReadable(it))
        .forEach(it -> found.add(it + " is no code of a list of makers"));
    lines.diseases().diseases().forEach(it -> named(it.id(), it.nl(), it.en()));
    for (VaccineLine line : products.values()) {
      named(line.id(), line.nl(), line.en());
      known(line.id(), "disease", line.diseases(), diseases);
      known(line.id(), "maker", line.maker() == null ? List.of() : List.of(line.maker()), makers);
      known(line.id(), "programme", List.of(line.programme()), programmes);
      known(line.id(), "kind", line.directKinds(), products.keySet());
      kinds(line, products);
    }
    lines.vaccines().forEach(this::codes);
    meanings();
  }

  private Stream<String> makerCodes() {
    return lines.makers().makers().stream().flatMap(it -> it.codes().stream());
  }

  private <L> Map<String, L> once(String what, Stream<L> all, Function<L, String> name) {
    Map<String, L> byName = new HashMap<>();
    all.forEach(
        it -> {
          if (byName.put(name.apply(it), it) != null) {
            found.add("the " + what + " " + name.apply(it) + " stands there twice");
          }
        });
    return byName;
  }

  private void named(String id, String nl, String en) {
    if (nl.isBlank() || en.isBlank()) {
      found.add(id + " has no name in one of the languages");
    }
  }

  private void known(String id, String what, List<String> named, Set<String> known) {
    if (what.equals("disease") && named.isEmpty()) {
      found.add(id + " protects against nothing");
    }
    named.stream()
        .filter(it -> !known.contains(it))
        .forEach(it -> found.add(id + " names the " + what + " " + it + ", which is unknown"));
  }

  /// A kind is the same vaccine, said less precisely.
  private void kinds(VaccineLine line, Map<String, VaccineLine> products) {
    for (String kind : line.directKinds()) {
      VaccineLine above = products.get(kind);
      if (above != null && !Set.copyOf(above.diseases()).equals(Set.copyOf(line.diseases()))) {
        found.add(line.id() + " protects against other diseases than its kind " + kind);
      }
      if (above != null && above.maker() != null) {
        found.add(line.id() + " has the kind " + kind + ", which is a maker's product");
      }
    }
    if (Kinds.above(line.id(), products).contains(line.id())) {
      found.add(line.id() + " is a kind of itself");
    }
  }

  private void codes(VaccineFile file) {
    for (VaccineLine product : file.products()) {
      for (CodeLine line : product.codes()) {
        if (!file.sources().containsKey(line.source())) {
          found.add(line.code() + " has a source that its file does not name");
        }
        if (line.validity().endsBeforeItBegins()) {
          found.add(line.code() + " ends before it begins");
        }
        if (!readable(line.code())) {
          found.add(line.code() + " is no code of a system that the register knows");
        }
      }
    }
  }

  private static boolean readable(String code) {
    int colon = code.indexOf(':');
    boolean system =
        Stream.of(CodeSystem.values()).anyMatch(it -> code.startsWith(it.name() + ":"));
    try {
      return system && new VaccineCode(CodeSystem.ATC, code.substring(colon + 1)).code() != null;
    } catch (InvalidValue noCode) {
      return false;
    }
  }

  /// A code means one thing at a time.
  private void meanings() {
    Map<String, List<CodeLine>> byCode =
        lines
            .products()
            .flatMap(product -> product.codes().stream())
            .collect(Collectors.groupingBy(CodeLine::code));
    Set<String> twice = new HashSet<>();
    byCode.forEach(
        (code, meanings) -> {
          for (int i = 0; i < meanings.size(); i++) {
            Validity one = meanings.get(i).validity();
            if (meanings.stream().skip(i + 1L).anyMatch(it -> it.validity().overlaps(one))) {
              twice.add(code);
            }
          }
        });
    twice.stream().sorted().forEach(it -> found.add(it + " has two meanings on the same day"));
  }
}
