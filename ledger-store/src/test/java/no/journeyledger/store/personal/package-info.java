/** Tests of personal texts and the keys that open them. */
@NullMarked
package no.journeyledger.store.personal;

import org.jspecify.annotations.NullMarked;
