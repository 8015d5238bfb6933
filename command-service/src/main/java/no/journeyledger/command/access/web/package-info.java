/** Opening a journey under a statute, over HTTP. */
@NullMarked
package no.journeyledger.command.access.web;

import org.jspecify.annotations.NullMarked;
