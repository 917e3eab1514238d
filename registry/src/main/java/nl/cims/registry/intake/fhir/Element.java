// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One element of a FHIR message as it was written, in JSON or XML: its name, its value if it is a
/// primitive, and what is in it. Both formats give the same tree, so that everything behind it is
/// written once, and each element knows its place, so that an error can name it.
final class Element {

  /// How the value was written. XML has only text; JSON tells numbers and booleans apart.
  enum Form {
    NONE,
    TEXT,
    NUMBER,
    BOOLEAN,
    XML
  }

  private final String name;
  private final @Nullable Element parent;
  private final int index;
  private final boolean inArray;
  private final List<Element> children = new ArrayList<>(4);
  private Form form = Form.NONE;
  private @Nullable String value;
  private @Nullable String resourceType;
  private String type = "";
  private boolean written;
  private boolean twinWritten;

  /// @param index place among the siblings of the same name, from 0
  /// @param inArray whether JSON had it in an array; meaningless for XML
  private Element(String name, @Nullable Element parent, int index, boolean inArray) {
    this.name = name;
    this.parent = parent;
    this.index = index;
    this.inArray = inArray;
  }

  static Element root() {
    return new Element("", null, 0, false);
  }

  Element add(String childName, int childIndex, boolean childInArray) {
    Element child = new Element(childName, this, childIndex, childInArray);
    children.add(child);
    return child;
  }

  void write(@Nullable String text, Form written) {
    value = text;
    form = written;
  }

  /// Notes that JSON gives this element, or its underscored twin; false if it did so before.
  boolean claim(boolean twin) {
    boolean first = twin ? !twinWritten : !written;
    twinWritten |= twin;
    written |= !twin;
    return first;
  }

  void beResource(String name) {
    resourceType = name;
  }

  /// Called once by [StructureCheck] when it has found which FHIR type stands here.
  void beOf(String fhirType) {
    type = fhirType;
  }

  String name() {
    return name;
  }

  @Nullable Element parent() {
    return parent;
  }

  int index() {
    return index;
  }

  boolean inArray() {
    return inArray;
  }

  Form form() {
    return form;
  }

  @Nullable String value() {
    return value;
  }

  /// The FHIR type, such as `Reference`; empty before [StructureCheck] has been here.
  String type() {
    return type;
  }

  /// The type of resource that starts here, such as `Patient`; null if none does.
  @Nullable String resourceType() {
    return resourceType;
  }

  boolean isResource(String name) {
    return name.equals(resourceType);
  }

  List<Element> children() {
    return children;
  }

  /// Every child of this name, in their order; not to be changed.
  List<Element> all(String childName) {
    List<Element> found = List.of();
    for (Element child : children) {
      if (child.name.equals(childName)) {
        if (found.isEmpty()) {
          found = new ArrayList<>(2);
        }
        found.add(child);
      }
    }
    return found;
  }

  /// The first child of this name.
  Optional<Element> first(String childName) {
    return Optional.ofNullable(find(childName));
  }

  /// The value of the first child of this name, or an empty string.
  String text(String childName) {
    Element child = find(childName);
    return child == null || child.value == null ? "" : child.value;
  }

  /// The first extension with this address.
  Optional<Element> extension(String url) {
    for (Element child : children) {
      if (child.name.equals("extension") && child.text("url").equals(url)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  List<Element> extensions() {
    return all("extension");
  }

  /// Whether something of this name stands above it.
  boolean isInside(String above) {
    for (@Nullable Element here = parent; here != null; here = here.parent) {
      if (here.name.equals(above)) {
        return true;
      }
    }
    return false;
  }

  /// Why there is no value (`unknown`, `masked`…), if the message says so.
  String absentReason() {
    return extension("http://hl7.org/fhir/StructureDefinition/data-absent-reason")
        .map(reason -> reason.text("valueCode"))
        .orElse("");
  }

  /// The resource in which this element stands; contained resources are resources of their own.
  Element resource() {
    Element here = this;
    while (here.resourceType == null && here.parent != null) {
      here = here.parent;
    }
    return here;
  }

  /// Where it stands, as FHIRPath from the root of the message, such as
  /// `Bundle.entry[3].resource.vaccineCode`.
  String path() {
    if (parent == null) {
      // Only a name that FHIR knows is repeated to the sender.
      return resourceType != null && Grammar.RESOURCES.contains(resourceType) ? resourceType : "";
    }
    boolean several = inArray || index > 0 || parent.all(name).size() > 1;
    return parent.path() + "." + name + (several ? "[" + index + "]" : "");
  }

  @Override
  public String toString() {
    return "Element[hidden]";
  }

  private @Nullable Element find(String childName) {
    for (Element child : children) {
      if (child.name.equals(childName)) {
        return child;
      }
    }
    return null;
  }
}
