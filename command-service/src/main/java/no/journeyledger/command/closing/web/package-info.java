/** Leaving the programme over HTTP. */
@NullMarked
package no.journeyledger.command.closing.web;

import org.jspecify.annotations.NullMarked;
