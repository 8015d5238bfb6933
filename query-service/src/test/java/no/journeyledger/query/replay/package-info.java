/** Replay, shown over HTTP on the whole story told over two months, and piece by piece. */
@NullMarked
package no.journeyledger.query.replay;

import org.jspecify.annotations.NullMarked;
