package no.journeyledger.command.story;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.journeyledger.command.Rejection;
import no.journeyledger.events.journey.RefusalReason;

/** Says which rules or rejections a test shows; {@code docs/rules.md} lists them with the test's name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Shows {

    /** Rules of taking a decision. */
    RefusalReason[] rules() default {};

    /** Rejections. */
    Class<? extends Rejection>[] value() default {};
}
