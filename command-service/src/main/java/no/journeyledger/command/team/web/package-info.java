/** The team over HTTP: its members, trusted persons, relations and mandates. */
@NullMarked
package no.journeyledger.command.team.web;

import org.jspecify.annotations.NullMarked;
