// SPDX-License-Identifier: EUPL-1.2
/// What an operator can ask of the register on the command line, beside the running process.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.cims.registry.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
