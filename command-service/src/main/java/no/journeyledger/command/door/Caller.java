package no.journeyledger.command.door;

import java.util.Set;
import no.journeyledger.events.Actor;

/**
 * Who stands at the door.
 *
 * @param actor who acts, as it will be recorded
 * @param roles what they may be here
 */
record Caller(Actor actor, Set<Role> roles) {}
