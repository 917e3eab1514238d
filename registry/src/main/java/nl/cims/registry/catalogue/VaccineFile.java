// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.Programme;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.VaccineCode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The data file of the catalogue. One that contradicts itself stops the start.
@Component
class VaccineFile {

  private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

  private final Map<VaccineCode, Product> byCode = new HashMap<>();
  private final Map<String, Product> byId = new HashMap<>();

  VaccineFile(JsonMapper json) {
    Content content = read(json);
    Map<String, Localised> diseases =
        content.diseases().stream()
            .collect(Collectors.toMap(Disease::id, it -> new Localised(it.nl(), it.en())));
    content.products().forEach(line -> add(line, diseases::get));
  }

  Map<VaccineCode, Product> byCode() {
    return Map.copyOf(byCode);
  }

  Map<String, Product> byId() {
    return Map.copyOf(byId);
  }

  private void add(Line line, Function<String, @Nullable Localised> diseases) {
    Product product =
        new Product(
            line.id(),
            new Localised(line.nl(), line.en()),
            line.diseases().stream().map(id -> known(id, diseases.apply(id))).toList(),
            line.programme(),
            line.manufacturer() == null ? "" : line.manufacturer(),
            line.validFrom() == null ? ALWAYS : line.validFrom());
    refuseTwice(byId.put(product.id(), product), line.id());
    for (String code : line.codes()) {
      int colon = code.indexOf(':');
      VaccineCode key =
          new VaccineCode(CodeSystem.valueOf(code.substring(0, colon)), code.substring(colon + 1));
      refuseTwice(byCode.put(key, product), code);
    }
  }

  private static Localised known(String id, @Nullable Localised disease) {
    if (disease == null) {
      throw new IllegalStateException("catalogue: no disease " + id);
    }
    return disease;
  }

  private static void refuseTwice(@Nullable Product earlier, String name) {
    if (earlier != null) {
      throw new IllegalStateException("catalogue: " + name + " stands there twice");
    }
  }

  private static Content read(JsonMapper json) {
    try (InputStream file = new ClassPathResource("catalogue/vaccines.json").getInputStream()) {
      return json.readValue(file, Content.class);
    } catch (IOException cause) {
      throw new IllegalStateException("catalogue: the data file cannot be read", cause);
    }
  }

  private record Content(
      String version, String source, List<Disease> diseases, List<Line> products) {}

  private record Disease(String id, String nl, String en) {}

  private record Line(
      String id,
      String nl,
      String en,
      List<String> diseases,
      Programme programme,
      List<String> codes,
      @Nullable String manufacturer,
      @Nullable LocalDate validFrom) {}
}
