/**
 * The four cases the ledger is demonstrated with, and one more left open for whoever wants to try the rule themselves. They
 * are told the way a case app would tell them: as commands over HTTP, never as rows. All names are invented.
 */
@NullMarked
package no.journeyledger.standalone.demo;

import org.jspecify.annotations.NullMarked;
