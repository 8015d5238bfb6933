package no.journeyledger.command;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Lets a command handler declare {@link Circumstances} as a parameter; found on the class path by the framework. */
public final class CircumstancesResolverFactory implements ParameterResolverFactory {

    @Override
    public @Nullable ParameterResolver<Circumstances> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return parameters[parameterIndex].getType() == Circumstances.class ? new FromMetadata() : null;
    }

    private static final class FromMetadata implements ParameterResolver<Circumstances> {

        @Override
        public Circumstances resolveParameterValue(Message<?> message) {
            return (Circumstances) requireNonNull(message.getMetaData().get(Circumstances.KEY));
        }

        @Override
        public boolean matches(Message<?> message) {
            return message.getMetaData().get(Circumstances.KEY) instanceof Circumstances;
        }
    }
}
