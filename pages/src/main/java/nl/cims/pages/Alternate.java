// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

/// Where a page is in one language.
///
/// @param language which
/// @param href its address on this site
/// @param whole the same with the host, for search engines
public record Alternate(Language language, String href, String whole) {}
