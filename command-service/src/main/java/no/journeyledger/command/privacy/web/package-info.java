/** Erasure and legal holds, over HTTP. */
@NullMarked
package no.journeyledger.command.privacy.web;

import org.jspecify.annotations.NullMarked;
