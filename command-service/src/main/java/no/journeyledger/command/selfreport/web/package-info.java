/** Self-reports over HTTP. */
@NullMarked
package no.journeyledger.command.selfreport.web;

import org.jspecify.annotations.NullMarked;
