/**
 * Follow-up: the team and the family meet again at agreed dates. The ledger itself notices when such a day comes and when it
 * passes, and the leader and the family each say whether the situation is experienced as better.
 */
@NullMarked
package no.journeyledger.command.followup;

import org.jspecify.annotations.NullMarked;
