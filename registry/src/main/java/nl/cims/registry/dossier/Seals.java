// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import com.google.crypto.tink.jwt.JwtInvalidException;
import com.google.crypto.tink.jwt.RawJwt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.PersonView;
import nl.cims.contracts.citizen.Seal;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Signing;
import nl.cims.vocabulary.PersonName;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Signed statements of what a dossier said at one moment, by which whoever gets a copy of it sees
/// that the register made it and that nobody changed it. Nothing of them is kept.
@Component
public class Seals {

  private final Signing signing;
  private final JsonMapper json;

  Seals(Protection protection, JsonMapper json) {
    this.signing = protection.signing("overview-seals");
    this.json = json;
  }

  /// The keys by which anybody can check a seal, as a JWK set.
  public String publicKeys() {
    return signing.publicKeys();
  }

  /// As many as the vaccinations need, each a compact JWS; one if there are none.
  ///
  /// @param document the number that all of them carry
  List<String> of(UUID document, DossierView dossier, Language language) {
    int parts = Math.max(1, Math.ceilDiv(dossier.vaccinations().size(), ExportView.DOSES_PER_SEAL));
    return IntStream.rangeClosed(1, parts)
        .mapToObj(part -> seal(part, parts, dossier, language))
        .map(seal -> signing.sign(statement(document, seal, dossier.asOf())))
        .toList();
  }

  private static Seal seal(int part, int parts, DossierView dossier, Language language) {
    return new Seal(
        dossier.person().map(Seals::name).orElse(""),
        dossier.person().map(PersonView::birthDate).orElse(""),
        part,
        parts,
        dossier.vaccinations().stream()
            .skip((part - 1L) * ExportView.DOSES_PER_SEAL)
            .limit(ExportView.DOSES_PER_SEAL)
            .map(vaccination -> dose(vaccination, language))
            .toList());
  }

  private static String name(PersonView person) {
    return new PersonName(person.givenNames(), person.infix(), person.surname()).full();
  }

  private static Seal.Dose dose(VaccinationView vaccination, Language language) {
    return new Seal.Dose(
        vaccination.name().in(language.code()),
        vaccination.diseases().stream()
            .map(disease -> disease.in(language.code()))
            .collect(Collectors.joining(", ")),
        vaccination.date(),
        vaccination.batchNumber().orElse(""),
        vaccination.manufacturer().orElse(""),
        vaccination.administeredBy().orElse(""),
        vaccination.country().orElse(""),
        vaccination.dose().orElse(""));
  }

  /// The claims bear the names of the parts of [Seal].
  private RawJwt statement(UUID document, Seal seal, Instant at) {
    try {
      return RawJwt.newBuilder()
          .setIssuer(Seal.ISSUER)
          .setJwtId(document.toString())
          .setIssuedAt(at)
          .withoutExpiration()
          .addStringClaim("name", seal.name())
          .addStringClaim("birthDate", seal.birthDate())
          .addNumberClaim("part", seal.part())
          .addNumberClaim("parts", seal.parts())
          .addJsonArrayClaim("vaccinations", json.writeValueAsString(seal.vaccinations()))
          .build();
    } catch (JwtInvalidException impossible) {
      throw new IllegalStateException("a seal could not be written", impossible);
    }
  }
}
