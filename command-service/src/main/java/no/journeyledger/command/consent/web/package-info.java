/** Consents over HTTP: given, and withdrawn at once. */
@NullMarked
package no.journeyledger.command.consent.web;

import org.jspecify.annotations.NullMarked;
