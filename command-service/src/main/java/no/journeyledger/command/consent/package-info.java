/**
 * Consent to cooperate between the services: given per service and kind of information, and withdrawn at once
 * whenever the person says so.
 */
@NullMarked
package no.journeyledger.command.consent;

import org.jspecify.annotations.NullMarked;
