// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that a source says about one vaccination, as bytes that are the same however it is
/// packed: JSON or XML, with other white space or another order of keys, alone or in a Bundle, with
/// what it refers to contained or beside it.
///
/// What counts: every element and extension of the Immunization, and of each resource that it
/// refers to in the same message, up to three references away, in the place of the reference. What
/// does not: ids of resources and elements, `fullUrl`, narrative, and of `meta` everything but the
/// version and the security labels of the Immunization itself. A reference that points outside the
/// message counts as it is written.
final class CanonicalContent {

  private static final int FAR = 3;
  private static final Comparator<Element> BY_NAME = Comparator.comparing(Element::name);

  /// Characters for all vaccinations of one message; a Bundle of 500 takes about two million.
  private static final long MOST = 30_000_000;

  private final References references;
  private final List<Map<Element, String>> known = new ArrayList<>();

  private long spent;

  /// One per message: what several vaccinations refer to is worked out once.
  CanonicalContent(References references) {
    this.references = references;
    for (int i = 0; i <= FAR; i++) {
      known.add(new IdentityHashMap<>());
    }
  }

  byte[] of(Element immunization) {
    StringBuilder text = new StringBuilder(2048);
    text.append(immunization.resourceType());
    inside(immunization, FAR, text);
    for (Element meta : immunization.all("meta")) {
      meta.all("versionId").forEach(version -> element(version, FAR, text));
      meta.all("security").forEach(label -> element(label, FAR, text));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void inside(Element element, int far, StringBuilder text) {
    for (Element child : sorted(element)) {
      if (counts(child)) {
        element(child, far, text);
      }
    }
  }

  private static List<Element> sorted(Element element) {
    List<Element> children = element.children();
    if (children.size() < 2) {
      return children;
    }
    List<Element> sorted = new ArrayList<>(children);
    sorted.sort(BY_NAME);
    return sorted;
  }

  private void element(Element element, int far, StringBuilder text) {
    text.append(element.name()).append('(');
    String value = element.value();
    if (value != null) {
      text.append(value.length()).append(':').append(value);
    }
    if (element.type().equals("Reference")) {
      reference(element, far, text);
    } else {
      inside(element, far, text);
    }
    text.append(')');
  }

  private void reference(Element reference, int far, StringBuilder text) {
    Optional<Element> target = references.target(reference);
    for (Element child : sorted(reference)) {
      if (counts(child) && !(target.isPresent() && child.name().equals("reference"))) {
        element(child, far, text);
      }
    }
    if (target.isPresent() && far > 0) {
      String content = resource(target.get(), far - 1);
      spend(content.length());
      text.append('=').append(content);
    }
  }

  private String resource(Element resource, int far) {
    String before = known.get(far).get(resource);
    if (before != null) {
      return before;
    }
    StringBuilder text = new StringBuilder(1024);
    text.append(resource.resourceType());
    inside(resource, far, text);
    String content = text.toString();
    known.get(far).put(resource, content);
    return content;
  }

  /// References can be arranged so that a small message says enormously much.
  private void spend(int length) {
    spent += length;
    if (spent > MOST) {
      throw new Unreadable(
          "too-costly",
          "the resources refer to each other too often; send them in several messages");
    }
  }

  private static boolean counts(Element element) {
    return switch (element.name()) {
      case "id", "meta", "contained" -> false;
      case "text" -> !element.type().equals("Narrative");
      default -> true;
    };
  }
}
