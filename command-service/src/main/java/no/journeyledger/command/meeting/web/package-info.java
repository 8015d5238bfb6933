/** Meetings over HTTP: held, their sheet recorded, the answers in them confirmed. */
@NullMarked
package no.journeyledger.command.meeting.web;

import org.jspecify.annotations.NullMarked;
