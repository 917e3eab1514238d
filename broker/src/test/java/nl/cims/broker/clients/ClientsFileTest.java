// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsFileTest {

  @TempDir private Path directory;

  @Test
  void readsPortalsAndParties() throws IOException {
    Path file =
        file(
            """
            [{"id":"portal","kind":"PORTAL","certificateSubject":"CN=portal, O=CIMS demo",
              "redirectUris":["https://portal.test/back"]},
             {"id":"ggd","kind":"PARTY","certificateSubject":"CN=ggd"}]
            """);

    assertThat(ClientsFile.read(file)).extracting(Client::id).containsExactly("portal", "ggd");
    assertThat(ClientsFile.read(file).getFirst().certificateSubject())
        .isEqualTo("CN=portal,O=CIMS demo");
    assertThat(ClientsFile.read(file).getFirst().pseudonymSector()).isEqualTo("portal.test");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'A B','kind':'PARTY','certificateSubject':'CN=a'}|lower-case letters",
        "{'id':'a','certificateSubject':'CN=a'}|has no kind",
        "{'id':'a','kind':'PARTY'}|has no certificateSubject",
        "{'id':'a','kind':'PARTY','certificateSubject':'nonsense'}|no distinguished name",
        "{'id':'a','kind':'PORTAL','certificateSubject':'CN=a'}|have redirectUris",
        "{'id':'a','kind':'PARTY','certificateSubject':'CN=a','keys':{'keys':[]}}|public keys only",
        "{'id':'a','kind':'PARTY','certificateSubject':'CN=a','keys':{'keys':[{'kty':'oct','k':'AA'}]}}|public keys only",
        "{'id':'a','kind':'PARTY','certificateSubject':'CN=a','nextCertificateSubject':'x'}|no distinguished name",
        "{'id':'a','kind':'CONSOLE','certificateSubject':'CN=a','redirectUris':['https://a/']}"
            + "|a console has a backchannelLogoutUri",
        "{'id':'a','kind':'PARTY','certificateSubject':'CN=a','backchannelLogoutUri':'https://a/'}"
            + "|nobody logs in there",
        "{'id':'a','kind':'STAFF','certificateSubject':'CN=a'}|STAFF",
        "{'id':'a','kind':'PARTY','certificateSubject':'CN=a','colour':'red'}|colour"
      })
  void saysWhatIsWrongWithAClient(String client, String reason) throws IOException {
    Path file = file("[" + client.replace('\'', '"') + "]");

    assertThatThrownBy(() -> ClientsFile.read(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(reason);
  }

  @Test
  void saysThatTheFileIsNotThere() {
    assertThatThrownBy(() -> ClientsFile.read(directory.resolve("none.json")))
        .hasMessageContaining("no readable clients file");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("clients.json"), content);
  }
}
