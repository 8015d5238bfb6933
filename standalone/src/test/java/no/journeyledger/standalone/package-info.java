@NullMarked
package no.journeyledger.standalone;

import org.jspecify.annotations.NullMarked;
