/**
 * The people of a household as they change: who has a say from which age, guardians and attorneys with their scope and
 * expiry, parental responsibility, who moves out or dies, and what somebody needs in order to take part.
 */
@NullMarked
package no.journeyledger.command.people;

import org.jspecify.annotations.NullMarked;
