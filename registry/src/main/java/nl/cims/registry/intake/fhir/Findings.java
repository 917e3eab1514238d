// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import nl.cims.registry.intake.fhir.Finding.Kind;
import org.jspecify.annotations.Nullable;

/// What was found wrong while reading one message, in the order of the message. It stops at 50,
/// which is more than anybody repairs at once.
final class Findings {

  private static final int MOST = 50;

  private final List<Finding> found = new ArrayList<>();

  /// FHIR itself forbids what stands here.
  void malformed(Element at, String code, String advice) {
    add(Kind.MALFORMED, code, at, at.path(), advice);
  }

  /// The register cannot take what stands here.
  void unacceptable(Element at, String code, String advice) {
    add(Kind.UNACCEPTABLE, code, at, at.path(), advice);
  }

  /// The element of this name is missing.
  void missing(Element in, String name, String advice) {
    add(Kind.UNACCEPTABLE, "required", in, in.path() + "." + name, advice);
  }

  int size() {
    return found.size();
  }

  List<Finding> all() {
    return List.copyOf(found);
  }

  /// Those about one entry of a Bundle.
  List<Finding> about(int entry) {
    return found.stream().filter(finding -> finding.entry() == entry).toList();
  }

  private void add(Kind kind, String code, Element at, String expression, String advice) {
    if (found.size() < MOST) {
      found.add(new Finding(kind, code, entryOf(at), expression, advice));
    }
  }

  private static int entryOf(Element at) {
    for (@Nullable Element here = at; here != null; here = here.parent()) {
      @Nullable Element above = here.parent();
      if (above != null && above.parent() == null && here.name().equals("entry")) {
        return here.index();
      }
    }
    return -1;
  }
}
