/** What may leave the ledger as telemetry: figures about the service, never anything about a person. */
@NullMarked
package no.journeyledger.store.telemetry;

import org.jspecify.annotations.NullMarked;
