/**
 * Personal texts and the keys that open them. Every person has a key of their own, kept outside the database and its
 * backups; what was written about them is stored encrypted under it. Destroying the key makes the texts unreadable
 * everywhere they were copied to, while the ledger itself stays whole and verifiable.
 */
@NullMarked
package no.journeyledger.store.personal;

import org.jspecify.annotations.NullMarked;
