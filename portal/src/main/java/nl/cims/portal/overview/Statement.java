// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.Seal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What the register states by one seal, and about which document.
///
/// @param seal the statement
/// @param document number of the document on which it stands
/// @param at when the document was made
public record Statement(Seal seal, String document, Instant at) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private record Claims(
      String iss,
      String jti,
      long iat,
      String name,
      String birthDate,
      int part,
      int parts,
      List<Seal.Dose> vaccinations) {}

  /// The place of its first vaccination on the whole paper, from 1.
  public int first() {
    return (seal.part() - 1) * ExportView.DOSES_PER_SEAL + 1;
  }

  /// What a compact JWS says, whoever signed it; empty if that is no statement of the register.
  static Optional<Statement> read(String jws) {
    try {
      return read(JWSObject.parse(jws));
    } catch (ParseException noJws) {
      return Optional.empty();
    }
  }

  /// What a JWS says, whoever signed it; empty if that is no statement of the register.
  static Optional<Statement> read(JWSObject jws) {
    try {
      Claims claims = JSON.readValue(jws.getPayload().toBytes(), Claims.class);
      boolean ours =
          claims.iss.equals(Seal.ISSUER)
              && claims.part >= 1
              && claims.part <= claims.parts
              && claims.vaccinations.size() <= ExportView.DOSES_PER_SEAL;
      return ours ? Optional.of(of(claims)) : Optional.empty();
    } catch (JacksonException | NullPointerException otherClaims) {
      return Optional.empty();
    }
  }

  private static Statement of(Claims claims) {
    return new Statement(
        new Seal(claims.name, claims.birthDate, claims.part, claims.parts, claims.vaccinations),
        claims.jti,
        Instant.ofEpochSecond(claims.iat));
  }

  @Override
  public String toString() {
    return "Statement[hidden]";
  }
}
