// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeChildExtension;
import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import ca.uhn.fhir.context.RuntimeElementDirectResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseEnumFactory;
import org.jspecify.annotations.Nullable;

/// FHIR R4's own structure, as HAPI's model knows it: which elements each type has, how often, and
/// with which values. Only the types that a vaccination message may hold are ever looked up.
final class Grammar {

  /// The resources that may stand in a message.
  static final Set<String> RESOURCES =
      Set.of(
          "Bundle",
          "Immunization",
          "Patient",
          "Practitioner",
          "PractitionerRole",
          "Organization",
          "Location",
          "Medication");

  /// What may stand at one place.
  ///
  /// @param shape the type there
  /// @param repeats whether it may come more than once
  /// @param codes the only codes allowed; null if any
  record Child(Shape shape, boolean repeats, @Nullable IBaseEnumFactory<?> codes) {

    boolean allows(String code) {
      if (codes == null) {
        return true;
      }
      try {
        codes.fromCode(code);
        return true;
      } catch (IllegalArgumentException noSuchCode) {
        return false;
      }
    }
  }

  /// A type of FHIR.
  static final class Shape {

    /// How elements of a type are written.
    enum Kind {
      PRIMITIVE,
      COMPOSITE,
      RESOURCE,
      NARRATIVE
    }

    private final String name;
    private final Kind kind;
    private final Map<String, Child> children = new HashMap<>();
    private final List<List<String>> required = new ArrayList<>();

    private Shape(String name, Kind kind) {
      this.name = name;
      this.kind = kind;
    }

    String name() {
      return name;
    }

    Kind kind() {
      return kind;
    }

    @Nullable Child child(String element) {
      return children.get(element);
    }

    /// What must be there, each with the names by which it may be.
    List<List<String>> required() {
      return required;
    }
  }

  private final FhirContext context;
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Shape anyResource = new Shape("Resource", Shape.Kind.RESOURCE);

  Grammar(FhirContext context) {
    this.context = context;
    for (String resource : RESOURCES) {
      shape(context.getResourceDefinition(resource));
    }
  }

  /// The structure of a resource; empty if a message cannot hold it.
  Optional<Shape> resource(String type) {
    return RESOURCES.contains(type) ? Optional.ofNullable(shapes.get(type)) : Optional.empty();
  }

  private Shape shape(BaseRuntimeElementDefinition<?> definition) {
    @Nullable Shape known = shapes.get(definition.getName());
    if (known != null) {
      return known;
    }
    Shape shape = new Shape(definition.getName(), kind(definition));
    shapes.put(definition.getName(), shape);
    if (definition instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
      composite.getChildrenAndExtension().forEach(child -> addChild(shape, child));
    } else {
      addChildrenOfPrimitive(shape);
    }
    return shape;
  }

  private static Shape.Kind kind(BaseRuntimeElementDefinition<?> definition) {
    return switch (definition.getChildType()) {
      case ID_DATATYPE, PRIMITIVE_DATATYPE -> Shape.Kind.PRIMITIVE;
      case PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG -> Shape.Kind.NARRATIVE;
      case CONTAINED_RESOURCE_LIST, CONTAINED_RESOURCES -> Shape.Kind.RESOURCE;
      case COMPOSITE_DATATYPE, EXTENSION_DECLARED, RESOURCE, RESOURCE_BLOCK, UNDECL_EXT ->
          Shape.Kind.COMPOSITE;
    };
  }

  private void addChild(Shape shape, BaseRuntimeChildDefinition child) {
    Map<String, Child> named = new LinkedHashMap<>();
    for (String name : child.getValidChildNames()) {
      // HAPI's own extra names for the target of a reference, which no message has.
      if (!name.endsWith("Resource")) {
        named.put(name, new Child(target(child, name), child.getMax() != 1, codes(child)));
      }
    }
    shape.children.putAll(named);
    if (child.getMin() > 0) {
      shape.required.add(List.copyOf(named.keySet()));
    }
  }

  private Shape target(BaseRuntimeChildDefinition child, String name) {
    if (child instanceof RuntimeChildExtension) {
      return shape(known("Extension"));
    }
    BaseRuntimeElementDefinition<?> definition = child.getChildByName(name);
    boolean resource =
        definition instanceof RuntimeElementDirectResource
            || kind(definition) == Shape.Kind.RESOURCE;
    return resource ? anyResource : shape(definition);
  }

  private void addChildrenOfPrimitive(Shape shape) {
    shape.children.put("id", new Child(shape(known("string")), false, null));
    shape.children.put("extension", new Child(shape(known("Extension")), true, null));
  }

  private BaseRuntimeElementDefinition<?> known(String type) {
    BaseRuntimeElementDefinition<?> definition = context.getElementDefinition(type);
    if (definition == null) {
      throw new IllegalStateException("FHIR's model has no type " + type);
    }
    return definition;
  }

  private static @Nullable IBaseEnumFactory<?> codes(BaseRuntimeChildDefinition child) {
    return child instanceof RuntimeChildPrimitiveEnumerationDatatypeDefinition
            && child.getInstanceConstructorArguments() instanceof IBaseEnumFactory<?> factory
        ? factory
        : null;
  }
}
