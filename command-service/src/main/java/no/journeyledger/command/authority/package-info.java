/**
 * What statute adds to decisions about rights or duties: the parties are told of them and may appeal for some weeks, an appeal is
 * ruled on by another body, and a decision that was reversed no longer holds. The acts of other authorities are recorded beside
 * them. All of it may happen after the journey has closed.
 */
@NullMarked
package no.journeyledger.command.authority;

import org.jspecify.annotations.NullMarked;
