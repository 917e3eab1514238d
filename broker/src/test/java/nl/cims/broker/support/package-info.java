// SPDX-License-Identifier: EUPL-1.2
/// A broker with everything around it, for tests: database, certificates, DigiD.
package nl.cims.broker.support;
