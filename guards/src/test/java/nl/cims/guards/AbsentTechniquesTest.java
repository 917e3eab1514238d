// SPDX-License-Identifier: EUPL-1.2
package nl.cims.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Techniques that nothing shipped uses. Where one is absent, the attacks on it have nothing to
/// hold on to; `docs/asvs.md` refers to them by their names.
class AbsentTechniquesTest {

  /// @param name by which the documents call it
  /// @param use what its use looks like, as a regular expression
  /// @param example of a use
  record Technique(String name, String use, String example) {

    List<String> users(List<SourceFile> files) {
      Pattern pattern = Pattern.compile(use);
      return files.stream()
          .filter(file -> pattern.matcher(file.text()).find())
          .map(file -> file.path() + " uses " + name)
          .toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Technique> TECHNIQUES =
      List.of(
          new Technique("GraphQL", "(?i)graphql", "spring-boot-starter-graphql"),
          new Technique("SAML", "opensaml|security\\.saml", "import a.security.saml2.Saml2Error;"),
          new Technique("WebRTC", "RTCPeerConnection", "new RTCPeerConnection()"),
          new Technique("WebSocket", "(?i)websocket", "class Chat implements WebSocketHandler"),
          new Technique("XPath", "xml\\.xpath|XPathFactory", "import javax.xml.xpath.XPath;"),
          new Technique(
              "answers for other origins",
              "CorsConfiguration|@CrossOrigin|Access-Control-Allow",
              "new CorsConfiguration()"),
          new Technique(
              "code that is made while running",
              "javax\\.script|ScriptEngine|SpelExpressionParser|\\beval\\(|new Function\\(",
              "eval(text)"),
          new Technique(
              "codes by telephone", "(?i)\\b[th]otp\\b|twilio|sms(sender|gateway)", "totp.next()"),
          new Technique(
              "commands of the system", "ProcessBuilder|\\(\\)\\.exec\\(", "new ProcessBuilder()"),
          new Technique(
              "directories",
              "Initial(Dir|Ldap)?Context\\b|naming\\.directory|JndiTemplate",
              "new InitialDirContext()"),
          new Technique(
              "fields bound by name",
              "@ModelAttribute|BeanUtils|BeanWrapper",
              "void save(@ModelAttribute Person person)"),
          new Technique(
              "format strings that are no constant",
              "String\\.format\\(\\s*[^\\s\"]",
              "String.format(pattern, 1)"),
          new Technique("mail", "jakarta\\.mail|JavaMail|starter-mail", "jakarta.mail.Message"),
          new Technique(
              "markup put together in the browser",
              "innerHTML|outerHTML|document\\.write",
              "box.innerHTML = text;"),
          new Technique("markup that is not escaped", "\\$unsafe\\{", "<p>$unsafe{text}</p>"),
          new Technique("memcache", "(?i)memcache", "new MemcachedClient()"),
          new Technique(
              "messages between windows",
              "(window|parent|opener|top)\\.postMessage|window\\.addEventListener\\('message'",
              "window.addEventListener('message', take)"),
          new Technique(
              "objects from bytes",
              "ObjectInputStream|XMLDecoder|XStream|DefaultTyping",
              "new ObjectInputStream(bytes)"),
          new Technique(
              "passwords of people",
              "PasswordEncoder|formLogin|type=\"password\"",
              "<input type=\"password\">"),
          new Technique("plug-ins", "<(object|embed|applet|iframe)\\b", "<object data=\"x\">"),
          new Technique(
              "predictable random numbers",
              "new Random\\(|Math\\.random\\(|java\\.util\\.Random\\b",
              "new Random()"),
          new Technique(
              "secrets in shipped settings",
              "(?m)^\\s*[\\w.-]*(password|secret)\\s*:\\s*\\S",
              "datasource:\n  password: changeit"),
          new Technique(
              "statements put together",
              "\\.sql\\(([^()]|\\([^()]*\\))*(\\+|\\.formatted\\()",
              "jdbc.sql(\"SELECT \" + column)"),
          new Technique(
              "storage of the browser",
              "localStorage|sessionStorage|indexedDB|document\\.cookie",
              "localStorage.setItem('a', 'b')"),
          new Technique(
              "templates made while running",
              "DirectoryCodeResolver|ResourceCodeResolver",
              "new DirectoryCodeResolver(folder)"),
          new Technique(
              "unmanaged memory",
              "sun\\.misc\\.Unsafe|loadLibrary\\(|java\\.lang\\.foreign",
              "System.loadLibrary(\"x\")"),
          new Technique(
              "weak cryptography",
              "\"MD5\"|\"SHA-?1\"|/ECB|PKCS1Padding|\"RC4|DESede|\"DES|(SHA1|MD5)with",
              "MessageDigest.getInstance(\"MD5\")"));

  private static final Set<String> NEVER_SHIPPED =
      Set.of("benchmarks", "demo", "guards", "simulators", "testkit");
  private static final List<SourceFile> CODE =
      SourceFile.all().stream().filter(AbsentTechniquesTest::isShipped).toList();

  @ParameterizedTest(name = "{0}")
  @FieldSource("TECHNIQUES")
  void nothingShippedUses(Technique technique) {
    assertThat(technique.users(CODE)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("TECHNIQUES")
  void negativeControlAUseIsNoticed(Technique technique) {
    Path anywhere = Path.of("portal/src/main/java/A.java");

    assertThat(technique.users(List.of(new SourceFile(anywhere, technique.example())))).hasSize(1);
  }

  @Test
  void everyShippedModuleWasSeen() {
    assertThat(CODE.stream().map(file -> file.path().getName(0).toString()).distinct())
        .contains("vocabulary", "contracts", "pages", "registry", "portal", "gateway", "broker")
        .doesNotContainAnyElementsOf(NEVER_SHIPPED);
    assertThat(CODE.stream().map(SourceFile::kind).distinct())
        .contains("java", "jte", "js", "yaml", "xml");
  }

  @Test
  void theDocumentsCallThemByTheirNames() throws IOException {
    String document = Files.readString(SourceFile.root().resolve("docs/asvs.md"));
    List<String> named =
        Pattern.compile("`guards/AbsentTechniquesTest\\.nothingShippedUses` \\(([^)]+)\\)")
            .matcher(document)
            .results()
            .map((MatchResult use) -> use.group(1))
            .distinct()
            .sorted()
            .toList();

    assertThat(named)
        .containsExactlyElementsOf(TECHNIQUES.stream().map(Technique::name).sorted().toList());
  }

  private static boolean isShipped(SourceFile file) {
    boolean dependencies = file.name().equals("pom.xml");
    return !NEVER_SHIPPED.contains(file.path().getName(0).toString())
        && (dependencies || file.isMain());
  }
}
