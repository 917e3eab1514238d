// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.AccessLogView.Role;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.accesslog.tree.Checkpoint;
import nl.cims.registry.accesslog.tree.Note;
import nl.cims.registry.accesslog.tree.NoteKey;
import nl.cims.registry.accesslog.tree.Proofs;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A citizen proves a line about himself, with nothing but what he downloaded.
class LineProofIT {

  private final RegistryProcess registry = RegistryProcess.running();
  private final WrittenLog log = new WrittenLog();
  private final Bsn bsn = TestNumbers.fresh();
  private AccessLogView.Line line;

  @BeforeEach
  void anEmployeeLooks() {
    log.write(1, bsn);
    log.settle();
    line = lines(bsn).getLast();
  }

  @Test
  void seesWhoAskedApartFromWhoAnsweredButNoName() {
    assertThat(line.role()).isEqualTo(Role.REGISTRAR);
    assertThat(line.handledBy()).isEqualTo(Role.REGISTRAR);
    assertThat(line.askedBy()).isEqualTo(Role.CITIZEN);
    assertThat(get(AccessLogView.PATH, bsn).body()).doesNotContain("Kanariepiet", "staff-7");
  }

  @Test
  void worksOutHisLineAndItsWayToASignedCheckpoint() throws Exception {
    AccessLogProof proof = proof();
    AccessLogProof.Inclusion inclusion = proof.inclusion().orElseThrow();
    byte[] leaf = leaf(proof.leaf());
    assertThat(leaf).isEqualTo(decoded(proof.leaf().hash()));
    assertThat(proof.leaf().shown())
        .containsEntry("id", line.id().toString())
        .containsEntry("kind", "DOSSIER_VIEW")
        .containsEntry("requester", "CITIZEN")
        .doesNotContainKeys("caller", "caller_name", "subject", "network_point");

    Note note = Note.parse(inclusion.checkpoint()).orElseThrow();
    Checkpoint checkpoint = Checkpoint.of(note).orElseThrow();
    List<byte[]> path = inclusion.path().stream().map(LineProofIT::decoded).toList();
    assertThat(Proofs.includes(checkpoint.root(), checkpoint.size(), inclusion.index(), leaf, path))
        .isTrue();
    assertThat(inclusion.keys())
        .hasSize(3)
        .allMatch(key -> NoteKey.parse(key).signed(note).isPresent());
  }

  @Test
  void noticesThatAnotherLineIsNotTheOneInTheCheckpoint() throws Exception {
    AccessLogProof proof = proof();
    var shown = new java.util.LinkedHashMap<>(proof.leaf().shown());
    shown.put("kind", "DOSSIER_PRINT");
    assertThat(leaf(new AccessLogProof.Leaf(2, shown, proof.leaf().hidden(), "")))
        .isNotEqualTo(decoded(proof.leaf().hash()));
  }

  @Test
  void getsNoProofOfALineAboutAnother() {
    String path = AccessLogProof.path(line.id());
    Bsn stranger = TestNumbers.fresh();
    for (UUID none : List.of(line.id(), UUID.randomUUID())) {
      assertThat(get(AccessLogProof.path(none), stranger).body())
          .contains(ProblemType.NOT_FOUND.uri())
          .doesNotContain("leaf");
    }
    assertThat(lines(stranger)).extracting(AccessLogView.Line::kind).contains(Kind.LOG_PROOF);
    String weak = registry.tokens().citizen(bsn.reveal(), AssuranceLevel.MIDDEN.acr(), it -> it);
    assertThat(send(path, weak).body()).contains(ProblemType.ASSURANCE_TOO_LOW.uri());
  }

  /// As docs/couplings/access-log-proof.md says, without any class of the register.
  private static byte[] leaf(AccessLogProof.Leaf leaf)
      throws IOException, NoSuchAlgorithmException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (String column :
        List.of(
            "id",
            "at",
            "action",
            "permitted",
            "kind",
            "data",
            "medium",
            "caller_role",
            "organisation",
            "purpose",
            "emergency",
            "requester",
            "found")) {
      byte[] value = leaf.shown().get(column).getBytes(StandardCharsets.UTF_8);
      out.writeInt(value.length);
      out.write(value);
    }
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    byte[] shown = sha256.digest(bytes.toByteArray());
    sha256.update(new byte[] {0, 2});
    sha256.update(shown);
    sha256.update(decoded(leaf.hidden()));
    return sha256.digest();
  }

  private AccessLogProof proof() {
    return registry
        .bean(JsonMapper.class)
        .readValue(get(AccessLogProof.path(line.id()), bsn).body(), AccessLogProof.class);
  }

  private List<AccessLogView.Line> lines(Bsn of) {
    return registry
        .bean(JsonMapper.class)
        .readValue(get(AccessLogView.PATH, of).body(), AccessLogView.class)
        .lines();
  }

  private HttpResponse<String> get(String path, Bsn who) {
    return send(path, registry.tokens().citizen(who.reveal()));
  }

  private HttpResponse<String> send(String path, String token) {
    return registry.send(
        HttpRequest.newBuilder(registry.address(path)).header("Authorization", "Bearer " + token));
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
