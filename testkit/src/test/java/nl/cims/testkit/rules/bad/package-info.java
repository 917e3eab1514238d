// SPDX-License-Identifier: EUPL-1.2
/// Classes that each break a rule of the house, to show that it bites.
package nl.cims.testkit.rules.bad;
