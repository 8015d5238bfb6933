/** That the speed suite measures what it says: in its short form, and its own instruments one by one. */
@NullMarked
package no.journeyledger.bench;

import org.jspecify.annotations.NullMarked;
