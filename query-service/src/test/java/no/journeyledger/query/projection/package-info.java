/** The projections at work on a real ledger. */
@NullMarked
package no.journeyledger.query.projection;

import org.jspecify.annotations.NullMarked;
