// SPDX-License-Identifier: EUPL-1.2
/// How far somebody is in each programme and when his next dose is due: schedules are data, dated
/// by when they hold.
@ApplicationModule(allowedDependencies = {"catalogue", "immunisation"})
@NullMarked
package nl.cims.registry.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
