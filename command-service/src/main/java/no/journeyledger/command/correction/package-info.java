/** Corrections: new entries that point at what they correct. */
@NullMarked
package no.journeyledger.command.correction;

import org.jspecify.annotations.NullMarked;
