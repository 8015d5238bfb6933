/** Ratings of life areas over HTTP. */
@NullMarked
package no.journeyledger.command.stage.web;

import org.jspecify.annotations.NullMarked;
