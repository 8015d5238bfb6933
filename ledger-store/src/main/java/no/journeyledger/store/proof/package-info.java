/**
 * Proof that the history was not altered: every event has a leaf in a public, append-only Merkle tree (RFC 6962), whose
 * root is signed about once a second and handed to witnesses outside the database owner's reach. Anybody with the log's
 * public key can check an entry, the whole ledger, or that a later ledger continues an earlier one. The formats are
 * public ones (C2SP tlog-tiles, tlog-checkpoint, signed-note, tlog-proof); only the leaf is ours, see
 * {@code docs/leaf-format.md}.
 */
@NullMarked
package no.journeyledger.store.proof;

import org.jspecify.annotations.NullMarked;
