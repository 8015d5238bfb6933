/**
 * How people took part: of the decisions that were taken, by which means and how surely each person did; how children were
 * heard; and how often a decision was attempted without somebody. Counted as it is recorded, for whole months, never per person.
 */
@NullMarked
package no.journeyledger.query.participation;

import org.jspecify.annotations.NullMarked;
