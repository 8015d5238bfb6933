/** Tests of the store on a real PostgreSQL. */
@NullMarked
package no.journeyledger.store;

import org.jspecify.annotations.NullMarked;
