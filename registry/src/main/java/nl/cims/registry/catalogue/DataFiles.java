// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The data files of the catalogue, in one folder on the class path: `diseases`, `makers`,
/// `programmes`, and every `vaccines-…` that stands there.
final class DataFiles {

  private final JsonMapper json;
  private final String folder;

  DataFiles(JsonMapper json, String folder) {
    this.json = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    this.folder = folder;
  }

  Lines read() {
    return new Lines(
        read(file("diseases"), Lines.DiseaseFile.class),
        read(file("makers"), Lines.MakerFile.class),
        read(file("programmes"), Lines.ProgrammeFile.class),
        vaccines());
  }

  private List<Lines.VaccineFile> vaccines() {
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + folder + "/vaccines-*.json");
      List<Resource> files = new ArrayList<>(List.of(found));
      files.sort(Comparator.comparing(file -> String.valueOf(file.getFilename())));
      if (files.isEmpty()) {
        throw new IllegalStateException("there are no vaccines in " + folder);
      }
      return files.stream().map(file -> read(file, Lines.VaccineFile.class)).toList();
    } catch (IOException cause) {
      throw new IllegalStateException("the data files in " + folder + " cannot be listed", cause);
    }
  }

  private Resource file(String name) {
    return new ClassPathResource(folder + "/" + name + ".json");
  }

  private <F> F read(Resource resource, Class<F> shape) {
    try (InputStream file = resource.getInputStream()) {
      return json.readValue(file, shape);
    } catch (IOException cause) {
      throw new IllegalStateException("the data file " + resource + " cannot be read", cause);
    }
  }
}
