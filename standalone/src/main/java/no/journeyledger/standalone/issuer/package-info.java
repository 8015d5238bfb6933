/** A small local issuer of bearer tokens, for a machine without an identity provider. Not for production. */
@NullMarked
package no.journeyledger.standalone.issuer;

import org.jspecify.annotations.NullMarked;
