/**
 * Erasing a person: their key is destroyed, an entry stays that says so, and the history still verifies. Where a legal hold or
 * the archive law requires keeping, erasure is refused with the rule and the date.
 */
@NullMarked
package no.journeyledger.command.privacy;

import org.jspecify.annotations.NullMarked;
