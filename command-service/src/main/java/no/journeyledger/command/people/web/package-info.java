/** The people of a household over HTTP: who represents whom, who moves out or dies, and what somebody needs. */
@NullMarked
package no.journeyledger.command.people.web;

import org.jspecify.annotations.NullMarked;
