// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import nl.cims.pages.Assets;
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

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastResort(Frames frames) {
    return factory ->
        factory.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new LastResort(frames)));
  }

  /// Assets are named after their content, so they never change.
  @Bean
  WebMvcConfigurer assets() {
    return new WebMvcConfigurer() {
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler(Assets.PATH + "*")
            .addResourceLocations("classpath:/static" + Assets.PATH)
            .setCacheControl(
                CacheControl.maxAge(java.time.Duration.ofDays(365)).cachePublic().immutable());
      }
    };
  }
}
