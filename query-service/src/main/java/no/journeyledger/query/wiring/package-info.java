/** How the query service is put together: its settings, its connections, its keys, and the projections it runs. */
@NullMarked
package no.journeyledger.query.wiring;

import org.jspecify.annotations.NullMarked;
