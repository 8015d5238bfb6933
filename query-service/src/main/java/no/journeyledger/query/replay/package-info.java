/**
 * Replay for people. A journey has two clocks: when something took effect, and when the ledger recorded it. So two questions
 * differ, and both are answered for any moment, alone or together: what was so, and what did the team know. The answers are
 * folded from the ledger's own events, not from the views, by the very folds that make the views.
 */
@NullMarked
package no.journeyledger.query.replay;

import org.jspecify.annotations.NullMarked;
