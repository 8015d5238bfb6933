/** The command service as case apps meet it: over HTTP, with real tokens, on a real PostgreSQL. */
@NullMarked
package no.journeyledger.command.edge;

import org.jspecify.annotations.NullMarked;
