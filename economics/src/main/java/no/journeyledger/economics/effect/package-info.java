/**
 * What a measure does to each party: resources made, saved or used, and money that moves between parties. A transfer has
 * a giver and a receiver by its very form, so the effects of all parties always sum to the resource effect, and a saved
 * benefit can never be counted as production.
 */
@NullMarked
package no.journeyledger.economics.effect;

import org.jspecify.annotations.NullMarked;
