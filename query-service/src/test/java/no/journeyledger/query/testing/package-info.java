/** What the tests of the query side share: a real ledger to append to, and a story with every kind of event in it. */
@NullMarked
package no.journeyledger.query.testing;

import org.jspecify.annotations.NullMarked;
