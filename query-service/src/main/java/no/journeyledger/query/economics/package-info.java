/**
 * Cost, benefit and effect: what a journey and a portfolio cost, what comes of them, who pays and who gains, in four
 * perspectives that are never merged, planned beside realised, as of any moment and with any version of the parameters.
 * Analysts see groups, and no group is small.
 */
@NullMarked
package no.journeyledger.query.economics;

import org.jspecify.annotations.NullMarked;
