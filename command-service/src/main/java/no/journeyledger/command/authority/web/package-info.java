/** The door to notices, appeals and other authorities' decisions. */
@NullMarked
package no.journeyledger.command.authority.web;

import org.jspecify.annotations.NullMarked;
