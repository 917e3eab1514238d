// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The data files of the catalogue, on the class path.
final class DataFiles {

  private final JsonMapper json;

  DataFiles(JsonMapper json) {
    this.json = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  Lines read() {
    return new Lines(
        read("diseases", Lines.DiseaseFile.class),
        read("makers", Lines.MakerFile.class),
        Stream.of("vaccines-covid", "vaccines-rvp", "vaccines-other")
            .map(name -> read(name, Lines.VaccineFile.class))
            .toList());
  }

  private <F> F read(String name, Class<F> shape) {
    String path = "catalogue/" + name + ".json";
    try (InputStream file = new ClassPathResource(path).getInputStream()) {
      return json.readValue(file, shape);
    } catch (IOException cause) {
      throw new IllegalStateException("the data file " + path + " cannot be read", cause);
    }
  }
}
