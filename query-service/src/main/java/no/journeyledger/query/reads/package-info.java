/** Who has read a person's data: shown to the person themselves, and to whoever protects the privacy of persons. */
@NullMarked
package no.journeyledger.query.reads;

import org.jspecify.annotations.NullMarked;
