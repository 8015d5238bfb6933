/** Grounds and dossiers of decisions, asked for over HTTP and checked by the program that trusts nobody. */
@NullMarked
package no.journeyledger.query.dossier;

import org.jspecify.annotations.NullMarked;
