package no.journeyledger.command.door;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a question answers with: for the description of the API. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tells {

    /** The answer's body. */
    Class<?> value();

    /** The media type it is answered in; where it is one of lines, the body describes one of them. */
    String as() default "application/json";
}
