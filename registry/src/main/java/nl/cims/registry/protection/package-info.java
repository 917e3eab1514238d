// SPDX-License-Identifier: EUPL-1.2
/// Keys, sealed cells and keyed indexes: nothing that identifies a person is stored without them.
@ApplicationModule(allowedDependencies = {"command"})
@NullMarked
package nl.cims.registry.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
