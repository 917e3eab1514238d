// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.time.Duration;
import nl.cims.pages.Assets;
import nl.cims.portal.PortalSettings;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Where the web server differs from its defaults.
@Configuration(proxyBeanMethods = false)
class ServerSetup {

  private static final String[] OWN = {"/own/*.css", "/own/*.svg", "/own/*.png", "/own/*.woff2"};

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastResort(Frames frames) {
    return factory ->
        factory.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new LastResort(frames)));
  }

  /// In place of Boot's virtual threads without a bound, which it sets before connectors are
  /// customized.
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> atWork(PortalSettings settings) {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> connector.getProtocolHandler().setExecutor(new AtWork(settings.atWork())));
  }

  /// Assets are named after their content, so they never change; what an institute has put beside
  /// them can.
  @Bean
  WebMvcConfigurer files(PortalSettings settings) {
    return new WebMvcConfigurer() {
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler(Assets.PATH + "*")
            .addResourceLocations("classpath:/static" + Assets.PATH)
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        settings
            .own()
            .ifPresent(
                folder ->
                    registry
                        .addResourceHandler(OWN)
                        .addResourceLocations(folder.toURI().toString())
                        .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic()));
      }
    };
  }
}
