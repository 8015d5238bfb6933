/**
 * Who people are, for a machine without an identity provider: an OpenID provider with the demonstration's people, where they
 * sign in, and where a case app gets its own token to act for one of them. The services know it by its address alone, as they
 * would know any other. Not for production: whoever has the keys folder can be anybody.
 */
@NullMarked
package no.journeyledger.standalone.issuer;

import org.jspecify.annotations.NullMarked;
