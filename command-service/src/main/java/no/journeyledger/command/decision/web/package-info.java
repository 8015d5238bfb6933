/** Decisions over HTTP: proposed, answered, heard, taken, refused, withdrawn. */
@NullMarked
package no.journeyledger.command.decision.web;

import org.jspecify.annotations.NullMarked;
