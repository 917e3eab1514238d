// SPDX-License-Identifier: EUPL-1.2
/// The Merkle tree of RFC 6962 and signed checkpoints of it, without any database.
@NullMarked
package nl.cims.registry.accesslog.tree;

import org.jspecify.annotations.NullMarked;
