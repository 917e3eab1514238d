// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what the references in one message point to: contained resources by `#id`, entries of the
/// Bundle by their `fullUrl` or as `Type/id`, and by a logical reference with an identifier.
/// Nothing is ever fetched from elsewhere.
final class References {

  private final Map<String, Element> entries = new HashMap<>();
  private final Map<String, Element> identified = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Findings findings;

  private References(Findings findings) {
    this.findings = findings;
  }

  static References in(Element root, Findings findings) {
    References references = new References(findings);
    if (root.isResource("Bundle")) {
      root.all("entry").forEach(references::learn);
    }
    return references;
  }

  /// The resource that this reference means; empty if it is not in the message.
  Optional<Element> target(Element reference) {
    String literal = reference.text("reference");
    if (literal.startsWith("#")) {
      return contained(reference, literal.substring(1));
    }
    if (!literal.isEmpty()) {
      return Optional.ofNullable(literal(reference, literal));
    }
    return reference
        .first("identifier")
        .flatMap(id -> Optional.ofNullable(identified.get(key(reference, id))));
  }

  /// Whether the reference can only mean something in this message, so that it must be there.
  static boolean mustBeHere(Element reference) {
    String literal = reference.text("reference");
    return literal.startsWith("#") || literal.startsWith("urn:");
  }

  private void learn(Element entry) {
    Optional<Element> resource = entry.first("resource");
    String fullUrl = entry.text("fullUrl");
    if (resource.isEmpty()) {
      return;
    }
    String id = resource.get().text("id");
    if (!fullUrl.isEmpty()) {
      learn(fullUrl, resource.get(), entry);
    }
    if (!id.isEmpty()) {
      learn(resource.get().resourceType() + "/" + id, resource.get(), entry);
    }
    if (!resource.get().isResource("Immunization")) {
      resource.get().all("identifier").forEach(identifier -> learn(identifier, resource.get()));
    }
  }

  private void learn(String address, Element resource, Element entry) {
    Element before = entries.putIfAbsent(address, resource);
    if (before != null && before != resource) {
      ambiguous.add(address);
      findings.unacceptable(
          entry, "invariant", "another entry has the same fullUrl, or the same type and id");
    }
  }

  private void learn(Element identifier, Element resource) {
    String key = "|" + identifier.text("system") + "|" + identifier.text("value");
    identified.putIfAbsent(key, resource);
    identified.putIfAbsent(resource.resourceType() + key, resource);
  }

  private static Optional<Element> contained(Element reference, String id) {
    Element holder = reference.resource();
    if (holder.name().equals("contained") && holder.parent() != null) {
      holder = holder.parent();
    }
    return holder.all("contained").stream().filter(each -> each.text("id").equals(id)).findFirst();
  }

  private @Nullable Element literal(Element reference, String literal) {
    int history = literal.indexOf("/_history/");
    String plain = history < 0 ? literal : literal.substring(0, history);
    if (ambiguous.contains(plain)) {
      return null;
    }
    Element exact = entries.get(plain);
    if (exact != null) {
      return exact;
    }
    Element entry = reference.resource().parent();
    String fullUrl = entry == null ? "" : entry.text("fullUrl");
    int base = fullUrl.startsWith("http") ? beforeTypeAndId(fullUrl) : -1;
    return base < 0 ? null : entries.get(fullUrl.substring(0, base) + plain);
  }

  private static int beforeTypeAndId(String fullUrl) {
    int id = fullUrl.lastIndexOf('/');
    return id <= 0 ? -1 : fullUrl.lastIndexOf('/', id - 1) + 1;
  }

  private static String key(Element reference, Element identifier) {
    String type = reference.text("type");
    return type + "|" + identifier.text("system") + "|" + identifier.text("value");
  }
}
