// SPDX-License-Identifier: EUPL-1.2
/// Who saw or did what, when and why: append-only, and made to be tamper-evident.
@ApplicationModule(allowedDependencies = {"access", "command", "protection"})
@NullMarked
package nl.cims.registry.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
