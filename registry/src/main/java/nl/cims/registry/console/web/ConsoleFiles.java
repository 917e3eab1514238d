// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import java.time.Duration;
import nl.cims.pages.Assets;
import nl.cims.registry.console.WithConsole;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Styles, script and font of the pages. Each is named after its content, so it never changes; the
/// gateway's door does not let them through.
@Configuration(proxyBeanMethods = false)
@WithConsole
class ConsoleFiles implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(Assets.PATH + "*")
        .addResourceLocations("classpath:/static" + Assets.PATH)
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }
}
