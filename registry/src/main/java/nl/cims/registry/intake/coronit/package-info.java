// SPDX-License-Identifier: EUPL-1.2
/// Pulls vaccinations from CoronIT, the database of the GGDs, through the view that they publish.
/// It only reads there, little at a time, and can be ended at any moment.
@ApplicationModule(allowedDependencies = {"access", "intake", "protection"})
@NullMarked
package nl.cims.registry.intake.coronit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
