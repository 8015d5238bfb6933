package no.journeyledger.query.door;

import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import no.journeyledger.events.Sealed;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.limits.Pace;
import no.journeyledger.store.limits.Quota;
import no.journeyledger.store.personal.PersonalDataVault;
import no.journeyledger.store.reads.ReadLog;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How questions are read and answers written: ids strictly, and sealed texts opened only here, on their way out. */
@Configuration(proxyBeanMethods = false)
class DoorWeb implements WebMvcConfigurer {

    private final ReachCheck reach;

    DoorWeb(LedgerReader ledger, Clock clock, ReadLog log, Pace pace, Quota quota) {
        this.reach = new ReachCheck(new Openings(ledger, clock), log, pace, quota);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(reach).addPathPatterns("/v1/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedResolver());
    }

    /** A question that is served but stands in no line of the role table would be refused to everybody: say so at the start. */
    @Bean
    static SmartInitializingSingleton everyQuestionHasItsRoles(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return () -> {
            var unlisted = new TreeSet<String>();
            mapping.getHandlerMethods()
                    .keySet()
                    .forEach(call -> call.getPatternValues().stream()
                            .filter(pattern -> pattern.startsWith("/v1/"))
                            .forEach(pattern -> call.getMethodsCondition().getMethods().stream()
                                    .filter(method -> RoleTable.find(method.name(), pattern) == null)
                                    .forEach(method -> unlisted.add(method + " " + pattern))));
            if (!unlisted.isEmpty()) {
                throw new IllegalStateException("questions without a line in the role table: " + unlisted);
            }
        };
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
