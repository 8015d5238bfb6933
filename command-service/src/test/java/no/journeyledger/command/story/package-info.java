/** How the tests tell what happened to a household, and what then may happen. */
@NullMarked
package no.journeyledger.command.story;

import org.jspecify.annotations.NullMarked;
