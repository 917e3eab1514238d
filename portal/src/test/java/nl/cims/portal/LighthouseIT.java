// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.cims.pages.Language;
import nl.cims.testkit.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Lighthouse says of the page with data, and with `-Dcims.lighthouse=all` of the first page
/// too.
class LighthouseIT {

  private static final Path SOURCES = Path.of("src/test/lighthouse");

  @TempDir Path directory;

  @Test
  void givesTheFullScore() throws Exception {
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(SOURCES.resolve(file), directory.resolve(file));
    }
    assumeTrue(
        runs("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
        "skipped: npm is not here, or cannot fetch the packages of package-lock.json");
    try (Rig rig = new Rig(Files.createDirectory(directory.resolve("rig")))) {
      Walker walker = new Walker(rig);
      walker.logIn();
      if ("all".equals(System.getProperty("cims.lighthouse"))) {
        assertFull(rig.url("/nl"), "");
      }
      assertFull(rig.url(PortalPage.RECORD.address(Language.EN)), walker.cookie());
    }
  }

  private void assertFull(String url, String cookie) throws Exception {
    Path headers = directory.resolve("headers.json");
    Files.writeString(
        headers,
        JsonMapper.builder()
            .build()
            .writeValueAsString(
                cookie.isEmpty() ? Map.of() : Map.of("Cookie", "__Host-portal=" + cookie)));
    assertThat(
            runs(
                "node",
                "node_modules/lighthouse/cli/index.js",
                url,
                "--quiet",
                "--output=json",
                "--output-path=report.json",
                "--only-categories=accessibility,best-practices",
                "--extra-headers=" + headers,
                "--chrome-flags=--headless " + String.join(" ", Chromium.FLAGS)))
        .as(Files.readString(directory.resolve("log.txt")))
        .isTrue();
    JsonNode report = JsonMapper.builder().build().readTree(directory.resolve("report.json"));
    assertThat(report.path("finalDisplayedUrl").asString()).isEqualTo(url);
    for (String category : List.of("accessibility", "best-practices")) {
      assertThat(report.path("categories").path(category).path("score").asDouble())
          .as(url + " " + category + ": " + failed(report))
          .isEqualTo(1.0);
    }
  }

  private static List<String> failed(JsonNode report) {
    return report
        .path("audits")
        .valueStream()
        .filter(audit -> audit.path("score").isNumber() && audit.path("score").asDouble() < 1)
        .map(audit -> audit.path("id").asString())
        .toList();
  }

  private boolean runs(String... command) throws InterruptedException {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("log.txt").toFile());
      builder.environment().put("CHROME_PATH", Chromium.EXECUTABLE.toString());
      Process process = builder.start();
      return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException notHere) {
      return false;
    }
  }
}
