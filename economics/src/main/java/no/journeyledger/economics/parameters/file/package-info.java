/**
 * Parameter versions as JSON files: the built-in ones, and those a municipality records for itself. The only place in
 * this library that knows a file format.
 */
@NullMarked
package no.journeyledger.economics.parameters.file;

import org.jspecify.annotations.NullMarked;
