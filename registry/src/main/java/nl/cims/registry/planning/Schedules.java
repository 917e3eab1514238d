// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.planning;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.cims.registry.catalogue.Programmes;
import nl.cims.registry.catalogue.Vaccines;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The schedules of all programmes that have one: every file of the folder `planning` on the class
/// path. One that cannot be stops the start.
@Component
class Schedules {

  private static final String FILES = "classpath*:planning/*.json";

  private final List<Schedule> all;

  Schedules(JsonMapper json, Programmes programmes, Vaccines vaccines) {
    this.all = read(json);
    List<String> wrong = new ScheduleFaults(programmes, vaccines).in(all);
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("the schedules contradict themselves: " + wrong);
    }
  }

  /// In the order of their programmes.
  List<Schedule> all() {
    return all;
  }

  private static List<Schedule> read(JsonMapper json) {
    JsonMapper strict =
        json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    List<Schedule> schedules = new ArrayList<>();
    try {
      for (Resource resource : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        try (InputStream file = resource.getInputStream()) {
          schedules.add(strict.readValue(file, Schedule.class));
        }
      }
    } catch (IOException cause) {
      throw new IllegalStateException("the schedules (" + FILES + ") cannot be read", cause);
    }
    schedules.sort(Comparator.comparing(Schedule::programme));
    return List.copyOf(schedules);
  }
}
