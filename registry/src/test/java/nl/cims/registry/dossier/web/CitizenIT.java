// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.AccessLogView.Role;
import nl.cims.contracts.citizen.AsSent;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.citizen.PlanningView.Plan;
import nl.cims.contracts.citizen.PlanningView.Stage;
import nl.cims.contracts.citizen.PlanningView.Window;
import nl.cims.contracts.citizen.Seal;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.Tokens;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What a citizen gets back, at the register's own address, of what parties sent to it.
class CitizenIT {

  private static final FhirContext FHIR = FhirContext.forR4();
  private static final String EXPORT = ExportView.PATH + "?language=";
  private static final String SNOMED = "http://snomed.info/sct";

  private final RegistryProcess registry = RegistryProcess.running();
  private final Tokens tokens = registry.tokens();
  private final JsonMapper json = registry.bean(JsonMapper.class);
  private final Bsn bsn = TestNumbers.fresh();
  private final String token = tokens.citizen(bsn.reveal());

  @BeforeEach
  void twoPartiesReportOneDose() throws Exception {
    String whole =
        new ClassPathResource("fhir/alone.json")
            .getContentAsString(StandardCharsets.UTF_8)
            .replace("999990019", bsn.reveal())
            .replace("2026-10-03", "2021-10-03")
            .replace("vaccination-0001", UUID.randomUUID().toString());
    report("ggd-utrecht", whole);
    report("gp-jansen", dose("http://hl7.org/fhir/sid/cvx", "213", "2021-10-04"));
  }

  @Test
  void seesWhatEachPartySentBesideWhatTheRegisterUnderstood() {
    VaccinationView shown = dossier().vaccinations().getFirst();
    assertThat(dossier().vaccinations()).hasSize(1);
    assertThat(shown.name().nl()).isEqualTo("COVID-19 (Comirnaty)");
    assertThat(shown.programme()).isEqualTo("COVID");
    assertThat(shown.sent())
        .isEqualTo(
            new AsSent(
                "COVID-19 VACCIN INJVLST 0,3ML",
                List.of(
                    new AsSent.Code("HPK", "2924528"),
                    new AsSent.Code("SNOMED", "28531000087107"),
                    new AsSent.Code("ATC", "J07BN01")),
                "2021-10-03",
                "FE2090",
                "Voorbeeldfarma",
                "GGD regio Voorbeeld",
                "URA:01234567",
                "NL",
                "2/3",
                "bovenarm (links)",
                "INTRAMUSCULAIR",
                "0.30 ml",
                "Rustig verlopen.\nTweede regel."));
    assertThat(shown.others())
        .singleElement()
        .satisfies(
            other -> {
              assertThat(other.reportedBy()).isEqualTo("Huisartsenpraktijk Jansen");
              assertThat(other.sent().codes()).containsExactly(new AsSent.Code("CVX", "213"));
              assertThat(other.sent().date()).isEqualTo("2021-10-04");
            });
  }

  @Test
  void seesWhenTheNextDoseIsDueWhereTwoReportsAreOneDose() {
    assertThat(read(PlanningView.PATH, PlanningView.class).plans())
        .containsExactly(
            new Plan(
                "COVID",
                Stage.NEXT_DOSE,
                1,
                Optional.of("2021-10-03"),
                Optional.of(new Window(LocalDate.of(2021, 10, 24), LocalDate.of(2021, 11, 14)))));
  }

  @Test
  void findsEachOfTheseLooksInTheLogAsWhatItWas() {
    get(DossierView.PATH);
    get(PlanningView.PATH);
    get(EXPORT + "nl");
    assertThat(read(AccessLogView.PATH, AccessLogView.class).lines())
        .allMatch(it -> it.askedBy() == Role.CITIZEN && it.handledBy() == Role.SYSTEM)
        .extracting(AccessLogView.Line::kind, AccessLogView.Line::data)
        .map(it -> it.toList().toString())
        .containsExactly(
            "[LOG_VIEW, ACCESS_LOG]",
            "[DOSSIER_EXPORT, DOSSIER]",
            "[PLANNING_VIEW, PLANNING]",
            "[DOSSIER_VIEW, DOSSIER]");
  }

  @ParameterizedTest
  @ValueSource(strings = {PlanningView.PATH, EXPORT + "en"})
  void getsNothingWithoutALineInTheLogOrASureLogin(String path) {
    JdbcClient owner = registry.owner();
    owner.sql("REVOKE INSERT ON accesslog.entry FROM registry_app").update();
    try {
      assertThat(get(path).statusCode()).isEqualTo(ProblemType.INTERNAL.status());
    } finally {
      owner.sql("GRANT INSERT ON accesslog.entry TO registry_app").update();
    }
    String weak = tokens.citizen(bsn.reveal(), AssuranceLevel.MIDDEN.acr(), it -> it);
    assertThat(get(path, weak).body()).contains(ProblemType.ASSURANCE_TOO_LOW.uri());
    assertThat(read(AccessLogView.PATH, AccessLogView.class).lines())
        .filteredOn(it -> it.kind() != Kind.LOG_VIEW)
        .singleElement()
        .matches(it -> it.outcome() == AccessLogView.Outcome.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {ExportView.PATH, EXPORT + "de", EXPORT})
  void isAskedInWhichOfTheTwoLanguages(String path) {
    assertThat(get(path).body()).contains(ProblemType.MALFORMED_REQUEST.uri());
  }

  @Nested
  class TheFhirCopy {

    private final List<BundleEntryComponent> entries = new ArrayList<>();

    @BeforeEach
    void isReadStrictly() {
      ExportView export = export("en");
      assertThat(export.fhir()).doesNotContain(bsn.reveal(), "999990019");
      Bundle bundle =
          FHIR.newJsonParser()
              .setParserErrorHandler(new StrictErrorHandler())
              .parseResource(Bundle.class, export.fhir());
      assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.COLLECTION);
      assertThat(bundle.getTimestampElement().getValue()).isNotNull();
      entries.addAll(bundle.getEntry());
    }

    @Test
    void namesThePatientInItsParts() {
      Patient patient = (Patient) entries.getFirst().getResource();
      assertThat(patient.getIdentifier()).isEmpty();
      assertThat(patient.getNameFirstRep().getFamily()).isEqualTo("van der Berg");
      assertThat(patient.getNameFirstRep().getFamilyElement().getExtension())
          .extracting(it -> it.getValue().primitiveValue())
          .containsExactly("Berg", "van der");
      assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("1985-12");
      assertThat(patient.getGender().toCode()).isEqualTo("female");
    }

    @Test
    void hasTheDoseAsItsSourceSentIt() {
      assertThat(entries).hasSize(2);
      Immunization dose = (Immunization) entries.get(1).getResource();
      assertThat(dose.getPatient().getReference()).isEqualTo(entries.getFirst().getFullUrl());
      assertThat(dose.getStatus().toCode()).isEqualTo("completed");
      assertThat(dose.getVaccineCode().getText()).isEqualTo("COVID-19 VACCIN INJVLST 0,3ML");
      assertThat(dose.getVaccineCode().getCoding())
          .extracting(Coding::getSystem, Coding::getCode)
          .map(it -> it.toList().toString())
          .containsExactly(
              "[urn:oid:2.16.840.1.113883.2.4.4.7, 2924528]",
              "[" + SNOMED + ", 28531000087107]",
              "[http://www.whocc.no/atc, J07BN01]");
      assertThat(dose.getOccurrenceDateTimeType().getValueAsString()).isEqualTo("2021-10-03");
      assertThat(dose.getLotNumber()).isEqualTo("FE2090");
      assertThat(dose.getManufacturer().getDisplay()).isEqualTo("Voorbeeldfarma");
      assertThat(dose.getSite().getText()).isEqualTo("bovenarm (links)");
      assertThat(dose.getRoute().getText()).isEqualTo("INTRAMUSCULAIR");
      assertThat(dose.getDoseQuantity().getValue()).isEqualByComparingTo("0.3");
      assertThat(dose.getDoseQuantity().getUnit()).isEqualTo("ml");
      assertThat(dose.getNoteFirstRep().getText()).contains("Tweede regel.");
    }

    @Test
    void saysWhoGaveItAndAgainstWhat() {
      Immunization dose = (Immunization) entries.get(1).getResource();
      assertThat(dose.getPerformerFirstRep().getFunction().getCodingFirstRep().getCode())
          .isEqualTo("AP");
      assertThat(dose.getPerformerFirstRep().getActor().getDisplay())
          .isEqualTo("GGD regio Voorbeeld");
      assertThat(dose.getPerformerFirstRep().getActor().getIdentifier().getValue())
          .isEqualTo("01234567");
      assertThat(dose.getPrimarySource()).isTrue();
      assertThat(dose.hasReportOrigin()).isFalse();
      var protocol = dose.getProtocolAppliedFirstRep();
      assertThat(protocol.getTargetDiseaseFirstRep().getCodingFirstRep().getSystem())
          .isEqualTo(SNOMED);
      assertThat(protocol.getTargetDiseaseFirstRep().getCodingFirstRep().getCode())
          .isEqualTo("840539006");
      assertThat(protocol.getDoseNumberPositiveIntType().getValue()).isEqualTo(2);
      assertThat(protocol.getSeriesDosesPositiveIntType().getValue()).isEqualTo(3);
    }

    @Test
    void leavesOutWhatWasNotSent() {
      report("ggd-utrecht", dose("urn:oid:2.16.840.1.113883.2.4.4.40.76", "04", "2010-05"));
      Bundle bundle = FHIR.newJsonParser().parseResource(Bundle.class, export("en").fhir());
      Immunization dose = (Immunization) bundle.getEntry().getLast().getResource();
      assertThat(dose.getOccurrenceDateTimeType().getValueAsString()).isEqualTo("2010-05");
      assertThat(dose.getVaccineCode().getText()).isEqualTo("MMR");
      assertThat(dose.getReportOrigin().getText()).isEqualTo("GGD regio Utrecht");
      assertThat(dose.getProtocolAppliedFirstRep().getDoseNumberStringType().getValue())
          .isEqualTo("n/a");
      assertThat(dose.getProtocolAppliedFirstRep().getTargetDisease())
          .extracting(CodeableConcept::getText)
          .containsExactly("mumps", "measles", "rubella");
      assertThat(dose.hasPrimarySource()).isFalse();
      assertThat(dose.hasPerformer()).isFalse();
      assertThat(dose.hasDoseQuantity() || dose.hasSite() || dose.hasLotNumber()).isFalse();
    }
  }

  @Nested
  class ASeal {

    @Test
    void standsForWhatIsOnThePaperAndIsCheckedByThePublishedKeys() throws Exception {
      SignedJWT seal = SignedJWT.parse(export("en").seals().getFirst());
      assertThat(seal.verify(verifier(seal))).isTrue();
      assertThat(seal.getJWTClaimsSet().getIssuer()).isEqualTo(Seal.ISSUER);
      assertThat(UUID.fromString(seal.getJWTClaimsSet().getJWTID())).isNotNull();
      assertThat(seal.getJWTClaimsSet().getIssueTime()).isNotNull();
      assertThat(claims(seal))
          .isEqualTo(
              new Seal(
                  "Johanna Petronella van der Berg",
                  "1985-12",
                  1,
                  1,
                  List.of(
                      new Seal.Dose(
                          "COVID-19 (Comirnaty)",
                          "COVID-19",
                          "2021-10-03",
                          "FE2090",
                          "Voorbeeldfarma",
                          "GGD regio Voorbeeld",
                          export("en").dossier().vaccinations().getFirst().country().orElse(""),
                          "2/3"))));
    }

    @Test
    void failsTheCheckWhenAnythingIsChanged() throws Exception {
      String[] parts = export("nl").seals().getFirst().split("\\.", -1);
      String forged =
          new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
              .replace("2021-10-03", "2021-10-13");
      parts[1] =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(forged.getBytes(StandardCharsets.UTF_8));
      SignedJWT seal = SignedJWT.parse(String.join(".", parts));
      assertThat(claims(seal).vaccinations().getFirst().date()).isEqualTo("2021-10-13");
      assertThat(seal.verify(verifier(seal))).isFalse();
    }

    @Test
    void coversTwelveDosesAndTheNextTheOthersUnderOneNumber() throws Exception {
      for (int month = 1; month <= 12; month++) {
        report(
            "ggd-utrecht",
            dose("urn:oid:2.16.840.1.113883.2.4.4.40.76", "04", "2010-%02d".formatted(month)));
      }
      ExportView export = export("en");
      List<Seal> seals = new ArrayList<>();
      List<String> documents = new ArrayList<>();
      for (String text : export.seals()) {
        SignedJWT seal = SignedJWT.parse(text);
        assertThat(seal.verify(verifier(seal))).isTrue();
        seals.add(claims(seal));
        documents.add(seal.getJWTClaimsSet().getJWTID());
      }
      assertThat(seals).extracting(Seal::part).containsExactly(1, 2);
      assertThat(seals).extracting(Seal::parts).containsExactly(2, 2);
      assertThat(documents).hasSize(2).containsOnly(documents.getFirst());
      assertThat(seals.stream().flatMap(it -> it.vaccinations().stream()))
          .extracting(Seal.Dose::date)
          .containsExactlyElementsOf(
              export.dossier().vaccinations().stream().map(VaccinationView::date).toList());
      assertThat(seals.getLast().vaccinations())
          .containsExactly(
              new Seal.Dose("MMR", "mumps, measles, rubella", "2010-01", "", "", "", "", ""));
    }

    @Test
    void isThereForSomebodyOfWhomNothingIsKnown() throws Exception {
      String stranger = tokens.citizen(TestNumbers.fresh().reveal());
      ExportView export = json.readValue(get(EXPORT + "nl", stranger).body(), ExportView.class);
      assertThat(claims(SignedJWT.parse(export.seals().getFirst())))
          .isEqualTo(new Seal("", "", 1, 1, List.of()));
      assertThat(export.seals()).hasSize(1);
      assertThat(FHIR.newJsonParser().parseResource(Bundle.class, export.fhir()).getEntry())
          .isEmpty();
    }

    private Seal claims(SignedJWT seal) {
      return json.readValue(seal.getPayload().toBytes(), Seal.class);
    }

    /// Whoever checks has not logged in.
    private ECDSAVerifier verifier(SignedJWT seal) throws Exception {
      String keys = registry.send(HttpRequest.newBuilder(registry.address(Seal.KEYS_PATH))).body();
      assertThat(keys).doesNotContain("\"d\"");
      return new ECDSAVerifier(
          (ECKey) JWKSet.parse(keys).getKeyByKeyId(seal.getHeader().getKeyID()));
    }
  }

  private String dose(String system, String code, String date) {
    return """
    {"resourceType":"Immunization","identifier":[{"system":"urn:oid:2.16.840.1.113883.2.4.99.1","value":"%s"}],
     "status":"completed","vaccineCode":{"coding":[{"system":"%s","code":"%s"}]},
     "patient":{"identifier":{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"%s"}},
     "occurrenceDateTime":"%s"}"""
        .formatted(UUID.randomUUID(), system, code, bsn.reveal(), date);
  }

  private void report(String party, String message) {
    HttpResponse<String> answer =
        registry.send(
            HttpRequest.newBuilder(registry.address("/fhir/Immunization"))
                .header("Authorization", "Bearer " + tokens.party(party))
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(message)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private DossierView dossier() {
    return read(DossierView.PATH, DossierView.class);
  }

  private ExportView export(String language) {
    return read(EXPORT + language, ExportView.class);
  }

  private <V> V read(String path, Class<V> view) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readValue(answer.body(), view);
  }

  private HttpResponse<String> get(String path) {
    return get(path, token);
  }

  private HttpResponse<String> get(String path, String with) {
    return registry.send(
        HttpRequest.newBuilder(registry.address(path)).header("Authorization", "Bearer " + with));
  }
}
