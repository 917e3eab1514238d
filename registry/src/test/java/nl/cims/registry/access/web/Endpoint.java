// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.cims.registry.RegistryProcess;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Something that a controller answers to.
///
/// @param method in capitals; `ANY` if the controller takes them all
/// @param pattern as it stands at the controller
/// @param mediaType that it takes
record Endpoint(String method, String pattern, String mediaType) implements Comparable<Endpoint> {

  /// All of the running register.
  static SortedSet<Endpoint> running() {
    return in(RegistryProcess.running().beans(RequestMappingInfoHandlerMapping.class));
  }

  static SortedSet<Endpoint> in(Collection<? extends RequestMappingInfoHandlerMapping> mappings) {
    SortedSet<Endpoint> found = new TreeSet<>();
    for (RequestMappingInfoHandlerMapping mapping : mappings) {
      for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
        for (String pattern : info.getPatternValues()) {
          methods(info)
              .forEach(method -> found.add(new Endpoint(method, pattern, mediaType(info))));
        }
      }
    }
    return found;
  }

  private static Set<String> methods(RequestMappingInfo info) {
    Set<String> methods = new TreeSet<>();
    info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
    return methods.isEmpty() ? Set.of("ANY") : methods;
  }

  private static String mediaType(RequestMappingInfo info) {
    return info.getConsumesCondition().getConsumableMediaTypes().stream()
        .map(MediaType::toString)
        .sorted()
        .findFirst()
        .orElse("application/fhir+json");
  }

  /// Its name in the matrix.
  String name() {
    return method + " " + pattern;
  }

  /// The method to try it with.
  String tried() {
    return method.equals("ANY") ? "GET" : method;
  }

  /// An address at which it is.
  String address() {
    return pattern
            .replaceAll("\\{[^}]+}", UUID.randomUUID().toString())
            .replace("/**", "/anything")
            .replace("*", "anything")
        + "?language=nl";
  }

  @Override
  public int compareTo(Endpoint other) {
    return name().compareTo(other.name());
  }
}
