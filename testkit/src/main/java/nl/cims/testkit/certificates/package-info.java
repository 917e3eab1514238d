// SPDX-License-Identifier: EUPL-1.2
/// A certificate authority of our own, so that demo and tests speak real TLS.
@NullMarked
package nl.cims.testkit.certificates;

import org.jspecify.annotations.NullMarked;
