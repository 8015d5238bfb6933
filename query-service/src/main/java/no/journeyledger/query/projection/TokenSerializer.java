package no.journeyledger.query.projection;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * How Axon's tokens are stored: JSON. A replay token holds other tokens by their base type and therefore names their
 * classes; only the framework's own are allowed there.
 */
final class TokenSerializer {

    private TokenSerializer() {}

    static Serializer create() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        builder -> builder.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }
}
