/**
 * What people report about themselves before, during and after. An answer belongs to who gave it, and declining is
 * an answer.
 */
@NullMarked
package no.journeyledger.command.selfreport;

import org.jspecify.annotations.NullMarked;
