/**
 * The fund that teams compete for: contributions, reservations, spending and releases, never overdrawn however
 * many decide at once.
 */
@NullMarked
package no.journeyledger.command.fund;

import org.jspecify.annotations.NullMarked;
