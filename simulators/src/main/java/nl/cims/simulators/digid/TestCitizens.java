// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The people file, read anew for every page, so that the demo may write it while we run.
@Component
final class TestCitizens {

  private final Path file;

  TestCitizens(DigidSettings settings) {
    this.file = settings.people();
  }

  List<TestCitizen> all() {
    if (!Files.isReadable(file)) {
      return List.of();
    }
    try {
      return JsonMapper.builder()
          .build()
          .readValue(file, new TypeReference<List<TestCitizen>>() {});
    } catch (JacksonException malformed) {
      throw new IllegalStateException("the people file " + file + " is not right", malformed);
    }
  }
}
