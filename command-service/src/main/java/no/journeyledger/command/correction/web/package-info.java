/** Corrections over HTTP. */
@NullMarked
package no.journeyledger.command.correction.web;

import org.jspecify.annotations.NullMarked;
