// SPDX-License-Identifier: EUPL-1.2
/// A tiny application that breaks the rules of the registry's modules, to show that they bite.
package nl.cims.bent;
