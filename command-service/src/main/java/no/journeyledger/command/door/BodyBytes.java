package no.journeyledger.command.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Keeps the bytes of a body as they came, because the promise "the same request" is about them, and reads no more of a body
 * than the ledger is willing to read.
 */
@ControllerAdvice
class BodyBytes extends RequestBodyAdviceAdapter {

    private static final String ATTRIBUTE = BodyBytes.class.getName();
    private static final byte[] NONE = {};

    /** The body of a request, empty when it had none. */
    static byte[] of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof byte[] bytes ? bytes : NONE;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage input,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        HttpHeaders headers = input.getHeaders();
        if (headers.getContentLength() > StrictJson.BODY_LIMIT) {
            throw tooLarge();
        }
        byte[] bytes = input.getBody().readNBytes(StrictJson.BODY_LIMIT + 1);
        if (bytes.length > StrictJson.BODY_LIMIT) {
            throw tooLarge();
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            attributes.getRequest().setAttribute(ATTRIBUTE, bytes);
        }
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public HttpHeaders getHeaders() {
                return headers;
            }
        };
    }

    private static TurnedAway tooLarge() {
        return new TurnedAway(DoorProblem.BODY_TOO_LARGE, Map.of("limitBytes", StrictJson.BODY_LIMIT));
    }
}
