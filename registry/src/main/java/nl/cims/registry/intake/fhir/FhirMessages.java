// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.SourceIdentifier;
import org.springframework.stereotype.Component;

/// Understands messages in FHIR R4: an Immunization alone, or a Bundle with what belongs to it.
/// Nothing that a message says makes it fail otherwise than by [Reading.Rejected]; what it rejects
/// it explains by element and reason.
@Component
public class FhirMessages {

  private final Grammar grammar;
  private final FhirSettings settings;

  FhirMessages(FhirContext context, FhirSettings settings) {
    this.grammar = new Grammar(context);
    this.settings = settings;
  }

  /// An Immunization sent as a create.
  public Reading create(byte[] body, FhirFormat format) {
    return single(body, format, Ask.create());
  }

  /// An Immunization sent as an update.
  ///
  /// @param query of the address, such as `identifier=system|value`, encoded as it came
  public Reading update(byte[] body, FhirFormat format, String query) {
    Optional<SourceIdentifier> addressed = Addresses.identifier(query);
    return addressed.isEmpty()
        ? new Reading.Rejected(List.of(noAddress()))
        : single(body, format, Ask.update(addressed.get()));
  }

  /// A Bundle of type transaction or batch.
  public Reading bundle(byte[] body, FhirFormat format) {
    Findings findings = new Findings();
    try {
      Element root = format.read(body);
      new StructureCheck(grammar, format, findings).resource(root);
      return new BundleReading(root, findings, settings.entries()).read();
    } catch (Unreadable unreadable) {
      return new Reading.Rejected(List.of(unreadable.finding()));
    }
  }

  private Reading single(byte[] body, FhirFormat format, Ask ask) {
    Findings findings = new Findings();
    try {
      Element root = format.read(body);
      new StructureCheck(grammar, format, findings).resource(root);
      if (findings.size() == 0 && !root.isResource("Immunization")) {
        findings.unacceptable(
            root,
            "not-supported",
            "an Immunization is sent here; send a Bundle to the address above");
      }
      if (findings.size() > 0) {
        return new Reading.Rejected(findings.all());
      }
      Optional<ReportedVaccination> reported =
          new ImmunizationReading(References.in(root, findings), findings).read(root, ask);
      return reported.isPresent()
          ? new Reading.Understood(reported.get())
          : new Reading.Rejected(findings.all());
    } catch (Unreadable unreadable) {
      return new Reading.Rejected(List.of(unreadable.finding()));
    }
  }

  private static Finding noAddress() {
    return new Finding(
        Finding.Kind.UNACCEPTABLE,
        "required",
        -1,
        "Immunization.identifier",
        "an update names the vaccination in its address: PUT Immunization?identifier=system|value");
  }
}
