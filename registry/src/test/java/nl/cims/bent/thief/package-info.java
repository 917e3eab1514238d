// SPDX-License-Identifier: EUPL-1.2
/// May use the module right, and goes in by its back door.
@org.springframework.modulith.ApplicationModule(allowedDependencies = "right")
package nl.cims.bent.thief;
