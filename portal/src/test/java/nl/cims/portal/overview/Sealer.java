// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.PersonView;
import nl.cims.contracts.citizen.Seal;
import nl.cims.contracts.citizen.VaccinationView;
import tools.jackson.databind.json.JsonMapper;

/// Plays the part of the register that seals exports, with a key of its own.
public final class Sealer {

  public static final String DOCUMENT = "7QF2-91KD-XM4T";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ECKey key;

  public Sealer() throws JOSEException {
    this.key =
        new ECKeyGenerator(Curve.P_256)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.ES256)
            .keyIDFromThumbprint(true)
            .generate();
  }

  String keyName() {
    return key.getKeyID();
  }

  JWKSet keySet() {
    return new JWKSet(key).toPublicJWKSet();
  }

  /// The answer at [Seal#KEYS_PATH].
  public Map<String, Object> keys() {
    return keySet().toJSONObject();
  }

  /// An export as the register gives it.
  public ExportView export(DossierView dossier, String language) {
    List<Seal.Dose> doses =
        dossier.vaccinations().stream().map(dose -> dose(dose, language)).toList();
    int most = ExportView.DOSES_PER_SEAL;
    int parts = Math.max(1, (doses.size() + most - 1) / most);
    List<String> seals = new ArrayList<>();
    for (int part = 1; part <= parts; part++) {
      List<Seal.Dose> some = doses.subList((part - 1) * most, Math.min(part * most, doses.size()));
      seals.add(sealed(claims(dossier, part, parts, some)));
    }
    return new ExportView(dossier, "{\"resourceType\":\"Bundle\",\"note\":\"één\"}", seals);
  }

  /// The claims of a seal, for a test to change.
  public static Map<String, Object> claims(
      DossierView dossier, int part, int parts, List<Seal.Dose> doses) {
    Map<String, Object> claims = new TreeMap<>();
    claims.put("iss", Seal.ISSUER);
    claims.put("jti", DOCUMENT);
    claims.put("iat", dossier.asOf().getEpochSecond());
    claims.put("name", dossier.person().map(Sealer::name).orElse(""));
    claims.put("birthDate", dossier.person().map(PersonView::birthDate).orElse(""));
    claims.put("part", part);
    claims.put("parts", parts);
    claims.put("vaccinations", doses);
    return claims;
  }

  /// The digits that are printed for a compact JWS.
  public static String digits(String jws) {
    return SealCode.pack(jws).orElseThrow();
  }

  /// A compact JWS of these claims.
  public String sealed(Map<String, Object> claims) {
    try {
      JWSObject jws =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
              new Payload(JSON.writeValueAsString(claims)));
      jws.sign(new ECDSASigner(key));
      return jws.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String name(PersonView person) {
    return Stream.of(person.givenNames(), person.infix(), person.surname())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Seal.Dose dose(VaccinationView dose, String language) {
    return new Seal.Dose(
        dose.name().in(language),
        dose.diseases().stream()
            .map(disease -> disease.in(language))
            .collect(Collectors.joining(", ")),
        dose.date(),
        dose.batchNumber().orElse(""),
        dose.manufacturer().orElse(""),
        dose.administeredBy().orElse(""),
        dose.country().orElse(""),
        dose.dose().orElse(""));
  }
}
