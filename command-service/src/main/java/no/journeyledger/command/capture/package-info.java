/**
 * Coming in: somebody is referred through any door, the qualifying checklist is gone through, the household is
 * registered and enrolled.
 */
@NullMarked
package no.journeyledger.command.capture;

import org.jspecify.annotations.NullMarked;
