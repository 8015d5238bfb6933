/** How the owners of a pooled fund are charged. */
@NullMarked
package no.journeyledger.query.money;

import org.jspecify.annotations.NullMarked;
