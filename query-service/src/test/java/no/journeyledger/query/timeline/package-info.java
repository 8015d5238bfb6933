/** How events are worded. */
@NullMarked
package no.journeyledger.query.timeline;

import org.jspecify.annotations.NullMarked;
