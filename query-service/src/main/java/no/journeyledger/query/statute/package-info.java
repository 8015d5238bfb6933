/**
 * What statute adds to decisions: notices, appeals and reversals; other authorities' decisions; and emergency measures, with who has
 * not been heard about them.
 */
@NullMarked
package no.journeyledger.query.statute;

import org.jspecify.annotations.NullMarked;
