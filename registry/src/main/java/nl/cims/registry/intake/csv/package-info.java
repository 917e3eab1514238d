// SPDX-License-Identifier: EUPL-1.2
/// Takes CSV files of institution doctors and hospitals: keeps a file safely, hands its rows one by
/// one to intake, and tells the sender what became of each.
@ApplicationModule(allowedDependencies = {"access", "intake", "keyring", "protection", "storage"})
@NullMarked
package nl.cims.registry.intake.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
