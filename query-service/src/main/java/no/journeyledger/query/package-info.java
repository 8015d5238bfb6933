/** The query service: what people ask of the ledger, answered from views that follow it. */
@NullMarked
package no.journeyledger.query;

import org.jspecify.annotations.NullMarked;
