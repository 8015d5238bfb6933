/**
 * The read log: every reading of a person's data, recorded before the answer leaves, so that the person can see who read,
 * when, why and on what ground. It is append-only and chained; what is in it is ids and codes, never what was read.
 */
@NullMarked
package no.journeyledger.store.reads;

import org.jspecify.annotations.NullMarked;
