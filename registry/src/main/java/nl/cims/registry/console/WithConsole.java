// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/// Marks what there is only where a console is set up: without a port for it, the register has one
/// door, the gateway's.
@ConditionalOnProperty("cims.console.port")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithConsole {}
