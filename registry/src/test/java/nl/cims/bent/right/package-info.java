// SPDX-License-Identifier: EUPL-1.2
/// Is used by others.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package nl.cims.bent.right;
