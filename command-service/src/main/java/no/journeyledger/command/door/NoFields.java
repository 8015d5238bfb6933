package no.journeyledger.command.door;

import io.swagger.v3.oas.annotations.media.Schema;

/** The body of a call that needs none: nothing, or an empty object. */
@Schema(description = "Nothing: the body may be left out")
public record NoFields() {}
