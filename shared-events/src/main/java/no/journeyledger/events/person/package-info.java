/** What was recorded about a person's place in the ledger: which open journey, if any, they are in. */
@NullMarked
package no.journeyledger.events.person;

import org.jspecify.annotations.NullMarked;
