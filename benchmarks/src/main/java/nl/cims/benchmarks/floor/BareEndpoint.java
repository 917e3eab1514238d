// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.floor;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The floor of everything that answers HTTP: Spring Boot WebMVC on virtual threads, one endpoint,
/// nothing behind it. Prints its port when it listens and ends when its standard input does.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class
})
@RestController
public class BareEndpoint {

  /// The line before the port number.
  public static final String LISTENS = "bare endpoint listens on ";

  /// Where it answers.
  public static final String PATH = "/hello";

  /// Listens on a free loopback port until standard input ends.
  public static void main(String[] arguments) throws java.io.IOException {
    SpringApplication application = new SpringApplication(BareEndpoint.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", "0",
            "server.address", "127.0.0.1",
            "server.tomcat.max-keep-alive-requests", "-1",
            "spring.threads.virtual.enabled", "true",
            "spring.main.banner-mode", "off",
            "logging.level.root", "warn"));
    WebServerApplicationContext context =
        (WebServerApplicationContext) application.run("--spring.config.name=none");
    System.out.println(
        LISTENS + java.util.Objects.requireNonNull(context.getWebServer()).getPort());
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    System.exit(0);
  }

  @GetMapping(PATH)
  String hello() {
    return "hello";
  }
}
