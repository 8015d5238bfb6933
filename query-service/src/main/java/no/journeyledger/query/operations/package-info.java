/**
 * For whoever runs the service: how far the views have come, what is parked and why, and the two things that mend them:
 * trying again what was parked, and making a projection's tables anew.
 */
@NullMarked
package no.journeyledger.query.operations;

import org.jspecify.annotations.NullMarked;
