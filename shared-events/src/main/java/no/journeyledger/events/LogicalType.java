package no.journeyledger.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which an event is stored. Stored names never change and are never class names, so classes
 * and packages may move; a changed shape takes a new revision and an upcaster from the one before.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LogicalType {

    /** The stored name, {@code aggregate.past-tense-fact}, e.g. {@code journey.decision-taken}. */
    String value();

    /** The revision this class reads and writes; the first is 1. */
    int revision() default 1;
}
