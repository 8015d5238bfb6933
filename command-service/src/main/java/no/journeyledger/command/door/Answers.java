package no.journeyledger.command.door;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.journeyledger.command.Created;

/** What a call answers with when it is done: for the description of the API, and checked against it by a test. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    /** What is named in the answer beside the version and the position. */
    Class<? extends Created> value() default Created.Nothing.class;
}
