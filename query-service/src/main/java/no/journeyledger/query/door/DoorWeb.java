package no.journeyledger.query.door;

import java.util.List;
import no.journeyledger.events.Sealed;
import no.journeyledger.store.personal.PersonalDataVault;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How questions are read and answers written: ids strictly, and sealed texts opened only here, on their way out. */
@Configuration(proxyBeanMethods = false)
class DoorWeb implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedResolver());
    }

    @Bean
    Opened opened(PersonalDataVault vault) {
        return new Opened(vault);
    }

    @Bean
    JsonMapperBuilderCustomizer sealedTextsAreOpened(Opened opened) {
        return builder -> builder.addModule(opening(opened));
    }

    static SimpleModule opening(Opened opened) {
        return new SimpleModule("sealed texts are opened")
                .addSerializer(Sealed.class, new StdSerializer<>(Sealed.class) {
                    @Override
                    public void serialize(Sealed sealed, JsonGenerator json, SerializationContext context) {
                        json.writeString(opened.text(sealed));
                    }
                });
    }
}
