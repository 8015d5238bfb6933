/** The plan over HTTP: a version drafted, a measure finished. */
@NullMarked
package no.journeyledger.command.plan.web;

import org.jspecify.annotations.NullMarked;
