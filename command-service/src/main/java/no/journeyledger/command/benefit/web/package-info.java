/** Benefit cards over HTTP: identified, valued, anchored, measured, evaluated or dropped. */
@NullMarked
package no.journeyledger.command.benefit.web;

import org.jspecify.annotations.NullMarked;
