/** Coming in over HTTP: the referral, the checklist, the household and its enrolment. */
@NullMarked
package no.journeyledger.command.capture.web;

import org.jspecify.annotations.NullMarked;
