// SPDX-License-Identifier: EUPL-1.2
/// The way to the registry: pooled mutual TLS, streaming in both directions.
@NullMarked
package nl.cims.gateway.upstream;

import org.jspecify.annotations.NullMarked;
