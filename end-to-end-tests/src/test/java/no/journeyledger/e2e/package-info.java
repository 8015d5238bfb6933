/**
 * The ledger from outside: processes started as an operator starts them, spoken to over HTTP, killed without warning. What
 * is shown here is what the project promises to whoever runs it; nothing inside is called.
 */
@NullMarked
package no.journeyledger.e2e;

import org.jspecify.annotations.NullMarked;
