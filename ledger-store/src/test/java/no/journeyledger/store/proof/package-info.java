/** How the tamper evidence is shown: each promise with faults injected, and each check with a forgery it must refuse. */
@NullMarked
package no.journeyledger.store.proof;

import org.jspecify.annotations.NullMarked;
