/**
 * What people say about their own lives, before, during and after. Own answers and answers given for somebody are
 * different types and are never pooled; declining is an answer; a change that matters to a person and a change beyond
 * measurement error are shown side by side; and before and after is not effect, since there is no comparison group.
 */
@NullMarked
package no.journeyledger.economics.selfreport;

import org.jspecify.annotations.NullMarked;
