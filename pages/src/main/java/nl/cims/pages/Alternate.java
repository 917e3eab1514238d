// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

/// The address of a page in one language.
public record Alternate(Language language, String href) {}
