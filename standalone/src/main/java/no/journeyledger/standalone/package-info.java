/**
 * Both services in one process on an embedded, durable PostgreSQL: the way to try the ledger and the default way to run it
 * on one machine. The services know nothing of it.
 */
@NullMarked
package no.journeyledger.standalone;

import org.jspecify.annotations.NullMarked;
