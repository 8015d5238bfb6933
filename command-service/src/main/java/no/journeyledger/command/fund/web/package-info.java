/** Funds over HTTP: opened, contributed to, spent and released from. */
@NullMarked
package no.journeyledger.command.fund.web;

import org.jspecify.annotations.NullMarked;
