/** The door to emergency measures. */
@NullMarked
package no.journeyledger.command.emergency.web;

import org.jspecify.annotations.NullMarked;
