package no.journeyledger.command.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import no.journeyledger.store.limits.Pace;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** How calls reach their controllers: strictly read, checked against the role table, and answered in one shape. */
@Configuration(proxyBeanMethods = false)
class DoorWeb {

    @Bean
    JsonMapper strictJson() {
        return StrictJson.mapper();
    }

    @Bean
    Sentences sentences() {
        return new Sentences();
    }

    @Bean
    Problems problems(JsonMapper json, Sentences sentences) {
        return new Problems(json, sentences);
    }

    @Bean
    WebMvcConfigurer calls(Clock clock, Pace pace) {
        var headers = new Calls(clock);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new DryRunEcho()).addPathPatterns("/v1/**");
                registry.addInterceptor(new RoleCheck(pace)).addPathPatterns("/v1/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallArgument(headers));
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsBelowSpring() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    /** A call that is served but stands in no row of the role table would be refused to everybody: say so at the start. */
    @Bean
    SmartInitializingSingleton everyCallHasItsRoles(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return () -> {
            var unlisted = new TreeSet<String>();
            mapping.getHandlerMethods()
                    .keySet()
                    .forEach(call -> call.getPatternValues().stream()
                            .filter(pattern -> pattern.startsWith("/v1/"))
                            .forEach(pattern -> call.getMethodsCondition().getMethods().stream()
                                    .map(method -> method + " " + pattern)
                                    .filter(name -> !RoleTable.calls().containsKey(name))
                                    .forEach(unlisted::add)));
            if (!unlisted.isEmpty()) {
                throw new IllegalStateException("calls without a row in the role table: " + unlisted);
            }
        };
    }

    private record CallArgument(Calls calls) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Call.class;
        }

        @Override
        public Call resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var http = request.getNativeRequest(HttpServletRequest.class);
            if (http == null) {
                throw new IllegalStateException("a call comes over HTTP");
            }
            return calls.read(http);
        }
    }
}
