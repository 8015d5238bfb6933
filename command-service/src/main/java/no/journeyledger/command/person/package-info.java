/**
 * A person's claim to one open journey at a time.
 */
@NullMarked
package no.journeyledger.command.person;

import org.jspecify.annotations.NullMarked;
