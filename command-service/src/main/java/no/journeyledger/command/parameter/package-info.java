/**
 * The book of parameters: every version of the numbers that figures are calculated with, and whose purse each paying
 * service draws on. The version that comes with the ledger stands in it from the start; a version never changes, and none
 * reaches back before the day it is adopted, so a figure of the past can always be calculated again.
 */
@NullMarked
package no.journeyledger.command.parameter;

import org.jspecify.annotations.NullMarked;
