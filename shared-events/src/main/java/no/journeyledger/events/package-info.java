/**
 * What was recorded. Every event of the ledger is a record in one sealed family per capability; the value records they
 * share, the marks for personal data and the logical names they are stored under live here too. Both services read this
 * module and nothing of each other.
 */
@NullMarked
package no.journeyledger.events;

import org.jspecify.annotations.NullMarked;
