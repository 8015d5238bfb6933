/**
 * Who works around a household and may record on it. And opening a journey without the person's consent: only under a named
 * statute, with a reason, for a short while, and never without the person being told.
 */
@NullMarked
package no.journeyledger.command.access;

import org.jspecify.annotations.NullMarked;
