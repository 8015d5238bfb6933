/**
 * What the law lets a service do at once. It is no decision of the programme: it is recorded with who approved it, what it may
 * cost and when it ends, whoever it concerns is heard within days, and the ledger itself says so when they are not.
 */
@NullMarked
package no.journeyledger.command.emergency;

import org.jspecify.annotations.NullMarked;
