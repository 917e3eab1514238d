// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.leaks;

/// A secret that was found where it should not be.
///
/// @param where the file, table or answer
/// @param offset of its first byte there
/// @param what the name of the secret, never the secret itself
/// @param form how it was written
public record Leak(String where, long offset, String what, String form) {}
