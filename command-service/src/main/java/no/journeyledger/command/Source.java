package no.journeyledger.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where rules come from: a statute, or the place in the material the programme is built on. On a family of rejections it holds
 * for all of them; {@code docs/rules.md} names it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Source {

    /** The statute or the place, as people refer to it. */
    String value();
}
