/**
 * Why a decision was allowed or refused, from the ledger's events alone, and the dossier: one decision as one file that can
 * be read by people, printed, and checked offline against the log's signed checkpoints by a program that trusts nobody here.
 */
@NullMarked
package no.journeyledger.query.dossier;

import org.jspecify.annotations.NullMarked;
