/** Follow-up over HTTP: dates agreed and held, and how each side experiences the situation. */
@NullMarked
package no.journeyledger.command.followup.web;

import org.jspecify.annotations.NullMarked;
