package no.journeyledger.economics.effect;

import static no.journeyledger.economics.Arithmetic.requireText;

import no.journeyledger.economics.CannotBeCalculated;

/** One thing that a plan does to the parties, every year of its course. */
public sealed interface Effect {

    /** Its name within the plan. */
    String id();

    /** Cost or benefit of the plan. */
    Role role();

    /** What one year of it amounts to. */
    Price price();

    /** When it happens. */
    Course course();

    /** The same effect at another price, over another course, in another role. */
    Effect with(Role otherRole, Price otherPrice, Course otherCourse);

    /**
     * Something is made, saved or used. Society is richer or poorer by it.
     *
     * @param id its name within the plan
     * @param role cost or benefit of the plan
     * @param party on whom it falls
     * @param form in money or in kind
     * @param price of a cost: what is used, above zero; of a benefit: what is gained, below zero for a dis-benefit
     * @param course when
     */
    record ResourceEffect(String id, Role role, Party party, Form form, Price price, Course course) implements Effect {
        /** Refuses a nameless effect. */
        public ResourceEffect {
            requireText(id, "The name of an effect");
        }

        @Override
        public Effect with(Role otherRole, Price otherPrice, Course otherCourse) {
            return new ResourceEffect(id, otherRole, party, form, otherPrice, otherCourse);
        }
    }

    /**
     * Money moves from one party to another. Nobody is richer in sum.
     *
     * @param id its name within the plan
     * @param role cost or benefit of the plan
     * @param from who gives
     * @param to who receives
     * @param price how much; below zero it moves the other way
     * @param course when
     */
    record Transfer(String id, Role role, Party from, Party to, Price price, Course course) implements Effect {
        /** Refuses a nameless effect and a transfer to oneself. */
        public Transfer {
            requireText(id, "The name of an effect");
            if (from == to) {
                throw new CannotBeCalculated("Transfer " + id + " goes from " + from + " to itself.");
            }
        }

        @Override
        public Effect with(Role otherRole, Price otherPrice, Course otherCourse) {
            return new Transfer(id, otherRole, from, to, otherPrice, otherCourse);
        }
    }
}
