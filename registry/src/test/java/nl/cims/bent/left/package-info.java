// SPDX-License-Identifier: EUPL-1.2
/// May use nothing, and uses the module right.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package nl.cims.bent.left;
