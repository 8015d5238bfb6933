/** The book of parameters over HTTP. Kept by operators: whoever asks for figures does not set what hides small groups. */
@NullMarked
package no.journeyledger.command.parameter.web;

import org.jspecify.annotations.NullMarked;
