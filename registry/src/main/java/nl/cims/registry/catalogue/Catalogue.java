// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.cims.contracts.citizen.Localised;
import nl.cims.registry.catalogue.Lines.CodeLine;
import nl.cims.registry.catalogue.Lines.VaccineLine;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.VaccineCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The content of the data files, read once at the start. Files that contradict themselves stop it.
@Component
class Catalogue {

  private final Map<String, Maker> makers;
  private final Map<String, Programme> programmes;
  private final Map<String, Product> products;
  private final Map<VaccineCode, List<Coding>> codings;

  @Autowired
  Catalogue(JsonMapper json) {
    this(new DataFiles(json, "catalogue").read());
  }

  Catalogue(Lines lines) {
    List<String> contradictions = Contradictions.in(lines);
    if (!contradictions.isEmpty()) {
      throw new IllegalStateException("the catalogue contradicts itself: " + contradictions);
    }
    this.makers = byId(lines.makers().makers().stream().map(Catalogue::maker).toList(), Maker::id);
    this.programmes =
        byId(
            lines.programmes().programmes().stream()
                .map(it -> new Programme(it.id(), new Localised(it.nl(), it.en())))
                .toList(),
            Programme::id);
    this.products = products(lines);
    this.codings =
        lines
            .products()
            .flatMap(product -> product.codes().stream().map(code -> coding(code, product)))
            .sorted(Comparator.comparing((Coding it) -> it.validity().from()).reversed())
            .collect(Collectors.groupingBy(Coding::code));
  }

  Map<String, Maker> makers() {
    return makers;
  }

  Map<String, Programme> programmes() {
    return programmes;
  }

  Map<String, Product> products() {
    return products;
  }

  /// What this code has meant, the latest first; empty if it is unknown.
  List<Coding> meanings(VaccineCode code) {
    return codings.getOrDefault(code, List.of());
  }

  private Map<String, Product> products(Lines lines) {
    Map<String, Disease> diseases =
        byId(
            lines.diseases().diseases().stream()
                .map(it -> new Disease(it.id(), new Localised(it.nl(), it.en()), it.snomed()))
                .toList(),
            Disease::id);
    Map<String, VaccineLine> all = byId(lines.products().toList(), VaccineLine::id);
    return byId(
        all.values().stream()
            .map(
                line ->
                    new Product(
                        line.id(),
                        new Localised(line.nl(), line.en()),
                        line.diseases().stream().map(it -> known(diseases, it)).toList(),
                        known(programmes, line.programme()),
                        Optional.ofNullable(line.maker()).map(it -> known(makers, it)),
                        Objects.requireNonNullElse(line.from(), Validity.BEGINNING),
                        Kinds.above(line.id(), all)))
            .toList(),
        Product::id);
  }

  private static Maker maker(Lines.MakerLine line) {
    return new Maker(
        line.id(),
        line.name(),
        line.codes().stream().map(Maker.Code::parse).collect(Collectors.toSet()));
  }

  private static Coding coding(CodeLine line, VaccineLine product) {
    int colon = line.code().indexOf(':');
    return new Coding(
        new VaccineCode(
            CodeSystem.valueOf(line.code().substring(0, colon)), line.code().substring(colon + 1)),
        product.id(),
        line.validity(),
        Boolean.TRUE.equals(line.deprecated()),
        line.source());
  }

  private static <V> V known(Map<String, V> all, String id) {
    return Objects.requireNonNull(all.get(id), "checked before");
  }

  private static <V> Map<String, V> byId(List<V> all, Function<V, String> id) {
    return all.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
  }
}
