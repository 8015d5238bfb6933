package no.journeyledger.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text in an event that is stored readable because it says nothing about a person. Every other text is {@link Sealed} with
 * the key of the person it is about: one about several people with that of the citizen the journey was opened for. A test fails
 * for a text that is neither.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NotPersonal {

    /** Why it is not personal. */
    String value();
}
